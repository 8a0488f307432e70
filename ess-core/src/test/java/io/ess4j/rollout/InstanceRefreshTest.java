package io.ess4j.rollout;

import static io.ess4j.rollout.Fixtures.NEW;
import static io.ess4j.rollout.Fixtures.NOON;
import static io.ess4j.rollout.Fixtures.OLD;
import static io.ess4j.rollout.Fixtures.draft;
import static io.ess4j.rollout.Fixtures.fleet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import io.ess4j.rollout.InstanceRefresh.Refusal;
import io.ess4j.rollout.InstanceRefresh.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract section 28.2. */
class InstanceRefreshTest {
    private static final RefreshTarget TARGET = new RefreshTarget.Configuration("asc-new");
    private static final RefreshCommand.Source FRESH = RefreshCommand.Source.TARGET;
    private static final RefreshCommand.Source ACTIVE = RefreshCommand.Source.ACTIVE;

    private static RefreshPlan plan(RefreshPolicy policy, Fleet fleet) {
        return RefreshPlan.of(policy, RefreshSituation.atRest(fleet, "asc-old"));
    }

    private static Step begin(RefreshPolicy policy, int instances) {
        return InstanceRefresh.pending(plan(policy, fleet(instances)), NOON).step(new RefreshEvent.Begin(), NOON);
    }

    private static Step event(Step step, RefreshEvent event) {
        return event(step, event, step.next().at());
    }

    private static Step event(Step step, RefreshEvent event, Instant now) {
        Step next = step.next().step(event, now);
        assertThat(next.refusal()).isEmpty();
        return next;
    }

    private static RefreshCommand.Launch launch(int count) {
        return new RefreshCommand.Launch(count, FRESH);
    }

    private static RefreshCommand.Remove remove(String... ids) {
        return new RefreshCommand.Remove(List.of(ids));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 80, 120, 2, 2",
        "10, 100, 100, 1, 0",
        "10, 100, 110, 1, 0",
        "10, 90, 100, 0, 1",
        "3, 80, 120, 1, 0",
        "7, 80, 120, 1, 1",
        "1, 0, 100, 0, 1",
        "5, 0, 200, 5, 5",
        "2147483647, 0, 200, 2147483647, 2147483647"
    })
    void percentagesSayHowManyAtATime(int serving, int min, int max, int surge, int unavailable) {
        RefreshPolicy policy = RefreshPolicy.of(TARGET).withHealthyPercent(min, max);

        assertThat(policy.surge(serving)).isEqualTo(surge);
        assertThat(policy.unavailable(serving)).isEqualTo(unavailable);
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        RefreshPolicy policy = RefreshPolicy.of(TARGET);

        assertThat(policy.minHealthyPercent()).isEqualTo(80);
        assertThat(policy.maxHealthyPercent()).isEqualTo(120);
        assertThat(policy.skipsMatching()).isTrue();
        assertThat(Checkpoints.at(50, 100).pause()).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void attachedProtectedStandbyAndMatchingInstancesStay() {
        Fleet fleet = Fleet.of(List.of(
                draft("old").build(),
                draft("older").joinedAt(NOON.minus(Duration.ofDays(3))).build(),
                draft("new").source(NEW).build(),
                draft("given").origin(InstanceOrigin.ATTACHED).build(),
                draft("entrusted").origin(InstanceOrigin.ENTRUSTED).build(),
                draft("safe").state(LifecycleState.PROTECTED).build(),
                draft("aside").state(LifecycleState.STANDBY).build(),
                draft("coming").state(LifecycleState.PENDING).build()));

        RefreshPlan plan = plan(RefreshPolicy.of(TARGET), fleet);

        assertThat(plan.replaced()).containsExactly("older", "old");
        assertThat(plan.serving()).isEqualTo(6);
        assertThat(plan.matching()).isEqualTo(1);
        assertThat(plan.skipped())
                .extracting(s -> s.instance().id() + " " + s.reason())
                .containsExactly(
                        "new MATCHES",
                        "given ADDED_BY_OWNER",
                        "entrusted ADDED_BY_OWNER",
                        "safe PROTECTED",
                        "aside STANDBY",
                        "coming NOT_IN_SERVICE");
        assertThat(plan(RefreshPolicy.of(TARGET).skippingMatching(false), fleet).replaced())
                .containsExactly("older", "new", "old");
    }

    @Test
    void matchingIsByIdOnly() {
        Optional<String> active = Optional.of("asc-old");
        ConfigurationSource template = ConfigurationSource.ofTemplate("lt-1", 8, NOON);

        assertThat(TARGET.isMatchedBy(NEW, active)).isTrue();
        assertThat(TARGET.isMatchedBy(OLD, active)).isFalse();
        assertThat(new RefreshTarget.Active().isMatchedBy(OLD, active)).isTrue();
        assertThat(new RefreshTarget.Active().isMatchedBy(NEW, active)).isFalse();
        assertThat(new RefreshTarget.Image("m-1").isMatchedBy(OLD, active)).isFalse();
        assertThat(new RefreshTarget.Template("lt-1", "8").isMatchedBy(template, active))
                .isTrue();
        assertThat(new RefreshTarget.Template("lt-1", "9").isMatchedBy(template, active))
                .isFalse();
        assertThat(new RefreshTarget.Template("lt-1", "80").isMatchedBy(template, active))
                .isFalse();
        assertThat(new RefreshTarget.Template("lt-1", "Latest").isMatchedBy(template, active))
                .isFalse();
        assertThat(new RefreshTarget.Template("lt-2", "8").isMatchedBy(template, active))
                .isFalse();
        assertThat(new RefreshTarget.Configuration("lt-1").isMatchedBy(template, active))
                .as("a version of a template is no configuration")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"newest", "1/", "1:", "1234567890", "-1", "default"})
    void versionsOfTemplatesAreNumbersOrWords(String version) {
        assertThatThrownBy(() -> new RefreshTarget.Template("lt-1", version))
                .hasMessage("version (" + version + ") must be a number, Default or Latest");
        assertThat(new RefreshTarget.Template("lt-1", "999999999").version()).isEqualTo("999999999");
    }

    @Test
    void groupsThatCannotBeRefreshedAreRefused() {
        RefreshSituation unfit = new RefreshSituation(fleet(3), Optional.empty(), true, true, false, true, true, true);

        assertThat(RefreshPlan.of(RefreshPolicy.of(TARGET), unfit).refusals())
                .containsExactly(
                        RefreshPlan.Refusal.CONTAINERS,
                        RefreshPlan.Refusal.WEIGHTED,
                        RefreshPlan.Refusal.RECYCLES,
                        RefreshPlan.Refusal.NOT_BY_PRIORITY,
                        RefreshPlan.Refusal.REFRESH_IN_PROGRESS);
        assertThat(RefreshPlan.of(RefreshPolicy.of(new RefreshTarget.Image("m")), unfit)
                        .refusals())
                .contains(RefreshPlan.Refusal.IMAGE_FOR_TEMPLATE);
        assertThat(RefreshPlan.of(RefreshPolicy.of(new RefreshTarget.Active()), unfit)
                        .refusals())
                .contains(RefreshPlan.Refusal.NO_ACTIVE_CONFIGURATION);
        assertThatThrownBy(() -> InstanceRefresh.pending(RefreshPlan.of(RefreshPolicy.of(TARGET), unfit), NOON))
                .hasMessageContaining("must not be refused");
    }

    @Test
    void tenInstancesGoTwoAndTwo() {
        Step step = begin(RefreshPolicy.of(TARGET), 10);
        assertThat(step.commands()).containsExactly(launch(2), remove("i-1", "i-2"));

        Step came = event(step, new RefreshEvent.Launched("n-1", FRESH));
        Step gone = event(came, new RefreshEvent.Removed("i-1"));

        assertThat(came.commands()).containsExactly(remove("i-3"));
        assertThat(gone.commands()).containsExactly(launch(1));
        assertThat(gone.next().finished()).isEqualTo(1);
        assertThat(gone.next().totalNeeded()).isEqualTo(10);
    }

    @Test
    void atBothHundredPercentOneAtATimeAndTheTargetBecomesActive() {
        Step step = begin(RefreshPolicy.of(TARGET).withHealthyPercent(100, 100), 2);
        for (int i = 1; i <= 2; i++) {
            assertThat(step.commands()).containsExactly(launch(1));
            step = event(step, new RefreshEvent.Launched("n-" + i, FRESH));
            assertThat(step.commands()).containsExactly(remove("i-" + i));
            step = event(step, new RefreshEvent.Removed("i-" + i));
        }

        assertThat(step.commands()).containsExactly(new RefreshCommand.Activate(TARGET));
        assertThat(step.next().status()).isEqualTo(RefreshStatus.SUCCESSFUL);
        assertThat(step.next().deadline()).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgain() {
        Step step = begin(RefreshPolicy.of(TARGET).withHealthyPercent(100, 100), 1);
        Step again = event(step, new RefreshEvent.LaunchFailed(FRESH));
        Step came = event(again, new RefreshEvent.Launched("n-1", FRESH));
        Step stayed = event(came, new RefreshEvent.RemoveFailed("i-1"));

        assertThat(again.commands()).containsExactly(launch(1));
        assertThat(stayed.commands()).containsExactly(remove("i-1"));
    }

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
    void normalScalingGoesOn() {
        Step step = event(begin(RefreshPolicy.of(TARGET), 10), new RefreshEvent.Suspend());
        step = event(step, new RefreshEvent.Left("i-9"));
        assertThat(step.next().reference()).isEqualTo(9);
        assertThat(step.next().totalNeeded()).isEqualTo(9);
        step = event(step, new RefreshEvent.Joined());

        assertThat(step.next().reference()).isEqualTo(10);
        assertThat(step.next()
                        .step(new RefreshEvent.Launched("n-1", ACTIVE), NOON)
                        .refusal())
                .contains(Refusal.UNEXPECTED_INSTANCE);
        assertThat(step.next().step(new RefreshEvent.Removed("i-9"), NOON).refusal())
                .contains(Refusal.UNEXPECTED_INSTANCE);
    }

    /** An instance that is on its way out and goes by itself has left; the group is not smaller for it. */
    @Test
    void anInstanceThatLeavesBeforeItIsToldHasGone() {
        Step step = begin(RefreshPolicy.of(TARGET).withHealthyPercent(0, 100), 2);
        assertThat(step.commands()).containsExactly(remove("i-1", "i-2"));

        Step gone = event(step, new RefreshEvent.Left("i-1"));

        assertThat(gone.next().reference()).isEqualTo(2);
        assertThat(gone.commands()).containsExactly(launch(1));
        assertThat(gone.next()
                        .step(new RefreshEvent.Launched("i-2", FRESH), NOON)
                        .refusal())
                .as("i-2 is still leaving")
                .contains(Refusal.UNEXPECTED_INSTANCE);
        assertThat(gone.next().step(new RefreshEvent.Left("stranger"), NOON).refusal())
                .as("all instances take part, so another cannot have left")
                .contains(Refusal.UNEXPECTED_INSTANCE);
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

    @Test
    void aTaskBeginsOnce() {
        Step begun = begin(RefreshPolicy.of(TARGET), 10);

        assertThat(begun.next().step(new RefreshEvent.Begin(), NOON).refusal()).contains(Refusal.WRONG_STATUS);
    }

    @Test
    void nothingToReplaceIsASuccess() {
        assertThat(begin(RefreshPolicy.of(TARGET), 0).next().status()).isEqualTo(RefreshStatus.SUCCESSFUL);
        assertThat(begin(RefreshPolicy.of(new RefreshTarget.Active()), 3).commands())
                .containsExactly(new RefreshCommand.Activate(new RefreshTarget.Active()));
    }

    @Test
    void statusesHaveTheDocumentedWords() {
        assertThat(Arrays.toString(RefreshStatus.values()))
                .isEqualTo("[Pending, InProgress, Paused, CheckpointPause, Failed, Successful, Cancelling, Cancelled,"
                        + " RollbackInProgress, RollbackSuccessful, RollbackFailed]");
        assertThatThrownBy(() -> begin(RefreshPolicy.of(TARGET), 1)
                        .next()
                        .step(new RefreshEvent.TimePassed(), NOON.minusNanos(1)))
                .hasMessageContaining("must not be before the last step");
        assertThatThrownBy(() -> RefreshPolicy.of(TARGET).withHealthyPercent(101, 99))
                .hasMessageContainingAll("minHealthyPercent (101)", "maxHealthyPercent (99)");
    }
}
