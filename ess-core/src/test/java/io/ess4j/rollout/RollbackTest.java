package io.ess4j.rollout;

import static io.ess4j.rollout.Fixtures.IMAGE;
import static io.ess4j.rollout.Fixtures.SCRIPT;
import static io.ess4j.rollout.Fixtures.fleet;
import static io.ess4j.rollout.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Fleet;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.ScalingProcess;
import io.ess4j.rollout.RollingUpdatePlan.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guides 5.2 and 5.3: what was updated is taken back. */
class RollbackTest {
    private static final List<ScalingProcess> ALL = List.of(ScalingProcess.values());
    private static final Rollback PLAIN = new Rollback(Optional.empty(), 2, PauseOption.AUTOMATIC);

    private static RollingUpdate task(
            UpdateAction action, PauseOption pause, UpdateSituation situation, String... done) {
        RollingUpdate task = RollingUpdate.start(
                        RollingUpdatePlan.of(RollingUpdatePolicy.of(action, 2).pausing(pause), situation))
                .next();
        for (String id : done) {
            task = task.step(new UpdateEvent.Updated(id)).next();
        }
        return task;
    }

    private static RollingUpdate finished(UpdateAction action) {
        return task(action, PauseOption.AUTOMATIC, UpdateSituation.atRest(fleet(4)), "i-1", "i-2", "i-3", "i-4");
    }

    @Test
    void onlyUpdatedInstancesAreTakenBackAndATaskThatPausesIsCancelledFirst() {
        RollingUpdate paused = task(IMAGE, PauseOption.EVERY_BATCH, UpdateSituation.atRest(fleet(4)), "i-1", "i-2");
        UpdateSituation now = new UpdateSituation(fleet(4), ALL, false, true, false);

        Rollback.Plan plan = PLAIN.plan(paused, true, now);

        assertThat(plan.cancelsSource()).isTrue();
        assertThat(plan.plan().refusals()).isEmpty();
        assertThat(plan.plan().batches()).containsExactly(List.of("i-1"), List.of("i-2"));
        assertThat(plan.plan().leftOut())
                .extracting(l -> l.instance().id() + " " + l.reason())
                .containsExactly("i-3 NOT_UPDATED", "i-4 NOT_UPDATED");
        assertThat(plan.plan().policy().action())
                .isEqualTo(new UpdateAction.Image("m-centos", Optional.empty(), "asc-old"));
    }

    @Test
    void aTaskThatWaitsForADecisionOnAFailureIsCancelledFirstUnlessTheRollbackIsRefused() {
        RollingUpdate waiting = task(IMAGE, PauseOption.AUTOMATIC, UpdateSituation.atRest(fleet(4)), "i-1")
                .step(new UpdateEvent.Failed("i-2"))
                .next();
        UpdateSituation now = new UpdateSituation(fleet(4), ALL, false, true, false);
        UpdateSituation busy = new UpdateSituation(fleet(4), ALL, true, true, false);

        assertThat(waiting.status()).isEqualTo(RollingUpdate.Status.FAILURE_PAUSE);
        assertThat(PLAIN.plan(waiting, true, now).cancelsSource()).isTrue();
        assertThat(PLAIN.plan(waiting, true, now).plan().batches()).containsExactly(List.of("i-1"));
        assertThat(PLAIN.plan(waiting, true, busy).cancelsSource()).isFalse();
        assertThat(PLAIN.plan(waiting, true, busy).plan().refusals()).containsExactly(Refusal.ACTIVITY_IN_PROGRESS);
    }

    @Test
    void processesFollowFromTheTaskThatIsTakenBack() {
        UpdateSituation userHadSuspended =
                UpdateSituation.atRest(fleet(4)).withSuspended(List.of(ScalingProcess.SCALE_IN));
        RollingUpdate cancelled = task(SCRIPT, PauseOption.EVERY_BATCH, userHadSuspended, "i-1", "i-2")
                .step(new UpdateEvent.Cancel())
                .next();

        Rollback.Plan plan = PLAIN.plan(cancelled, true, userHadSuspended.withSuspended(ALL));
        RollingUpdate.Step step = RollingUpdate.start(plan.plan());
        RollingUpdate.Step end =
                step.next().step(new UpdateEvent.Updated("i-1")).next().step(new UpdateEvent.Updated("i-2"));

        assertThat(plan.cancelsSource()).isFalse();
        assertThat(plan.plan().suspendedBefore()).containsExactly(ScalingProcess.SCALE_IN);
        assertThat(end.commands())
                .endsWith(new UpdateCommand.Resume(List.of(
                        ScalingProcess.SCALE_OUT,
                        ScalingProcess.HEALTH_CHECK,
                        ScalingProcess.ALARM_NOTIFICATION,
                        ScalingProcess.SCHEDULED_ACTION)));
    }

    @Test
    void anImageRollbackRewritesTheConfigurationToo() {
        Rollback.Plan plan = PLAIN.plan(finished(IMAGE), true, UpdateSituation.atRest(fleet(4)));
        RollingUpdate task = RollingUpdate.start(plan.plan()).next();
        List<UpdateCommand> last = List.of();
        for (String id : ids(1, 4)) {
            RollingUpdate.Step step = task.step(new UpdateEvent.Updated(id));
            task = step.next();
            last = step.commands();
        }

        assertThat(last).contains(new UpdateCommand.RewriteImage("asc-old", "m-centos"));
        assertThat(task.status()).isEqualTo(RollingUpdate.Status.SUCCESS);
    }

    @Test
    void aRollbackCannotBeRolledBack() {
        Rollback.Plan first = PLAIN.plan(finished(SCRIPT), true, UpdateSituation.atRest(fleet(4)));
        RollingUpdate rollback = RollingUpdate.start(first.plan())
                .next()
                .step(new UpdateEvent.Cancel())
                .next();

        Rollback.Plan second = PLAIN.plan(rollback, true, UpdateSituation.atRest(fleet(4)));

        assertThat(second.plan().refusals()).contains(Refusal.SOURCE_IS_ROLLBACK);
        assertThat(second.plan().batches()).isEmpty();
    }

    @Test
    void refusalsAreAllReported() {
        RollingUpdate running = task(SCRIPT, PauseOption.AUTOMATIC, UpdateSituation.atRest(fleet(4)), "i-1");
        UpdateSituation busy = new UpdateSituation(fleet(4), List.of(), true, true, false);

        assertThat(PLAIN.plan(running, false, busy).plan().refusals())
                .containsExactly(
                        Refusal.ACTIVITY_IN_PROGRESS,
                        Refusal.TASK_IN_PROGRESS,
                        Refusal.SOURCE_RUNNING,
                        Refusal.SOURCE_NOT_LATEST);
        Fleet gone = Fleet.of(
                fleet(4).stream().map(i -> i.withState(LifecycleState.STANDBY)).toList());
        assertThat(PLAIN.plan(finished(SCRIPT), true, UpdateSituation.atRest(gone))
                        .plan()
                        .refusals())
                .containsExactly(Refusal.NO_INSTANCES);
        UpdateAction noWayBack = new UpdateAction.Image("m-2", Optional.empty(), "asc-old");
        assertThat(PLAIN.plan(finished(noWayBack), true, UpdateSituation.atRest(fleet(4)))
                        .plan()
                        .refusals())
                .containsExactly(Refusal.NOTHING_TO_GO_BACK_TO);
    }

    /** Guide 5.2: the older version of the same package; another package is refused. */
    @Test
    void aPackageGoesBackToAnOlderVersion() {
        RollingUpdate done = finished(new UpdateAction.SoftwarePackage("wordpress", "v4", true));
        UpdateAction older = new UpdateAction.SoftwarePackage("wordpress", "v3", true);
        UpdateAction other = new UpdateAction.SoftwarePackage("apache", "v3", true);
        UpdateSituation rest = UpdateSituation.atRest(fleet(4));

        RollingUpdatePlan plan = new Rollback(Optional.of(older), 2, PauseOption.AUTOMATIC)
                .plan(done, true, rest)
                .plan();

        assertThat(plan.refusals()).isEmpty();
        assertThat(RollingUpdate.start(plan).commands()).contains(new UpdateCommand.Update("i-1", older));
        assertThat(new Rollback(Optional.of(other), 2, PauseOption.AUTOMATIC)
                        .plan(done, true, rest)
                        .plan()
                        .refusals())
                .containsExactly(Refusal.OTHER_KIND_OF_UPDATE);
        assertThat(new Rollback(Optional.of(SCRIPT), 2, PauseOption.AUTOMATIC)
                        .plan(done, true, rest)
                        .plan()
                        .refusals())
                .containsExactly(Refusal.OTHER_KIND_OF_UPDATE);
        assertThat(PLAIN.plan(done, true, rest).plan().policy().action())
                .as("the same version, if the request names no other")
                .isEqualTo(new UpdateAction.SoftwarePackage("wordpress", "v4", true));
    }

    @Test
    void anImageGoesBackInItsOwnConfigurationOnly() {
        RollingUpdate done = finished(IMAGE);
        UpdateSituation rest = UpdateSituation.atRest(fleet(4));
        UpdateAction same = new UpdateAction.Image("m-1", Optional.empty(), "asc-old");
        UpdateAction other = new UpdateAction.Image("m-1", Optional.empty(), "asc-new");

        assertThat(refusals(same, done, rest)).isEmpty();
        assertThat(refusals(other, done, rest)).containsExactly(Refusal.OTHER_KIND_OF_UPDATE);
        assertThat(refusals(SCRIPT, done, rest)).containsExactly(Refusal.OTHER_KIND_OF_UPDATE);
        assertThat(refusals(same, finished(SCRIPT), rest)).containsExactly(Refusal.OTHER_KIND_OF_UPDATE);
    }

    private static List<Refusal> refusals(UpdateAction back, RollingUpdate done, UpdateSituation situation) {
        return new Rollback(Optional.of(back), 2, PauseOption.AUTOMATIC)
                .plan(done, true, situation)
                .plan()
                .refusals();
    }
}
