package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.ScalingProcess;
import java.util.ArrayList;
import java.util.List;

/**
 * How a rolling update goes (guide 5.2, guide map G5.2-1 to G5.2-3).
 *
 * @param action what is done to each instance
 * @param batches into how many batches the instances are divided, 1 or more; never more than there are instances
 * @param pause after which batches it waits
 * @param suspended processes of the group to suspend at the start
 * @param resumed processes of the group to resume at the end
 * @param mostFailures how many instances may fail before the task waits, 0 or more; other than 0 for images and
 *     containers only
 * @param role the role that the task acts in
 */
public record RollingUpdatePolicy(
        UpdateAction action,
        int batches,
        PauseOption pause,
        List<ScalingProcess> suspended,
        List<ScalingProcess> resumed,
        int mostFailures,
        String role) {
    /** The role of a task that names none. */
    public static final String DEFAULT_ROLE = "OOSServiceRole";

    public RollingUpdatePolicy {
        requireNonNull(action, "action");
        requireNonNull(pause, "pause");
        suspended = suspended.stream().distinct().toList();
        resumed = resumed.stream().distinct().toList();
        RolloutChecks.name("role", role);
        List<String> problems = new ArrayList<>();
        RolloutChecks.between("batches", batches, 1, Integer.MAX_VALUE, problems);
        RolloutChecks.between("mostFailures", mostFailures, 0, Integer.MAX_VALUE, problems);
        boolean tolerates = action instanceof UpdateAction.Image || action instanceof UpdateAction.ContainerGroup;
        if (mostFailures > 0 && !tolerates) {
            problems.add("mostFailures (" + mostFailures + ") must be 0 for an update of scripts or packages");
        }
        RolloutChecks.none(problems);
    }

    /**
     * An update that suspends every process while it runs, does not pause, and waits at the first failure.
     *
     * @param action what is done to each instance
     * @param batches into how many batches the instances are divided
     * @return the policy
     */
    public static RollingUpdatePolicy of(UpdateAction action, int batches) {
        List<ScalingProcess> all = List.of(ScalingProcess.values());
        return new RollingUpdatePolicy(action, batches, PauseOption.AUTOMATIC, all, all, 0, DEFAULT_ROLE);
    }

    /**
     * This policy with another pause option.
     *
     * @param value after which batches it waits
     * @return a changed copy
     */
    public RollingUpdatePolicy pausing(PauseOption value) {
        return new RollingUpdatePolicy(action, batches, value, suspended, resumed, mostFailures, role);
    }

    /**
     * This policy with other processes.
     *
     * @param atStart processes to suspend at the start
     * @param atEnd processes to resume at the end
     * @return a changed copy
     */
    public RollingUpdatePolicy withProcesses(List<ScalingProcess> atStart, List<ScalingProcess> atEnd) {
        return new RollingUpdatePolicy(action, batches, pause, atStart, atEnd, mostFailures, role);
    }

    /**
     * This policy with more patience.
     *
     * @param value how many instances may fail before the task waits
     * @return a changed copy
     */
    public RollingUpdatePolicy withMostFailures(int value) {
        return new RollingUpdatePolicy(action, batches, pause, suspended, resumed, value, role);
    }
}
