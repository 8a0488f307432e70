package io.ess4j.sim.control;

import io.ess4j.Exit;
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
    private int booting;
    private int leaving;
    private int failed;
    private long joinedUnits;
    private long change;
    private boolean isAwaitingReplacement;
    private @Nullable Long lastChangeMillis;

    ActivityProgress(long id, long startMillis, ScalingPlan plan, RunningActivity running) {
        this.id = id;
        this.startMillis = startMillis;
        this.plan = plan;
        this.running = running;
        this.isAwaitingReplacement = plan.removesOnceReplaced();
        this.notes = new ArrayList<>(PlanWords.notes(plan));
        this.capacityBefore = plan.before().fleet().capacity();
    }

    RunningActivity running() {
        return running;
    }

    void boots(int instances) {
        booting += instances;
    }

    void leaves(int instances) {
        leaving += instances;
    }

    void joined(Instance instance, long now) {
        count(launched, instance);
        joinedUnits += instance.weight();
        change += instance.weight();
        lastChangeMillis = now;
        booting--;
    }

    void left(Instance instance, long now) {
        count(removed, instance);
        change -= instance.weight();
        lastChangeMillis = now;
        leaving--;
    }

    /** An instance that was to leave stays after all. */
    void returned() {
        leaving--;
        notes.add("1 instance returned to service");
    }

    void failed() {
        failed++;
        booting--;
    }

    void note(String text) {
        notes.add(text);
    }

    /**
     * Who may leave now, because everything that replaces them has booted or failed; asked again, nobody. Empty unless
     * the plan replaces.
     */
    List<Exit> replaced() {
        if (!isAwaitingReplacement || booting > 0) {
            return List.of();
        }
        isAwaitingReplacement = false;
        return plan.exitsReplacedBy(joinedUnits);
    }

    /** Whether an instance that has not begun to leave is to leave once it is replaced. */
    boolean awaits(String instanceId) {
        return isAwaitingReplacement
                && plan.exits().stream().anyMatch(e -> e.instance().id().equals(instanceId));
    }

    boolean isOver() {
        return booting == 0 && leaving == 0 && !isAwaitingReplacement;
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
        if (!isOver()) {
            return Status.IN_PROGRESS;
        }
        if (launched.isEmpty() && removed.isEmpty()) {
            return Status.FAILED;
        }
        return failed > 0 || plan.shortfall() > 0 ? Status.WARNING : Status.SUCCESSFUL;
    }
}
