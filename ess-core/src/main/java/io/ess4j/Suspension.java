package io.ess4j;

import io.ess4j.lifecycle.LifecycleTransition;
import io.ess4j.lifecycle.ProcessSuspension;
import io.ess4j.lifecycle.TriggerKind;
import io.ess4j.model.ScalingProcess;
import java.util.List;

/** Takes back from a plan what suspended processes would have to do (guide map C-23-1 to C-23-3). */
final class Suspension {
    private Suspension() {}

    /** The plan itself if nothing stands against it. */
    static ScalingPlan applied(ScalingPlan plan) {
        ProcessSuspension suspension = plan.before().suspension();
        if (suspension.suspended().isEmpty() || plan.isRejected() || plan.trigger() instanceof Trigger.HealthCheck) {
            return plan;
        }
        List<ScalingProcess> suspended = suspension.suspended();
        if ((plan.trigger() instanceof Trigger.Alarm && suspended.contains(ScalingProcess.ALARM_NOTIFICATION))
                || (plan.trigger() instanceof Trigger.Scheduled
                        && suspended.contains(ScalingProcess.SCHEDULED_ACTION))) {
            return refused(plan);
        }
        boolean adds = !plan.launches().isEmpty()
                || !plan.starts().isEmpty()
                || !plan.attached().isEmpty();
        boolean stopped = (adds && stops(plan, LifecycleTransition.SCALE_OUT))
                || (!plan.removals().isEmpty() && stops(plan, LifecycleTransition.SCALE_IN));
        if (!stopped) {
            return plan;
        }
        // New limits, and a new desired capacity, hold at once; the instances wait until the process is resumed.
        Trigger trigger = plan.trigger() instanceof Trigger.Scheduled scheduled ? scheduled.byHand() : plan.trigger();
        boolean holds = trigger instanceof Trigger.SetCapacity
                || (trigger instanceof Trigger.Adjust && plan.desired().isPresent());
        return holds ? plan.withoutInstances() : refused(plan);
    }

    private static boolean stops(ScalingPlan plan, LifecycleTransition way) {
        return plan.before()
                        .suspension()
                        .verdict(kind(plan.trigger()), way, plan.desired().isPresent())
                        .effect()
                != ProcessSuspension.Effect.ALLOWED;
    }

    private static TriggerKind kind(Trigger trigger) {
        if (trigger instanceof Trigger.Alarm) {
            return TriggerKind.ALARM_RULE;
        }
        if (trigger instanceof Trigger.Execute || trigger instanceof Trigger.Adjust) {
            return TriggerKind.MANUAL_RULE;
        }
        if (trigger instanceof Trigger.Scheduled scheduled && scheduled.byHand() instanceof Trigger.Execute) {
            return TriggerKind.SCHEDULED_RULE;
        }
        if (trigger instanceof Trigger.Attach || trigger instanceof Trigger.Remove) {
            return TriggerKind.BY_HAND;
        }
        if (trigger instanceof Trigger.SpotNotice) {
            return TriggerKind.SPOT_COMPENSATION;
        }
        boolean moves = trigger instanceof Trigger.Rebalance
                || trigger instanceof Trigger.RestoreMix
                || trigger instanceof Trigger.LifetimeCheck;
        return moves ? TriggerKind.REBALANCE : TriggerKind.CAPACITY_CHECK;
    }

    private static ScalingPlan refused(ScalingPlan plan) {
        return ScalingPlan.of(
                plan.group(),
                plan.before(),
                plan.trigger(),
                plan.at(),
                new Decision.Rejected(Rejection.PROCESS_SUSPENDED));
    }
}
