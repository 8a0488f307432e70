package io.ess4j.rollout;

import static io.ess4j.rollout.Fixtures.NOON;
import static io.ess4j.rollout.Fixtures.fleet;
import static io.ess4j.rollout.Refreshes.ACTIVE;
import static io.ess4j.rollout.Refreshes.FRESH;
import static io.ess4j.rollout.Refreshes.TARGET;
import static io.ess4j.rollout.Refreshes.begin;
import static io.ess4j.rollout.Refreshes.event;
import static io.ess4j.rollout.Refreshes.plan;
import static io.ess4j.rollout.Refreshes.remove;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.rollout.InstanceRefresh.Refusal;
import io.ess4j.rollout.InstanceRefresh.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a refresh is held, cancelled or rolled back, and what a week ends. */
class RefreshEndTest {
    @Test
    void aSuspendedTaskBeginsNothing() {
        Step paused = event(begin(RefreshPolicy.of(TARGET), 10), new RefreshEvent.Suspend());
        Step came = event(paused, new RefreshEvent.Launched("n-1", FRESH));
        Step resumed = event(came, new RefreshEvent.Resume());

        assertThat(paused.next().status()).isEqualTo(RefreshStatus.PAUSED);
        assertThat(came.commands()).isEmpty();
        assertThat(resumed.commands()).containsExactly(remove("i-3"));
        assertThat(paused.next().step(new RefreshEvent.Suspend(), NOON).refusal())
                .contains(Refusal.WRONG_STATUS);
    }

    @Test
    void cancellingKeepsWhatWasReplacedAndEvensOut() {
        Step cancelling = event(begin(RefreshPolicy.of(TARGET), 10), new RefreshEvent.Cancel());
        assertThat(cancelling.next().status()).isEqualTo(RefreshStatus.CANCELLING);
        assertThat(cancelling.commands()).isEmpty();

        Step step = cancelling;
        for (RefreshEvent event : List.of(
                new RefreshEvent.Launched("n-1", FRESH),
                new RefreshEvent.Removed("i-1"),
                new RefreshEvent.Launched("n-2", FRESH),
                new RefreshEvent.Removed("i-2"))) {
            step = event(step, event);
        }

        assertThat(step.next().status()).isEqualTo(RefreshStatus.CANCELLED);
        assertThat(step.next().exchange().serving()).isEqualTo(10);
        assertThat(step.next().exchange().arrived()).containsExactly("n-1", "n-2");
        assertThat(InstanceRefresh.pending(plan(RefreshPolicy.of(TARGET), fleet(2)), NOON)
                        .step(new RefreshEvent.Cancel(), NOON)
                        .next()
                        .status())
                .isEqualTo(RefreshStatus.CANCELLED);
    }

    @Test
    void rollingBackReplacesTheNewOnesByTheActiveConfiguration() {
        Step step = begin(RefreshPolicy.of(TARGET).withHealthyPercent(100, 100), 2);
        step = event(step, new RefreshEvent.Launched("n-1", FRESH));
        step = event(step, new RefreshEvent.Removed("i-1"));

        Step back = event(step, new RefreshEvent.RollBack());
        assertThat(back.next().status()).isEqualTo(RefreshStatus.ROLLBACK_IN_PROGRESS);
        assertThat(back.commands()).isEmpty();
        Step stray = event(back, new RefreshEvent.Launched("n-2", FRESH));
        assertThat(stray.commands()).containsExactly(remove("n-1"));
        Step gone = event(stray, new RefreshEvent.Removed("n-1"));
        assertThat(gone.commands()).containsExactly(new RefreshCommand.Launch(1, ACTIVE));
        Step came = event(gone, new RefreshEvent.Launched("b-1", ACTIVE));
        assertThat(came.commands()).containsExactly(remove("n-2"));
        Step done = event(came, new RefreshEvent.Removed("n-2"));

        assertThat(done.next().status()).isEqualTo(RefreshStatus.ROLLBACK_SUCCESSFUL);
        assertThat(done.commands()).isEmpty();
        assertThat(done.next().exchange().serving()).isEqualTo(2);
    }

    @Test
    void duringARollbackNothingCanBeSuspendedOrCancelled() {
        InstanceRefresh back = event(begin(RefreshPolicy.of(TARGET), 10), new RefreshEvent.RollBack())
                .next();

        for (RefreshEvent event : List.of(
                new RefreshEvent.Suspend(),
                new RefreshEvent.Cancel(),
                new RefreshEvent.Resume(),
                new RefreshEvent.RollBack())) {
            assertThat(back.step(event, NOON).refusal()).contains(Refusal.WRONG_STATUS);
        }
    }

    @ParameterizedTest
    @CsvSource({"Default, false", "Latest, false", "8, true"})
    void movingTemplateVersionsCannotBeRolledBack(String version, boolean allowed) {
        Step step = begin(RefreshPolicy.of(new RefreshTarget.Template("lt-1", version)), 3);

        assertThat(step.next().step(new RefreshEvent.RollBack(), NOON).refusal())
                .isEqualTo(allowed ? Optional.empty() : Optional.of(Refusal.NO_ROLLBACK));
    }

    @Test
    void afterAWeekItHasFailed() {
        Instant end = NOON.plus(Duration.ofDays(7));
        Step step = begin(RefreshPolicy.of(TARGET), 10);

        assertThat(step.next().deadline()).contains(end);
        assertThat(event(step, new RefreshEvent.TimePassed(), end.minusNanos(1))
                        .next()
                        .status())
                .isEqualTo(RefreshStatus.IN_PROGRESS);
        assertThat(event(step, new RefreshEvent.TimePassed(), end).next().status())
                .isEqualTo(RefreshStatus.FAILED);
        assertThat(event(event(step, new RefreshEvent.RollBack()), new RefreshEvent.TimePassed(), end)
                        .next()
                        .status())
                .isEqualTo(RefreshStatus.ROLLBACK_FAILED);
        assertThat(step.next()
                        .step(new RefreshEvent.Launched("n-1", FRESH), end)
                        .refusal())
                .contains(Refusal.OVER);
    }

    @Test
    void aCancellationThatTakesAWeekIsOver() {
        Instant end = NOON.plus(Duration.ofDays(7));
        Step cancelling = event(begin(RefreshPolicy.of(TARGET), 10), new RefreshEvent.Cancel());

        Step over = event(cancelling, new RefreshEvent.TimePassed(), end);

        assertThat(over.next().status()).isEqualTo(RefreshStatus.CANCELLED);
        assertThat(over.commands()).isEmpty();
        assertThat(event(over, new RefreshEvent.TimePassed(), end.plusSeconds(1))
                        .next()
                        .status())
                .isEqualTo(RefreshStatus.CANCELLED);
    }
}
