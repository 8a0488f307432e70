package io.ess4j.removal;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.table.FleetTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which instances leave. The plan itself is one bit per instance; the order of leaving, those that stay, and why, are
 * worked out each time they are asked for.
 */
public final class RemovalPlan {
    private final RemovalPolicy policy;
    private final RemovalRequest request;
    private final FleetTable table;
    private final LeavingOrder order;
    private final long[] leaving;
    private final int count;
    private final int @Nullable [] sequence;

    /**
     * An instance that stays.
     *
     * @param instance the instance
     * @param reason why it stays
     */
    public record Kept(Instance instance, KeptReason reason) {}

    /** A plan of rows in no order, one bit each. */
    RemovalPlan(RemovalPolicy policy, RemovalRequest request, LeavingOrder order, long[] leaving) {
        this(policy, request, order, leaving, null);
    }

    private RemovalPlan(
            RemovalPolicy policy,
            RemovalRequest request,
            LeavingOrder order,
            long[] leaving,
            int @Nullable [] sequence) {
        this.policy = policy;
        this.request = request;
        this.table = FleetTable.of(request.fleet());
        this.order = order;
        this.leaving = leaving;
        this.sequence = sequence;
        int bits = 0;
        for (long word : leaving) {
            bits += Long.bitCount(word);
        }
        this.count = bits;
    }

    /** A plan of rows in the order in which they leave. */
    static RemovalPlan ofSequence(RemovalPolicy policy, RemovalRequest request, LeavingOrder order, int[] rows) {
        long[] leaving = new long[(request.fleet().size() + Long.SIZE - 1) / Long.SIZE];
        for (int row : rows) {
            leaving[row >>> 6] |= 1L << row;
        }
        return new RemovalPlan(policy, request, order, leaving, rows);
    }

    /**
     * The order of leaving that was applied.
     *
     * @return the policy
     */
    public RemovalPolicy policy() {
        return policy;
    }

    /**
     * What was asked for.
     *
     * @return the request
     */
    public RemovalRequest request() {
        return request;
    }

    /**
     * How many instances leave.
     *
     * @return the number, in constant time
     */
    public int count() {
        return count;
    }

    /**
     * Whether the instance in a row of the fleet leaves.
     *
     * @param row a position in the fleet
     * @return true if it leaves
     * @throws IndexOutOfBoundsException if the fleet has no such row
     */
    public boolean leaves(int row) {
        if (row < 0 || row >= table.size()) {
            throw new IndexOutOfBoundsException(row);
        }
        return (leaving[row >>> 6] >>> row & 1) != 0;
    }

    /**
     * The instances that leave, in the order in which they would be chosen one at a time; O(n + k log k).
     *
     * @return an unmodifiable list, empty if nobody leaves
     */
    public List<Instance> removed() {
        int[] rows = sequence != null ? sequence : OneByOne.sequence(table, order, request.scope(), leaving, count);
        return Arrays.stream(rows).mapToObj(table::instance).toList();
    }

    /**
     * The capacity that leaves, in O(n).
     *
     * @return the sum of the removed instances' weights
     */
    public long capacity() {
        long sum = 0;
        for (int row = 0; row < table.size(); row++) {
            sum += leaves(row) ? table.weight(row) : 0;
        }
        return sum;
    }

    /**
     * The instances that stay, each with its reason, in O(n).
     *
     * @return an unmodifiable list in the order of the fleet
     */
    public List<Kept> kept() {
        long left = request.fleet().capacity() - capacity();
        boolean moreWasWanted =
                count < request.goal().mostInstances() && left >= request.goal().whileAtLeast();
        List<Kept> kept = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            if (!leaves(row)) {
                Instance instance = table.instance(row);
                kept.add(new Kept(instance, reason(instance, order.isEligible(row), moreWasWanted)));
            }
        }
        return Collections.unmodifiableList(kept);
    }

    private static KeptReason reason(Instance instance, boolean eligible, boolean moreWasWanted) {
        if (eligible) {
            return moreWasWanted ? KeptReason.CAPACITY_WOULD_FALL_BELOW_GOAL : KeptReason.OTHERS_LEAVE_FIRST;
        }
        if (instance.state() == LifecycleState.PROTECTED) {
            return KeptReason.PROTECTED;
        }
        return instance.state() == LifecycleState.STANDBY ? KeptReason.STANDBY : KeptReason.NOT_IN_SERVICE;
    }

    /** Plans are equal when policy, request and the leaving rows are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RemovalPlan that
                && policy.equals(that.policy)
                && request.equals(that.request)
                && Arrays.equals(leaving, that.leaving);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(leaving);
    }

    /** Returns the ids that leave, at most ten of them. */
    @Override
    public String toString() {
        Fleet fleet = request.fleet();
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < fleet.size() && ids.size() < 10; row++) {
            if (leaves(row)) {
                ids.add(fleet.id(row));
            }
        }
        return "RemovalPlan of " + count + " " + ids + (count > ids.size() ? "..." : "");
    }
}
