package io.ess4j.sim.deadline;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Money;
import io.ess4j.sim.cloud.AvailabilityTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Runs one kind of job from every start in every market, under several policies and with the future known. The jobs are
 * spread over the processors; the result does not depend on how.
 *
 * @param job the job
 * @param markets the markets, in ticks of the job's length
 * @param starts the ticks at which a job starts in every market
 */
public record DeadlineStudy(DeadlineJob job, List<AvailabilityTrace> markets, List<Integer> starts) {
    public DeadlineStudy {
        requireNonNull(job, "job");
        markets = List.copyOf(markets);
        starts = List.copyOf(starts);
        if (markets.isEmpty() || starts.isEmpty()) {
            throw new IllegalArgumentException(
                    "markets (" + markets.size() + ") and starts (" + starts.size() + ") must be at least one each");
        }
    }

    /**
     * What a way of running the jobs comes to.
     *
     * @param name what it is called
     * @param mean the mean cost over all jobs, rounded half up
     * @param worst the greatest cost of a job
     * @param meanByMarket the mean cost in each market, in their order
     * @param missed jobs that were not done in time; empty where the question does not arise
     */
    public record Result(String name, Money mean, Money worst, List<Money> meanByMarket, OptionalInt missed) {
        public Result {
            meanByMarket = List.copyOf(meanByMarket);
        }
    }

    /**
     * Runs all jobs under a policy.
     *
     * @param policy the policy; asked by several threads at once to begin jobs
     * @return what it came to
     */
    public Result run(DeadlinePolicy policy) {
        policy.begin(job); // whatever is prepared for this kind of job is prepared once, before threads meet there
        int[] missed = new int[markets.size() * starts.size()];
        long[] costs = new long[missed.length];
        IntStream.range(0, costs.length).parallel().forEach(i -> {
            DeadlineOutcome outcome = DeadlineRun.run(job, policy, market(i), start(i));
            costs[i] = outcome.cost().nanos();
            missed[i] = outcome.isInTime() ? 0 : 1;
        });
        return result(policy.name(), costs, OptionalInt.of(Arrays.stream(missed).sum()));
    }

    /**
     * The least that the jobs could have cost, had the markets been known.
     *
     * @return the yardstick
     */
    public Result optimum() {
        long[] costs = IntStream.range(0, markets.size() * starts.size())
                .parallel()
                .mapToLong(i -> DeadlineOptimum.cost(job, market(i), start(i)).nanos())
                .toArray();
        return result("optimum, knowing the market", costs, OptionalInt.empty());
    }

    private AvailabilityTrace market(int index) {
        return markets.get(index / starts.size());
    }

    private int start(int index) {
        return starts.get(index % starts.size());
    }

    private Result result(String name, long[] costs, OptionalInt missed) {
        List<Money> means = new ArrayList<>();
        for (int m = 0; m < markets.size(); m++) {
            means.add(mean(Arrays.copyOfRange(costs, m * starts.size(), (m + 1) * starts.size())));
        }
        return new Result(
                name, mean(costs), new Money(Arrays.stream(costs).max().orElseThrow()), means, missed);
    }

    private static Money mean(long[] costs) {
        long sum = 0;
        for (long cost : costs) {
            sum = Math.addExact(sum, cost);
        }
        return new Money((sum + costs.length / 2) / costs.length);
    }
}
