package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * A rolling update as it is written for the public templates of the operations service, at the command line or in a
 * program (guide 5.2 and 5.3, guide map G5.2-7, G5.2-10, G5.3-1, G5.3-2, C-28-16).
 *
 * <table>
 * <caption>Parameters; all templates also take invokeType, scalingGroupId, OOSAssumeRole, enterProcess, exitProcess,
 *     batchNumber, batchPauseOption, sourceExecutionId</caption>
 * <tr><th>template</th><th>parameters</th></tr>
 * <tr><td>ACS-ESS-RollingUpdateByReplaceSystemDiskInScalingGroup</td><td>scalingConfigurationId, imageId,
 *     sourceImageId</td></tr>
 * <tr><td>ACS-ESS-RollingUpdateByRunCommandInScalingGroup</td><td>commandType, invokeScript, rollbackScript</td></tr>
 * <tr><td>ACS-ESS-RollingUpdateByConfigureOOSPackage</td><td>packageName, packageVersion, action</td></tr>
 * <tr><td>ACS-ESS-RollingUpdateByUpdateContainerGroup</td><td>scalingConfigurationId, containerConfigure,
 *     sourceContainerConfigure, updateType (IncrementalUpdate), maxErrors (0); batchNumber (5), batchPauseOption
 *     (Automatic), enterProcess and exitProcess (all five) have defaults</td></tr>
 * </table>
 *
 * @param scalingGroup the group that is updated
 * @param policy how it goes; for a rollback its action is what is done now
 * @param sourceExecution the execution that is taken back; absent if this is no rollback
 */
public record TemplateCall(String scalingGroup, RollingUpdatePolicy policy, Optional<String> sourceExecution) {
    public TemplateCall {
        RolloutChecks.name("scalingGroup", scalingGroup);
        requireNonNull(policy, "policy");
        requireNonNull(sourceExecution, "sourceExecution");
    }

    /**
     * Reads a call. Values are texts, whole numbers and lists of texts, as in JSON; what the template takes as JSON is
     * given as its text.
     *
     * @param template the name of the template
     * @param parameters its parameters by name
     * @return the call
     * @throws IllegalArgumentException if the template is unknown, or a parameter is missing, unknown or wrong; all
     *     problems, one a line
     */
    public static TemplateCall read(String template, Map<String, ?> parameters) {
        return new TemplateReader(template, parameters).read();
    }

    /**
     * The rollback that this call asks for.
     *
     * @return the rollback; empty if the call asks for an update
     */
    public Optional<Rollback> rollback() {
        return sourceExecution.map(
                source -> new Rollback(Optional.of(policy.action()), policy.batches(), policy.pause()));
    }
}
