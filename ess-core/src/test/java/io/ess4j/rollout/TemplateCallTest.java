package io.ess4j.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.ScalingProcess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calls of guides 5.2 and 5.3, parameter by parameter. */
class TemplateCallTest {
    private static final String IMAGE = "ACS-ESS-RollingUpdateByReplaceSystemDiskInScalingGroup";
    private static final String SCRIPT = "ACS-ESS-RollingUpdateByRunCommandInScalingGroup";
    private static final String PACKAGE = "ACS-ESS-RollingUpdateByConfigureOOSPackage";
    private static final List<String> FIVE =
            List.of("ScaleIn", "ScaleOut", "HealthCheck", "AlarmNotification", "ScheduledAction");

    private static Map<String, Object> parameters(Object... pairs) {
        Map<String, Object> all = new TreeMap<>(
                Map.of("scalingGroupId", "asg-bp18p2yfxow2dloq", "batchNumber", 2, "batchPauseOption", "Automatic"));
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i].toString(), pairs[i + 1]);
        }
        return all;
    }

    private static Map<String, Object> script() {
        return parameters(
                "invokeType", "invoke",
                "commandType", "RunShellScript",
                "invokeScript", "df -h\nifconfig",
                "rollbackScript", "df -h\nifconfig",
                "OOSAssumeRole", "",
                "enterProcess", FIVE,
                "exitProcess", FIVE);
    }

    /** Guide 5.2, step 3, first sample. */
    @Test
    void readsAnImageUpdate() {
        TemplateCall call = TemplateCall.read(
                IMAGE,
                parameters(
                        "invokeType", "invoke",
                        "scalingConfigurationId", "asc-bp1bx8mzur534edp",
                        "imageId", "aliyun_2_1903_x64_20G_alibase_20200529.vhd",
                        "sourceImageId", "centos_7_8_x64_20G_alibase_20200717.vhd",
                        "OOSAssumeRole", "",
                        "enterProcess", FIVE,
                        "exitProcess", FIVE));

        assertThat(call.sourceExecution()).isEmpty();
        assertThat(call.rollback()).isEmpty();
        assertThat(call.policy())
                .isEqualTo(RollingUpdatePolicy.of(
                        new UpdateAction.Image(
                                "aliyun_2_1903_x64_20G_alibase_20200529.vhd",
                                Optional.of("centos_7_8_x64_20G_alibase_20200717.vhd"),
                                "asc-bp1bx8mzur534edp"),
                        2));
    }

    /** Guides 5.2 and 5.3: the same script, from the command line and from a program, is the same call. */
    @Test
    void readsAScriptFromBothGuides() {
        TemplateCall call = TemplateCall.read(SCRIPT, script());

        assertThat(call.scalingGroup()).isEqualTo("asg-bp18p2yfxow2dloq");
        assertThat(call.policy())
                .isEqualTo(RollingUpdatePolicy.of(
                        new UpdateAction.Script(
                                UpdateAction.ScriptType.SHELL, "df -h\nifconfig", Optional.of("df -h\nifconfig")),
                        2));
        assertThat(call.policy().role()).isEqualTo("OOSServiceRole");
        assertThat(call.policy().suspended()).containsExactly(ScalingProcess.values());
    }

    /** Guides 5.2 and 5.3: rollbacks name no processes; those follow from the task that is taken back. */
    @Test
    void readsRollbacks() {
        TemplateCall script = TemplateCall.read(
                SCRIPT,
                parameters(
                        "invokeType", "rollback",
                        "commandType", "RunShellScript",
                        "rollbackScript", "df -h\nifconfig",
                        "OOSAssumeRole", "",
                        "sourceExecutionId", "exec-8fe4a73e9ffd423"));
        TemplateCall image = TemplateCall.read(
                IMAGE,
                parameters(
                        "invokeType", "rollback",
                        "scalingConfigurationId", "asc-1",
                        "sourceImageId", "centos",
                        "sourceExecutionId", "exec-1"));
        TemplateCall software = TemplateCall.read(
                PACKAGE,
                parameters(
                        "invokeType", "rollback",
                        "packageName", "wordpress",
                        "packageVersion", "v3",
                        "sourceExecutionId", "exec-2"));

        assertThat(script.sourceExecution()).contains("exec-8fe4a73e9ffd423");
        assertThat(script.rollback().flatMap(Rollback::action))
                .contains(new UpdateAction.Script(UpdateAction.ScriptType.SHELL, "df -h\nifconfig", Optional.empty()));
        assertThat(script.policy().suspended()).isEmpty();
        assertThat(image.rollback().flatMap(Rollback::action))
                .contains(new UpdateAction.Image("centos", Optional.empty(), "asc-1"));
        assertThat(software.rollback().flatMap(Rollback::action))
                .contains(new UpdateAction.SoftwarePackage("wordpress", "v3", true));
    }

    /** Contract section 28.1: scripts for the shell, the Windows command line and PowerShell. */
    @ParameterizedTest
    @CsvSource({"RunShellScript, SHELL", "RunBatScript, BAT", "RunPowerShellScript, POWER_SHELL"})
    void readsScriptsOfEveryKind(String word, UpdateAction.ScriptType type) {
        Map<String, Object> call = script();
        call.put("commandType", word);

        assertThat(TemplateCall.read(SCRIPT, call).policy().action())
                .isEqualTo(new UpdateAction.Script(type, "df -h\nifconfig", Optional.of("df -h\nifconfig")));
    }

    @Test
    void readsPackages() {
        Map<String, Object> install = parameters(
                "invokeType", "invoke", "packageName", "wordpress", "packageVersion", "v4", "action", "install");
        Map<String, Object> uninstall = new TreeMap<>(install);
        uninstall.put("action", "uninstall");

        assertThat(TemplateCall.read(PACKAGE, install).policy().action())
                .isEqualTo(new UpdateAction.SoftwarePackage("wordpress", "v4", true));
        assertThat(TemplateCall.read(PACKAGE, uninstall).policy().action())
                .isEqualTo(new UpdateAction.SoftwarePackage("wordpress", "v4", false));
        UpdateAction same = new UpdateAction.SoftwarePackage("wordpress", "v4", true);
        assertThat(same.rollback())
                .as("no other package, at most another version")
                .contains(same);
    }

    /** Guide 5.2: in how many batches, whether to wait after the first, and which processes rest meanwhile. */
    @Test
    void readsHowTheUpdateGoes() {
        Map<String, Object> call = script();
        call.put("batchNumber", 1);
        call.put("batchPauseOption", PauseOption.FIRST_BATCH.toString());
        call.put("enterProcess", List.of("ScaleIn"));
        call.put("exitProcess", List.of("ScaleOut", "HealthCheck"));

        RollingUpdatePolicy policy = TemplateCall.read(SCRIPT, call).policy();

        assertThat(policy.batches()).isEqualTo(1);
        assertThat(policy.pause()).isEqualTo(PauseOption.FIRST_BATCH);
        assertThat(policy.suspended()).containsExactly(ScalingProcess.SCALE_IN);
        assertThat(policy.resumed()).containsExactly(ScalingProcess.SCALE_OUT, ScalingProcess.HEALTH_CHECK);
    }

    @Test
    void aRollbackNeedsItsSource() {
        Map<String, Object> call = script();
        call.put("invokeType", "rollback");

        assertThatThrownBy(() -> TemplateCall.read(SCRIPT, call))
                .hasMessage("sourceExecutionId must be given for invokeType rollback");
        Map<String, Object> update = script();
        update.put("sourceExecutionId", "exec-1");
        assertThatThrownBy(() -> TemplateCall.read(SCRIPT, update))
                .hasMessage("sourceExecutionId (exec-1) must be absent for invokeType invoke");
    }

    /** What is missing is named, and nothing follows from it. */
    @ParameterizedTest
    @CsvSource({
        "IMAGE, rollback, scalingConfigurationId, asc-1, sourceImageId must be given",
        "IMAGE, invoke, imageId, m-1, scalingConfigurationId must be given",
        "IMAGE, invoke, scalingConfigurationId, asc-1, imageId must be given",
        "PACKAGE, invoke, packageName, wordpress, packageVersion must be given",
        "PACKAGE, invoke, packageVersion, v1, packageName must be given",
        "SCRIPT, rollback, commandType, RunShellScript, rollbackScript must be given",
        "SCRIPT, invoke, invokeScript, ls, commandType must be given",
    })
    void whatIsMissingIsNamed(String template, String invoke, String name, String value, String message) {
        Map<String, Object> call = parameters("invokeType", invoke, name, value);
        if (invoke.equals("rollback")) {
            call.put("sourceExecutionId", "exec-1");
        }
        String full =
                Map.of("IMAGE", IMAGE, "SCRIPT", SCRIPT, "PACKAGE", PACKAGE).get(template);

        assertThatThrownBy(() -> TemplateCall.read(String.valueOf(full), call)).hasMessage(message);
    }

    @Test
    void allProblemsAreReported() {
        Map<String, Object> call = script();
        call.put("invokeType", "undo");
        call.put("commandType", "RunPythonScript");
        call.put("batchNumber", 0);
        call.put("batchPauseOption", 7);
        call.put("enterProcess", List.of("ScaleIn", "Sleep"));
        call.put("exitProcess", "ScaleIn");
        call.put("imageId", "m-1");
        call.remove("invokeScript");

        assertThatThrownBy(() -> TemplateCall.read(SCRIPT, call))
                .hasMessageContainingAll(
                        "invokeType (undo) must be one of [invoke, rollback]",
                        "commandType (RunPythonScript) must be one of",
                        "invokeScript must be given",
                        "batchNumber (0) must be a whole number >= 1",
                        "batchPauseOption (7) must be a text",
                        "enterProcess (Sleep) must be one of [ScaleIn",
                        "exitProcess (ScaleIn) must be a list of processes",
                        "imageId is not a parameter of " + SCRIPT);
        assertThatThrownBy(() -> TemplateCall.read("ACS-ESS-RollingUpdateByConfigureOOSPakage", script()))
                .hasMessageContaining("must be one of [" + IMAGE);
        assertThatThrownBy(() -> TemplateCall.read(SCRIPT, Map.of()))
                .hasMessageContainingAll("invokeType must be given", "scalingGroupId must be given");
    }
}
