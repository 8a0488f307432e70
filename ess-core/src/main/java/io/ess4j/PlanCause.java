package io.ess4j;

/**
 * Says why the activity of a plan happens. Where documents print the sentence it is that sentence (guide map C-16-3);
 * for triggers of which they print none it is one of the same build.
 */
final class PlanCause {
    private PlanCause() {}

    static String of(ScalingPlan plan) {
        if (plan.trigger() instanceof Trigger.Scheduled scheduled) {
            return scheduled(plan, scheduled.byHand());
        }
        return who(plan, plan.trigger()) + total(plan);
    }

    private static String scheduled(ScalingPlan plan, Trigger byHand) {
        if (byHand instanceof Trigger.Execute execute) {
            return "A scheduled task executes scaling rule \"" + execute.rule() + "\", " + total(plan);
        }
        if (plan.before().desired().isEmpty()) {
            return "A scheduled task changed the capacity limits, " + total(plan);
        }
        return "A scheduled task changed the desired capacity managed by the scaling activity"
                + fromTo(plan.before().desired().getAsInt(), plan.desired().orElseThrow());
    }

    private static String who(ScalingPlan plan, Trigger trigger) {
        if (trigger instanceof Trigger.Execute execute) {
            return "A user requests to execute scaling rule \"" + execute.rule() + "\", ";
        }
        if (trigger instanceof Trigger.Alarm alarm) {
            return "An alarm task requests to execute scaling rule \"" + alarm.rule() + "\", ";
        }
        if (trigger instanceof Trigger.Adjust) {
            return "A user requests to adjust the capacity, ";
        }
        if (trigger instanceof Trigger.SetCapacity set) {
            return set.desired().isPresent()
                    ? "A user changed the Desired Capacity, "
                    : "A user changed the capacity limits, ";
        }
        if (trigger instanceof Trigger.Attach) {
            return "A user attached instances, ";
        }
        if (trigger instanceof Trigger.Remove) {
            return "A user removed instances, ";
        }
        String what = PlanText.trigger(plan);
        return Character.toUpperCase(what.charAt(0)) + what.substring(1) + ", ";
    }

    private static String total(ScalingPlan plan) {
        if (plan.decision() instanceof Decision.Deferred) {
            return "changing the Desired Capacity"
                    + fromTo(
                            plan.before().desired().orElseThrow(),
                            plan.desired().orElseThrow());
        }
        return "changing the Total Capacity"
                + fromTo(plan.before().fleet().capacity(), plan.after().fleet().capacity());
    }

    private static String fromTo(long before, long after) {
        return " from \"" + before + "\" to \"" + after + "\".";
    }
}
