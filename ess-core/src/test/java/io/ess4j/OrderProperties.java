package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Instance;
import io.ess4j.testing.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whole decisions do not depend on the order of catalogue, fleet or stop pool, which carries no meaning. */
class OrderProperties {
    @Provide
    Arbitrary<Scene> scenes() {
        return Scene.any();
    }

    private static ScalingPlan plan(Scene scene) {
        return new Autoscaler(scene.group(), scene.bazaar().catalog())
                .plan(scene.state(), scene.market(), scene.trigger(), Scene.NOW);
    }

    @Property(tries = 3000)
    void theOrderOfListsDecidesNothing(@ForAll("scenes") Scene scene, @ForAll Random order) {
        ScalingPlan plan = plan(scene);
        ScalingPlan other = plan(scene.shuffled(order));

        assertThat(other.decision()).isEqualTo(plan.decision());
        assertThat(other.launch()).isEqualTo(plan.launch());
        assertThat(other.starts()).isEqualTo(plan.starts());
        assertThat(other.limits()).isEqualTo(plan.limits());
        assertThat(other.desired()).isEqualTo(plan.desired());
        assertThat(other.exits()).isEqualTo(plan.exits());
        assertThat(sorted(after(other))).isEqualTo(sorted(after(plan)));
        assertThat(after(other).stopPool()).isEqualTo(after(plan).stopPool());
    }

    private static GroupState after(ScalingPlan plan) {
        List<String> ids = new ArrayList<>();
        long launched = plan.launches().stream().mapToLong(l -> l.count()).sum();
        for (int i = 0; i < launched; i++) {
            ids.add("n-" + i);
        }
        return plan.after(ids);
    }

    private static List<Instance> sorted(GroupState state) {
        return state.fleet().stream().sorted(Comparator.comparing(Instance::id)).toList();
    }
}
