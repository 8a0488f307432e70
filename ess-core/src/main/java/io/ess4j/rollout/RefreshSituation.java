package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import java.util.Optional;

/**
 * What a group is when an instance refresh is asked for.
 *
 * @param fleet its instances
 * @param activeSource the id of its active configuration source, if it has one
 * @param weighted whether its instance types have weights
 * @param recycles whether it stops instances instead of releasing them
 * @param prioritisesZones whether it places instances by priority, the only placement that can be refreshed
 * @param refreshInProgress whether another refresh has not ended
 * @param launchesFromTemplate whether it creates instances from a launch template and not from a scaling configuration
 * @param containers whether its instances are containers and not servers
 */
public record RefreshSituation(
        Fleet fleet,
        Optional<String> activeSource,
        boolean weighted,
        boolean recycles,
        boolean prioritisesZones,
        boolean refreshInProgress,
        boolean launchesFromTemplate,
        boolean containers) {
    public RefreshSituation {
        requireNonNull(fleet, "fleet");
        requireNonNull(activeSource, "activeSource");
    }

    /**
     * A group that can be refreshed.
     *
     * @param fleet its instances
     * @param activeSource the id of its active scaling configuration
     * @return the situation
     */
    public static RefreshSituation atRest(Fleet fleet, String activeSource) {
        return new RefreshSituation(fleet, Optional.of(activeSource), false, false, true, false, false, false);
    }
}
