package io.ess4j.rollout;

import static io.ess4j.rollout.Fixtures.IMAGE;
import static io.ess4j.rollout.Fixtures.SCRIPT;
import static io.ess4j.rollout.Fixtures.draft;
import static io.ess4j.rollout.Fixtures.fleet;
import static io.ess4j.rollout.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Fleet;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.ScalingProcess;
import io.ess4j.rollout.RollingUpdate.MemberStatus;
import io.ess4j.rollout.RollingUpdate.Status;
import io.ess4j.rollout.RollingUpdate.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guides 5.1 to 5.3, contract section 28.1. */
class RollingUpdateTest {
    private static final List<ScalingProcess> ALL = List.of(ScalingProcess.values());

    private static RollingUpdatePlan plan(RollingUpdatePolicy policy, int instances) {
        return RollingUpdatePlan.of(policy, UpdateSituation.atRest(fleet(instances)));
    }

    private static Step start(UpdateAction action, int instances, int batches, PauseOption pause) {
        return RollingUpdate.start(plan(RollingUpdatePolicy.of(action, batches).pausing(pause), instances));
    }

    private static Step updated(Step step, List<String> ids) {
        Step current = step;
        for (String id : ids) {
            current = current.next().step(new UpdateEvent.Updated(id));
            assertThat(current.refusal()).isEmpty();
        }
        return current;
    }

    @ParameterizedTest
    @CsvSource({
        "100, 10, '10 10 10 10 10 10 10 10 10 10'",
        "10, 2, '5 5'",
        "10, 3, '4 3 3'",
        "10, 4, '3 3 2 2'",
        "3, 10, '1 1 1'",
        "1, 1, '1'",
        "7, 2147483647, '1 1 1 1 1 1 1'"
    })
    void batchesAreAsEvenAsCanBe(int instances, int batches, String sizes) {
        List<List<String>> divided = RollingUpdatePlan.divide(ids(1, instances), batches);

        assertThat(String.join(
                        " ", divided.stream().map(b -> String.valueOf(b.size())).toList()))
                .isEqualTo(sizes);
        assertThat(divided.stream().flatMap(List::stream)).containsExactlyElementsOf(ids(1, instances));
    }

    @Test
    void onlyInstancesInServiceTakePart() {
        Fleet oneOfEach = Fleet.of(Arrays.stream(LifecycleState.values())
                .map(s -> draft(s.name()).state(s).build())
                .toList());

        RollingUpdatePlan plan =
                RollingUpdatePlan.of(RollingUpdatePolicy.of(SCRIPT, 2), UpdateSituation.atRest(oneOfEach));

        assertThat(plan.batches()).containsExactly(List.of("IN_SERVICE"));
        assertThat(plan.leftOut())
                .hasSize(7)
                .allMatch(l -> l.reason() == RollingUpdatePlan.LeftOutReason.NOT_IN_SERVICE);
    }

    @Test
    void refusalsAreAllReported() {
        UpdateSituation busy = new UpdateSituation(Fleet.empty(), List.of(), true, true, true);

        RollingUpdatePlan image = RollingUpdatePlan.of(RollingUpdatePolicy.of(IMAGE, 2), busy);
        RollingUpdatePlan script = RollingUpdatePlan.of(RollingUpdatePolicy.of(SCRIPT, 2), busy);

        assertThat(image.refusals())
                .containsExactly(
                        RollingUpdatePlan.Refusal.ACTIVITY_IN_PROGRESS,
                        RollingUpdatePlan.Refusal.TASK_IN_PROGRESS,
                        RollingUpdatePlan.Refusal.LAUNCHES_FROM_TEMPLATE,
                        RollingUpdatePlan.Refusal.NO_INSTANCES);
        assertThat(script.refusals()).doesNotContain(RollingUpdatePlan.Refusal.LAUNCHES_FROM_TEMPLATE);
        assertThatThrownBy(() -> RollingUpdate.start(image)).hasMessageContaining("must not be refused");
    }

    /** Guide 5.1: 100 instances, ten batches, no pause; the configuration takes the image in the end. */
    @Test
    void anImageUpdateGoesThroughAllBatches() {
        Step step = start(IMAGE, 100, 10, PauseOption.AUTOMATIC);
        assertThat(step.commands().get(0)).isEqualTo(new UpdateCommand.Suspend(ALL));
        assertThat(step.commands().get(1)).isEqualTo(new UpdateCommand.EnterStandby(ids(1, 10)));
        assertThat(step.commands()).hasSize(12).contains(new UpdateCommand.Update("i-10", IMAGE));

        step = updated(step, ids(1, 10));
        assertThat(step.commands())
                .startsWith(new UpdateCommand.ExitStandby("i-10"), new UpdateCommand.EnterStandby(ids(11, 20)))
                .hasSize(12);
        step = updated(step, ids(11, 100));

        assertThat(step.commands())
                .containsExactly(
                        new UpdateCommand.ExitStandby("i-100"),
                        new UpdateCommand.RewriteImage("asc-old", "m-linux-2"),
                        new UpdateCommand.Resume(ALL));
        assertThat(step.next().status()).isEqualTo(Status.SUCCESS);
        assertThat(step.next().updated()).hasSize(100);
        assertThat(step.next().inStandby()).isEmpty();
        assertThat(step.next().heldProcesses()).isEmpty();
    }

    @Test
    void scriptsAndPackagesDoNotTouchTheConfiguration() {
        Step script = updated(start(SCRIPT, 2, 1, PauseOption.AUTOMATIC), ids(1, 2));
        Step software = updated(
                start(new UpdateAction.SoftwarePackage("wordpress", "v4", true), 2, 1, PauseOption.AUTOMATIC),
                ids(1, 2));

        assertThat(script.commands()).noneMatch(UpdateCommand.RewriteImage.class::isInstance);
        assertThat(software.commands()).noneMatch(UpdateCommand.RewriteImage.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({"AUTOMATIC, ''", "FIRST_BATCH, '1'", "EVERY_BATCH, '1 2'"})
    void pausesAfterTheBatchesOfItsOption(PauseOption option, String expected) {
        Step step = start(SCRIPT, 6, 3, option);
        List<String> pauses = new ArrayList<>();
        for (int batch = 1; batch <= 3; batch++) {
            step = updated(step, ids(batch * 2 - 1, batch * 2));
            if (step.next().status() == Status.BATCH_PAUSE) {
                pauses.add(String.valueOf(batch));
                step = step.next().step(new UpdateEvent.Proceed());
            }
        }

        assertThat(String.join(" ", pauses)).isEqualTo(expected);
        assertThat(step.next().status()).isEqualTo(Status.SUCCESS);
        assertThat(PauseOption.values())
                .extracting(PauseOption::toString)
                .containsExactly("Automatic", "FirstBatchPause", "EveryBatchPause");
    }

    @Test
    void processesSuspendedBeforeStaySuspended() {
        UpdateSituation situation = UpdateSituation.atRest(fleet(1)).withSuspended(List.of(ScalingProcess.SCALE_IN));
        RollingUpdatePolicy policy = RollingUpdatePolicy.of(SCRIPT, 1)
                .withProcesses(
                        List.of(ScalingProcess.SCALE_IN, ScalingProcess.HEALTH_CHECK),
                        List.of(ScalingProcess.SCALE_IN, ScalingProcess.HEALTH_CHECK));

        Step begun = RollingUpdate.start(RollingUpdatePlan.of(policy, situation));
        Step done = updated(begun, ids(1, 1));

        assertThat(begun.commands().get(0)).isEqualTo(new UpdateCommand.Suspend(List.of(ScalingProcess.HEALTH_CHECK)));
        assertThat(done.commands()).endsWith(new UpdateCommand.Resume(List.of(ScalingProcess.HEALTH_CHECK)));
        RollingUpdatePolicy nothing = RollingUpdatePolicy.of(SCRIPT, 1).withProcesses(List.of(), List.of());
        Step quiet = RollingUpdate.start(RollingUpdatePlan.of(nothing, situation));
        assertThat(updated(quiet, ids(1, 1)).commands()).containsExactly(new UpdateCommand.ExitStandby("i-1"));
        assertThat(RollingUpdate.start(RollingUpdatePlan.of(policy, situation.withSuspended(ALL)))
                        .commands()
                        .get(0))
                .isEqualTo(new UpdateCommand.EnterStandby(ids(1, 1)));
    }

    @Test
    void theFirstFailurePausesAndRetryGoesOn() {
        Step failed = start(SCRIPT, 4, 2, PauseOption.AUTOMATIC).next().step(new UpdateEvent.Failed("i-1"));
        Step other = failed.next().step(new UpdateEvent.Updated("i-2"));
        Step retried = other.next().step(new UpdateEvent.Retry("i-1"));
        Step done = retried.next().step(new UpdateEvent.Updated("i-1"));

        assertThat(failed.next().status()).isEqualTo(Status.FAILURE_PAUSE);
        assertThat(failed.commands()).isEmpty();
        assertThat(other.next().status()).isEqualTo(Status.FAILURE_PAUSE);
        assertThat(other.commands()).containsExactly(new UpdateCommand.ExitStandby("i-2"));
        assertThat(retried.next().status()).isEqualTo(Status.RUNNING);
        assertThat(retried.commands()).containsExactly(new UpdateCommand.Update("i-1", SCRIPT));
        assertThat(done.commands()).contains(new UpdateCommand.EnterStandby(ids(3, 4)));
    }

    @Test
    void aSkippedInstanceCountsAsSuccessAndStaysInStandby() {
        Step failed = start(SCRIPT, 2, 2, PauseOption.AUTOMATIC).next().step(new UpdateEvent.Failed("i-1"));
        Step skipped = failed.next().step(new UpdateEvent.Skip("i-1"));
        Step done = updated(skipped, ids(2, 2));

        assertThat(skipped.commands()).contains(new UpdateCommand.EnterStandby(ids(2, 2)));
        assertThat(done.next().status()).isEqualTo(Status.SUCCESS);
        assertThat(done.next().inStandby()).containsExactly("i-1");
        assertThat(done.next().updated()).containsExactly("i-2");
    }

    @Test
    void anInstanceGivenUpIsShownAsFailedAndTheOthersGoOn() {
        Step failed = start(IMAGE, 2, 2, PauseOption.AUTOMATIC).next().step(new UpdateEvent.Failed("i-1"));
        Step done = updated(failed.next().step(new UpdateEvent.GiveUp("i-1")), ids(2, 2));

        assertThat(done.next().status()).isEqualTo(Status.FAILED);
        assertThat(done.next().count(MemberStatus.GIVEN_UP)).isEqualTo(1);
        assertThat(done.commands()).contains(new UpdateCommand.RewriteImage("asc-old", "m-linux-2"));
    }

    @Test
    void instancesThatHaveNotBegunCanBePassedOver() {
        Step step = start(SCRIPT, 3, 3, PauseOption.AUTOMATIC).next().step(new UpdateEvent.Skip("i-2"));
        Step next = updated(step, ids(1, 1));

        assertThat(next.commands())
                .containsExactly(
                        new UpdateCommand.ExitStandby("i-1"),
                        new UpdateCommand.EnterStandby(ids(3, 3)),
                        new UpdateCommand.Update("i-3", SCRIPT));
        assertThat(next.next().inStandby()).containsExactly("i-3");
    }

    @Test
    void someImagesMayFailIfThePolicySaysSo() {
        RollingUpdatePolicy patient = RollingUpdatePolicy.of(IMAGE, 1).withMostFailures(1);
        Step one = RollingUpdate.start(plan(patient, 3)).next().step(new UpdateEvent.Failed("i-1"));
        Step two = one.next().step(new UpdateEvent.Failed("i-2"));

        assertThat(one.next().status()).isEqualTo(Status.RUNNING);
        assertThat(two.next().status()).isEqualTo(Status.FAILURE_PAUSE);
        assertThatThrownBy(() -> RollingUpdatePolicy.of(SCRIPT, 1).withMostFailures(1))
                .hasMessage("mostFailures (1) must be 0 for an update of scripts or packages");
    }

    @Test
    void cancellingLeavesTheRestToHands() {
        Step running = start(SCRIPT, 4, 2, PauseOption.AUTOMATIC).next().step(new UpdateEvent.Updated("i-1"));
        Step cancelled = running.next().step(new UpdateEvent.Cancel());

        assertThat(cancelled.commands()).isEmpty();
        assertThat(cancelled.next().status()).isEqualTo(Status.CANCELLED);
        assertThat(cancelled.next().inStandby()).containsExactly("i-2");
        assertThat(cancelled.next().heldProcesses()).isEqualTo(ALL);
        assertThat(cancelled.next().step(new UpdateEvent.Updated("i-2")).refusal())
                .contains(RollingUpdate.Refusal.OVER);
    }

    @Test
    void eventsThatDoNotFitAreRefused() {
        RollingUpdate task = start(SCRIPT, 2, 2, PauseOption.AUTOMATIC).next();

        assertThat(task.step(new UpdateEvent.Updated("i-9")).refusal())
                .contains(RollingUpdate.Refusal.UNKNOWN_INSTANCE);
        assertThat(task.step(new UpdateEvent.Updated("i-2")).refusal()).contains(RollingUpdate.Refusal.WRONG_STATUS);
        assertThat(task.step(new UpdateEvent.Retry("i-1")).refusal()).contains(RollingUpdate.Refusal.WRONG_STATUS);
        assertThat(task.step(new UpdateEvent.Proceed()).refusal()).contains(RollingUpdate.Refusal.NOT_PAUSED);
        assertThat(task.step(new UpdateEvent.Proceed()).next()).isEqualTo(task);
    }

    @Test
    void wrongPoliciesAreRefused() {
        assertThatThrownBy(() -> RollingUpdatePolicy.of(SCRIPT, 0)).hasMessageContaining("batches (0) must be from 1");
        assertThatThrownBy(() -> RollingUpdatePlan.divide(ids(1, 2), -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UpdateAction.SoftwarePackage("", "v4", true))
                .hasMessage("name of the package must not be empty");
        assertThatThrownBy(() -> new UpdateAction.Script(UpdateAction.ScriptType.BAT, " \n", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("script must not be blank");
        assertThatThrownBy(() -> new UpdateAction.Script(UpdateAction.ScriptType.BAT, "dir", Optional.of("")))
                .hasMessage("rollbackScript must not be blank");
        assertThatThrownBy(() -> RollingUpdatePolicy.of(SCRIPT, 1).withMostFailures(1))
                .hasMessageContaining("mostFailures (1) must be 0");
        assertThatThrownBy(() -> RollingUpdatePolicy.of(IMAGE, 1).withMostFailures(-1))
                .hasMessageContaining("mostFailures (-1) must be from 0");
    }
}
