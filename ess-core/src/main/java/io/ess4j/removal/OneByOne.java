package io.ess4j.removal;

import com.google.common.primitives.Ints;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Kinds;
import io.ess4j.model.table.Packed;
import java.util.Arrays;

/**
 * Removes rows one at a time from queues, one for each zone: the way for unequal weights and for purchase options that
 * are to keep a least capacity, where a row that does not fit is passed over. What does not fit now never fits later,
 * so no queue is looked at twice. O(n log k + k z) for k removals.
 */
final class OneByOne {
    private static final LifecycleState[] STATES = LifecycleState.values();
    private static final PurchaseOption[] OPTIONS = PurchaseOption.values();

    private final FleetTable table;
    private final LeavingOrder order;
    private final int[] counts;
    private final LeavingQueue[] queues;
    private final long[] spare;

    /**
     * Queues of all rows that may leave, but for those in {@code gone}.
     *
     * @param spare how many units of each purchase option may leave
     */
    private OneByOne(FleetTable table, LeavingOrder order, RemovalScope scope, long[] gone, long[] spare) {
        this.table = table;
        this.order = order;
        this.spare = spare;
        boolean byZone = scope == RemovalScope.LARGEST_ZONES;
        int zones = byZone ? table.zones().size() : 1;
        this.counts = new int[zones];
        int[] sizes = new int[zones];
        for (int row = 0; row < table.size(); row++) {
            if (!isIn(gone, row)) {
                int zone = byZone ? table.zone(row) : 0;
                counts[zone] += STATES[Packed.state(table.packed(row))].countsTowardsCapacity() ? 1 : 0;
                sizes[zone] += order.isEligible(row) ? 1 : 0;
            }
        }
        this.queues = queues(sizes, table, order);
        for (int row = 0; row < table.size(); row++) {
            if (!isIn(gone, row) && order.isEligible(row)) {
                queues[byZone ? table.zone(row) : 0].add(row);
            }
        }
    }

    private static LeavingQueue[] queues(int[] sizes, FleetTable table, LeavingOrder order) {
        LeavingPrefix prefixes = new LeavingPrefix(table, order);
        LeavingQueue[] queues = new LeavingQueue[sizes.length];
        for (int zone = 0; zone < sizes.length; zone++) {
            queues[zone] = new LeavingQueue(order, prefixes, sizes[zone]);
        }
        return queues;
    }

    /**
     * The rows that leave, in order. Rows whose purchase option has no capacity to spare leave only after all others.
     */
    static int[] take(FleetTable table, LeavingOrder order, RemovalRequest request) {
        RemovalGoal goal = request.goal();
        long[] gone = new long[(table.size() + Long.SIZE - 1) / Long.SIZE];
        long[] spare = spare(table, request);
        int[] first = new OneByOne(table, order, request.scope(), gone, spare).take(goal, table.capacity(), gone);
        if (request.leastUnits().isEmpty()) {
            return first;
        }
        long left = table.capacity();
        for (int row : first) {
            left -= table.weight(row);
        }
        Arrays.fill(spare, Long.MAX_VALUE);
        RemovalGoal rest = goal.atMost(goal.mostInstances() - first.length);
        int[] second = new OneByOne(table, order, request.scope(), gone, spare).take(rest, left, gone);
        return Ints.concat(first, second);
    }

    /** The capacity of each purchase option above what is to be left of it: all of it if nothing is said. */
    static long[] spare(FleetTable table, RemovalRequest request) {
        long[] spare = new long[OPTIONS.length];
        request.leastUnits().forEach((option, least) -> spare[option.ordinal()] = -least);
        Kinds kinds = table.kinds();
        for (int kind = 0; kind < kinds.size(); kind++) {
            int option = Packed.option(kinds.packed()[kind]);
            boolean counts = STATES[Packed.state(kinds.packed()[kind])].countsTowardsCapacity();
            spare[option] += counts ? (long) kinds.weight()[kind] * kinds.count()[kind] : 0;
        }
        return spare;
    }

    private int[] take(RemovalGoal goal, long total, long[] gone) {
        int[] taken = new int[Math.min(goal.mostInstances(), table.size())];
        int count = 0;
        long capacity = total;
        while (count < taken.length && capacity >= goal.whileAtLeast()) {
            int zone = next(capacity - goal.neverBelow());
            if (zone < 0) {
                break;
            }
            int row = queues[zone].peek();
            queues[zone].head++;
            counts[zone]--;
            int weight = table.weight(row);
            capacity -= weight;
            spare[Packed.option(table.packed(row))] -= weight;
            gone[row >>> 6] |= 1L << row;
            taken[count++] = row;
        }
        return Arrays.copyOf(taken, count);
    }

    private boolean fits(int row, long mostWeight) {
        int weight = table.weight(row);
        return weight <= mostWeight && weight <= spare[Packed.option(table.packed(row))];
    }

    private static boolean isIn(long[] set, int row) {
        return (set[row >>> 6] >>> row & 1) != 0;
    }

    /** The zone whose first row is next, among the largest zones that have a row that fits; or -1. */
    private int next(long mostWeight) {
        int best = -1;
        for (int zone = 0; zone < counts.length; zone++) {
            LeavingQueue queue = queues[zone];
            while (queue.hasNext() && !fits(queue.peek(), mostWeight)) {
                queue.head++;
            }
            if (queue.hasNext() && (best < 0 || isBefore(zone, best))) {
                best = zone;
            }
        }
        return best;
    }

    private boolean isBefore(int zone, int other) {
        return counts[zone] != counts[other]
                ? counts[zone] > counts[other]
                : order.compare(queues[zone].peek(), queues[other].peek()) < 0;
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
        if (scope == RemovalScope.LARGEST_ZONES) {
            return byLargestZone(table, order, rows);
        }
        LeavingPrefix prefixes = new LeavingPrefix(table, order);
        long[] prefix = Arrays.stream(rows).mapToLong(prefixes::of).toArray();
        RowSelection.sort(rows, prefix, 0, size, order);
        return rows;
    }

    /** Deals rows out again: always the first row of the zone that is largest then. */
    private static int[] byLargestZone(FleetTable table, LeavingOrder order, int[] rows) {
        OneByOne dealer = new OneByOne(table, order, rows);
        int[] dealt = new int[rows.length];
        for (int i = 0; i < dealt.length; i++) {
            int zone = dealer.next(Long.MAX_VALUE);
            dealt[i] = dealer.queues[zone].peek();
            dealer.queues[zone].head++;
            dealer.counts[zone]--;
        }
        return dealt;
    }

    private OneByOne(FleetTable table, LeavingOrder order, int[] rows) {
        this.table = table;
        this.order = order;
        this.spare = new long[OPTIONS.length];
        Arrays.fill(spare, Long.MAX_VALUE);
        int zones = table.zones().size();
        this.counts = new int[zones];
        int[] sizes = new int[zones];
        for (int row : rows) {
            sizes[table.zone(row)]++;
        }
        for (int zone = 0; zone < zones; zone++) {
            for (LifecycleState state : STATES) {
                counts[zone] += state.countsTowardsCapacity() ? table.count(zone, state.ordinal()) : 0;
            }
        }
        this.queues = queues(sizes, table, order);
        for (int row : rows) {
            queues[table.zone(row)].add(row);
        }
    }
}
