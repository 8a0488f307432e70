package io.ess4j.placement;

import io.ess4j.balance.ZoneBalancer;
import io.ess4j.model.Fleet;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Zone;
import io.ess4j.placement.RebalancePlan.Refusal;
import io.ess4j.placement.RebalancePlan.ZoneCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Moves instances between zones until these differ by at most one (guide map C-20-1): zones with 6, 2 and 1 become 3, 3
 * and 3 by creating one and two and then removing three.
 *
 * <p>At most {@value #MOST_MOVES} instances move in one run. Instances are created before others are removed, and
 * meanwhile the group may exceed its maximum by 10 percent, rounded up, at least one: a maximum of 15 by 2. Zones count
 * as imbalanced when two differ by two or more. Stopped instances are counted as well, as a second condition: zones
 * that are level with them are left alone, and no instance moves from a zone that is not above the level in both counts
 * to one that is not below it in both.
 *
 * <p>The plan changes no capacity, and a group that followed it is balanced: asked again, it answers
 * {@link Refusal#BALANCED}. Ties go to the zone named first. Cost: O(z log m), see {@link ZoneBalancer}.
 */
public final class Rebalancer {
    /** The most instances that one run replaces. */
    public static final int MOST_MOVES = 20;

    private static final LifecycleState[] STATES = LifecycleState.values();

    private Rebalancer() {}

    /**
     * What to create and then to remove.
     *
     * @param zones the zones of the group, in order of preference
     * @param room how many instances each zone could take, in the order of {@code zones}
     * @param fleet the instances of the group
     * @param max the maximum of the group, in instances, 0 or more
     * @return the plan, or why there is none
     * @throws IllegalArgumentException if lengths differ or max is negative
     */
    public static RebalancePlan plan(List<Zone> zones, int[] room, Fleet fleet, int max) {
        int n = zones.size();
        if (room.length != n || max < 0) {
            throw new IllegalArgumentException("room (" + room.length + " zones) must have as many zones as zones (" + n
                    + "), and max (" + max + ") must be >= 0");
        }
        if (n < 2) {
            return RebalancePlan.refused(Refusal.FEWER_THAN_TWO_ZONES);
        }
        int[] active = new int[n];
        int[] withStopped = new int[n];
        int[] floor = new int[n];
        long total = 0;
        for (int j = 0; j < n; j++) {
            for (LifecycleState state : STATES) {
                active[j] += state.countsTowardsCapacity() ? fleet.count(zones.get(j), state) : 0;
            }
            withStopped[j] = active[j] + fleet.count(zones.get(j), LifecycleState.STOPPED);
            floor[j] = active[j] - fleet.count(zones.get(j), LifecycleState.IN_SERVICE);
            total += active[j];
        }
        long surplus = max + Math.max(1L, (max + 9L) / 10) - total;
        return plan(zones, room, active, withStopped, floor, surplus);
    }

    private static RebalancePlan plan(
            List<Zone> zones, int[] room, int[] active, int[] withStopped, int[] floor, long surplus) {
        if (!imbalanced(active)) {
            return RebalancePlan.refused(Refusal.BALANCED);
        }
        int n = active.length;
        int[] goal = level(active);
        int[] goalWithStopped = level(withStopped);
        int[] give = new int[n];
        int[] take = new int[n];
        long wantedGive = 0;
        long wantedTake = 0;
        for (int j = 0; j < n; j++) {
            give[j] = Math.max(0, Math.min(active[j] - goal[j], withStopped[j] - goalWithStopped[j]));
            take[j] = Math.max(0, Math.min(goal[j] - active[j], goalWithStopped[j] - withStopped[j]));
            wantedGive += give[j];
            wantedTake += take[j];
            give[j] = Math.min(give[j], active[j] - floor[j]);
            take[j] = Math.min(take[j], room[j]);
        }
        long gives = sum(give);
        long takes = sum(take);
        long moves = Math.min(MOST_MOVES, Math.min(gives, takes));
        if (!imbalanced(withStopped) || wantedGive == 0 || wantedTake == 0) {
            return RebalancePlan.refused(Refusal.BALANCED_WITH_STOPPED);
        }
        if (moves == 0) {
            return RebalancePlan.refused(gives == 0 ? Refusal.NOTHING_MOVABLE : Refusal.NO_ROOM);
        }
        if (surplus <= 0) {
            return RebalancePlan.refused(Refusal.NO_SURPLUS);
        }
        int[] keep = new int[n];
        for (int j = 0; j < n; j++) {
            keep[j] = active[j] - give[j];
        }
        return new RebalancePlan(
                counted(zones, ZoneBalancer.additions(active, take, moves)),
                counted(zones, ZoneBalancer.removals(active, keep, moves)),
                (int) Math.min(moves, surplus),
                Optional.empty());
    }

    private static boolean imbalanced(int[] counts) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int count : counts) {
            least = Math.min(least, count);
            most = Math.max(most, count);
        }
        return most - least >= 2;
    }

    /** The level counts reached with the fewest moves: the zones with the most keep the remainder. */
    private static int[] level(int[] counts) {
        int n = counts.length;
        long total = sum(counts);
        int[] goal = new int[n];
        Arrays.fill(goal, (int) (total / n));
        for (long left = total % n; left > 0; left--) {
            int best = -1;
            for (int j = 0; j < n; j++) {
                boolean open = goal[j] == total / n;
                if (open && (best < 0 || counts[j] > counts[best])) {
                    best = j;
                }
            }
            goal[best]++;
        }
        return goal;
    }

    private static long sum(int[] values) {
        long sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }

    private static List<ZoneCount> counted(List<Zone> zones, int[] counts) {
        List<ZoneCount> list = new ArrayList<>();
        for (int j = 0; j < counts.length; j++) {
            if (counts[j] > 0) {
                list.add(new ZoneCount(zones.get(j), counts[j]));
            }
        }
        return list;
    }
}
