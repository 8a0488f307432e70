package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.testing.Scene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Many threads ask the same autoscalers about the same states and read the same plans: all get the same answers. */
class ThreadSafetyProperties {
    private static final int THREADS = 8;

    @Provide
    Arbitrary<List<Scene>> scenes() {
        return Scene.any().list().ofSize(60);
    }

    /** A scene with one autoscaler and one plan, shared by all threads. */
    private record Shared(Scene scene, Autoscaler autoscaler, ScalingPlan plan, String answer) {
        static Shared of(Scene scene) {
            Autoscaler autoscaler = new Autoscaler(scene.group(), scene.market().catalog());
            ScalingPlan plan = plan(scene, autoscaler);
            return new Shared(scene, autoscaler, plan, told(plan));
        }

        static ScalingPlan plan(Scene scene, Autoscaler autoscaler) {
            return autoscaler.plan(scene.state(), scene.market(), scene.trigger(), Scene.NOW);
        }

        boolean isTheSameAgain() {
            ScalingPlan again = plan(scene, autoscaler);
            // The shared plan works out order and reasons when it is read.
            return again.equals(plan)
                    && told(again).equals(answer)
                    && told(plan).equals(answer);
        }
    }

    private static String told(ScalingPlan plan) {
        return plan.explain()
                + plan.removals()
                + plan.removal().map(removal -> removal.removed() + "" + removal.kept())
                + plan.after().fleet();
    }

    @Property(tries = 8)
    void allThreadsGetTheSameAnswers(@ForAll("scenes") List<Scene> scenes, @ForAll long seed) throws Exception {
        List<Shared> shared = scenes.stream().map(Shared::of).toList();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                List<Shared> order = new ArrayList<>(shared);
                Collections.shuffle(order, new Random(seed + thread));
                calls.add(() -> order.stream().allMatch(Shared::isTheSameAgain));
            }
            for (Future<Boolean> same : threads.invokeAll(calls)) {
                assertThat(same.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }
}
