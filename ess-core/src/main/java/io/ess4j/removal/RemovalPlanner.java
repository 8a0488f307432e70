package io.ess4j.removal;

import io.ess4j.model.Fleet;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.table.FleetColumns;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Packed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Chooses the instances that leave (guide 4.2, contract sections 3 and 5).
 *
 * <p>Only instances in service are eligible; protected, standby, pending, stopped and leaving ones stay. The eligible
 * ones are ordered by the policy, ties by id, and taken one after the other until the goal is met. One that would bring
 * capacity below the goal is passed over, and the next one is tried.
 *
 * <p>Cost: O(n log k) for at most k removals out of n instances.
 */
public final class RemovalPlanner {
    private static final int IN_SERVICE = LifecycleState.IN_SERVICE.ordinal();

    private RemovalPlanner() {}

    /**
     * Chooses who leaves.
     *
     * @param policy the order of leaving
     * @param fleet the instances of the group
     * @param goal how much is to go
     * @return the plan; empty if nothing is to go or nobody is eligible
     */
    public static RemovalPlan plan(RemovalPolicy policy, Fleet fleet, RemovalGoal goal) {
        FleetTable table = FleetTable.of(fleet);
        FleetColumns columns = table.columns();
        long capacity = fleet.capacity();
        List<Integer> rows = new ArrayList<>();
        if (goal.mostInstances() == 0 || capacity < goal.whileAtLeast()) {
            return new RemovalPlan(fleet, policy, goal, rows);
        }
        for (int row : firstRows(columns, order(policy, table), mostCandidates(table, goal))) {
            if (rows.size() == goal.mostInstances() || capacity < goal.whileAtLeast()) {
                break;
            }
            int weight = columns.weight()[row];
            if (capacity - weight >= goal.neverBelow()) {
                rows.add(row);
                capacity -= weight;
            }
        }
        return new RemovalPlan(fleet, policy, goal, rows);
    }

    /** How many of the first rows can matter: all of them where a heavy one may be passed over for a lighter one. */
    private static int mostCandidates(FleetTable table, RemovalGoal goal) {
        int eligible = table.count(LifecycleState.IN_SERVICE);
        boolean everyWeightIsOne = table.capacity(LifecycleState.IN_SERVICE) == eligible;
        if (!everyWeightIsOne) {
            return eligible;
        }
        long excess = table.capacity() - goal.neverBelow();
        return (int) Math.max(0, Math.min(Math.min(goal.mostInstances(), excess), eligible));
    }

    private static int[] firstRows(FleetColumns columns, Comparator<Integer> order, int most) {
        if (most == 0) {
            return new int[0];
        }
        PriorityQueue<Integer> worstFirst = new PriorityQueue<>(order.reversed());
        for (int row = 0; row < columns.size(); row++) {
            if (Packed.state(columns.packed()[row]) != IN_SERVICE) {
                continue;
            }
            if (worstFirst.size() < most) {
                worstFirst.add(row);
            } else if (order.compare(row, worstFirst.element()) < 0) {
                worstFirst.remove();
                worstFirst.add(row);
            }
        }
        Integer[] rows = worstFirst.toArray(Integer[]::new);
        Arrays.sort(rows, order);
        return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
    }

    private static Comparator<Integer> order(RemovalPolicy policy, FleetTable table) {
        FleetColumns columns = table.columns();
        Comparator<Integer> byId = Comparator.comparing(row -> columns.id()[row]);
        Comparator<Integer> byAge = Comparator.comparingLong(row -> columns.joinedNanos()[row]);
        return switch (policy.criterion()) {
            case OLDEST_INSTANCE -> byAge.thenComparing(byId);
            case NEWEST_INSTANCE -> byAge.reversed().thenComparing(byId);
            case OLDEST_CONFIGURATION -> bySourceAge(table).thenComparing(byId);
        };
    }

    /** Oldest source first; instances without a source last, so that attached ones never go before created ones. */
    private static Comparator<Integer> bySourceAge(FleetTable table) {
        int[] source = table.columns().source();
        return (a, b) -> {
            if (source[a] < 0 || source[b] < 0) {
                return Boolean.compare(source[a] < 0, source[b] < 0);
            }
            return table.sources().get(source[a]).compareTo(table.sources().get(source[b]));
        };
    }
}
