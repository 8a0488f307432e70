package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.Decision.Compared;
import io.ess4j.Decision.Deferred;
import io.ess4j.Decision.Rejected;
import io.ess4j.capacity.CapacityChange;
import io.ess4j.capacity.CapacityChange.Direction;
import io.ess4j.capacity.CapacityLimits;
import io.ess4j.capacity.CapacityPlanner;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.Market;
import io.ess4j.model.PurchaseOption;
import io.ess4j.naming.HostNames;
import io.ess4j.placement.ExactRelease;
import io.ess4j.placement.LaunchPlan;
import io.ess4j.placement.LaunchPlanner;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import io.ess4j.removal.RemovalGoal;
import io.ess4j.removal.RemovalPlanner;
import io.ess4j.removal.RemovalRequest;
import io.ess4j.rule.RuleInput;
import io.ess4j.rule.RuleOutcome;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.SimpleRule;
import io.ess4j.rule.StepRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one group does about one trigger. It keeps nothing between two calls: the same state, market, trigger
 * and time give the same plan, on every machine.
 *
 * <p>A decision passes through these steps, and the plan records how far it came:
 *
 * <ol>
 *   <li>May it run now? Running activities and, for alarms, the cooldown (guide map C-12-1, C-13-3).
 *   <li>The rule, if the trigger names one, says which capacity it wants (guide map C-9-1 to C-9-27).
 *   <li>The wish is clamped to the limits and compared with the weighted capacity (guide 1.6).
 *   <li>Scaling out, offerings are chosen and hosts are named (guide 1.4, 1.5, 2.3, 4.1); scaling in, instances are
 *       (guide 4.2).
 * </ol>
 */
public final class Autoscaler {
    private final ScalingGroup group;
    private final Catalog catalog;
    private final LaunchPlanner launchPlanner;

    /**
     * An autoscaler for a group.
     *
     * @param group the policies of the group
     * @param catalog what can be bought; the markets of later calls must be markets of this catalogue
     */
    public Autoscaler(ScalingGroup group, Catalog catalog) {
        this.group = requireNonNull(group, "group");
        this.catalog = requireNonNull(catalog, "catalog");
        this.launchPlanner = new LaunchPlanner(catalog, group.zones(), group.weights());
    }

    /**
     * What the group should do now.
     *
     * @param state what the group is
     * @param market what can be bought now, of the catalogue that this autoscaler was made with
     * @param trigger why the question is asked
     * @param now the present moment
     * @return the plan, and the reason for every part of it
     * @throws IllegalArgumentException if the trigger names a rule that the group does not have, the market is of
     *     another catalogue, the state has host names and the group does not or the other way round, or the time is one
     *     at which no instance could join
     */
    public ScalingPlan plan(GroupState state, Market market, Trigger trigger, Instant now) {
        return decide(state, market, trigger, now, null);
    }

    /**
     * What the group should do now, with chance where the documents say that an instance leaves at random. One number
     * is drawn for each instance when the group scales in by its removal policy, none otherwise.
     *
     * @param state what the group is
     * @param market what can be bought now, of the catalogue that this autoscaler was made with
     * @param trigger why the question is asked
     * @param now the present moment
     * @param ties the source of chance
     * @return the plan, and the reason for every part of it
     * @throws IllegalArgumentException as {@link #plan(GroupState, Market, Trigger, Instant)}
     */
    public ScalingPlan plan(GroupState state, Market market, Trigger trigger, Instant now, RandomGenerator ties) {
        return decide(state, market, trigger, now, requireNonNull(ties, "ties"));
    }

    private ScalingPlan decide(
            GroupState state, Market market, Trigger trigger, Instant now, @Nullable RandomGenerator ties) {
        check(state, market, trigger, now);
        if (trigger instanceof Trigger.StartsFailed failed) {
            return ManualChanges.replaceFailedStarts(group, state, launchPlanner, market, failed, now);
        }
        if (!state.status().acceptsActivities()) {
            return rejected(state, trigger, now, Rejection.GROUP_INACTIVE);
        }
        boolean exclusive = RunningActivity.isExclusive(state, trigger);
        if (state.running().stream().anyMatch(a -> exclusive || a.exclusive())) {
            return rejected(state, trigger, now, Rejection.ACTIVITY_IN_PROGRESS);
        }
        return Suspension.applied(answer(state, market, trigger, now, ties));
    }

    private ScalingPlan answer(
            GroupState state, Market market, Trigger trigger, Instant now, @Nullable RandomGenerator ties) {
        if (trigger instanceof Trigger.Scheduled scheduled) {
            if (scheduled.byHand() instanceof Trigger.Execute run && !(group.rule(run.rule()) instanceof SimpleRule)) {
                return rejected(state, scheduled, now, Rejection.RULE_FOLLOWS_A_METRIC);
            }
            return answer(state, market, scheduled.byHand(), now, ties).withTrigger(scheduled);
        }
        if (trigger instanceof Trigger.DesiredMode mode) {
            return ManualChanges.desiredMode(group, state, mode, now);
        }
        if (trigger instanceof Trigger.Alarm alarm) {
            if (state.coolingDownUntil().filter(now::isBefore).isPresent()) {
                return rejected(state, trigger, now, Rejection.COOLING_DOWN);
            }
            return alarm(state, market, alarm, now, ties);
        }
        if (trigger instanceof Trigger.Execute execute) {
            return execute(state, market, execute, now, ties);
        }
        if (trigger instanceof Trigger.Adjust adjust) {
            return adjust(state, market, adjust, now, ties);
        }
        if (trigger instanceof Trigger.SetCapacity set) {
            return setCapacity(state, market, set, now, ties);
        }
        if (trigger instanceof Trigger.Check) {
            return converge(
                    new Step(state, market, trigger, now, ties, state.limits(), state.desired()), Optional.empty());
        }
        if (trigger instanceof Trigger.Attach attach) {
            return ManualChanges.attach(group, state, attach, now);
        }
        if (trigger instanceof Trigger.Remove remove) {
            return ManualChanges.remove(group, state, remove, now);
        }
        if (trigger instanceof Trigger.HealthCheck) {
            return ManualChanges.unhealthy(group, state, trigger, now);
        }
        Replacements replacements = new Replacements(group, catalog, launchPlanner, state, market, trigger, now);
        if (trigger instanceof Trigger.SpotNotice notice) {
            return replacements.noticed(notice.ids());
        }
        if (trigger instanceof Trigger.Rebalance) {
            return replacements.rebalanced();
        }
        if (trigger instanceof Trigger.RestoreMix) {
            return replacements.restoredMix();
        }
        if (trigger instanceof Trigger.LifetimeCheck) {
            return replacements.retired();
        }
        throw new AssertionError(trigger);
    }

    /** Wrong arguments are refused whatever the state, so that no caller finds out on a busy day only. */
    private void check(GroupState state, Market market, Trigger trigger, Instant now) {
        requireNonNull(state, "state");
        requireNonNull(trigger, "trigger");
        requireNonNull(now, "now");
        if (now.isBefore(Instance.EARLIEST) || now.isAfter(Instance.LATEST)) {
            throw new IllegalArgumentException(
                    "now (" + now + ") must be from " + Instance.EARLIEST + " to " + Instance.LATEST);
        }
        if (group.hostNames().isPresent() != state.hostNames().isPresent()) {
            throw new IllegalArgumentException("hostNames of the state (" + state.hostNames()
                    + ") must be present if and only if the group names its instances (" + group.hostNames() + ")");
        }
        PlannedState.ruleName(trigger).ifPresent(group::rule);
        if (!requireNonNull(market, "market").catalog().equals(catalog)) {
            throw new IllegalArgumentException("market must be over the catalogue of the autoscaler");
        }
    }

    private ScalingPlan alarm(
            GroupState state, Market market, Trigger.Alarm alarm, Instant now, @Nullable RandomGenerator ties) {
        ScalingRule rule = group.rule(alarm.rule());
        RuleOutcome outcome = RuleRun.of(rule, state, alarm.metric(), alarm.threshold(), now);
        Optional<Rejection> refusal = RuleRun.refusal(outcome);
        if (refusal.isPresent()) {
            return rejected(state, alarm, now, refusal.get());
        }
        int wanted = state.limits().clamp(outcome.wanted());
        long base = state.fleet().stableCapacity();
        if (rule instanceof SimpleRule && wanted == base && state.desired().orElse(wanted) == wanted) {
            return rejected(state, alarm, now, Rejection.NO_CHANGE);
        }
        Step step = new Step(state, market, alarm, now, ties, state.limits(), goal(state, outcome, wanted));
        return converge(step, Optional.of(outcome));
    }

    /** A rule that wants no change leaves the desired capacity alone, and asks for nothing beyond it. */
    private static OptionalInt goal(GroupState state, RuleOutcome outcome, int wanted) {
        return outcome.reason().asksForCapacity() ? OptionalInt.of(wanted) : state.desired();
    }

    private ScalingPlan execute(
            GroupState state, Market market, Trigger.Execute execute, Instant now, @Nullable RandomGenerator ties) {
        ScalingRule rule = group.rule(execute.rule());
        if (!(rule instanceof SimpleRule) && !(rule instanceof StepRule)) {
            return rejected(state, execute, now, Rejection.RULE_FOLLOWS_A_METRIC);
        }
        RuleOutcome outcome = RuleRun.of(rule, state, execute.metric(), execute.threshold(), now);
        Optional<Rejection> refusal = RuleRun.refusalByHand(outcome);
        if (refusal.isPresent()) {
            return rejected(state, execute, now, refusal.get());
        }
        int wanted = state.limits().clamp(outcome.wanted());
        // What a step rule is compared with includes what is on its way; a simple rule counts what is stable.
        Fleet fleet = state.fleet();
        long present = rule instanceof SimpleRule ? fleet.stableCapacity() : fleet.capacity();
        long goal = state.desired().isPresent() ? state.desired().getAsInt() : present;
        if (wanted == goal || !outcome.reason().asksForCapacity()) {
            return rejected(state, execute, now, Rejection.NO_CHANGE);
        }
        Step step = new Step(state, market, execute, now, ties, state.limits(), OptionalInt.of(wanted));
        return state.desired().isPresent()
                ? step.plan(group, new Deferred(outcome))
                : converge(step, Optional.of(outcome));
    }

    private ScalingPlan adjust(
            GroupState state, Market market, Trigger.Adjust adjust, Instant now, @Nullable RandomGenerator ties) {
        long stable = state.fleet().stableCapacity();
        RuleOutcome outcome = Handover.rule(adjust.type(), adjust.value(), adjust.leastMagnitude())
                .evaluate(RuleInput.of(stable));
        int wanted = state.limits().clamp(outcome.wanted());
        boolean later = state.desired().isPresent() && !adjust.atOnce();
        if (state.desired().orElse(wanted) == wanted && (later || wanted == stable)) {
            return rejected(state, adjust, now, Rejection.NO_CHANGE);
        }
        Step step = new Step(state, market, adjust, now, ties, state.limits(), OptionalInt.of(wanted));
        return later ? step.plan(group, new Deferred(outcome)) : converge(step, Optional.of(outcome));
    }

    private ScalingPlan setCapacity(
            GroupState state, Market market, Trigger.SetCapacity set, Instant now, @Nullable RandomGenerator ties) {
        int min = set.min().orElse(state.limits().min());
        int max = set.max().orElse(state.limits().max());
        OptionalInt desired = set.desired().isPresent() ? set.desired() : state.desired();
        if (set.desired().isPresent() && state.desired().isEmpty()) {
            return rejected(state, set, now, Rejection.NO_DESIRED_CAPACITY);
        }
        if (min > max || desired.orElse(min) < min || desired.orElse(max) > max) {
            return rejected(state, set, now, Rejection.LIMITS_OUT_OF_ORDER);
        }
        return converge(
                new Step(state, market, set, now, ties, CapacityLimits.of(min, max), desired), Optional.empty());
    }

    private ScalingPlan converge(Step step, Optional<RuleOutcome> outcome) {
        CapacityChange change = CapacityPlanner.converge(
                step.state().fleet().capacity(),
                step.goal(),
                step.limits(),
                group.weights().largest());
        ScalingPlan plan = step.plan(group, new Compared(outcome, change));
        List<Instance> surplus = Stopped.surplus(step.state(), step.state().fleet(), step.limits()).stream()
                .limit(group.activityLimits().mostInstances())
                .toList();
        if (!surplus.isEmpty()) {
            plan = plan.withDepartures(new Departures(surplus, false));
        }
        if (change.direction() == Direction.SCALE_OUT) {
            return scaleOut(plan, step, change);
        }
        return change.direction() == Direction.SCALE_IN ? scaleIn(plan, step, change.goal()) : plan;
    }

    private ScalingPlan scaleIn(ScalingPlan plan, Step step, long goal) {
        Fleet fleet = step.state().fleet();
        int already = plan.departures().map(d -> d.instances().size()).orElse(0);
        int most = group.activityLimits().mostInstances() - already;
        if (most <= 0) {
            return plan;
        }
        SpotMix mix = group.placement().mix();
        long onDemand = mix.isRatio() ? mix.onDemandTarget(goal) : 0;
        if (group.placement() instanceof PlacementStrategy.Exact exact && RemovalScopes.isExact(exact)) {
            List<Instance> released = fleet.findAll(ExactRelease.plan(fleet, goal, onDemand).released().stream()
                    .limit(most)
                    .toList());
            List<Instance> leaving =
                    new ArrayList<>(plan.departures().map(Departures::instances).orElse(List.of()));
            leaving.addAll(released);
            return leaving.isEmpty() ? plan : plan.withDepartures(new Departures(leaving, false));
        }
        RemovalRequest request = RemovalRequest.of(
                        fleet,
                        RemovalGoal.downTo(goal, group.weights().largest()).atMost(most))
                .within(RemovalScopes.of(group.placement()))
                .pricedPer(RemovalScopes.basis(group))
                .at(step.now());
        if (mix.isRatio()) {
            request = request.withLeastUnits(
                    Map.of(PurchaseOption.ON_DEMAND, onDemand, PurchaseOption.SPOT, goal - onDemand));
        }
        return plan.withRemoval(
                step.ties() == null
                        ? RemovalPlanner.plan(group.removal(), request)
                        : RemovalPlanner.plan(group.removal(), request, step.ties()));
    }

    private ScalingPlan scaleOut(ScalingPlan plan, Step step, CapacityChange change) {
        List<String> released = plan.departures().map(Departures::instances).orElse(List.of()).stream()
                .map(Instance::id)
                .toList();
        Fleet fleet = Stopped.inStartOrder(step.state());
        LaunchPlan launch = launchPlanner.plan(
                group.placement(), step.market(), released.isEmpty() ? fleet : fleet.without(released), change.units());
        return launching(plan, launch);
    }

    /** A plan with what it launches, named as far as one activity may launch it. */
    static ScalingPlan launching(ScalingPlan plan, LaunchPlan launch) {
        int count = (int) Math.min(ScalingPlan.mostLaunches(plan.group(), launch), launch.launchedInstances());
        Optional<HostNames> names = plan.before().hostNames().map(sequence -> sequence.next(count));
        return plan.withLaunch(launch, names);
    }

    private ScalingPlan rejected(GroupState state, Trigger trigger, Instant now, Rejection reason) {
        return ScalingPlan.of(group, state, trigger, now, new Rejected(reason));
    }

    /** What a decision has come to before capacity is compared with the goal. */
    private record Step(
            GroupState state,
            Market market,
            Trigger trigger,
            Instant now,
            @Nullable RandomGenerator ties,
            CapacityLimits limits,
            OptionalInt goal) {
        ScalingPlan plan(ScalingGroup group, Decision decision) {
            // The goal of a rule becomes the desired capacity only in a group that has one.
            OptionalInt desired = state.desired().isPresent() ? goal : OptionalInt.empty();
            return ScalingPlan.of(group, state, trigger, now, decision).withCapacity(limits, desired);
        }
    }
}
