package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.model.Instance;
import io.ess4j.naming.HostNames;
import io.ess4j.placement.Launch;
import io.ess4j.placement.LaunchPlan;
import io.ess4j.removal.RemovalPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a group should do about one trigger, and why. A plan changes nothing; the caller carries it out and goes on from
 * {@link #after}.
 *
 * @param group the policies that were applied
 * @param before the state that was looked at
 * @param trigger why the question was asked
 * @param at when
 * @param decision what it came to
 * @param limits the limits in force from now on
 * @param desired the desired capacity from now on, in a group that has one
 * @param launch what to launch, if the group scales out
 * @param hostNames the names of the launched instances, if the group scales out and names them
 * @param removal who leaves, if the group scales in by its removal policy
 * @param departures who leaves, if the trigger or an exact cover names them
 * @param attached who joins by hand, pending from now on
 */
public record ScalingPlan(
        ScalingGroup group,
        GroupState before,
        Trigger trigger,
        Instant at,
        Decision decision,
        CapacityLimits limits,
        OptionalInt desired,
        Optional<LaunchPlan> launch,
        Optional<HostNames> hostNames,
        Optional<RemovalPlan> removal,
        Optional<Departures> departures,
        List<Instance> attached) {
    public ScalingPlan {
        requireNonNull(group, "group");
        requireNonNull(before, "before");
        requireNonNull(trigger, "trigger");
        requireNonNull(at, "at");
        requireNonNull(decision, "decision");
        requireNonNull(limits, "limits");
        requireNonNull(desired, "desired");
        requireNonNull(launch, "launch");
        requireNonNull(hostNames, "hostNames");
        requireNonNull(removal, "removal");
        requireNonNull(departures, "departures");
        attached = List.copyOf(attached);
    }

    static ScalingPlan of(ScalingGroup group, GroupState before, Trigger trigger, Instant at, Decision decision) {
        return new ScalingPlan(
                group,
                before,
                trigger,
                at,
                decision,
                before.limits(),
                before.desired(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    ScalingPlan withCapacity(CapacityLimits newLimits, OptionalInt newDesired) {
        return with(newLimits, newDesired, launch, hostNames, removal, departures, attached);
    }

    ScalingPlan withLaunch(LaunchPlan plan, Optional<HostNames> names) {
        return with(limits, desired, Optional.of(plan), names, removal, departures, attached);
    }

    ScalingPlan withRemoval(RemovalPlan plan) {
        return with(limits, desired, launch, hostNames, Optional.of(plan), departures, attached);
    }

    ScalingPlan withDepartures(Departures named) {
        return with(limits, desired, launch, hostNames, removal, Optional.of(named), attached);
    }

    ScalingPlan withAttached(List<Instance> joining) {
        return with(limits, desired, launch, hostNames, removal, departures, joining);
    }

    /** This plan as the answer to another trigger. */
    ScalingPlan withTrigger(Trigger asked) {
        return new ScalingPlan(
                group, before, asked, at, decision, limits, desired, launch, hostNames, removal, departures, attached);
    }

    /** This plan with its capacity, and without any change to instances. */
    ScalingPlan withoutInstances() {
        return with(limits, desired, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    private ScalingPlan with(
            CapacityLimits newLimits,
            OptionalInt newDesired,
            Optional<LaunchPlan> newLaunch,
            Optional<HostNames> newNames,
            Optional<RemovalPlan> newRemoval,
            Optional<Departures> newDepartures,
            List<Instance> newAttached) {
        return new ScalingPlan(
                group,
                before,
                trigger,
                at,
                decision,
                newLimits,
                newDesired,
                newLaunch,
                newNames,
                newRemoval,
                newDepartures,
                newAttached);
    }

    /**
     * Whether the request was refused.
     *
     * @return true if nothing changes because of a {@link Rejection}
     */
    public boolean isRejected() {
        return decision instanceof Decision.Rejected;
    }

    /**
     * What to launch: at most as many instances as one activity may, and where host names ran out, only as many as
     * there are names.
     *
     * @return an unmodifiable list in the order of preference, empty if nothing is launched
     */
    public List<Launch> launches() {
        if (launch.isEmpty()) {
            return List.of();
        }
        LaunchPlan whole = launch.get();
        long most = mostLaunches(group, whole);
        if (hostNames.isPresent()) {
            most = Math.min(most, hostNames.get().names().size());
        }
        return most >= whole.launchedInstances()
                ? whole.launches()
                : PlannedLaunches.first(whole.launches(), (int) most);
    }

    /** How many instances an activity may launch beside those that it starts. */
    static int mostLaunches(ScalingGroup group, LaunchPlan launch) {
        return Math.max(
                0, group.activityLimits().mostInstances() - launch.started().size());
    }

    /**
     * The stopped instances to start before anything is launched.
     *
     * @return an unmodifiable list of ids, in order; at most as many as one activity may
     */
    public List<String> starts() {
        List<String> all = launch.map(LaunchPlan::started).orElse(List.of());
        return all.subList(0, Math.min(all.size(), group.activityLimits().mostInstances()));
    }

    /**
     * Who leaves, first one first; see {@link #removesOnceReplaced} for when.
     *
     * @return an unmodifiable list, empty if nobody leaves
     */
    public List<Instance> removals() {
        List<Instance> chosen = removal.map(RemovalPlan::removed).orElse(List.of());
        if (departures.isEmpty()) {
            return chosen;
        }
        List<Instance> all = new ArrayList<>(departures.get().instances());
        all.addAll(chosen);
        return Collections.unmodifiableList(all);
    }

    /**
     * Who leaves and what becomes of them: released, stopped to be started again later, or only out of the group (guide
     * 3.3, guide map C-6-1).
     *
     * @return an unmodifiable list in the order of {@link #removals}
     */
    public List<Exit> exits() {
        return Exits.of(this);
    }

    /**
     * Who may leave when only so much has come into service in place of them: the first ones that fit. What the
     * provider takes back leaves in any case.
     *
     * @param units the capacity of the launched instances that are in service, 0 or more
     * @return the first of the {@link #exits}; all of them if the plan does not replace
     */
    public List<Exit> exitsReplacedBy(long units) {
        List<Exit> all = exits();
        if (!removesOnceReplaced() || trigger instanceof Trigger.SpotNotice) {
            return all;
        }
        long left = units;
        int count = 0;
        while (count < all.size() && all.get(count).instance().weight() <= left) {
            left -= all.get(count).instance().weight();
            count++;
        }
        return all.subList(0, count);
    }

    /**
     * Whether the {@link #removals} stay until what the plan launches is in service; otherwise they leave at once. In
     * {@link #after} they are then unchanged. Of launches that fail, {@link #exitsReplacedBy} says who may leave.
     *
     * @return true if the plan replaces instances
     */
    public boolean removesOnceReplaced() {
        return departures.map(Departures::onceReplaced).orElse(false);
    }

    /**
     * The capacity that was to be launched but cannot be, for want of stock or of host names. What one activity may not
     * launch is not short but left to the next one, see {@link #postponedInstances}.
     *
     * @return capacity units, 0 or more
     */
    public long shortfall() {
        if (launch.isEmpty()) {
            return 0;
        }
        LaunchPlan whole = launch.get();
        List<Launch> allowed = PlannedLaunches.first(whole.launches(), mostLaunches(group, whole));
        return whole.shortfall() + units(allowed) - units(launches());
    }

    /**
     * How many instances are left to a later activity, because one activity may start and launch only so many.
     *
     * @return a number of instances, 0 or more
     */
    public long postponedInstances() {
        if (launch.isEmpty()) {
            return 0;
        }
        LaunchPlan whole = launch.get();
        long most = group.activityLimits().mostInstances();
        return Math.max(0, whole.started().size() + whole.launchedInstances() - most);
    }

    private static long units(List<Launch> launches) {
        return launches.stream().mapToLong(Launch::units).sum();
    }

    /**
     * Whether the plan starts, launches, attaches or removes anything.
     *
     * @return true if carrying it out is an activity
     */
    public boolean changesInstances() {
        return !launches().isEmpty()
                || !starts().isEmpty()
                || !attached.isEmpty()
                || departures.isPresent()
                || removal.map(plan -> plan.count() > 0).orElse(false);
    }

    /**
     * The activity that carrying out this plan is; hand it to {@link GroupState#finished} when it has ended.
     *
     * @return the activity, empty if the plan changes no instance, or is part of an activity that runs already
     */
    public Optional<RunningActivity> activity() {
        boolean part = trigger instanceof Trigger.StartsFailed;
        return changesInstances() && !part ? Optional.of(PlannedState.activity(this)) : Optional.empty();
    }

    /**
     * The state once this plan is accepted: launched instances are pending, leaving ones removing, and the activity is
     * running. Launched instances get the ids {@code new-1}, {@code new-2} and so on, passing over ids that the fleet
     * has.
     *
     * @return the expected state
     */
    public GroupState after() {
        return PlannedState.after(this, PlannedLaunches.provisionalIds(this));
    }

    /**
     * The state once this plan is accepted, with the ids that the provider gave to the launched instances.
     *
     * @param ids one id for each launched instance, in the order of {@link #launches()}
     * @return the expected state
     * @throws IllegalArgumentException if the number of ids differs, or one is not unique
     */
    public GroupState after(List<String> ids) {
        return PlannedState.after(this, ids);
    }

    /**
     * Why, in sentences for a person; the wording may change from one version to the next, the data it is made from
     * does not.
     *
     * @return several lines separated by line feeds
     */
    public String explain() {
        return PlanText.of(this);
    }
}
