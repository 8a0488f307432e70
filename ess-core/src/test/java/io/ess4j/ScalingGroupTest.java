package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.lifecycle.HealthCheck;
import io.ess4j.lifecycle.InstanceLifetime;
import io.ess4j.model.Fleet;
import io.ess4j.rule.ScalingRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScalingGroupTest {
    @Test
    void theBuilderReportsAllProblemsAtOnce() {
        assertThatThrownBy(() -> ScalingGroup.builder("web")
                        .capacity(5, 3)
                        .type(Groups.LARGE, 0)
                        .zones(Groups.H, Groups.H)
                        .hostNames("node-(AUTO_INCREMENT)[")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("scaling group web:\n")
                .contains("max (3) must be >= min (5)")
                .contains("weight of ecs.c5.large (0) must be >= 1")
                .contains("zone (h) must be named only once")
                .contains("node-(AUTO_INCREMENT)[")
                .doesNotContain("none");
    }

    @Test
    void theBuilderNamesWhatIsMissing() {
        assertThatThrownBy(() -> ScalingGroup.builder("web").build())
                .hasMessage("scaling group web:\ncapacity must be given\nat least one instance type must be given\n"
                        + "zones must name at least one zone");
        assertThatThrownBy(() -> ScalingGroup.builder("web")
                        .capacity(5, 3)
                        .zones(Groups.H)
                        .build())
                .hasMessageContaining("max (3) must be >= min (5)")
                .hasMessageContaining("at least one instance type must be given");
        assertThatThrownBy(() -> ScalingGroup.builder("web")
                        .capacity(0, 3)
                        .type(Groups.LARGE, 0)
                        .zones(Groups.H)
                        .build())
                .hasMessageContaining("weight of ecs.c5.large (0) must be >= 1")
                .message()
                .doesNotContain("at least one instance type must be given");
    }

    @Test
    void theBuilderReportsEveryProblemThatOnlyTheWholeGroupHas() {
        assertThatThrownBy(() -> ScalingGroup.builder(" ")
                        .capacity(0, 1)
                        .type(Groups.LARGE)
                        .zones(Groups.H, Groups.I, Groups.H, Groups.I)
                        .rule(ScalingRule.change("a", 1))
                        .rule(ScalingRule.change("a", 2))
                        .cooldown(Duration.ofSeconds(-1))
                        .build())
                .message()
                .hasLineCount(6)
                .contains(
                        "name of a scaling group must not be blank",
                        "zone (h) must be named only once",
                        "zone (i) must be named only once",
                        "scaling rule (a) must be named only once",
                        "cooldown (PT-1S) must be from 0 to 86400 seconds");
    }

    @Test
    void namesMustBeThereAndRulesMustDiffer() {
        assertThatThrownBy(() -> Groups.plain(0, 1)
                        .rule(ScalingRule.change("a", 1))
                        .rule(ScalingRule.change("a", 2))
                        .build())
                .hasMessageContaining("scaling rule (a) must be named only once");
        assertThatThrownBy(() -> ScalingGroup.builder(" ")
                        .capacity(0, 1)
                        .zones(Groups.H)
                        .type(Groups.LARGE)
                        .build())
                .hasMessageContaining("must not be blank");
        assertThatThrownBy(() -> ScalingGroup.builder("x".repeat(257))
                        .capacity(0, 1)
                        .zones(Groups.H)
                        .type(Groups.LARGE)
                        .build())
                .hasMessageEndingWith("name of a scaling group must have at most 256 characters, but has 257");
        assertThat(ScalingGroup.builder("x".repeat(256))
                        .capacity(0, 1)
                        .zones(Groups.H)
                        .type(Groups.LARGE)
                        .build()
                        .name())
                .hasSize(256);
        assertThatThrownBy(() -> new Departures(List.of(), false))
                .hasMessage("instances must name at least one instance");
        assertThatThrownBy(() -> new ServiceLimits(1, 1, 0, 1, 1, 1)).hasMessage("limit (0) must be >= 1");
        assertThat(new ServiceLimits(1, 1, 1, 1, 1, 1).mostTypes()).isEqualTo(1);
        assertThatThrownBy(() -> Groups.plain(0, 1).cooldown(Duration.ofDays(2)).build())
                .hasMessageContaining("cooldown (PT48H) must be from 0 to 86400 seconds");
    }

    @Test
    void theBuilderTakesWhatItIsGiven() {
        ScalingGroup group = Groups.plain(0, 1)
                .healthCheck(HealthCheck.OFF)
                .mostInstancesPerActivity(7)
                .lifetime(Duration.ofDays(3))
                .build();

        assertThat(group.healthCheck()).isEqualTo(HealthCheck.OFF);
        assertThat(group.activityLimits().mostInstances()).isEqualTo(7);
        assertThat(group.lifetime()).contains(new InstanceLifetime(Duration.ofDays(3)));
        assertThat(Groups.plain(0, 1).build().healthCheck()).isEqualTo(HealthCheck.DEFAULT);
    }

    @Test
    void aStateMustBeConsistent() {
        ScalingGroup group = Groups.plain(1, 4).build();
        GroupState state = GroupState.of(group, Fleet.empty());

        assertThat(state.limits()).isEqualTo(CapacityLimits.of(1, 4));
        assertThat(state.withDesired(4).desired()).hasValue(4);
        assertThatThrownBy(() -> state.withDesired(5)).hasMessage("desired (5) must be within the limits (1..4)");
        RunningActivity activity = new RunningActivity(true, Duration.ZERO);
        assertThatThrownBy(() -> state.finished(activity, Optional.empty()))
                .hasMessageContaining("one of the running ones []");
        assertThatThrownBy(() -> new RunningActivity(true, Duration.ofSeconds(-1)))
                .hasMessageContaining("PT-1S");
    }

    /** Guide map C-1-2: 0 to 86400 seconds, 300 without a setting. */
    @Test
    void theCooldownLiesWithinADay() {
        assertThat(Groups.plain(0, 1).build().cooldown()).isEqualTo(Duration.ofMinutes(5));
        for (long seconds : new long[] {0, 86_400}) {
            assertThat(Groups.plain(0, 1)
                            .cooldown(Duration.ofSeconds(seconds))
                            .build()
                            .cooldown())
                    .hasSeconds(seconds);
        }
        for (long seconds : new long[] {-1, 86_401}) {
            assertThatThrownBy(() -> Groups.plain(0, 1)
                            .cooldown(Duration.ofSeconds(seconds))
                            .build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be from 0 to 86400 seconds");
        }
    }

    @Test
    void aTriggerMustSaySomething() {
        assertThatThrownBy(() -> new Trigger.SetCapacity(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> Trigger.setLimits(-1, 3)).hasMessage("min (-1) must be >= 0");
        assertThatThrownBy(() -> Trigger.setDesired(-2)).hasMessage("desired (-2) must be >= 0");
        assertThatThrownBy(() -> new Trigger.SetCapacity(OptionalInt.empty(), OptionalInt.of(-1), OptionalInt.empty()))
                .hasMessage("max (-1) must be >= 0");
        assertThat(Trigger.setLimits(0, 0).min()).hasValue(0);
        assertThatThrownBy(() -> Trigger.remove()).hasMessage("ids must name at least one instance");
        assertThatThrownBy(() -> Trigger.remove("a", "b", "a")).hasMessage("ids must name a only once");
        assertThatThrownBy(() -> Trigger.spotNotice()).hasMessage("ids must name at least one instance");
        assertThatThrownBy(() -> Trigger.spotNotice("a", "a")).hasMessage("ids must name a only once");
        assertThatThrownBy(() -> Trigger.attach()).hasMessage("instances must name at least one instance");
        assertThatThrownBy(() ->
                        Trigger.attach(Groups.fleet(1).get(0), Groups.fleet(1).get(0)))
                .hasMessage("instances must name i-1 only once");
        assertThatThrownBy(() -> new Trigger.StartsFailed(List.of())).hasMessage("ids must name at least one instance");
        assertThatThrownBy(() -> new Trigger.StartsFailed(List.of("a", "a"))).hasMessage("ids must name a only once");
        for (double bad : List.of(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)) {
            assertThatThrownBy(() -> Trigger.alarm("any", bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("metric (" + bad + ") must be finite");
            assertThatThrownBy(() -> Trigger.alarm("any", 1, bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("threshold (" + bad + ") must be finite");
            assertThatThrownBy(() -> Trigger.execute("any", 1, bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("threshold (" + bad + ") must be finite");
            assertThatThrownBy(() -> Trigger.execute("any", bad, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("metric (" + bad + ") must be finite");
        }
    }
}
