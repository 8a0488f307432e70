package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import io.ess4j.model.ScalingProcess;
import java.util.List;

/**
 * What a group is when a rolling update is asked for.
 *
 * @param fleet its instances
 * @param suspended its suspended processes
 * @param activityInProgress whether a scaling activity is running
 * @param taskInProgress whether another rolling update has not ended
 * @param launchesFromTemplate whether it creates instances from a launch template and not from a scaling configuration
 * @param containers whether its instances are container groups and not servers
 */
public record UpdateSituation(
        Fleet fleet,
        List<ScalingProcess> suspended,
        boolean activityInProgress,
        boolean taskInProgress,
        boolean launchesFromTemplate,
        boolean containers) {
    public UpdateSituation {
        requireNonNull(fleet, "fleet");
        suspended = List.copyOf(suspended);
    }

    /**
     * The situation of a group of servers.
     *
     * @param fleet its instances
     * @param suspended its suspended processes
     * @param activityInProgress whether a scaling activity is running
     * @param taskInProgress whether another rolling update has not ended
     * @param launchesFromTemplate whether it creates instances from a launch template
     */
    public UpdateSituation(
            Fleet fleet,
            List<ScalingProcess> suspended,
            boolean activityInProgress,
            boolean taskInProgress,
            boolean launchesFromTemplate) {
        this(fleet, suspended, activityInProgress, taskInProgress, launchesFromTemplate, false);
    }

    /**
     * A group of servers at rest that creates instances from a scaling configuration, with no process suspended.
     *
     * @param fleet its instances
     * @return the situation
     */
    public static UpdateSituation atRest(Fleet fleet) {
        return new UpdateSituation(fleet, List.of(), false, false, false);
    }

    /**
     * This situation with processes that somebody has suspended.
     *
     * @param processes the suspended processes
     * @return a changed copy
     */
    public UpdateSituation withSuspended(List<ScalingProcess> processes) {
        return new UpdateSituation(
                fleet, processes, activityInProgress, taskInProgress, launchesFromTemplate, containers);
    }

    /**
     * This situation in a group of containers.
     *
     * @return a changed copy
     */
    public UpdateSituation ofContainers() {
        return new UpdateSituation(fleet, suspended, activityInProgress, taskInProgress, launchesFromTemplate, true);
    }

    /** This situation without another task. */
    UpdateSituation withoutTask() {
        return new UpdateSituation(fleet, suspended, activityInProgress, false, launchesFromTemplate, containers);
    }
}
