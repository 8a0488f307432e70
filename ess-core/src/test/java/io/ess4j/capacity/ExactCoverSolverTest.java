package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ess4j.capacity.CoverOracles.Kind;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/** The exact cover against an independent integer programming solver (ojAlgo), where that finishes. */
class ExactCoverSolverTest {
    private static final int CASES = 12;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void equalsTheSolver(Kind kind) {
        SplittableRandom random = new SplittableRandom(20_260_101);
        int compared = 0;
        for (int i = 0; i < CASES; i++) {
            CoverProblem problem =
                    CoverOracles.random(random, kind, 1 + random.nextInt(6), 12, 8, 1 + random.nextInt(60));
            CoverSolution solution = ExactCover.solve(problem);

            Optimisation.Result result = solver(problem);

            if (solution.shortfall() > 0) {
                assertThat(result.getState().isFeasible())
                        .as("%s case %d", kind, i)
                        .isFalse();
            } else if (result.getState().isOptimal()) {
                assertThat((double) solution.cost())
                        .as("%s case %d", kind, i)
                        .isCloseTo(result.getValue(), within(1e-3));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    private static Optimisation.Result solver(CoverProblem problem) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        // An iteration limit and not a time limit, so that the test is the same on every machine.
        model.options.iterations_abort = 5_000;
        Expression cover = model.newExpression("cover").lower(problem.demand);
        for (int i = 0; i < problem.pools(); i++) {
            cover.set(
                    model.newVariable("x" + i)
                            .integer()
                            .lower(0)
                            .upper(problem.stock[i])
                            .weight(problem.price[i]),
                    problem.weight[i]);
        }
        return model.minimise();
    }
}
