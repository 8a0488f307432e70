package io.ess4j.rollout;

import static io.ess4j.rollout.Fixtures.IMAGE;
import static io.ess4j.rollout.Fixtures.SCRIPT;
import static io.ess4j.rollout.Fixtures.fleet;
import static io.ess4j.rollout.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.model.ScalingProcess;
import io.ess4j.rollout.RollingUpdatePlan.Refusal;
import io.ess4j.rollout.UpdateAction.ContainerGroup;
import io.ess4j.rollout.UpdateAction.ContainerUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rolling updates of container groups: the page of their public template (guide map C-28-16, C-28-17). */
class ContainerGroupUpdateTest {
    private static final String TEMPLATE = "ACS-ESS-RollingUpdateByUpdateContainerGroup";
    private static final String NEW = "{\"Containers\":[{\"Name\":\"web\",\"Image\":\"nginx:1.29\"}]}";
    private static final String OLD = "{\"Containers\":[{\"Name\":\"web\",\"Image\":\"nginx:1.28\"}]}";
    private static final ContainerGroup UPDATE =
            new ContainerGroup(NEW, Optional.of(OLD), "asc-1", ContainerUpdate.INCREMENTAL);

    private static Map<String, Object> invoke() {
        return new TreeMap<>(Map.of(
                "invokeType", "invoke",
                "scalingGroupId", "asg-1",
                "scalingConfigurationId", "asc-1",
                "containerConfigure", NEW));
    }

    private static Map<String, Object> rollback() {
        Map<String, Object> call = invoke();
        call.put("invokeType", "rollback");
        call.put("sourceExecutionId", "exec-1");
        call.put("sourceContainerConfigure", OLD);
        return call;
    }

    /** What the page gives a default may be left out. */
    @Test
    void readsTheFourRequiredParametersAndTheDefaults() {
        TemplateCall call = TemplateCall.read(TEMPLATE, invoke());

        assertThat(call.scalingGroup()).isEqualTo("asg-1");
        assertThat(call.rollback()).isEmpty();
        assertThat(call.policy())
                .isEqualTo(new RollingUpdatePolicy(
                        new ContainerGroup(NEW, Optional.empty(), "asc-1", ContainerUpdate.INCREMENTAL),
                        5,
                        PauseOption.AUTOMATIC,
                        List.of(ScalingProcess.values()),
                        List.of(ScalingProcess.values()),
                        0,
                        "OOSServiceRole"));
    }

    @Test
    void readsEveryParameter() {
        Map<String, Object> all = invoke();
        all.put("sourceContainerConfigure", OLD);
        all.put("updateType", "RenewUpdate");
        all.put("batchNumber", 2);
        all.put("batchPauseOption", "EveryBatchPause");
        all.put("maxErrors", 3);
        all.put("enterProcess", List.of("ScaleIn"));
        all.put("exitProcess", List.of());
        all.put("OOSAssumeRole", "mine");

        assertThat(TemplateCall.read(TEMPLATE, all).policy())
                .isEqualTo(new RollingUpdatePolicy(
                        new ContainerGroup(NEW, Optional.of(OLD), "asc-1", ContainerUpdate.RENEW),
                        2,
                        PauseOption.EVERY_BATCH,
                        List.of(ScalingProcess.SCALE_IN),
                        List.of(),
                        3,
                        "mine"));
    }

    @Test
    void aRollbackTakesTheContainersOfTheSource() {
        TemplateCall call = TemplateCall.read(TEMPLATE, rollback());

        assertThat(call.sourceExecution()).contains("exec-1");
        assertThat(call.rollback().flatMap(Rollback::action))
                .contains(new ContainerGroup(OLD, Optional.empty(), "asc-1", ContainerUpdate.INCREMENTAL));
        assertThat(call.policy().suspended()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} = {2}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "invoke;   containerConfigure;        ;            containerConfigure must be given",
                "invoke;   scalingConfigurationId;    ;            scalingConfigurationId must be given",
                "invoke;   scalingGroupId;            ;            scalingGroupId must be given",
                "rollback; sourceContainerConfigure;  ;            sourceContainerConfigure must be given",
                "rollback; sourceContainerConfigure;  {};          sourceContainerConfigure must be given",
                "rollback; sourceExecutionId; ; sourceExecutionId must be given for invokeType rollback",
                "invoke;   updateType;  FullUpdate; updateType (FullUpdate) must be one of [IncrementalUpdate, RenewUpdate]",
                "invoke;   maxErrors;   many;       maxErrors (many) must be a whole number >= 0",
                "invoke;   imageId;     m-1;        imageId is not a parameter of " + TEMPLATE
            })
    void whatIsWrongIsNamed(String type, String name, String value, String message) {
        Map<String, Object> call = type.equals("invoke") ? invoke() : rollback();
        call.remove(name);
        if (value != null) {
            call.put(name, value);
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateCall.read(TEMPLATE, call))
                .withMessage(message);
    }

    /** Batch by batch as every update; in the end new instances get the containers too. */
    @Test
    void goesThroughItsBatchesAndRewritesTheConfiguration() {
        RollingUpdatePolicy policy = RollingUpdatePolicy.of(UPDATE, 2);
        RollingUpdate.Step step = RollingUpdate.start(
                RollingUpdatePlan.of(policy, UpdateSituation.atRest(fleet(4)).ofContainers()));
        List<UpdateCommand> commands = new ArrayList<>(step.commands());
        for (String id : ids(1, 4)) {
            step = step.next().step(new UpdateEvent.Updated(id));
            commands.addAll(step.commands());
        }

        assertThat(step.next().status()).isEqualTo(RollingUpdate.Status.SUCCESS);
        assertThat(commands)
                .containsExactly(
                        new UpdateCommand.Suspend(List.of(ScalingProcess.values())),
                        new UpdateCommand.EnterStandby(List.of("i-1", "i-2")),
                        new UpdateCommand.Update("i-1", UPDATE),
                        new UpdateCommand.Update("i-2", UPDATE),
                        new UpdateCommand.ExitStandby("i-1"),
                        new UpdateCommand.ExitStandby("i-2"),
                        new UpdateCommand.EnterStandby(List.of("i-3", "i-4")),
                        new UpdateCommand.Update("i-3", UPDATE),
                        new UpdateCommand.Update("i-4", UPDATE),
                        new UpdateCommand.ExitStandby("i-3"),
                        new UpdateCommand.ExitStandby("i-4"),
                        new UpdateCommand.RewriteContainers("asc-1", NEW, ContainerUpdate.INCREMENTAL),
                        new UpdateCommand.Resume(List.of(ScalingProcess.values())));
    }

    /** Scripts and packages run on both kinds; disks are those of servers, containers those of container groups. */
    @Test
    void eachKindOfGroupHasItsOwnUpdates() {
        UpdateSituation servers = UpdateSituation.atRest(fleet(2));
        UpdateAction software = new UpdateAction.SoftwarePackage("wordpress", "v4", true);

        assertThat(refusals(UPDATE, servers)).containsExactly(Refusal.OTHER_KIND_OF_GROUP);
        assertThat(refusals(UPDATE, servers.ofContainers())).isEmpty();
        assertThat(refusals(IMAGE, servers)).isEmpty();
        assertThat(refusals(IMAGE, servers.ofContainers())).containsExactly(Refusal.OTHER_KIND_OF_GROUP);
        for (UpdateAction both : List.of(SCRIPT, software)) {
            assertThat(refusals(both, servers)).isEmpty();
            assertThat(refusals(both, servers.ofContainers().withSuspended(List.of(ScalingProcess.SCALE_IN))))
                    .isEmpty();
        }
        assertThat(refusals(
                        UPDATE, servers.withSuspended(List.of()).ofContainers().withSuspended(List.of())))
                .as("a changed copy is still of containers")
                .isEmpty();
    }

    private static List<Refusal> refusals(UpdateAction action, UpdateSituation situation) {
        return RollingUpdatePlan.of(RollingUpdatePolicy.of(action, 2), situation)
                .refusals();
    }

    @Test
    void aTaskThatPausesIsTakenBackToTheOldContainers() {
        UpdateSituation group = UpdateSituation.atRest(fleet(4)).ofContainers();
        RollingUpdate paused = RollingUpdate.start(
                        RollingUpdatePlan.of(RollingUpdatePolicy.of(UPDATE, 2).pausing(PauseOption.FIRST_BATCH), group))
                .next()
                .step(new UpdateEvent.Updated("i-1"))
                .next()
                .step(new UpdateEvent.Updated("i-2"))
                .next();
        UpdateSituation busy = new UpdateSituation(fleet(4), List.of(), false, true, false).ofContainers();

        Rollback.Plan plain = new Rollback(Optional.empty(), 1, PauseOption.AUTOMATIC).plan(paused, true, busy);
        UpdateAction elsewhere = new ContainerGroup(OLD, Optional.empty(), "asc-2", ContainerUpdate.INCREMENTAL);
        Rollback.Plan other = new Rollback(Optional.of(elsewhere), 1, PauseOption.AUTOMATIC).plan(paused, true, busy);

        assertThat(plain.plan().refusals()).isEmpty();
        assertThat(plain.plan().batches()).containsExactly(List.of("i-1", "i-2"));
        assertThat(plain.plan().policy().action())
                .isEqualTo(new ContainerGroup(OLD, Optional.empty(), "asc-1", ContainerUpdate.INCREMENTAL));
        assertThat(other.plan().refusals()).containsExactly(Refusal.OTHER_KIND_OF_UPDATE);
    }

    @Test
    void failuresMayBeToleratedAsForImages() {
        assertThat(RollingUpdatePolicy.of(UPDATE, 2).withMostFailures(1).mostFailures())
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContainerGroup(" ", Optional.empty(), "asc-1", ContainerUpdate.RENEW))
                .withMessageContaining("containers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContainerGroup(NEW, Optional.of(""), "asc-1", ContainerUpdate.RENEW))
                .withMessageContaining("rollbackContainers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContainerGroup(NEW, Optional.empty(), "", ContainerUpdate.RENEW))
                .withMessageContaining("configuration");
    }
}
