package io.ess4j.placement;

import io.ess4j.capacity.CoverProblem;
import io.ess4j.capacity.CoverSolution;
import io.ess4j.capacity.CoverWorkspace;
import io.ess4j.capacity.ExactCover;
import io.ess4j.capacity.SplitCover;
import io.ess4j.capacity.UnitPriceOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The plan of {@link PlacementStrategy.RiskAware}: a cover under caps of pools, zones and families. */
final class RiskAwarePlacement {
    private final LaunchDraft draft;
    private final PoolTable pools;
    private final PlacementStrategy.RiskAware rule;
    private final int[] open;
    private final long[] price;
    private final int[] weight;
    private final int[] stock;
    private final boolean[] isOnDemand;
    private final int[] family;
    private final long[] zoneLeft;
    private final long[] familyLeft;
    private boolean capped;

    /** What was bought and what is known about its cost. */
    record Outcome(long lowerBound, long shortfall, long steps, boolean capped) {}

    RiskAwarePlacement(LaunchDraft draft, PlacementStrategy.RiskAware rule, long units, long[] riskPrice) {
        this.draft = draft;
        this.pools = draft.pools;
        this.rule = rule;
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
        this.family = new int[n];
        long maxLoss = rule.portfolio().maxLoss(units);
        List<String> families = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            int pool = open[k];
            price[k] = riskPrice[pool];
            weight[k] = draft.weight(pool);
            isOnDemand[k] = !pools.isSpot(pool);
            stock[k] = isOnDemand[k] ? draft.left[pool] : (int) Math.min(draft.left[pool], maxLoss / weight[k]);
            capped |= stock[k] < draft.left[pool];
            String name = pools.typeOf[pools.type(pool)].family();
            if (!families.contains(name)) {
                families.add(name);
            }
            family[k] = families.indexOf(name);
        }
        this.zoneLeft = new long[pools.zones];
        this.familyLeft = new long[families.size()];
        Arrays.fill(zoneLeft, SpotPortfolio.cap(maxLoss, rule.portfolio().zoneCorrelationPercent()));
        Arrays.fill(familyLeft, SpotPortfolio.cap(maxLoss, rule.portfolio().familyCorrelationPercent()));
    }

    Outcome place(long onDemand, long units) {
        CoverSolution relaxed = SplitCover.solve(
                CoverProblem.of(price, weight, stock, units),
                isOnDemand,
                onDemand,
                rule.mix().compensateWithOnDemand(),
                ExactCover.DEFAULT_STEP_LIMIT,
                new CoverWorkspace());
        if (fits(relaxed)) {
            for (int k = 0; k < open.length; k++) {
                take(k, relaxed.count(k));
            }
            return new Outcome(relaxed.lowerBound(), relaxed.shortfall(), relaxed.steps(), capped);
        }
        int[] order = UnitPriceOrder.of(price, weight);
        long onDemandMissing = fill(order, true, onDemand);
        long missing = fill(order, false, units - onDemand + Math.min(0, onDemandMissing));
        if (missing > 0 && rule.mix().compensateWithOnDemand()) {
            missing = fill(order, true, missing);
        }
        long shortfall = Math.max(0, onDemandMissing) + Math.max(0, missing);
        // A plan that buys less than the relaxed one may be cheaper than its bound.
        long bound = shortfall == 0 ? relaxed.lowerBound() : 0;
        return new Outcome(bound, shortfall, relaxed.steps(), true);
    }

    private boolean fits(CoverSolution solution) {
        long[] zone = new long[zoneLeft.length];
        long[] ofFamily = new long[familyLeft.length];
        boolean fits = true;
        for (int k = 0; k < open.length; k++) {
            if (!isOnDemand[k]) {
                long units = (long) solution.count(k) * weight[k];
                int z = pools.zone(open[k]);
                zone[z] += units;
                ofFamily[family[k]] += units;
                fits &= zone[z] <= zoneLeft[z] && ofFamily[family[k]] <= familyLeft[family[k]];
            }
        }
        return fits;
    }

    /** Fills by expected unit cost; the last instances come from the pool that completes at the least cost. */
    private long fill(int[] order, boolean onDemand, long units) {
        long missing = units;
        for (int i = 0; i < order.length && missing > 0; i++) {
            int k = order[i];
            if (isOnDemand[k] == onDemand) {
                int whole = (int) Math.min(available(k), missing / weight[k]);
                take(k, whole);
                missing -= (long) whole * weight[k];
            }
        }
        while (missing > 0) {
            int best = -1;
            for (int k : order) {
                boolean usable = isOnDemand[k] == onDemand && available(k) > 0;
                boolean completes = best >= 0 && weight[best] >= missing;
                if (usable && (best < 0 || (weight[k] >= missing && (!completes || price[k] < price[best])))) {
                    best = k;
                }
            }
            if (best < 0) {
                return missing;
            }
            take(best, 1);
            missing -= weight[best];
        }
        return missing;
    }

    private long available(int k) {
        long instances = stock[k];
        if (!isOnDemand[k]) {
            instances = Math.min(instances, zoneLeft[pools.zone(open[k])] / weight[k]);
            instances = Math.min(instances, familyLeft[family[k]] / weight[k]);
        }
        return instances;
    }

    private void take(int k, int instances) {
        if (instances > 0) {
            stock[k] -= instances;
            if (!isOnDemand[k]) {
                zoneLeft[pools.zone(open[k])] -= (long) instances * weight[k];
                familyLeft[family[k]] -= (long) instances * weight[k];
            }
            draft.take(open[k], instances);
        }
    }
}
