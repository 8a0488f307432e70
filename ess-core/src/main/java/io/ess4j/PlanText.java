package io.ess4j;

import io.ess4j.capacity.CapacityChange;
import io.ess4j.model.Instance;
import io.ess4j.naming.HostNames;
import io.ess4j.placement.Launch;
import io.ess4j.placement.LaunchPlan;
import io.ess4j.placement.SkippedPool;
import io.ess4j.removal.KeptReason;
import io.ess4j.removal.RemovalPlan;
import io.ess4j.rule.RuleOutcome;
import io.ess4j.rule.SimpleRule;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Tells a plan in sentences. */
final class PlanText {
    private static final int MOST_LISTED = 10;

    private final StringBuilder text = new StringBuilder();

    private PlanText() {}

    static String of(ScalingPlan plan) {
        PlanText t = new PlanText();
        t.line("group " + plan.group().name() + " at " + plan.at() + ", " + trigger(plan));
        t.decision(plan);
        t.capacity(plan);
        plan.launch().ifPresent(launch -> t.launch(plan, launch));
        plan.attached().forEach(i -> t.line("attach " + i.id() + ", " + i.type() + " in " + i.zone()));
        t.leaving(plan);
        plan.removal().ifPresent(t::kept);
        return t.text.toString();
    }

    /** What asked for the plan, in a few words. */
    static String trigger(ScalingPlan plan) {
        Trigger trigger = plan.trigger();
        if (trigger instanceof Trigger.Alarm alarm) {
            boolean follows = !(plan.group().rule(alarm.rule()) instanceof SimpleRule);
            String missing = follows && alarm.metric().isEmpty() ? " without data" : "";
            return "alarm of rule " + alarm.rule() + at(alarm.metric()) + missing;
        }
        if (trigger instanceof Trigger.Execute execute) {
            return "execution of rule " + execute.rule() + at(execute.metric());
        }
        if (trigger instanceof Trigger.Adjust adjust) {
            return "adjustment " + words(adjust);
        }
        if (trigger instanceof Trigger.Scheduled scheduled) {
            return "scheduled task " + scheduled.task();
        }
        if (trigger instanceof Trigger.DesiredMode) {
            return "desired capacity switched on or off";
        }
        if (trigger instanceof Trigger.SetCapacity) {
            return "capacity set";
        }
        if (trigger instanceof Trigger.Check) {
            return "capacity check";
        }
        if (trigger instanceof Trigger.SpotNotice notice) {
            return "notice for spot instances " + shown(notice.ids());
        }
        if (trigger instanceof Trigger.Attach) {
            return "instances to attach";
        }
        if (trigger instanceof Trigger.Remove remove) {
            return "instances to remove " + shown(remove.ids());
        }
        if (trigger instanceof Trigger.StartsFailed failed) {
            return "failed starts " + shown(failed.ids());
        }
        if (trigger instanceof Trigger.HealthCheck) {
            return "health check";
        }
        if (trigger instanceof Trigger.LifetimeCheck) {
            return "lifetime check";
        }
        return trigger instanceof Trigger.Rebalance ? "zones to rebalance" : "mix to restore";
    }

    private static String words(Trigger.Adjust adjust) {
        return switch (adjust.type()) {
            case QUANTITY -> "by " + adjust.value() + " units";
            case PERCENT, PERCENT_TOWARD_ZERO -> "by " + adjust.value() + " %";
            case TOTAL -> "to " + adjust.value() + " units";
        };
    }

    private static String at(OptionalDouble metric) {
        return metric.isPresent() ? " at " + metric.getAsDouble() : "";
    }

    private void decision(ScalingPlan plan) {
        if (plan.decision() instanceof Decision.Rejected rejected) {
            boolean cooling = rejected.reason() == Rejection.COOLING_DOWN;
            String until = cooling
                    ? plan.before().coolingDownUntil().map(t -> " until " + t).orElse("")
                    : "";
            line("rejected: " + rejected.reason() + until);
        } else if (plan.decision() instanceof Decision.Deferred deferred) {
            rule(deferred.rule());
            line("only the desired capacity changes; the next check scales the group");
        } else if (plan.decision() instanceof Decision.Compared compared) {
            compared.rule().ifPresent(this::rule);
            change(plan, compared);
        }
    }

    private void rule(RuleOutcome outcome) {
        line("the rule wants " + outcome.wanted() + " units: " + words(outcome.reason()));
    }

    private void change(ScalingPlan plan, Decision.Compared compared) {
        CapacityChange change = compared.change();
        String why = "capacity " + plan.before().fleet().capacity() + " is " + reason(plan, compared);
        line(
                switch (change.direction()) {
                    case HOLD -> "hold: " + why;
                    case SCALE_OUT -> "scale out by " + change.units() + " to " + change.goal() + ": " + why;
                    case SCALE_IN -> "scale in by up to " + change.units() + " to " + change.goal() + ": " + why;
                });
        if (isHeldBack(plan, change)) {
            line("held back, for these processes are suspended: "
                    + plan.before().suspension().suspended());
        }
    }

    private static String reason(ScalingPlan plan, Decision.Compared compared) {
        long desired = goal(plan, compared);
        String goal = (plan.desired().isPresent() ? "the desired " : "the wanted ") + desired;
        int weight = plan.group().weights().largest();
        String band = weight == 1 ? "" : ", by less than the largest weight " + weight;
        return switch (compared.change().reason()) {
            case BELOW_MINIMUM -> "below the minimum " + plan.limits().min();
            case BELOW_DESIRED -> "below " + goal;
            case ABOVE_DESIRED -> "above " + goal;
            case ABOVE_MAXIMUM -> "above the maximum " + plan.limits().max();
            case AT_DESIRED -> desired == plan.before().fleet().capacity() ? goal : "above " + goal + band;
            case WITHIN_LIMITS -> "within the limits " + plan.limits();
        };
    }

    /** What capacity was compared with: holding, the change itself no longer says. */
    private static long goal(ScalingPlan plan, Decision.Compared compared) {
        if (plan.desired().isPresent()) {
            return plan.desired().getAsInt();
        }
        CapacityChange change = compared.change();
        return change.direction() == CapacityChange.Direction.HOLD
                ? compared.rule()
                        .map(rule -> (long) plan.limits().clamp(rule.wanted()))
                        .orElse(change.goal())
                : change.goal();
    }

    private static boolean isHeldBack(ScalingPlan plan, CapacityChange change) {
        return change.direction() != CapacityChange.Direction.HOLD
                && plan.launch().isEmpty()
                && plan.removal().isEmpty()
                && plan.departures().isEmpty()
                && !plan.before().suspension().suspended().isEmpty();
    }

    private void capacity(ScalingPlan plan) {
        if (!plan.limits().equals(plan.before().limits())) {
            line("limits " + plan.before().limits() + " become " + plan.limits());
        }
        if (!plan.desired().equals(plan.before().desired())) {
            line(
                    plan.desired().isPresent()
                            ? "desired capacity becomes " + plan.desired().getAsInt()
                            : "no desired capacity from now on");
        }
    }

    private void launch(ScalingPlan plan, LaunchPlan launch) {
        plan.starts().forEach(id -> line("start " + id));
        for (Launch l : plan.launches()) {
            line("launch " + l);
        }
        for (SkippedPool skipped : launch.skipped()) {
            line("passed over " + skipped.offering() + ": " + words(skipped.reason()));
        }
        if (plan.postponedInstances() > 0) {
            line("leave " + plan.postponedInstances() + " instances to the next activity: one may do at most "
                    + plan.group().activityLimits().mostInstances());
        }
        launch.shortfallReason().ifPresent(why -> line("short of " + launch.shortfall() + " units: " + words(why)));
        plan.hostNames().ifPresent(this::names);
    }

    private void names(HostNames names) {
        listed("named", names.names());
        names.reason().ifPresent(why -> line(names.shortfall() + " instances without a name: " + words(why)));
    }

    private void kept(RemovalPlan removal) {
        Map<KeptReason, Integer> kept = new EnumMap<>(KeptReason.class);
        removal.kept().forEach(k -> kept.merge(k.reason(), 1, Integer::sum));
        kept.forEach((reason, count) -> line("keep " + count + ": " + words(reason)));
    }

    private void leaving(ScalingPlan plan) {
        if (plan.removesOnceReplaced()) {
            line("once everything launched is in service:");
        }
        List<Exit> exits = plan.exits();
        for (Exit exit : exits.subList(0, Math.min(MOST_LISTED, exits.size()))) {
            Instance i = exit.instance();
            String how = switch (exit.way()) {
                case STOP -> "stop ";
                case LEAVE -> "let go ";
                default -> "remove ";
            };
            line(how + i.id() + ", " + i.type() + " in " + i.zone() + ", joined " + i.joinedAt());
        }
        more(exits.size());
    }

    private void more(int count) {
        if (count > MOST_LISTED) {
            line("remove " + (count - MOST_LISTED) + " more");
        }
    }

    private void listed(String what, List<String> items) {
        if (!items.isEmpty()) {
            line(what + " " + shown(items));
        }
    }

    private static String shown(List<String> items) {
        return String.join(", ", items.subList(0, Math.min(MOST_LISTED, items.size())))
                + (items.size() > MOST_LISTED ? " and " + (items.size() - MOST_LISTED) + " more" : "");
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void line(String line) {
        text.append(text.isEmpty() ? "" : "\n  ").append(line);
    }
}
