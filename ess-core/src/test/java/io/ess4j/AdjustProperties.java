package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.rule.AdjustmentType;
import io.ess4j.testing.Scene;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Adjustments against the rules that they stand for, which are run by hand, and against the check that follows. */
class AdjustProperties {
    @Provide
    Arbitrary<Scene> scenes() {
        return Scene.any();
    }

    private static ScalingPlan plan(Scene scene, GroupState state, Trigger trigger) {
        return new Autoscaler(scene.group(), scene.bazaar().catalog()).plan(state, scene.market(), trigger, Scene.NOW);
    }

    /** The scenes' rule "add" adds 3. */
    @Property
    void laterItIsTheSameAsTheRuleByHand(@ForAll("scenes") Scene scene) {
        Trigger adjust = new Trigger.Adjust(AdjustmentType.QUANTITY, 3, OptionalInt.empty(), false);
        Trigger execute = Trigger.execute("add");

        assertThat(plan(scene, scene.state(), adjust).withTrigger(execute))
                .isEqualTo(plan(scene, scene.state(), execute));
    }

    @Property
    void atOnceIsLaterAndThenACheck(
            @ForAll("scenes") Scene scene, @ForAll @IntRange(min = -100, max = 200) int percent) {
        AdjustmentType type = AdjustmentType.PERCENT;
        ScalingPlan later = plan(scene, scene.state(), new Trigger.Adjust(type, percent, OptionalInt.empty(), false));
        ScalingPlan now = plan(scene, scene.state(), new Trigger.Adjust(type, percent, OptionalInt.empty(), true));
        if (scene.desired() < 0) {
            assertThat(now.withTrigger(later.trigger())).isEqualTo(later);
            return;
        }
        // What is desired already is no change later, though it may be missing now.
        ScalingPlan check = plan(scene, later.after(), Trigger.check());
        if (now.isRejected()) {
            assertThat(later.isRejected()).isTrue();
            return;
        }
        assertThat(now.desired()).isEqualTo(later.desired());
        assertThat(changes(now)).isEqualTo(changes(check));
    }

    private static List<Object> changes(ScalingPlan plan) {
        return List.of(plan.launches(), plan.starts(), plan.exits(), Optional.of(plan.limits()));
    }
}
