package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Instance;
import io.ess4j.rule.RuleInput;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.TargetTrackingRule;
import io.ess4j.rule.WarmupState;
import io.ess4j.testing.Generators;
import io.ess4j.testing.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The warm-up state of each instance is what rules count (guide map C-9-32). */
class WarmupStateProperties {
    @Provide
    Arbitrary<Scene> scenes() {
        return Scene.any();
    }

    @Property
    void whatWaitsIsComingAndWhatHasFinishedReports(
            @ForAll("scenes") Scene scene,
            @ForAll @IntRange(min = 1, max = 86_400) int warmup,
            @ForAll @IntRange(max = 200_000) int secondsAfter) {
        Instant now = Generators.MONDAY.plusSeconds(secondsAfter);
        Duration time = Duration.ofSeconds(warmup);
        RuleInput seen = Reporting.input(scene.state().fleet(), time, OptionalDouble.empty(), now);

        assertThat(units(scene, WarmupState.WAITING_FOR_INSTANCE_WARMUP, time, now))
                .isEqualTo(seen.warming());
        assertThat(units(scene, WarmupState.INSTANCE_WARMUP_FINISH, time, now)).isEqualTo(seen.reporting());
    }

    private static long units(Scene scene, WarmupState state, Duration warmup, Instant now) {
        return scene.state().fleet().stream()
                .filter(i -> WarmupState.of(i, warmup, now) == state)
                .mapToLong(Instance::weight)
                .sum();
    }

    @Example
    void aGroupWarmsUpAsLongAsItsSlowestRule() {
        ScalingGroup group = Groups.plain(0, 9)
                .rule(ScalingRule.change("add", 1))
                .rule(new TargetTrackingRule("cpu", 50, 10, false, Duration.ofSeconds(90)))
                .rule(new TargetTrackingRule("memory", 50, 10, false, Duration.ofSeconds(200)))
                .build();

        assertThat(group.warmup()).isEqualTo(Duration.ofSeconds(200));
        assertThat(Groups.plain(0, 9).build().warmup()).isZero();
    }
}
