package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.testing.Covers;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/** The exact cover against an independent integer programming solver (ojAlgo), where that finishes. */
class ExactCoverSolverProperties {
    @Provide
    Arbitrary<CoverProblem> problems() {
        return Covers.problems(new Covers.Size(1, 6, 12, 8, 60));
    }

    @Property(tries = 150)
    void equalsTheSolver(@ForAll("problems") CoverProblem problem) {
        CoverSolution solution = ExactCover.solve(problem);

        Optimisation.Result result = solver(problem);

        Statistics.label("solver").collect(result.getState().isOptimal() ? "finished" : "gave up or infeasible");
        Statistics.label("solver").coverage(c -> c.check("finished").percentage(p -> p > 30));
        if (solution.shortfall() > 0) {
            assertThat(result.getState().isFeasible()).isFalse();
        } else if (result.getState().isOptimal()) {
            assertThat(solution.units()).isGreaterThanOrEqualTo(problem.demand());
            // The solver has called 16 of 15 units optimal where 15 at the same unit price could be had. So where costs
            // differ a table over all demands decides who is right.
            if (Math.abs(solution.cost() - result.getValue()) >= 1e-3) {
                assertThat((double) solution.cost()).isLessThan(result.getValue());
                assertThat(solution.cost()).isEqualTo(CoverOracles.textbook(problem));
            }
        }
    }

    private static Optimisation.Result solver(CoverProblem problem) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        // An iteration limit and not a time limit, so that the test is the same on every machine.
        model.options.iterations_abort = 5_000;
        // Without it the solver stops within a ten-thousandth of the optimum.
        model.options.integer(IntegerStrategy.newConfigurable().withGapTolerance(NumberContext.of(14)));
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
