package io.ess4j.bench.peers;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import io.ess4j.bench.CoverProblems;
import io.ess4j.bench.peers.timefold.PoolCount;
import io.ess4j.bench.peers.timefold.Purchase;
import io.ess4j.capacity.ExactCover;
import java.time.Duration;
import java.util.Locale;

/**
 * How far Timefold is from the optimum after a given time, default search, four problems of each scale. It proves
 * nothing, so its time to the optimum cannot be compared; its gap can.
 *
 * <p>{@code java -cp 'ess-bench/peers/target/*:ess-bench/peers/target/lib/*' io.ess4j.bench.peers.TimefoldGap 200}
 */
public final class TimefoldGap {
    private static final int PROBLEMS = 4;

    private TimefoldGap() {}

    /**
     * Prints a line for each scale.
     *
     * @param args milliseconds that the solver has for a problem
     */
    public static void main(String[] args) {
        Duration limit = Duration.ofMillis(Long.parseLong(args[0]));
        SolverFactory<Purchase> solvers = SolverFactory.create(new SolverConfig()
                .withSolutionClass(Purchase.class)
                .withEntityClasses(PoolCount.class)
                .withEasyScoreCalculatorClass(Purchase.Calculator.class)
                .withTerminationSpentLimit(limit));
        for (String scale : new String[] {"100x200", "100x10000"}) {
            CoverProblems source = new CoverProblems(CoverProblems.Kind.REALISTIC, scale);
            double gap = 0;
            for (int i = 0; i < PROBLEMS; i++) {
                CoverProblems.Pools pools = source.next();
                long optimum = ExactCover.solve(pools.problem(source.demand())).cost();
                Purchase found = solvers.buildSolver().solve(new Purchase(pools, source.demand()));
                if (found.missing() > 0 || found.cost() < optimum) {
                    throw new AssertionError("no cover, or cheaper than the optimum");
                }
                gap += ((double) found.cost() / optimum - 1) / PROBLEMS;
            }
            System.out.printf(Locale.ROOT, "%s after %s: %.1f %% above the optimum%n", scale, limit, 100 * gap);
        }
    }
}
