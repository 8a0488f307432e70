package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;

/**
 * An instance type in a zone that is to be tried before the default order (guide map C-4-1).
 *
 * @param type the instance type; only its name counts
 * @param zone the zone
 */
public record CustomPriority(InstanceType type, Zone zone) {
    public CustomPriority {
        requireNonNull(type, "type");
        requireNonNull(zone, "zone");
    }
}
