package io.ess4j;

import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.lifecycle.RemovePolicy;
import io.ess4j.lifecycle.StepSequence;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.placement.Launch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Works out what becomes of the instances that leave (guide 3.3, guide map C-6-1, C-18-1, C-19-3, G3.3-4). */
final class Exits {
    private Exits() {}

    static List<Exit> of(ScalingPlan plan) {
        List<Exit> exits = new ArrayList<>();
        long room = Long.MIN_VALUE;
        for (Instance leaving : plan.removals()) {
            StepSequence.Way way = wanted(plan, leaving);
            if (way == StepSequence.Way.STOP) {
                room = room == Long.MIN_VALUE ? roomForStopped(plan) : room;
                // What is in service and what is stopped fit under the maximum together.
                way = leaving.weight() <= room ? way : StepSequence.Way.RELEASE;
                room -= way == StepSequence.Way.STOP ? leaving.weight() : 0;
            }
            exits.add(new Exit(leaving, way));
        }
        return Collections.unmodifiableList(exits);
    }

    private static StepSequence.Way wanted(ScalingPlan plan, Instance leaving) {
        if (leaving.state() == LifecycleState.STOPPED) {
            return StepSequence.Way.RELEASE;
        }
        ReclaimPolicy reclaim = plan.group().reclaim();
        if (plan.trigger() instanceof Trigger.Remove remove) {
            return switch (remove.wish()) {
                case RELEASE -> reclaim.way(leaving.origin(), RemovePolicy.RELEASE);
                case RECYCLE ->
                    reclaim.way(leaving.origin(), leaving.healthy() ? RemovePolicy.RECYCLE : RemovePolicy.RELEASE);
                case DETACH -> StepSequence.Way.LEAVE;
            };
        }
        // What is sick, taken back, too old or would not start is of no use later.
        boolean useless = !leaving.healthy()
                || plan.trigger() instanceof Trigger.HealthCheck
                || plan.trigger() instanceof Trigger.SpotNotice
                || plan.trigger() instanceof Trigger.LifetimeCheck
                || plan.trigger() instanceof Trigger.StartsFailed;
        return useless ? reclaim.way(leaving.origin(), RemovePolicy.RELEASE) : reclaim.way(leaving.origin());
    }

    /**
     * What fits beside the rest; all that is stopped by a plan, or released beside it, counted or was stopped before.
     */
    private static long roomForStopped(ScalingPlan plan) {
        GroupState before = plan.before();
        long used = before.fleet().capacity() + before.fleet().capacity(LifecycleState.STOPPED);
        used += plan.attached().stream().mapToLong(Instance::weight).sum();
        used += plan.launches().stream().mapToLong(Launch::units).sum();
        for (Instance leaving : plan.removals()) {
            used -= leaving.weight();
        }
        return plan.limits().max() - used;
    }
}
