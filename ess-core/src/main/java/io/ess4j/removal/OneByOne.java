package io.ess4j.removal;

import io.ess4j.model.LifecycleState;
import io.ess4j.model.table.FleetColumns;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Packed;
import java.util.Arrays;

/**
 * Removes rows one at a time from sorted queues, one for each zone: the way for unequal weights, where a row that is
 * too heavy for the goal is passed over. What does not fit now never fits later, so no queue is looked at twice. O(n
 * log n + k z).
 */
final class OneByOne {
    private static final LifecycleState[] STATES = LifecycleState.values();

    private final FleetTable table;
    private final LeavingOrder order;
    private final int[] counts;
    private final int[][] queues;
    private final int[] heads;

    OneByOne(FleetTable table, LeavingOrder order, RemovalScope scope) {
        this.table = table;
        this.order = order;
        boolean byZone = scope == RemovalScope.LARGEST_ZONES;
        int zones = byZone ? table.zones().size() : 1;
        this.counts = new int[zones];
        this.heads = new int[zones];
        int[] sizes = new int[zones];
        FleetColumns columns = table.columns();
        int[][] rows = new int[zones][table.size()];
        for (int row = 0; row < table.size(); row++) {
            int zone = byZone ? columns.zone()[row] : 0;
            counts[zone] += STATES[Packed.state(columns.packed()[row])].countsTowardsCapacity() ? 1 : 0;
            if (order.isEligible(row)) {
                rows[zone][sizes[zone]++] = row;
            }
        }
        this.queues = new int[zones][];
        for (int zone = 0; zone < zones; zone++) {
            queues[zone] = Arrays.copyOf(rows[zone], sizes[zone]);
            RowSelection.sort(queues[zone], 0, sizes[zone], order);
        }
    }

    /** The rows that leave, one bit each. */
    long[] take(RemovalGoal goal) {
        long[] leaving = new long[(table.size() + Long.SIZE - 1) / Long.SIZE];
        long capacity = table.capacity();
        for (int taken = 0; taken < goal.mostInstances() && capacity >= goal.whileAtLeast(); taken++) {
            int zone = next(capacity - goal.neverBelow());
            if (zone < 0) {
                break;
            }
            int row = queues[zone][heads[zone]++];
            counts[zone]--;
            capacity -= table.columns().weight()[row];
            leaving[row >>> 6] |= 1L << row;
        }
        return leaving;
    }

    /**
     * The zone whose first row is next, among the largest zones that have a row of at most {@code mostWeight}; or -1.
     */
    private int next(long mostWeight) {
        int best = -1;
        for (int zone = 0; zone < counts.length; zone++) {
            int[] queue = queues[zone];
            while (heads[zone] < queue.length && table.columns().weight()[queue[heads[zone]]] > mostWeight) {
                heads[zone]++;
            }
            if (heads[zone] < queue.length && (best < 0 || isBefore(zone, best))) {
                best = zone;
            }
        }
        return best;
    }

    private boolean isBefore(int zone, int other) {
        return counts[zone] != counts[other]
                ? counts[zone] > counts[other]
                : order.compare(queues[zone][heads[zone]], queues[other][heads[other]]) < 0;
    }

    /** All rows of a set, in the order in which they are taken. */
    static int[] sequence(FleetTable table, LeavingOrder order, RemovalScope scope, long[] set, int size) {
        int[] rows = new int[size];
        int next = 0;
        for (int word = 0; word < set.length; word++) {
            for (long bits = set[word]; bits != 0; bits &= bits - 1) {
                rows[next++] = (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        RowSelection.sort(rows, 0, size, order);
        return scope == RemovalScope.LARGEST_ZONES ? byLargestZone(table, order, rows) : rows;
    }

    /** Deals sorted rows out again: always the first row of the zone that is largest then. */
    private static int[] byLargestZone(FleetTable table, LeavingOrder order, int[] sorted) {
        OneByOne dealer = new OneByOne(table, order, sorted);
        int[] dealt = new int[sorted.length];
        for (int i = 0; i < dealt.length; i++) {
            int zone = dealer.next(Long.MAX_VALUE);
            dealt[i] = dealer.queues[zone][dealer.heads[zone]++];
            dealer.counts[zone]--;
        }
        return dealt;
    }

    private OneByOne(FleetTable table, LeavingOrder order, int[] sorted) {
        this.table = table;
        this.order = order;
        int zones = table.zones().size();
        this.counts = new int[zones];
        this.heads = new int[zones];
        this.queues = new int[zones][];
        int[] sizes = new int[zones];
        for (int row : sorted) {
            sizes[table.columns().zone()[row]]++;
        }
        for (int zone = 0; zone < zones; zone++) {
            queues[zone] = new int[sizes[zone]];
            sizes[zone] = 0;
            for (LifecycleState state : STATES) {
                counts[zone] += state.countsTowardsCapacity() ? table.count(zone, state.ordinal()) : 0;
            }
        }
        for (int row : sorted) {
            int zone = table.columns().zone()[row];
            queues[zone][sizes[zone]++] = row;
        }
    }
}
