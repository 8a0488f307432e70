package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.NOON;
import static io.ess4j.lifecycle.LifecycleTransition.SCALE_IN;
import static io.ess4j.lifecycle.LifecycleTransition.SCALE_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract section 16, the status message of guide 3.4, and the suspension of failing groups. */
class ActivityTest {
    /** Maximum 5, total 3, a rule that adds 5: planned are 2 (contract section 16, case ST1). */
    @ParameterizedTest
    @CsvSource({"2, 2, SUCCESSFUL", "2, 1, WARNING", "2, 0, FAILED", "0, 0, SUCCESSFUL", "1, 1, SUCCESSFUL"})
    void theStatusTellsHowManyOfThePlannedWereDone(int planned, int achieved, ActivityStatus expected) {
        assertThat(ActivityStatus.of(planned, achieved)).isEqualTo(expected);
    }

    @Test
    void statusesHaveTheDocumentedWords() {
        assertThat(ActivityStatus.values())
                .extracting(ActivityStatus::toString)
                .containsExactly("InProgress", "Successful", "Warning", "Failed", "Rejected");
        assertThat(ActivityStatus.values()).filteredOn(s -> !s.isOver()).containsExactly(ActivityStatus.IN_PROGRESS);
    }

    /** Contract section 16: 19 of 20 join, the one that fails is released, the activity is not rolled back. */
    @Test
    void oneOfTwentyFailsAlone() {
        ActivityReport report = ActivityReport.planned(SCALE_OUT, 20);
        for (int i = 0; i < 19; i++) {
            report = report.and(StepSequence.Way.CREATE, TransitionResult.JOINED);
            assertThat(report.status()).isEqualTo(ActivityStatus.IN_PROGRESS);
        }

        report = report.and(StepSequence.Way.CREATE, TransitionResult.ROLLED_BACK);

        assertThat(report.status()).isEqualTo(ActivityStatus.WARNING);
        assertThat(report.progress()).isEqualTo(100);
        assertThat(report.created()).isEqualTo(19);
        assertThat(report.statusMessage()).isEqualTo("\"19\" ECS instances are added");
    }

    /** Guide 3.4: one stopped instance is started, none is created. */
    @Test
    void saysWhatWasStarted() {
        ActivityReport report =
                ActivityReport.planned(SCALE_OUT, 1).and(StepSequence.Way.START, TransitionResult.JOINED);

        assertThat(report.statusMessage()).isEqualTo("\"0\" ECS instances are added.\"1\" ECS instance are started");
        assertThat(report.description()).isEqualTo("Add \"1\" ECS instance");
        assertThat(report.started()).isEqualTo(1);
    }

    @Test
    void countsCreatedStartedAttachedDestroyedStoppedAndRemovedApart() {
        ActivityReport out = ActivityReport.planned(SCALE_OUT, 4)
                .and(StepSequence.Way.CREATE, TransitionResult.JOINED)
                .and(StepSequence.Way.START, TransitionResult.JOINED)
                .and(StepSequence.Way.ATTACH, TransitionResult.JOINED);
        ActivityReport in = ActivityReport.planned(SCALE_IN, 4)
                .and(StepSequence.Way.RELEASE, TransitionResult.LEFT)
                .and(StepSequence.Way.STOP, TransitionResult.STOPPED)
                .and(StepSequence.Way.LEAVE, TransitionResult.LEFT)
                .and(StepSequence.Way.RELEASE, TransitionResult.RETURNED);

        assertThat(out).isEqualTo(new ActivityReport(SCALE_OUT, 4, 1, 1, 1, 0, 0, 0, 0));
        assertThat(out.progress()).isEqualTo(75);
        assertThat(in).isEqualTo(new ActivityReport(SCALE_IN, 4, 0, 0, 0, 1, 1, 1, 1));
        assertThat(in.status()).isEqualTo(ActivityStatus.WARNING);
        assertThat(in.statusMessage()).isEqualTo("\"2\" ECS instances are removed.\"1\" ECS instance are stopped");
        assertThat(in.description()).isEqualTo("Remove \"4\" ECS instance");
        assertThat(ActivityReport.planned(SCALE_IN, 1)
                        .and(StepSequence.Way.LEAVE, TransitionResult.LEFT)
                        .statusMessage())
                .isEqualTo("\"1\" ECS instances are removed");
        assertThat(ActivityReport.planned(SCALE_IN, 0).progress()).isEqualTo(100);
    }

    @Test
    void saysWhyInTheWordsOfTheService() {
        assertThat(ActivityReport.passedOver(3))
                .isEqualTo("Fail to scale instances for scaling group(\"Ignore to remove 3 instances(\"instances in"
                        + " standby/protected status\")\").");
        assertThat(ActivityReport.failedToCreate("Your account has been in arrears."))
                .isEqualTo("Fail to create Instances into scaling group(\"Your account has been in arrears.\").");
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatThrownBy(() -> ActivityStatus.of(1, 2)).hasMessage("achieved (2) must be from 0 to planned (1)");
        assertThatThrownBy(() -> ActivityStatus.of(-1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ActivityReport.planned(SCALE_OUT, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        ActivityReport.planned(SCALE_OUT, 0).and(StepSequence.Way.CREATE, TransitionResult.JOINED))
                .hasMessageContaining("must be >= what was done and what failed");
        assertThatThrownBy(
                        () -> ActivityReport.planned(SCALE_OUT, 1).and(StepSequence.Way.STOP, TransitionResult.STOPPED))
                .hasMessage("way (STOP) must be of an activity that does SCALE_OUT");
        assertThatThrownBy(() -> new ActivityReport(SCALE_IN, 5, 1, 0, 0, 0, 0, 0, 0))
                .hasMessageContaining("must fit what was counted");
        assertThatThrownBy(() -> new ActivityReport(SCALE_IN, 5, 0, 1, 0, 1, 0, 0, 0))
                .hasMessageContaining("must fit what was counted");
        assertThatThrownBy(() -> new ActivityReport(SCALE_IN, 5, 0, 0, 1, 1, 0, 0, 0))
                .hasMessageContaining("must fit what was counted");
        assertThatThrownBy(() -> new ActivityReport(SCALE_OUT, 5, 1, 0, 0, 1, 0, 0, 0))
                .hasMessageContaining("must fit what was counted");
        assertThatThrownBy(() -> new ActivityReport(SCALE_OUT, 5, 1, 0, 0, 0, 1, 0, 0))
                .hasMessageContaining("must fit what was counted");
        assertThatThrownBy(() -> new ActivityReport(SCALE_OUT, 5, 1, 0, 0, 0, 0, 1, 0))
                .hasMessageContaining("must fit what was counted");
        assertThatThrownBy(() -> new ActivityReport(SCALE_IN, 3, 0, 0, 0, 1, -1, 0, 0))
                .hasMessage("counts of an activity (-1) must be >= 0");
        assertThat(ActivityReport.planned(SCALE_OUT, 1)
                        .and(StepSequence.Way.ATTACH, TransitionResult.JOINED)
                        .statusMessage())
                .isEqualTo("\"1\" ECS instances are added");
        assertThatThrownBy(() -> new ActivityReport(SCALE_IN, 3, 0, 0, 0, 1, 1, 1, 1))
                .hasMessageContaining("planned (3) must be >= what was done and what failed");
        assertThatThrownBy(() -> new ActivityReport(SCALE_OUT, 3, 1, 1, 1, 0, 0, 0, 1))
                .hasMessageContaining("planned (3) must be >= what was done and what failed");
    }

    @Test
    void sevenDaysOfFailuresSuspendTheGroupUntilItIsChanged() {
        Duration week = Duration.ofDays(7);
        FailureStreak first = FailureStreak.NONE.after(ActivityStatus.FAILED, NOON);
        FailureStreak onTheDay = first.after(ActivityStatus.FAILED, NOON.plus(week));
        FailureStreak later =
                onTheDay.after(ActivityStatus.FAILED, NOON.plus(week).plusSeconds(1));

        assertThat(first.suspended()).isFalse();
        assertThat(onTheDay.suspended()).isFalse();
        assertThat(later.suspended()).isTrue();
        assertThat(later.changed()).isEqualTo(FailureStreak.NONE);
        FailureStreak better =
                later.after(ActivityStatus.SUCCESSFUL, NOON.plus(week).plusSeconds(2));
        assertThat(better.suspended()).isTrue();
        assertThat(better.after(ActivityStatus.FAILED, NOON.plus(week).plusSeconds(3))
                        .suspended())
                .as("only a change of the group ends the suspension")
                .isTrue();
        assertThat(first.after(ActivityStatus.WARNING, NOON.plusSeconds(1))
                        .after(ActivityStatus.FAILED, NOON.plus(week).plusSeconds(2))
                        .suspended())
                .isFalse();
        assertThat(first.after(ActivityStatus.REJECTED, NOON)).isEqualTo(first);
        assertThatThrownBy(() -> first.after(ActivityStatus.IN_PROGRESS, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
