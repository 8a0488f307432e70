package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a group launches from its own pools, and what stands in for those that had no stock.
 *
 * @param own the plan of the group's own types and zones
 * @param supplements what is launched besides, in order; each covers what was missing before it
 */
public record CandidatePlan(LaunchPlan own, List<Supplement> supplements) {
    /**
     * What stands in.
     *
     * @param zone the zone that is added to the group; absent if it is types of other generations in its own zones
     * @param cidrBlock the address block of the switch that is made in that zone
     * @param launch what is launched
     */
    public record Supplement(Optional<Zone> zone, Optional<String> cidrBlock, LaunchPlan launch) {
        public Supplement {
            requireNonNull(launch, "launch");
            if (zone.isPresent() != cidrBlock.isPresent()) {
                throw new IllegalArgumentException(
                        "zone (" + zone + ") and cidrBlock (" + cidrBlock + ") must be given together");
            }
        }
    }

    public CandidatePlan {
        requireNonNull(own, "own");
        supplements = List.copyOf(supplements);
    }

    /**
     * All launches.
     *
     * @return an unmodifiable list, the group's own first
     */
    public List<Launch> launches() {
        List<Launch> all = new ArrayList<>(own.launches());
        supplements.forEach(s -> all.addAll(s.launch().launches()));
        return List.copyOf(all);
    }

    /**
     * What is missing in spite of all that stands in.
     *
     * @return capacity units, 0 or more
     */
    public long shortfall() {
        return supplements.isEmpty()
                ? own.shortfall()
                : supplements.get(supplements.size() - 1).launch().shortfall();
    }
}
