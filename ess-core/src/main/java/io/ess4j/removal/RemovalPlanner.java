package io.ess4j.removal;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Packed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the instances that leave (guide 4.2, guide map C-3-1).
 *
 * <p>The documented procedure removes one instance at a time: of the instances in service, the {@linkplain RemovalScope
 * scope} keeps those of the largest zones or of the highest unit price, the first stage keeps the ones that come first,
 * the second stage those among them, and of what remains one leaves at random. Protected, standby, pending, stopped and
 * leaving instances stay. One that would bring capacity below the goal is passed over. This planner gives exactly that
 * answer for any number of removals at once. In place of chance the least id leaves, unless a generator is passed in.
 *
 * <p>Example: zone h holds i-1 and i-4, zone i holds i-2, i-3 and i-5, in the order of their ages.
 * {@code LARGEST_ZONES} with {@code OLDEST_INSTANCE} takes i-2, then i-1 (the zones are tied, and i-1 is the oldest),
 * then i-3.
 *
 * <p>Cost: O(n + z log n + d log d) for n instances of d kinds (alike but for id and time of joining) in z zones if all
 * weigh the same and no mix is to be kept, whatever is removed; O(n log k + k z) for k removals otherwise.
 */
public final class RemovalPlanner {
    private RemovalPlanner() {}

    /**
     * Chooses who leaves among all eligible instances, ties by id.
     *
     * @param policy the order of leaving
     * @param fleet the instances of the group
     * @param goal how much is to go
     * @return the plan; nobody leaves if nothing is to go or nobody is eligible
     * @throws IllegalArgumentException if the policy has a criterion that needs the present time
     */
    public static RemovalPlan plan(RemovalPolicy policy, Fleet fleet, RemovalGoal goal) {
        return plan(policy, RemovalRequest.of(fleet, goal));
    }

    /**
     * Chooses who leaves, ties by id.
     *
     * @param policy the order of leaving
     * @param request the fleet, the goal, and what else the policy needs to know
     * @return the plan; nobody leaves if nothing is to go or nobody is eligible
     * @throws IllegalArgumentException if the policy has a criterion that needs the present time and the request has
     *     none
     */
    public static RemovalPlan plan(RemovalPolicy policy, RemovalRequest request) {
        return decide(policy, request, null);
    }

    /**
     * Chooses who leaves, ties at random as documented: one number is drawn for each row of the fleet, in its order.
     *
     * @param policy the order of leaving
     * @param request the fleet, the goal, and what else the policy needs to know
     * @param ties the source of chance
     * @return the plan
     * @throws IllegalArgumentException if the policy has a criterion that needs the present time and the request has
     *     none
     */
    public static RemovalPlan plan(RemovalPolicy policy, RemovalRequest request, RandomGenerator ties) {
        return decide(policy, request, ties);
    }

    private static RemovalPlan decide(RemovalPolicy policy, RemovalRequest request, @Nullable RandomGenerator ties) {
        FleetTable table = FleetTable.of(request.fleet());
        LeavingOrder order = new LeavingOrder(policy, request, ties);
        if (table.isEmpty()) {
            return new RemovalPlan(policy, request, order, new long[0]);
        }
        if (!table.isEvenlyWeighted() || !request.leastUnits().isEmpty()) {
            return RemovalPlan.ofSequence(policy, request, order, OneByOne.take(table, order, request));
        }
        ZoneQuotas quotas = ZoneQuotas.of(table, order, request.scope(), count(table, request.goal()));
        return new RemovalPlan(policy, request, order, CutSelection.select(table, order, quotas));
    }

    /** How many instances of one weight the goal allows to leave a fleet that is not empty. */
    private static int count(FleetTable table, RemovalGoal goal) {
        long total = table.capacity();
        int weight = table.weight(0);
        long above = total < goal.neverBelow() ? 0 : (total - goal.neverBelow()) / weight;
        long until = total < goal.whileAtLeast() ? 0 : (total - goal.whileAtLeast()) / weight + 1;
        return (int) Math.min(goal.mostInstances(), Math.min(above, until));
    }

    /**
     * The instances among which chance would choose the first one to leave: all that are equal by scope and stages.
     *
     * @param policy the order of leaving
     * @param request the fleet and what else the policy needs to know; of its goal only the weight limit counts
     * @return an unmodifiable list in the order of the fleet, empty if nobody may leave
     * @throws IllegalArgumentException if the policy has a criterion that needs the present time and the request has
     *     none
     */
    public static List<Instance> tied(RemovalPolicy policy, RemovalRequest request) {
        FleetTable table = FleetTable.of(request.fleet());
        RemovalGoal one = new RemovalGoal(1, 0, request.goal().neverBelow());
        RemovalPlan plan = plan(policy, request.toGoal(one));
        if (plan.count() == 0) {
            return List.of();
        }
        LeavingOrder order = new LeavingOrder(policy, request, null);
        int first = 0;
        while (!plan.leaves(first)) {
            first++;
        }
        long mostWeight = table.capacity() - one.neverBelow();
        long[] spare = OneByOne.spare(table, request);
        boolean mixKept = hasSpare(table, spare, first);
        List<Instance> tied = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            boolean candidate =
                    order.isEligible(row) && table.weight(row) <= mostWeight && hasSpare(table, spare, row) == mixKept;
            if (candidate && order.compareStages(first, row) == 0 && sameRank(request, table, first, row)) {
                tied.add(table.instance(row));
            }
        }
        return List.copyOf(tied);
    }

    private static boolean hasSpare(FleetTable table, long[] spare, int row) {
        return table.weight(row) <= spare[Packed.option(table.packed(row))];
    }

    private static boolean sameRank(RemovalRequest request, FleetTable table, int first, int row) {
        return request.scope() != RemovalScope.LARGEST_ZONES
                || counted(table, table.zone(first)) == counted(table, table.zone(row));
    }

    private static int counted(FleetTable table, int zone) {
        int count = 0;
        for (LifecycleState state : LifecycleState.values()) {
            count += state.countsTowardsCapacity() ? table.count(zone, state.ordinal()) : 0;
        }
        return count;
    }
}
