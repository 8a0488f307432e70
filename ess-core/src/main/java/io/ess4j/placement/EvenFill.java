package io.ess4j.placement;

import io.ess4j.balance.ZoneBalancer;
import java.util.Arrays;

/**
 * Takes instances from several groups of pools (zones, or instance types) so that the groups stand level by count: each
 * next instance goes to the group with the fewest. Within a group pools are filled in order, or the first few evenly.
 *
 * <p>Instead of one instance at a time it looks for the least number of instances {@code k} that covers the units; how
 * {@code k} instances spread over groups is {@link ZoneBalancer}'s water level, and what a group's instances weigh
 * follows from the order of its pools. Both grow with {@code k}, so bisection finds it in O(log k) rounds.
 */
final class EvenFill {
    private final LaunchDraft draft;
    /** Pools of each group in the order in which the group uses them. */
    private final int[][] groups;
    /** Among how many of its first pools a group spreads evenly. */
    private final int spread;

    private final int[] counts;
    private final int[] stock;
    private final int[] room;
    private final int[] shares;

    /**
     * Fills groups that now stand at {@code counts}.
     *
     * @param strict whether instances that a group cannot deliver are lost instead of going to another group
     */
    EvenFill(LaunchDraft draft, int[][] groups, int[] counts, int spread, boolean strict) {
        this.draft = draft;
        this.groups = groups;
        this.counts = counts.clone();
        this.spread = spread;
        this.stock = new int[groups.length];
        this.room = new int[groups.length];
        this.shares = new int[groups.length];
        for (int g = 0; g < groups.length; g++) {
            long sum = 0;
            for (int pool : groups[g]) {
                sum += draft.left[pool];
            }
            stock[g] = (int) Math.min(Integer.MAX_VALUE, sum);
            room[g] = strict ? Integer.MAX_VALUE : stock[g];
        }
    }

    /** Takes what covers one unit or more, or all there is; returns the units still missing, 0 or less when covered. */
    long fill(long units) {
        long instances = fewest(units);
        ZoneBalancer.additions(counts, room, instances, shares);
        long missing = units;
        for (int g = 0; g < groups.length; g++) {
            if (shares[g] > 0) {
                missing -= takeFrom(groups[g], Math.min(shares[g], stock[g]));
            } else if (stock[g] == 0) {
                passAll(groups[g]);
            }
        }
        return missing;
    }

    /** The fewest instances whose units cover the demand; all there are if none do. */
    private long fewest(long units) {
        long low = 0;
        long high = 0;
        for (int g = 0; g < groups.length; g++) {
            high += room[g];
        }
        // An instance has at least one unit.
        high = Math.min(high, units);
        while (low < high) {
            long middle = low + ((high - low) >>> 1);
            if (unitsOf(middle) >= units) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long unitsOf(long instances) {
        ZoneBalancer.additions(counts, room, instances, shares);
        long units = 0;
        for (int g = 0; g < groups.length; g++) {
            if (shares[g] > 0) {
                int deliverable = Math.min(shares[g], stock[g]);
                units += unitsOf(groups[g], deliverable);
                // What a strict group cannot deliver counts as if it could, so that no other group makes up for it.
                units += (long) (shares[g] - deliverable) * nominalWeight(groups[g]);
            }
            if (units < 0) {
                // One group stays below 2^62, so the first overflow shows as a negative sum.
                return Long.MAX_VALUE;
            }
        }
        return units;
    }

    private int nominalWeight(int[] group) {
        return group.length == 0 ? draft.pools.weight[0] : draft.weight(group[0]);
    }

    private long unitsOf(int[] group, int instances) {
        int missing = instances;
        long units = 0;
        int first = firstWithStock(group);
        if (spread > 1 && first < group.length) {
            int[] even = evenly(group, instances);
            for (int i = 0; i < group.length; i++) {
                units += (long) even[i] * draft.weight(group[i]);
            }
            return units;
        }
        for (int i = first; i < group.length && missing > 0; i++) {
            int take = Math.min(missing, draft.left[group[i]]);
            units += (long) take * draft.weight(group[i]);
            missing -= take;
        }
        return units;
    }

    private int firstWithStock(int[] group) {
        int first = 0;
        while (first < group.length && draft.left[group[first]] == 0) {
            first++;
        }
        return first;
    }

    /** Instances per pool: level among the first {@code spread} pools with stock, the rest in order. */
    private int[] evenly(int[] group, int instances) {
        int[] limit = new int[group.length];
        int open = 0;
        for (int i = 0; i < group.length && open < spread; i++) {
            limit[i] = draft.left[group[i]];
            open += limit[i] > 0 ? 1 : 0;
        }
        int[] share = ZoneBalancer.additions(new int[group.length], limit, instances);
        int missing = instances - Arrays.stream(share).sum();
        for (int i = 0; i < group.length && missing > 0; i++) {
            int more = Math.min(missing, draft.left[group[i]] - share[i]);
            share[i] += more;
            missing -= more;
        }
        return share;
    }

    private long takeFrom(int[] group, int instances) {
        long units = 0;
        int missing = instances;
        int[] even = spread > 1 ? evenly(group, instances) : new int[0];
        for (int i = 0; i < group.length && missing > 0; i++) {
            int pool = group[i];
            int take = spread > 1 ? even[i] : Math.min(missing, draft.left[pool]);
            if (take > 0) {
                units += (long) take * draft.weight(pool);
                draft.take(pool, take);
                missing -= take;
            } else {
                draft.pass(pool);
            }
        }
        return units;
    }

    private void passAll(int[] group) {
        for (int pool : group) {
            draft.pass(pool);
        }
    }
}
