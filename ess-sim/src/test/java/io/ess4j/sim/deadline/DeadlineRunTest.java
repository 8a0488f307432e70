package io.ess4j.sim.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineRunTest {
    @Test
    void onDemandPaysOneOverheadAndEndsToTheMinute() {
        DeadlineOutcome outcome =
                DeadlineRun.run(Markets.job(25, 60, 3), DeadlinePolicy.onDemandOnly(), Markets.market("+"), 0);

        // 28 minutes at 3 an hour
        assertThat(outcome).isEqualTo(new DeadlineOutcome(Money.of("1.4"), minutes(28), true, 0, minutes(28), 1, 0));
    }

    @Test
    void everyChangeCostsAnOverhead() {
        // spot 3 + 7, on-demand 3 + 7, spot 3 + 7, on-demand 3 + 4
        DeadlineOutcome outcome =
                DeadlineRun.run(Markets.job(25, 90, 3), DeadlinePolicy.spotElseOnDemand(), Markets.market("+-+-"), 0);

        assertThat(outcome)
                .isEqualTo(new DeadlineOutcome(
                        Money.of("1.25"), minutes(37), true, minutes(20), minutes(17), 4, 2)); // 0.4 + 0.85
    }

    @Test
    void greedyWaitsUntilTheSafetyMoment() {
        // slack 40 at first; 30, 20, 10 after three waits; a fourth would leave less than an overhead of 3
        DeadlineOutcome outcome =
                DeadlineRun.run(Markets.job(20, 60, 3), DeadlinePolicy.greedy(), Markets.market("-"), 0);

        assertThat(outcome.endMillis()).isEqualTo(minutes(30 + 23));
        assertThat(outcome.onDemandMillis()).isEqualTo(minutes(23));
        assertThat(outcome.isInTime()).isTrue();
    }

    @Test
    void spotIsGivenUpAtTheSafetyMoment() {
        // slack 6 = two overheads from the start on: spot that could be had is not taken any more
        DeadlineOutcome outcome =
                DeadlineRun.run(Markets.job(30, 36, 3), DeadlinePolicy.greedy(), Markets.market("+"), 0);

        assertThat(outcome.spotMillis()).isZero();
    }

    @Test
    void anOverheadLongerThanATickGoesOnInTheNext() {
        // lost after one tick: 12 of overhead, nothing done; then 12 + 15 on-demand
        DeadlineOutcome outcome =
                DeadlineRun.run(Markets.job(15, 120, 12), DeadlinePolicy.spotElseOnDemand(), Markets.market("+-"), 0);

        assertThat(outcome.endMillis()).isEqualTo(minutes(10 + 27));
        assertThat(outcome.interruptions()).isOne();
    }

    @Test
    void uniformProgressKeepsOnDemandUntilItIsTwoOverheadsAhead() {
        // the line is half a minute a minute; idle and behind at 10: on-demand until done >= (t + 6) / 2
        DeadlineOutcome outcome =
                DeadlineRun.run(Markets.job(60, 120, 3), DeadlinePolicy.uniformProgress(), Markets.market("--+"), 0);

        // t = 0 waits (0 behind), t = 10 on-demand: 7 at 20 < 13, 17 at 30 < 18, 27 at 40 >= 23: spot
        assertThat(outcome.onDemandMillis()).isEqualTo(minutes(30));
        assertThat(outcome.spotMillis()).isEqualTo(minutes(3 + 60 - 27));
    }

    @Test
    void learnsThatAGapLasts() {
        String gap = "+".repeat(12) + "-".repeat(60);
        DeadlineJob job = Markets.job(240, 480, 3);

        DeadlineOutcome learned = DeadlineRun.run(job, new LearnedAvailability(), Markets.market(gap), 0);
        DeadlineOutcome greedy = DeadlineRun.run(job, DeadlinePolicy.greedy(), Markets.market(gap), 0);

        assertThat(learned.spotMillis()).isEqualTo(minutes(120));
        assertThat(learned.cost()).isLessThanOrEqualTo(greedy.cost());
    }

    @Test
    void aPolicyThatTakesWhatIsNotThereIsRefused() {
        DeadlinePolicy blind = new DeadlinePolicy() {
            @Override
            public String name() {
                return "blind";
            }

            @Override
            public Decider begin(DeadlineJob job) {
                return s -> Holding.SPOT;
            }
        };

        assertThatThrownBy(() -> DeadlineRun.run(Markets.job(20, 60, 3), blind, Markets.market("+-"), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tick 0");
    }

    @Test
    void jobsThatCannotBeInTimeAreRefused() {
        assertThatThrownBy(() -> Markets.job(60, 65, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deadline (PT1H5M)");
    }

    private static long minutes(long minutes) {
        return Duration.ofMinutes(minutes).toMillis();
    }
}
