package io.ess4j.sim.deadline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns during the job how long spot stays and stays away, and holds what is cheapest in expectation: spot, on-demand,
 * or nothing.
 *
 * <p>Beforehand five laws are thought equally likely for the runs of available ticks, and the same five for the runs
 * between them: geometric with a mean of 1.3, 6 and 40 ticks, and two with heavy tails. For each of the 25 pairs the
 * expected cost of every situation is computed once per kind of job ({@link ValueTable}). While the job runs, every
 * tick makes the laws that foresaw it likelier (Bayes). The choice is the one of the least expected cost, averaged over
 * the pairs by their likelihood; ties prefer spot, then on-demand. Nothing is known about the market at the start, and
 * nothing is looked up that a job could not have seen.
 *
 * <p>What it does better than fixed rules: it keeps slack for later as long as spot may still come, goes on-demand
 * instead of waiting when a gap has become long, and does not start a spot instance whose run will likely be too short
 * to pay for the overhead. Safe for use by several threads.
 */
public final class LearnedAvailability implements DeadlinePolicy {
    private static final List<RunLaw> LAWS =
            List.of(new RunLaw(1.3, 0), new RunLaw(6, 0), new RunLaw(40, 0), new RunLaw(1.5, 0.5), new RunLaw(5, 0.5));
    /** Pairs less likely than this do not change a choice. */
    private static final double NEGLIGIBLE = 1e-4;

    // looked up by job, never walked
    private final Map<DeadlineJob, List<ValueTable>> tables = new HashMap<>();

    /** Creates the policy. */
    public LearnedAvailability() {}

    @Override
    public String name() {
        return "learned availability";
    }

    @Override
    public Decider begin(DeadlineJob job) {
        return new Learner(tables(job));
    }

    private synchronized List<ValueTable> tables(DeadlineJob job) {
        return tables.computeIfAbsent(job, j -> {
            List<ValueTable> all = new ArrayList<>();
            LAWS.forEach(up -> LAWS.forEach(down -> all.add(new ValueTable(j, up, down))));
            return List.copyOf(all);
        });
    }

    /** One job's knowledge: how likely each law is for the runs of either kind. */
    private static final class Learner implements Decider {
        private final List<ValueTable> tables;
        private final double[] up = uniform();
        private final double[] down = uniform();
        private Optional<Boolean> last = Optional.empty();
        private int age;

        Learner(List<ValueTable> tables) {
            this.tables = tables;
        }

        private static double[] uniform() {
            double[] weights = new double[LAWS.size()];
            Arrays.fill(weights, 1.0 / weights.length);
            return weights;
        }

        @Override
        public Holding decide(DeadlineSituation situation) {
            learn(situation.isSpotAvailable());
            Holding best = Holding.ON_DEMAND;
            double least = expected(situation, best);
            if (situation.isSpotAvailable()) {
                double spot = expected(situation, Holding.SPOT);
                best = spot <= least ? Holding.SPOT : best;
                least = Math.min(least, spot);
            }
            return expected(situation, Holding.NOTHING) < least ? Holding.NOTHING : best;
        }

        private void learn(boolean available) {
            if (last.isPresent()) {
                boolean ended = last.get() != available;
                update(last.get() ? up : down, ended);
                age = ended ? 1 : age + 1;
            } else {
                age = 1;
            }
            last = Optional.of(available);
        }

        private void update(double[] weights, boolean ended) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                double ends = LAWS.get(i).ends(age);
                weights[i] *= ended ? ends : 1 - ends;
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sum;
            }
        }

        private double expected(DeadlineSituation s, Holding next) {
            double starting = next == s.holding() ? s.startingMillis() : s.job().overheadMillis();
            double total = 0;
            for (int i = 0; i < up.length; i++) {
                for (int j = 0; j < down.length; j++) {
                    double weight = up[i] * down[j];
                    if (weight > NEGLIGIBLE) {
                        RunLaw law = LAWS.get(s.isSpotAvailable() ? i : j);
                        var place = new ValueTable.Place(
                                (int) (s.nowMillis() / s.job().tickMillis()),
                                s.slackMillis(),
                                s.remainingMillis(),
                                s.isSpotAvailable(),
                                RunAges.classOf(age),
                                law.ends(age));
                        total += weight * tables.get(i * down.length + j).cost(place, next, starting);
                    }
                }
            }
            return total;
        }
    }
}
