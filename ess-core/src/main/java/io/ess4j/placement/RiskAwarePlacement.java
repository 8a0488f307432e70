package io.ess4j.placement;

import com.google.common.math.LongMath;
import io.ess4j.capacity.CappedCover;
import io.ess4j.capacity.CoverProblem;
import io.ess4j.capacity.CoverSolution;
import io.ess4j.capacity.CoverWorkspace;
import io.ess4j.capacity.ExactCover;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The plan of {@link PlacementStrategy.RiskAware}: a cover under caps of pools, zones and families. */
final class RiskAwarePlacement {
    private final LaunchDraft draft;
    private final PoolTable pools;
    private final PlacementStrategy.RiskAware rule;
    private final SpotUnits spot;
    private final int[] open;
    private final long[] price;
    private final int[] weight;
    private final int[] stock;
    private final boolean[] isOnDemand;
    private final List<int[]> members = new ArrayList<>();
    private final List<Long> most = new ArrayList<>();
    private boolean capped;

    /** What was bought and what is known about its cost. */
    record Outcome(long lowerBound, long shortfall, long steps, boolean capped) {}

    /** Caps count what the group has: {@code spot} before this plan, {@code units} more than it after. */
    RiskAwarePlacement(
            LaunchDraft draft, PlacementStrategy.RiskAware rule, SpotUnits spot, long units, long[] riskPrice) {
        this.draft = draft;
        this.pools = draft.pools;
        this.rule = rule;
        this.spot = spot;
        int[] found = new int[pools.size];
        int n = 0;
        for (int pool = 0; pool < pools.size; pool++) {
            if (draft.left[pool] > 0) {
                found[n++] = pool;
            } else {
                draft.pass(pool);
            }
        }
        this.open = Arrays.copyOf(found, n);
        this.price = new long[n];
        this.weight = new int[n];
        this.stock = new int[n];
        this.isOnDemand = new boolean[n];
        long total = LongMath.saturatedAdd(spot.allUnits(), units);
        long maxLoss = rule.portfolio().maxLoss(total);
        for (int k = 0; k < n; k++) {
            int pool = open[k];
            price[k] = riskPrice[pool];
            weight[k] = draft.weight(pool);
            isOnDemand[k] = !pools.isSpot(pool);
            long room = Math.max(0, maxLoss - (isOnDemand[k] ? 0 : spot.ofPool(pool))) / weight[k];
            stock[k] = isOnDemand[k] ? draft.left[pool] : (int) Math.min(draft.left[pool], room);
            capped |= stock[k] < draft.left[pool];
        }
        capZones(SpotPortfolio.cap(maxLoss, rule.portfolio().zoneCorrelationPercent()));
        capFamilies(SpotPortfolio.cap(maxLoss, rule.portfolio().familyCorrelationPercent()));
    }

    private void capZones(long cap) {
        for (int zone = 0; zone < pools.zones && cap < Long.MAX_VALUE; zone++) {
            int[] found = new int[open.length];
            int n = 0;
            for (int k = 0; k < open.length; k++) {
                if (!isOnDemand[k] && pools.zone(open[k]) == zone) {
                    found[n++] = k;
                }
            }
            cap(Arrays.copyOf(found, n), cap - spot.ofZone(zone));
        }
    }

    private void capFamilies(long cap) {
        List<String> seen = new ArrayList<>();
        for (int first = 0; first < open.length && cap < Long.MAX_VALUE; first++) {
            String family = family(first);
            if (!isOnDemand[first] && !seen.contains(family)) {
                seen.add(family);
                int[] found = new int[open.length];
                int n = 0;
                for (int k = first; k < open.length; k++) {
                    if (!isOnDemand[k] && family(k).equals(family)) {
                        found[n++] = k;
                    }
                }
                cap(Arrays.copyOf(found, n), cap - spot.ofFamily(family));
            }
        }
    }

    private String family(int k) {
        return pools.typeOf[pools.type(open[k])].family();
    }

    /** Adds a cap if the pools could break it. */
    private void cap(int[] pools, long units) {
        long all = 0;
        for (int k : pools) {
            all += (long) stock[k] * weight[k];
        }
        if (all > units) {
            members.add(pools);
            most.add(Math.max(0, units));
        }
    }

    Outcome place(long onDemand, long units) {
        CoverSolution solution = CappedCover.solve(
                CoverProblem.of(price, weight, stock, units),
                isOnDemand,
                onDemand,
                rule.mix().compensateWithOnDemand(),
                members,
                most.stream().mapToLong(m -> m).toArray(),
                ExactCover.DEFAULT_STEP_LIMIT,
                new CoverWorkspace());
        for (int k = 0; k < open.length; k++) {
            if (solution.count(k) > 0) {
                draft.take(open[k], solution.count(k));
            }
        }
        return new Outcome(solution.lowerBound(), solution.shortfall(), solution.steps(), capped || !members.isEmpty());
    }
}
