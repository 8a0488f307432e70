package io.ess4j.rollout;

import static io.ess4j.rollout.Fixtures.NEW;
import static io.ess4j.rollout.Fixtures.NOON;
import static io.ess4j.rollout.Fixtures.OLD;
import static io.ess4j.rollout.Fixtures.draft;
import static io.ess4j.rollout.Fixtures.fleet;
import static io.ess4j.rollout.Refreshes.ACTIVE;
import static io.ess4j.rollout.Refreshes.FRESH;
import static io.ess4j.rollout.Refreshes.TARGET;
import static io.ess4j.rollout.Refreshes.begin;
import static io.ess4j.rollout.Refreshes.event;
import static io.ess4j.rollout.Refreshes.launch;
import static io.ess4j.rollout.Refreshes.plan;
import static io.ess4j.rollout.Refreshes.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import io.ess4j.rollout.InstanceRefresh.Refusal;
import io.ess4j.rollout.InstanceRefresh.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract section 28.2. */
class InstanceRefreshTest {
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
