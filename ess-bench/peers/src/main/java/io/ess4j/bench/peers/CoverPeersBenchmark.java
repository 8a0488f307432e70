package io.ess4j.bench.peers;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import io.ess4j.bench.CoverProblems;
import io.ess4j.capacity.CoverSolution;
import io.ess4j.capacity.CoverWorkspace;
import io.ess4j.capacity.ExactCover;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The exact cover beside solvers of integer programmes: CP-SAT with one worker, SCIP and ojAlgo, each to the proven
 * optimum within two seconds. Every call builds its model, as a caller would, and its cost is checked.
 *
 * <p>{@code java -cp 'ess-bench/peers/target/*:ess-bench/peers/target/lib/*' io.ess4j.bench.report.Main CoverPeers}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets the parameters, setUp the rest
public class CoverPeersBenchmark {
    private static final int PROBLEMS = 16;
    private static final double LIMIT_SECONDS = 2;

    /** Pools and demand. */
    @Param({"100x200", "100x10000"})
    public String scale;

    /** What kind of pools there are. */
    @Param({"REALISTIC", "TRAP"})
    public CoverProblems.Kind kind;

    private final List<CoverProblems.Pools> problems = new ArrayList<>();
    private final List<Long> optimum = new ArrayList<>();
    private final CoverWorkspace workspace = new CoverWorkspace();
    private int demand;
    private int next;

    /** Makes the problems. */
    @Setup
    public void setUp() {
        Loader.loadNativeLibraries();
        CoverProblems source = new CoverProblems(kind, scale);
        demand = source.demand();
        for (int i = 0; i < PROBLEMS; i++) {
            CoverProblems.Pools pools = source.next();
            problems.add(pools);
            optimum.add(ExactCover.solve(pools.problem(demand)).cost());
        }
    }

    private CoverProblems.Pools following() {
        next = (next + 1) % PROBLEMS;
        return problems.get(next);
    }

    /** A cost that is proven must be the optimum; a call that finds no proof counts with the time of its limit. */
    private double checked(boolean proven, double cost) {
        if (proven && Math.round(cost) != optimum.get(next)) {
            throw new AssertionError(cost + " must be " + optimum.get(next));
        }
        return cost;
    }

    /**
     * ess4j.
     *
     * @return the solution
     */
    @Benchmark
    public CoverSolution ess4j() {
        CoverProblems.Pools pools = following();
        CoverSolution solution = ExactCover.solve(pools.problem(demand), ExactCover.DEFAULT_STEP_LIMIT, workspace);
        checked(solution.isProven(), (double) solution.cost());
        return solution;
    }

    /**
     * Google CP-SAT, one worker.
     *
     * @return the cost
     */
    @Benchmark
    public double cpSat() {
        CoverProblems.Pools pools = following();
        int n = pools.price().length;
        CpModel model = new CpModel();
        IntVar[] counts = new IntVar[n];
        long[] weights = new long[n];
        for (int i = 0; i < n; i++) {
            counts[i] = model.newIntVar(0, pools.stock()[i], "");
            weights[i] = pools.weight()[i];
        }
        model.addGreaterOrEqual(LinearExpr.weightedSum(counts, weights), demand);
        model.minimize(LinearExpr.weightedSum(counts, pools.price()));
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setMaxTimeInSeconds(LIMIT_SECONDS);
        CpSolverStatus status = solver.solve(model);
        return checked(status == CpSolverStatus.OPTIMAL, solver.objectiveValue());
    }

    /**
     * SCIP.
     *
     * @return the cost
     */
    @Benchmark
    public double scip() {
        CoverProblems.Pools pools = following();
        MPSolver solver = MPSolver.createSolver("SCIP");
        MPObjective cost = solver.objective();
        MPConstraint covered = solver.makeConstraint(demand, Double.POSITIVE_INFINITY);
        for (int i = 0; i < pools.price().length; i++) {
            MPVariable count = solver.makeIntVar(0, pools.stock()[i], "");
            covered.setCoefficient(count, pools.weight()[i]);
            cost.setCoefficient(count, (double) pools.price()[i]);
        }
        cost.setMinimization();
        solver.setTimeLimit((long) (LIMIT_SECONDS * 1000));
        MPSolverParameters exact = new MPSolverParameters();
        exact.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        MPSolver.ResultStatus status = solver.solve(exact);
        double value = cost.value();
        solver.delete();
        return checked(status == MPSolver.ResultStatus.OPTIMAL, value);
    }

    /**
     * ojAlgo.
     *
     * @return the cost
     */
    @Benchmark
    public double ojAlgo() {
        CoverProblems.Pools pools = following();
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.time_abort = (long) (LIMIT_SECONDS * 1000);
        model.options.time_suffice = model.options.time_abort;
        Expression covered = model.newExpression("covered").lower(demand);
        for (int i = 0; i < pools.price().length; i++) {
            Variable count = model.newVariable("x" + i)
                    .integer()
                    .lower(0)
                    .upper(pools.stock()[i])
                    .weight(pools.price()[i]);
            covered.set(count, pools.weight()[i]);
        }
        Optimisation.Result result = model.minimise();
        return checked(result.getState() == Optimisation.State.DISTINCT, result.getValue());
    }
}
