package io.ess4j.capacity;

import com.google.common.math.LongMath;
import java.util.Arrays;

/**
 * Covers a demand so that it stays covered when any one group of pools is lost, for example any one pool or any one
 * zone, at the least cost.
 *
 * <p>If {@code m} is the most that one group brings, the whole must bring {@code demand + m}. For a given {@code m}
 * this is a cover of {@code demand + m} in which no group brings more than {@code m}. The search halves the range of
 * {@code m}: a range from {@code low} to {@code high} costs at least the linear relaxation of {@code demand + low}
 * under caps of {@code high}, and is dropped if that is no cheaper than the best solution.
 *
 * <p>Where every group is a single pool, the caps are stock limits, each {@code m} is solved exactly and the result is
 * proven. Where groups hold several pools, a relaxation says how many units each group brings and each group is covered
 * exactly for that; the gap to what any solution costs at least is reported.
 */
public final class SurvivableCover {
    /** A cost that does not fit, as opposed to {@link Long#MAX_VALUE} for what cannot be had at all. */
    private static final long TOO_DEAR = Long.MAX_VALUE - 1;

    private final CoverProblem problem;
    private final int[] group;
    private final int groups;
    private final boolean[] isBase;
    private final long baseDemand;
    private final boolean compensate;
    private final long stepLimit;
    private final CoverWorkspace workspace;
    private final boolean singles;
    private final int[] order;

    private final long[] quota;
    private final long[] baseQuota;
    private int[] bestCounts = new int[0];
    private long bestCost = Long.MAX_VALUE;
    private long bound = Long.MAX_VALUE;
    private long steps;

    private SurvivableCover(
            CoverProblem problem,
            int[] group,
            int groups,
            boolean[] isBase,
            long baseDemand,
            boolean compensate,
            long stepLimit,
            CoverWorkspace workspace) {
        this.problem = problem;
        this.group = group;
        this.groups = groups;
        this.isBase = isBase;
        this.baseDemand = baseDemand;
        this.compensate = compensate;
        this.stepLimit = stepLimit;
        this.workspace = workspace;
        this.order = UnitPriceOrder.of(problem.price, problem.weight);
        this.quota = new long[groups];
        this.baseQuota = new long[groups];
        int[] members = new int[groups];
        boolean single = true;
        for (int g : group) {
            single &= ++members[g] == 1;
        }
        this.singles = single;
    }

    /**
     * Solves a cover that survives the loss of any one group.
     *
     * <p>If stock allows no such cover, the demand is lowered to the most that can be survived, the base demand to no
     * more than that, and the solution states the shortfall. What base pools cannot bring at all is missing, as in
     * {@link SplitCover}: nothing stands in for it.
     *
     * @param problem what to cover
     * @param group the group of each pool, from 0 on without gaps
     * @param isBase which pools are base pools, as in {@link SplitCover}
     * @param baseDemand the units that must come from base pools, 0 to the demand
     * @param compensate whether base pools may stand in for others, as in {@link SplitCover}
     * @param stepLimit the most cells to fill, at least 0
     * @param workspace tables to use again
     * @return the solution
     * @throws IllegalArgumentException if the lengths differ or a number is out of range
     * @throws ArithmeticException if the cost does not fit a {@code long}
     */
    public static CoverSolution solve(
            CoverProblem problem,
            int[] group,
            boolean[] isBase,
            long baseDemand,
            boolean compensate,
            long stepLimit,
            CoverWorkspace workspace) {
        check(problem, group, isBase, baseDemand, stepLimit);
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        long base = Math.min(baseDemand, baseStock(problem, isBase));
        CoverProblem wanted = problem.withDemand(problem.demand - (baseDemand - base));
        long high = survivable(wanted, group, groups, isBase, compensate || base > 0);
        SurvivableCover best = null;
        // The most that can be had of all groups may still not fit base and caps at once.
        for (long low = 0, demand = high; best == null || low < high; demand = low + (high - low + 1) / 2) {
            SurvivableCover search = new SurvivableCover(
                    problem.withDemand(demand),
                    group,
                    groups,
                    isBase,
                    Math.min(base, demand),
                    compensate,
                    stepLimit,
                    workspace);
            if (search.run()) {
                best = search;
                low = demand;
            } else {
                high = demand - 1;
            }
        }
        return best.solution(problem.demand - best.problem.demand);
    }

    private static void check(CoverProblem problem, int[] group, boolean[] isBase, long baseDemand, long stepLimit) {
        if (group.length != problem.pools() || isBase.length != problem.pools()) {
            throw new IllegalArgumentException("group (" + group.length + " pools) and isBase (" + isBase.length
                    + " pools) must have as many pools as price (" + problem.pools() + ")");
        }
        if (baseDemand < 0 || baseDemand > problem.demand) {
            throw new IllegalArgumentException(
                    "baseDemand (" + baseDemand + ") must be >= 0 and <= demand (" + problem.demand + ")");
        }
        if (stepLimit < 0) {
            throw new IllegalArgumentException("stepLimit (" + stepLimit + ") must be >= 0");
        }
    }

    /** The most units, up to the demand, that are left of all stock whichever group is lost. */
    private static long survivable(
            CoverProblem problem, int[] group, int groups, boolean[] isBase, boolean baseUsable) {
        // More than the demand from one group changes nothing, and a quarter of the range keeps sums small.
        long useful = Math.min(problem.demand, Long.MAX_VALUE / 4);
        long[] stock = new long[groups];
        for (int i = 0; i < group.length; i++) {
            long units = isBase[i] && !baseUsable ? 0 : (long) problem.weight[i] * problem.stock[i];
            stock[group[i]] = Math.min(useful, LongMath.saturatedAdd(stock[group[i]], units));
        }
        long total = 0;
        long largest = 0;
        for (long units : stock) {
            total = Math.min(Long.MAX_VALUE / 2, total + units);
            largest = Math.max(largest, units);
        }
        return Math.min(useful, total - largest);
    }

    private static long baseStock(CoverProblem problem, boolean[] isBase) {
        long units = 0;
        for (int i = 0; i < isBase.length; i++) {
            units = isBase[i] ? LongMath.saturatedAdd(units, (long) problem.weight[i] * problem.stock[i]) : units;
        }
        return units;
    }

    /** Looks for the best solution; false if there is none. */
    private boolean run() {
        if (problem.demand == 0) {
            bestCounts = new int[problem.pools()];
            bestCost = 0;
            bound = 0;
            return true;
        }
        // A group of demand + weight units or more could give up an instance of that weight.
        long most = problem.demand + Arrays.stream(problem.weight).max().orElse(1) - 1L;
        // A single group survives nothing, so here there are at least two.
        search(CoverRelaxation.ceilDiv(problem.demand, groups - 1L), most);
        return bestCost < Long.MAX_VALUE;
    }

    private CoverSolution solution(long shortfall) {
        long cost = problem.cost(bestCounts);
        return new CoverSolution(bestCounts, cost, problem.units(bestCounts), Math.min(cost, bound), shortfall, steps);
    }

    /** Looks for the best solution whose largest group brings from low to high units. */
    private void search(long low, long high) {
        long least = least(low, high);
        if (least >= bestCost) {
            return;
        }
        if (steps > stepLimit && bestCost < Long.MAX_VALUE) {
            bound = Math.min(bound, least);
            return;
        }
        if (low == high) {
            solve(low, least);
            return;
        }
        long middle = low + ((high - low) >>> 1);
        boolean lowFirst = least(low, middle) <= least(middle + 1, high);
        search(lowFirst ? low : middle + 1, lowFirst ? middle : high);
        search(lowFirst ? middle + 1 : low, lowFirst ? high : middle);
    }

    private void solve(long most, long least) {
        long target = problem.demand + most;
        int[] counts = new int[problem.pools()];
        if (singles) {
            int[] stock = problem.stock.clone();
            for (int i = 0; i < stock.length; i++) {
                stock[i] = (int) Math.min(stock[i], most / problem.weight[i]);
            }
            CoverProblem capped = CoverProblem.of(problem.price, problem.weight, stock, target);
            CoverSolution found = SplitCover.solve(capped, isBase, baseDemand, compensate, stepLimit, workspace);
            steps += found.steps() + problem.pools();
            if (found.shortfall() > 0) {
                return;
            }
            bound = Math.min(bound, found.lowerBound());
            counts = found.counts();
        } else {
            bound = Math.min(bound, least);
            if (relaxed(most, most) == Long.MAX_VALUE) {
                return;
            }
            coverGroups(quota.clone(), baseQuota.clone(), counts);
        }
        // No group brings more than most, or than its overshoot beyond it, so any one may be lost.
        long cost = problem.cost(counts);
        if (cost < bestCost) {
            bestCost = cost;
            bestCounts = counts;
        }
    }

    private void coverGroups(long[] quotas, long[] baseQuotas, int[] counts) {
        for (int g = 0; g < groups; g++) {
            int[] members = members(g);
            boolean[] base = new boolean[members.length];
            for (int k = 0; k < members.length; k++) {
                base[k] = isBase[members[k]];
            }
            CoverProblem part = problem.part(members).withDemand(quotas[g]);
            CoverSolution found = SplitCover.solve(part, base, baseQuotas[g], compensate, stepLimit, workspace);
            steps += found.steps() + members.length;
            for (int k = 0; k < members.length; k++) {
                counts[members[k]] = found.count(k);
            }
        }
    }

    private int[] members(int wanted) {
        int[] members = new int[group.length];
        int n = 0;
        for (int i = 0; i < group.length; i++) {
            if (group[i] == wanted) {
                members[n++] = i;
            }
        }
        return Arrays.copyOf(members, n);
    }

    /**
     * What {@code demand + low} units with no group above {@code high} cost at least, instances divisible. Where base
     * pools share groups with others, the cheapest base unit may stand in the way of a cheaper other one; so the units
     * that must be base and the rest are bought as if the caps held for each of them alone, or all as if none must be.
     */
    private long least(long low, long high) {
        if (singles || baseDemand == 0) {
            return relaxed(low, high);
        }
        Arrays.fill(quota, 0);
        long base = fill(baseDemand, high, true, new long[problem.pools()]);
        Arrays.fill(quota, 0);
        long rest = fill(problem.demand + low - baseDemand, high, false, new long[problem.pools()]);
        long apart = sum(base, rest);
        if (!compensate) {
            return apart;
        }
        Arrays.fill(quota, 0);
        return Math.max(apart, fill(problem.demand + low, high, false, new long[problem.pools()]));
    }

    /** The sum of two costs, either of which may be that of what cannot be had. */
    private static long sum(long a, long b) {
        return Math.max(a, b) == Long.MAX_VALUE ? Long.MAX_VALUE : Math.min(LongMath.saturatedAdd(a, b), TOO_DEAR);
    }

    /**
     * The cost of {@code demand + low} units with no group above {@code high}, instances divisible: first what must be
     * base, cheapest first, then the rest; leaves the units of each group in {@link #quota}. It is the least cost if
     * nothing must be base, since caps of disjoint groups form a matroid, or if every group is one pool.
     */
    private long relaxed(long low, long high) {
        Arrays.fill(quota, 0);
        long[] used = new long[problem.pools()];
        long cost = fill(baseDemand, high, true, used);
        System.arraycopy(quota, 0, baseQuota, 0, groups);
        return sum(cost, fill(problem.demand + low - baseDemand, high, false, used));
    }

    private long fill(long units, long cap, boolean onlyBase, long[] used) {
        long missing = units;
        long cost = 0;
        for (int k = 0; k < order.length && missing > 0; k++) {
            int i = order[k];
            boolean allowed = onlyBase ? isBase[i] : compensate || !isBase[i];
            long open = Math.min(cap - quota[group[i]], (long) problem.weight[i] * problem.stock[i] - used[i]);
            long take = allowed ? Math.min(missing, open) : 0;
            used[i] += take;
            quota[group[i]] += take;
            missing -= take;
            long whole = take / problem.weight[i];
            long part = take % problem.weight[i];
            long last = problem.price[i] / problem.weight[i] * part
                    + problem.price[i] % problem.weight[i] * part / problem.weight[i];
            long all = LongMath.saturatedAdd(LongMath.saturatedMultiply(problem.price[i], whole), last);
            cost = Math.min(LongMath.saturatedAdd(cost, all), TOO_DEAR);
        }
        return missing > 0 ? Long.MAX_VALUE : cost;
    }
}
