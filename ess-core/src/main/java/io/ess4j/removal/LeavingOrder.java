package io.ess4j.removal;

import io.ess4j.model.LifecycleState;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Kinds;
import io.ess4j.model.table.Packed;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The total order in which eligible rows leave, leaving zones aside: all stages, then the id.
 *
 * <p>Its head is split in two, so that a fleet can be cut without comparing rows: the leading stages that depend on the
 * kind of an instance alone, as one {@linkplain #rank rank} a kind, and the first stage that does not, as one
 * {@linkplain #values number} a row. Only rows that are equal by both are compared in full.
 */
final class LeavingOrder {
    private static final StageKey.ByRow NOBODY_BEFORE = StageKey.ByRow.leastFirst(new long[0]);

    private final FleetTable table;
    private final int[] kind;
    private final StageKey[] keys;
    private final int eligibleStates;
    private final int[] rank;
    private final StageKey.ByRow first;
    /** The first of the keys behind rank and value. */
    private final int tail;

    LeavingOrder(RemovalPolicy policy, RemovalRequest request, @Nullable RandomGenerator ties) {
        this.table = FleetTable.of(request.fleet());
        this.kind = table.columns().kind();
        this.keys = StageKeys.of(policy, request, ties);
        this.eligibleStates = eligibleStates(policy);
        int leading = 0;
        while (leading < keys.length && keys[leading] instanceof StageKey.ByKind) {
            leading++;
        }
        this.rank = rank(leading);
        this.tail = leading + 1;
        this.first = leading < keys.length ? (StageKey.ByRow) keys[leading] : NOBODY_BEFORE;
    }

    private static int eligibleStates(RemovalPolicy policy) {
        int states = 1 << LifecycleState.IN_SERVICE.ordinal();
        if (policy.stages().contains(RemovalCriterion.PENDING_FIRST)) {
            states |= 1 << LifecycleState.PENDING.ordinal() | 1 << LifecycleState.PENDING_WAIT.ordinal();
        }
        return states;
    }

    /** The ranks of the first {@code leading} keys as one. */
    private int[] rank(int leading) {
        if (leading == 0) {
            return new int[table.kinds().size()];
        }
        int[] all = ((StageKey.ByKind) keys[0]).rank;
        for (int k = 1; k < leading; k++) {
            StageKey.ByKind key = (StageKey.ByKind) keys[k];
            long[] pairs = new long[all.length];
            for (int kind = 0; kind < pairs.length; kind++) {
                pairs[kind] = (long) all[kind] * key.ranks() + key.rank[kind];
            }
            long[] sorted = Arrays.stream(pairs).sorted().distinct().toArray();
            all = Arrays.stream(pairs)
                    .mapToInt(pair -> Arrays.binarySearch(sorted, pair))
                    .toArray();
        }
        return all;
    }

    /** One number a kind: kinds of less rank leave first, those of equal rank are told apart by what follows. */
    int[] rank() {
        return rank;
    }

    /** Whether a number a row follows the ranks; if not, rows of equal rank are compared in full. */
    boolean hasValues() {
        return first != NOBODY_BEFORE;
    }

    /** One number a row, to be read with {@link #flip}. */
    long[] values() {
        return first.value;
    }

    /** The number of a row, for comparing; 0 for all if there are none. */
    long value(int row) {
        return hasValues() ? first.of(row) : 0;
    }

    /** The bits of a value that are to be flipped before values are compared: all or none. */
    long flip() {
        return first.flip;
    }

    boolean isEligible(int row) {
        return isEligibleState(Packed.state(table.packed(row)));
    }

    boolean isEligibleKind(Kinds kinds, int kind) {
        return isEligibleState(Packed.state(kinds.packed()[kind]));
    }

    boolean isEligibleState(int state) {
        return (eligibleStates >> state & 1) != 0;
    }

    /** Compares two rows by the stages alone; 0 means that they are tied. */
    int compareStages(int a, int b) {
        int c = Integer.compare(rank[kind[a]], rank[kind[b]]);
        if (c == 0 && hasValues()) {
            c = Long.compare(first.of(a), first.of(b));
            for (int k = tail; k < keys.length && c == 0; k++) {
                c = Long.compare(keys[k].of(a), keys[k].of(b));
            }
        }
        return c;
    }

    /** Compares two rows in full; 0 only for the same row. */
    int compare(int a, int b) {
        int c = compareStages(a, b);
        String[] ids = table.columns().id();
        return c != 0 ? c : ids[a].compareTo(ids[b]);
    }
}
