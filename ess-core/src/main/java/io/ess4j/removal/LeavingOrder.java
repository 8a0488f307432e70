package io.ess4j.removal;

import io.ess4j.model.LifecycleState;
import io.ess4j.model.table.FleetColumns;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Packed;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The total order in which eligible rows leave, leaving zones aside: all stages, then the id. Its leading bits fit into
 * one number per row, the prefix, so that most comparisons never look at a column twice: a smaller prefix leaves first,
 * equal prefixes are compared in full.
 */
final class LeavingOrder {
    private static final int PREFIX_BITS = 62;

    private final FleetColumns columns;
    private final StageKey[] keys;
    private final int eligibleStates;
    private final int usedKeys;
    private final int bits;

    LeavingOrder(RemovalPolicy policy, RemovalRequest request, @Nullable RandomGenerator ties) {
        this.columns = FleetTable.of(request.fleet()).columns();
        this.keys = StageKeys.of(policy, request, ties);
        this.eligibleStates = eligibleStates(policy);
        int[] drop = new int[keys.length];
        int[] shift = new int[keys.length];
        int left = PREFIX_BITS;
        int used = 0;
        // A stage that must be cut short is the last one in the prefix, or a later one would overrule its lost bits.
        while (used < keys.length && left > 0) {
            int wanted = keys[used].bits();
            drop[used] = Math.max(0, wanted - left);
            left -= Math.min(wanted, left);
            shift[used] = left;
            used++;
            if (drop[used - 1] > 0) {
                break;
            }
        }
        this.usedKeys = used;
        this.bits = PREFIX_BITS - left;
        for (int i = 0; i < used; i++) {
            keys[i].place(drop[i], shift[i] - left);
        }
    }

    private static int eligibleStates(RemovalPolicy policy) {
        int states = 1 << LifecycleState.IN_SERVICE.ordinal();
        if (policy.stages().contains(RemovalCriterion.PENDING_FIRST)) {
            states |= 1 << LifecycleState.PENDING.ordinal() | 1 << LifecycleState.PENDING_WAIT.ordinal();
        }
        return states;
    }

    boolean isEligible(int row) {
        return isEligibleState(Packed.state(columns.packed()[row]));
    }

    boolean isEligibleState(int state) {
        return (eligibleStates >> state & 1) != 0;
    }

    /** The states from which a row may leave, one bit for each ordinal. */
    int eligibleStates() {
        return eligibleStates;
    }

    /** How many low bits a prefix has. */
    int bits() {
        return bits;
    }

    /** Adds the prefixes of some rows from {@code from} on, whether or not they may leave. */
    void addPrefixes(long[] out, int from, int count) {
        for (int k = 0; k < usedKeys; k++) {
            keys[k].addTo(out, from, count);
        }
    }

    /** The prefix of one row. */
    long prefix(int row) {
        long prefix = 0;
        for (int k = 0; k < usedKeys; k++) {
            prefix += keys[k].part(keys[k].of(row));
        }
        return prefix;
    }

    /** Compares two rows by the stages alone; 0 means that they are tied. */
    int compareStages(int a, int b) {
        for (StageKey key : keys) {
            int c = Long.compare(key.of(a), key.of(b));
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    /** Compares two rows in full; 0 only for the same row. */
    int compare(int a, int b) {
        int c = compareStages(a, b);
        return c != 0 ? c : columns.id()[a].compareTo(columns.id()[b]);
    }
}
