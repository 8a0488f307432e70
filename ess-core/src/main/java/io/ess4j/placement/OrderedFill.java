package io.ess4j.placement;

/**
 * Fills pools one after the other: each takes {@code ceil(missing / weight)} instances or all it has (guide 1.6: 10
 * units of weight 8 are 2 instances). O(pools), no allocation.
 */
final class OrderedFill {
    private OrderedFill() {}

    /**
     * Takes from the first {@code length} pools of {@code order} until the units are covered.
     *
     * @return the units still missing, 0 or negative when covered
     */
    static long fill(LaunchDraft draft, int[] order, int length, long units) {
        long missing = units;
        for (int i = 0; i < length && missing > 0; i++) {
            int pool = order[i];
            int left = draft.left[pool];
            if (left == 0) {
                draft.pass(pool);
                continue;
            }
            int weight = draft.weight(pool);
            // Not (missing + weight - 1) / weight, which overflows near Long.MAX_VALUE.
            int take = (int) Math.min(left, (missing - 1) / weight + 1);
            draft.take(pool, take);
            missing -= (long) take * weight;
        }
        return missing;
    }
}
