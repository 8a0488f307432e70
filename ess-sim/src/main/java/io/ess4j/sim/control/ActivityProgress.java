package io.ess4j.sim.control;

import io.ess4j.RunningActivity;
import io.ess4j.ScalingPlan;
import io.ess4j.model.Instance;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Activity.Batch;
import io.ess4j.sim.metrics.Activity.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An accepted plan on its way: which of its instances are still booting or leaving, and what has been achieved. */
final class ActivityProgress {
    private final long id;
    private final long startMillis;
    private final ScalingPlan plan;
    private final RunningActivity running;
    private final List<Batch> launched = new ArrayList<>();
    private final List<Batch> removed = new ArrayList<>();
    private final List<String> notes;
    private final long capacityBefore;
    private int open;
    private int failed;
    private long change;
    private @Nullable Long lastChangeMillis;

    ActivityProgress(long id, long startMillis, ScalingPlan plan, RunningActivity running, int instances) {
        this.id = id;
        this.startMillis = startMillis;
        this.plan = plan;
        this.running = running;
        this.open = instances;
        this.notes = new ArrayList<>(PlanWords.notes(plan));
        this.capacityBefore = plan.before().fleet().capacity();
    }

    RunningActivity running() {
        return running;
    }

    void joined(Instance instance, long now) {
        count(launched, instance);
        change += instance.weight();
        lastChangeMillis = now;
        open--;
    }

    void left(Instance instance, long now) {
        count(removed, instance);
        change -= instance.weight();
        lastChangeMillis = now;
        open--;
    }

    void failed() {
        failed++;
        open--;
    }

    boolean isOver() {
        return open == 0;
    }

    /** When the last instance joined or left; null if none did. */
    @Nullable
    Long lastChangeMillis() {
        return lastChangeMillis;
    }

    /** Equal instances next to each other in the order of joining are told as one. */
    private static void count(List<Batch> batches, Instance instance) {
        String type = instance.type().name();
        String zone = instance.zone().id();
        String option = instance.purchaseOption().name();
        for (int i = 0; i < batches.size(); i++) {
            Batch b = batches.get(i);
            if (b.type().equals(type)
                    && b.zone().equals(zone)
                    && b.purchaseOption().equals(option)) {
                batches.set(i, new Batch(type, zone, option, b.count() + 1));
                return;
            }
        }
        batches.add(new Batch(type, zone, option, 1));
    }

    Activity activity(long now) {
        List<String> all = new ArrayList<>(notes);
        if (failed > 0) {
            all.add(failed + (failed == 1 ? " instance" : " instances") + " did not boot");
        }
        return new Activity(
                id,
                startMillis,
                now,
                status(),
                PlanWords.trigger(plan),
                PlanWords.cause(plan),
                capacityBefore,
                capacityBefore + change,
                launched,
                removed,
                all);
    }

    private Status status() {
        if (open > 0) {
            return Status.IN_PROGRESS;
        }
        if (launched.isEmpty() && removed.isEmpty()) {
            return Status.FAILED;
        }
        return failed > 0 || plan.shortfall() > 0 ? Status.WARNING : Status.SUCCESSFUL;
    }
}
