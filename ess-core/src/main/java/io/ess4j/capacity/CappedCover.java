package io.ess4j.capacity;

import com.google.common.math.LongMath;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Covers a demand at the least cost when some sets of pools may bring only so much: 100 units, no more than 30 of them
 * from one zone and no more than 40 from one family.
 *
 * <p>In symbols: as {@link SplitCover}, and for each cap {@code (S, u)} the pools of {@code S} bring at most {@code u}
 * units. Sets may overlap. Without the caps the problem is a split cover, which is solved exactly; if its answer keeps
 * the caps, it is the answer. Otherwise a pool of a set that brings too much is either kept below what it brings or
 * held at that, and both problems go on, the one with the least possible cost first (branch and bound). Of two plans
 * the one with the smaller shortfall is better, then the cheaper one. The result is proven unless the step limit ends
 * the search; then the best plan found and what is still possible are returned.
 *
 * <p>Where base pools may not stand in for others, no cap concerns them: the base is covered for itself, and the search
 * is for the rest alone.
 *
 * <p>Cost: one split cover for each problem looked at; where caps bind, from a handful to some thousands. Caps of
 * single pools cost nothing, they are stock.
 */
public final class CappedCover {
    /** What a problem costs beside its cells: copies and orders. */
    private static final long STEPS_A_NODE = 10_000;

    private final CoverProblem problem;
    private final boolean[] isBase;
    private final long baseDemand;
    private final List<int[]> members;
    private final long[] most;
    private final long stepLimit;
    private final CoverWorkspace workspace;
    private final boolean baseIsShort;
    private final int[] order;
    private final List<CapRelaxation> relaxations;

    private final PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingLong((Node n) -> n.shortfall)
            .thenComparingLong(n -> n.bound)
            .thenComparingLong(n -> n.number));
    private long made;
    private long steps;
    private int[] best = new int[0];
    private long bestShortfall = Long.MAX_VALUE;
    private long bestCost = Long.MAX_VALUE;
    private long unproven = Long.MAX_VALUE;

    /** The problem with bounds on what each pool brings, and its solution without caps. */
    private static final class Node {
        private final int[] least;
        private final int[] mostOf;
        private final int[] counts;
        private long shortfall;
        private long bound;
        private long number;

        private Node(int[] least, int[] mostOf) {
            this.least = least;
            this.mostOf = mostOf;
            this.counts = least.clone();
        }
    }

    private CappedCover(
            CoverProblem problem,
            boolean[] isBase,
            long baseDemand,
            List<int[]> members,
            long[] most,
            long stepLimit,
            CoverWorkspace workspace) {
        this.problem = problem;
        this.isBase = isBase.clone();
        this.baseDemand = baseDemand;
        this.members = members;
        this.most = most.clone();
        for (int c = 0; c < most.length; c++) {
            this.most[c] -= most[c] % commonDivisor(members.get(c));
        }
        this.stepLimit = stepLimit;
        this.workspace = workspace;
        this.order = UnitPriceOrder.of(problem.price, problem.weight);
        this.relaxations = List.of(
                new CapRelaxation(problem, isBase, baseDemand, members, this.most, true),
                new CapRelaxation(problem, isBase, baseDemand, members, this.most, false));
        long baseUnits = 0;
        for (int i = 0; i < isBase.length; i++) {
            long units = Math.min(baseDemand, (long) problem.weight[i] * problem.stock[i]);
            baseUnits = LongMath.saturatedAdd(baseUnits, isBase[i] ? units : 0);
        }
        this.baseIsShort = baseUnits < baseDemand;
    }

    /**
     * Solves a cover under caps. Base pools are under no cap.
     *
     * @param problem what to cover
     * @param isBase which pools are base pools, as in {@link SplitCover}
     * @param baseDemand the units that must come from base pools, 0 to the demand
     * @param compensate whether base pools may stand in for others, as in {@link SplitCover}
     * @param members the pools of each cap, none of them a base pool
     * @param most the most units that the pools of each cap may bring, 0 or more
     * @param stepLimit the most cells to fill, at least 0; one problem is looked at in any case, and a base for which
     *     nothing else may stand in has the {@linkplain ExactCover#DEFAULT_STEP_LIMIT default limit} at least
     * @param workspace tables to use again
     * @return the solution; its shortfall is the least that the caps allow unless the limit ended the search
     * @throws IllegalArgumentException if the lengths differ, a number is out of range, or a base pool is capped
     * @throws ArithmeticException if the cost does not fit a {@code long}
     */
    public static CoverSolution solve(
            CoverProblem problem,
            boolean[] isBase,
            long baseDemand,
            boolean compensate,
            List<int[]> members,
            long[] most,
            long stepLimit,
            CoverWorkspace workspace) {
        SplitCover.check(problem, isBase, baseDemand, stepLimit);
        if (members.size() != most.length) {
            throw new IllegalArgumentException(
                    "members (" + members.size() + " caps) must be as many as most (" + most.length + " caps)");
        }
        for (int c = 0; c < most.length; c++) {
            if (most[c] < 0) {
                throw new IllegalArgumentException("most (" + most[c] + ") must be >= 0");
            }
            for (int pool : members.get(c)) {
                if (isBase[pool]) {
                    throw new IllegalArgumentException("pool " + pool + " must not be capped, it is a base pool");
                }
            }
        }
        return compensate
                ? new CappedCover(problem, isBase, baseDemand, members, most, stepLimit, workspace).run()
                : apart(problem, isBase, baseDemand, members, most, stepLimit, workspace);
    }

    /** The cheapest cover of the base, and what the others bring of the rest under their caps. */
    private static CoverSolution apart(
            CoverProblem problem,
            boolean[] isBase,
            long baseDemand,
            List<int[]> members,
            long[] most,
            long stepLimit,
            CoverWorkspace workspace) {
        int[] basePools = SplitCover.positions(isBase, true);
        int[] otherPools = SplitCover.positions(isBase, false);
        CoverSolution base = ExactCover.solve(
                problem.part(basePools).withDemand(baseDemand),
                Math.max(stepLimit, ExactCover.DEFAULT_STEP_LIMIT),
                workspace);
        // Nothing stands in for a base that is short; a base that overshoots leaves less to cover.
        long covered = base.shortfall() > 0 ? baseDemand : base.units();
        CoverSolution others = new CappedCover(
                        problem.part(otherPools).withDemand(Math.max(0, problem.demand - covered)),
                        new boolean[otherPools.length],
                        0,
                        members.stream()
                                .map(pools -> Arrays.stream(pools)
                                        .map(pool -> Arrays.binarySearch(otherPools, pool))
                                        .toArray())
                                .toList(),
                        most,
                        stepLimit,
                        workspace)
                .run();
        int[] counts = new int[problem.pools()];
        for (int k = 0; k < basePools.length; k++) {
            counts[basePools[k]] = base.count(k);
        }
        for (int k = 0; k < otherPools.length; k++) {
            counts[otherPools[k]] = others.count(k);
        }
        // Another base might cover more, and leave less to the others.
        long bound = base.isProven() ? Math.addExact(base.cost(), others.lowerBound()) : base.lowerBound();
        return new CoverSolution(
                counts,
                problem.cost(counts),
                problem.units(counts),
                bound,
                base.shortfall() + others.shortfall(),
                base.steps() + others.steps());
    }

    private CoverSolution run() {
        boolean first = true;
        push(new int[problem.pools()], problem.stock.clone());
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (!mayBeBetter(node)) {
                break;
            }
            int cap = brokenCap(node.counts);
            if (cap < 0) {
                // The limit may have ended the cover itself: then something below its cost is still possible.
                unproven = Math.min(unproven, node.bound);
                consider(node.counts);
                continue;
            }
            if (first) {
                consider(filled(node.counts));
                first = false;
            }
            if (steps > stepLimit) {
                // With a smaller shortfall another plan is better whatever it costs: nothing is known of the cost.
                return solution(node.shortfall < bestShortfall ? 0 : node.bound);
            }
            branch(node, cap);
        }
        return solution(bestCost);
    }

    private CoverSolution solution(long openBound) {
        long bound = Math.min(bestCost, Math.min(unproven, openBound));
        return new CoverSolution(best, bestCost, problem.units(best), bound, bestShortfall, steps);
    }

    private boolean mayBeBetter(Node node) {
        return node.shortfall < bestShortfall || (node.shortfall == bestShortfall && node.bound < bestCost);
    }

    /** What the weights of a set have in common: a set of 4s and 8s under a cap of 11 brings at most 8. */
    private long commonDivisor(int[] pools) {
        long divisor = 0;
        for (int pool : pools) {
            divisor = LongMath.gcd(divisor, problem.weight[pool]);
        }
        return Math.max(1, divisor);
    }

    /** Solves a problem without caps and keeps it if it may be better than the best. */
    private void push(int[] least, int[] mostOf) {
        tighten(least, mostOf);
        Node node = new Node(least, mostOf);
        int[] stock = new int[least.length];
        for (int i = 0; i < stock.length; i++) {
            stock[i] = mostOf[i] - least[i];
        }
        CoverSolution found = SplitCover.solve(
                CoverProblem.of(
                        problem.price,
                        problem.weight,
                        stock,
                        Math.max(baseDemand, problem.demand - Math.min(problem.demand, problem.units(least)))),
                isBase,
                baseDemand,
                true,
                stepLimit,
                workspace);
        steps += found.steps() + STEPS_A_NODE;
        for (int i = 0; i < stock.length; i++) {
            node.counts[i] += found.count(i);
        }
        node.shortfall = found.shortfall();
        node.bound = Math.addExact(problem.cost(least), found.lowerBound());
        relax(node);
        node.number = made++;
        if (mayBeBetter(node)) {
            open.add(node);
        }
    }

    /** Raises what is known of a problem by relaxations that keep some of the caps and let instances be divided. */
    private void relax(Node node) {
        for (CapRelaxation relaxation : relaxations) {
            relaxation.solve(node.least, node.mostOf);
            if (relaxation.shortfall() > node.shortfall) {
                node.shortfall = relaxation.shortfall();
                // Nothing is known of the cost of plans with that shortfall but what they hold.
                node.bound = problem.cost(node.least);
            } else if (relaxation.shortfall() == node.shortfall) {
                node.bound = Math.max(node.bound, LongMath.saturatedAdd(problem.cost(node.least), relaxation.cost()));
            }
        }
    }

    /** What a set has left limits each of its pools, so what is held later is never too much. */
    private void tighten(int[] least, int[] mostOf) {
        for (int c = 0; c < most.length; c++) {
            long left = most[c] - brought(c, least);
            for (int pool : members.get(c)) {
                mostOf[pool] = (int) Math.min(mostOf[pool], least[pool] + left / problem.weight[pool]);
            }
        }
    }

    private void branch(Node node, int cap) {
        int chosen = -1;
        for (int pool : members.get(cap)) {
            boolean free = node.counts[pool] > node.least[pool];
            if (free && (chosen < 0 || units(node, pool) > units(node, chosen))) {
                chosen = pool;
            }
        }
        int[] below = node.mostOf.clone();
        below[chosen] = node.counts[chosen] - 1;
        push(node.least.clone(), below);
        int[] held = node.least.clone();
        held[chosen] = node.counts[chosen];
        push(held, node.mostOf.clone());
    }

    private long units(Node node, int pool) {
        return (long) node.counts[pool] * problem.weight[pool];
    }

    /** The cap that is broken by the most units, or -1. */
    private int brokenCap(int[] counts) {
        int broken = -1;
        long worst = 0;
        for (int c = 0; c < most.length; c++) {
            long over = brought(c, counts) - most[c];
            if (over > worst) {
                worst = over;
                broken = c;
            }
        }
        return broken;
    }

    private long brought(int cap, int[] counts) {
        long units = 0;
        for (int pool : members.get(cap)) {
            units = LongMath.saturatedAdd(units, (long) counts[pool] * problem.weight[pool]);
        }
        return units;
    }

    /** A plan that keeps the caps, cheapest unit first: the first to be beaten. */
    private int[] filled(int[] relaxed) {
        int[] counts = new int[relaxed.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = isBase[i] ? relaxed[i] : 0;
        }
        fill(counts, false);
        fill(counts, true);
        return counts;
    }

    private void fill(int[] counts, boolean base) {
        for (int i = 0; i < order.length; i++) {
            int pool = order[i];
            long missing = problem.demand - problem.units(counts);
            if (isBase[pool] == base && missing > 0) {
                long room = (long) problem.stock[pool] - counts[pool];
                for (int c = 0; c < most.length && !base; c++) {
                    if (holds(members.get(c), pool)) {
                        room = Math.min(room, (most[c] - brought(c, counts)) / problem.weight[pool]);
                    }
                }
                long wanted = CoverRelaxation.ceilDiv(missing, problem.weight[pool]);
                counts[pool] += (int) Math.max(0, Math.min(room, wanted));
            }
        }
    }

    private static boolean holds(int[] pools, int wanted) {
        for (int pool : pools) {
            if (pool == wanted) {
                return true;
            }
        }
        return false;
    }

    private void consider(int[] counts) {
        long base = 0;
        long others = 0;
        for (int i = 0; i < counts.length; i++) {
            long units = (long) counts[i] * problem.weight[i];
            base = LongMath.saturatedAdd(base, isBase[i] ? units : 0);
            others = LongMath.saturatedAdd(others, isBase[i] ? 0 : units);
        }
        long shortfall = baseIsShort
                ? baseDemand - base + Math.max(0, problem.demand - baseDemand - others)
                : Math.max(0, problem.demand - LongMath.saturatedAdd(base, others));
        long cost = problem.cost(counts);
        if (shortfall < bestShortfall || (shortfall == bestShortfall && cost < bestCost)) {
            best = counts;
            bestShortfall = shortfall;
            bestCost = cost;
        }
    }
}
