package io.ess4j.sim.control;

import io.ess4j.Decision;
import io.ess4j.ScalingPlan;
import io.ess4j.Trigger;
import io.ess4j.placement.LaunchPlan;
import io.ess4j.placement.SkippedPool;
import io.ess4j.rule.RuleOutcome;
import io.ess4j.rule.RuleReason;
import io.ess4j.sim.input.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells a plan in the words of an activity log: one sentence for the cause, one for each thing that fell short. */
public final class PlanWords {
    private PlanWords() {}

    static String trigger(ScalingPlan plan) {
        Trigger trigger = plan.trigger();
        if (trigger instanceof Trigger.Alarm) {
            return "ALARM";
        }
        if (trigger instanceof Trigger.Execute || trigger instanceof Trigger.Scheduled) {
            return "SCHEDULE";
        }
        return trigger.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    /**
     * Why a plan was made.
     *
     * @param plan the plan
     * @return a sentence
     */
    public static String cause(ScalingPlan plan) {
        Trigger trigger = plan.trigger();
        if (trigger instanceof Trigger.Alarm alarm) {
            return "Rule " + alarm.rule() + metric(alarm) + outcome(plan);
        }
        if (trigger instanceof Trigger.Execute execute) {
            return "The schedule ran rule " + execute.rule() + outcome(plan);
        }
        if (trigger instanceof Trigger.Adjust) {
            return "The capacity was adjusted" + outcome(plan);
        }
        if (trigger instanceof Trigger.SetCapacity) {
            return "The capacity was set: " + plan.limits()
                    + (plan.desired().isPresent()
                            ? ", desired " + plan.desired().getAsInt()
                            : "") + outcome(plan);
        }
        if (trigger instanceof Trigger.SpotNotice notice) {
            return "The provider takes back " + notice.ids().size()
                    + (notice.ids().size() == 1 ? " spot instance" : " spot instances") + outcome(plan);
        }
        return question(trigger) + outcome(plan);
    }

    private static String question(Trigger trigger) {
        if (trigger instanceof Trigger.HealthCheck) {
            return "Instances were found broken";
        }
        if (trigger instanceof Trigger.LifetimeCheck) {
            return "Instances have stayed too long";
        }
        if (trigger instanceof Trigger.Rebalance) {
            return "Zones were not level";
        }
        return trigger instanceof Trigger.RestoreMix ? "On-demand instances stood in for spot ones" : "Capacity check";
    }

    private static String metric(Trigger.Alarm alarm) {
        return alarm.metric().isPresent()
                ? " saw " + Decimals.fixed(alarm.metric().getAsDouble(), 1) + " %"
                : "";
    }

    private static String outcome(ScalingPlan plan) {
        if (plan.decision() instanceof Decision.Rejected rejected) {
            return "; refused: " + rejected.reason() + ".";
        }
        if (plan.decision() instanceof Decision.Deferred deferred) {
            return wish(Optional.of(deferred.rule())) + ".";
        }
        if (plan.decision() instanceof Decision.Compared compared) {
            return wish(compared.rule()) + "; capacity " + plan.before().fleet().capacity() + " is "
                    + words(compared.change().reason()) + ".";
        }
        if (plan.decision() instanceof Decision.AsRequested) {
            return ".";
        }
        throw new AssertionError(plan.decision());
    }

    private static String wish(Optional<RuleOutcome> rule) {
        return rule.map(r -> " and wants " + r.wanted() + " units" + why(r.reason()))
                .orElse("");
    }

    /** A simple rule has no reason beyond its wish. */
    private static String why(RuleReason reason) {
        return reason == RuleReason.ADDS || reason == RuleReason.REMOVES ? "" : " (" + words(reason) + ")";
    }

    static List<String> notes(ScalingPlan plan) {
        List<String> notes = new ArrayList<>();
        plan.launch().ifPresent(launch -> launchNotes(launch, notes));
        plan.hostNames()
                .filter(names -> names.shortfall() > 0)
                .ifPresent(names -> notes.add(names.shortfall() + " instances were left out for want of a host name"));
        return notes;
    }

    private static void launchNotes(LaunchPlan launch, List<String> notes) {
        for (SkippedPool skipped : launch.skipped()) {
            notes.add("Passed over " + skipped.offering() + ": " + words(skipped.reason()));
        }
        launch.shortfallReason()
                .ifPresent(why -> notes.add("Short of " + launch.shortfall() + " units: " + words(why)));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
