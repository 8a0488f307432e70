package io.ess4j.rollout;

import static io.ess4j.rollout.Fixtures.NEW;
import static io.ess4j.rollout.Fixtures.NOON;
import static io.ess4j.rollout.Fixtures.draft;
import static io.ess4j.rollout.Fixtures.fleet;
import static io.ess4j.rollout.Refreshes.FRESH;
import static io.ess4j.rollout.Refreshes.TARGET;
import static io.ess4j.rollout.Refreshes.begin;
import static io.ess4j.rollout.Refreshes.event;
import static io.ess4j.rollout.Refreshes.plan;
import static io.ess4j.rollout.Refreshes.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Fleet;
import io.ess4j.model.LifecycleState;
import io.ess4j.rollout.InstanceRefresh.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a refresh waits. */
class RefreshCheckpointTest {
    /** 4 instances, checkpoint at half of them: two are replaced, then it waits, then goes on. */
    @Test
    void aCheckpointWaitsThenGoesOn() {
        RefreshPolicy policy = RefreshPolicy.of(TARGET)
                .withHealthyPercent(0, 100)
                .withCheckpoints(new Checkpoints(List.of(50, 100), Duration.ofMinutes(10)));
        Step step = begin(policy, 4);
        assertThat(step.commands()).containsExactly(remove("i-1", "i-2"));
        step = event(event(step, new RefreshEvent.Removed("i-1")), new RefreshEvent.Removed("i-2"));
        step = event(event(step, new RefreshEvent.Launched("n-1", FRESH)), new RefreshEvent.Launched("n-2", FRESH));

        assertThat(step.next().status()).isEqualTo(RefreshStatus.CHECKPOINT_PAUSE);
        assertThat(step.commands()).isEmpty();
        assertThat(step.next().deadline()).contains(NOON.plus(Duration.ofMinutes(10)));
        Step early = event(step, new RefreshEvent.TimePassed(), NOON.plusSeconds(599));
        assertThat(early.next().status()).isEqualTo(RefreshStatus.CHECKPOINT_PAUSE);
        Step later = event(early, new RefreshEvent.TimePassed(), NOON.plusSeconds(600));
        assertThat(later.next().status()).isEqualTo(RefreshStatus.IN_PROGRESS);
        assertThat(later.commands()).containsExactly(remove("i-3", "i-4"));
        assertThat(event(step, new RefreshEvent.Resume()).commands()).containsExactly(remove("i-3", "i-4"));
    }

    /** Two days of waiting that begin on the sixth day end with the week. */
    @Test
    void aPauseEndsWithTheWeek() {
        RefreshPolicy policy = RefreshPolicy.of(TARGET)
                .withHealthyPercent(0, 100)
                .withCheckpoints(new Checkpoints(List.of(50, 100), Duration.ofDays(2)));
        Instant sixth = NOON.plus(Duration.ofDays(6));
        Step step = event(begin(policy, 2), new RefreshEvent.Removed("i-1"), sixth);

        step = event(step, new RefreshEvent.Launched("n-1", FRESH), sixth);

        assertThat(step.next().status()).isEqualTo(RefreshStatus.CHECKPOINT_PAUSE);
        assertThat(step.next().deadline()).contains(NOON.plus(InstanceRefresh.LONGEST));
    }

    @Test
    void checkpointsReachedAtTheStartDoNotWait() {
        Fleet half = fleet(2).with(List.of(
                draft("n-1").source(NEW).build(), draft("n-2").source(NEW).build()));
        RefreshPolicy policy =
                RefreshPolicy.of(TARGET).withHealthyPercent(0, 100).withCheckpoints(Checkpoints.at(25, 50, 75, 100));

        Step step = InstanceRefresh.pending(plan(policy, half), NOON).step(new RefreshEvent.Begin(), NOON);

        assertThat(step.commands()).containsExactly(remove("i-1"));
    }

    /** Two match and count as new; two protected ones count as neither: half of six is three, so one more is due. */
    @Test
    void atACheckpointOnlyMatchingInstancesCountAsNew() {
        Fleet mixed = fleet(4).with(List.of(
                draft("n-1").source(NEW).build(),
                draft("n-2").source(NEW).build(),
                draft("p-1").state(LifecycleState.PROTECTED).build(),
                draft("p-2").state(LifecycleState.PROTECTED).build()));
        RefreshPolicy policy =
                RefreshPolicy.of(TARGET).withHealthyPercent(0, 100).withCheckpoints(Checkpoints.at(50, 100));

        Step step = InstanceRefresh.pending(plan(policy, mixed), NOON).step(new RefreshEvent.Begin(), NOON);

        assertThat(step.commands()).containsExactly(remove("i-1"));
    }

    @ParameterizedTest
    @CsvSource({"'50'", "'0 100'", "'50 50 100'", "'60 50 100'", "'50 101'"})
    void checkpointsAscendToHundred(String percentages) {
        Integer[] values =
                Arrays.stream(percentages.split(" ", -1)).map(Integer::valueOf).toArray(Integer[]::new);

        assertThatThrownBy(() -> Checkpoints.at(values)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "59", "172801"})
    void checkpointPausesLastOneMinuteToTwoDays(long seconds) {
        assertThatThrownBy(() -> new Checkpoints(List.of(100), Duration.ofSeconds(seconds)))
                .hasMessageContaining("must be from 1 to 2880 minutes");
        assertThat(new Checkpoints(List.of(100), Duration.ofDays(2)).percentages())
                .containsExactly(100);
    }
}
