package io.ess4j;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.naming.HostNames;
import io.ess4j.placement.Launch;
import io.ess4j.rule.SimpleRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out the state that a plan leads to once it is accepted. */
final class PlannedState {
    private PlannedState() {}

    static GroupState after(ScalingPlan plan, List<String> ids) {
        GroupState before = plan.before();
        long launched = plan.launches().stream().mapToLong(Launch::count).sum();
        if (ids.size() != launched) {
            throw new IllegalArgumentException(
                    "ids (" + ids.size() + ") must be as many as launched instances (" + launched + ")");
        }
        List<RunningActivity> running = new ArrayList<>(before.running());
        plan.activity().ifPresent(running::add);
        return new GroupState(
                fleet(plan, ids),
                plan.limits(),
                plan.desired(),
                before.coolingDownUntil(),
                running,
                plan.hostNames().map(HostNames::after).or(before::hostNames),
                before.status(),
                before.suspension(),
                before.stopPool().without(unpooled(plan)));
    }

    /** Who leaves the stop pool: started by a rule, attached by somebody, or on its way out. */
    private static List<String> unpooled(ScalingPlan plan) {
        List<String> ids = new ArrayList<>(plan.starts());
        plan.attached().forEach(i -> ids.add(i.id()));
        if (!plan.removesOnceReplaced()) {
            plan.removals().forEach(i -> ids.add(i.id()));
        }
        return ids;
    }

    private static Fleet fleet(ScalingPlan plan, List<String> ids) {
        Fleet fleet = plan.before().fleet();
        if (!plan.changesInstances()) {
            return fleet;
        }
        List<Instance> changes = new ArrayList<>();
        if (!plan.removesOnceReplaced()) {
            for (Instance leaving : plan.removals()) {
                changes.add(leaving.withState(LifecycleState.REMOVING));
            }
        }
        // Membership only; the order of hashing is never seen.
        Set<String> starting = new HashSet<>(plan.starts());
        for (int row = 0; row < fleet.size() && !starting.isEmpty(); row++) {
            if (starting.contains(fleet.id(row))) {
                changes.add(fleet.instance(row).joining(plan.at()));
            }
        }
        changes.addAll(plan.attached());
        Set<String> given = new HashSet<>(ids);
        for (int row = 0; row < fleet.size() && !given.isEmpty(); row++) {
            if (given.contains(fleet.id(row))) {
                throw new IllegalArgumentException("id (" + fleet.id(row) + ") must not be in the fleet yet");
            }
        }
        changes.addAll(PlannedLaunches.pending(plan, ids));
        return fleet.with(changes);
    }

    static RunningActivity activity(ScalingPlan plan) {
        return new RunningActivity(RunningActivity.isExclusive(plan.before(), plan.trigger()), cooldown(plan));
    }

    private static Duration cooldown(ScalingPlan plan) {
        return ruleName(plan.trigger())
                .map(plan.group()::rule)
                .filter(SimpleRule.class::isInstance)
                .map(SimpleRule.class::cast)
                .flatMap(SimpleRule::cooldown)
                .orElse(plan.group().cooldown());
    }

    static Optional<String> ruleName(Trigger trigger) {
        if (trigger instanceof Trigger.Alarm alarm) {
            return Optional.of(alarm.rule());
        }
        if (trigger instanceof Trigger.Scheduled scheduled) {
            return ruleName(scheduled.byHand());
        }
        return trigger instanceof Trigger.Execute execute ? Optional.of(execute.rule()) : Optional.empty();
    }
}
