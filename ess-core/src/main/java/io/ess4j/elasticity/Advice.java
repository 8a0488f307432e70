package io.ess4j.elasticity;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;

/** One way to raise a group's strength: a zone or an instance type to add, and what that would give. */
public sealed interface Advice {
    /**
     * Available pools that this would add.
     *
     * @return 1 or more
     */
    int added();

    /**
     * The strength after it.
     *
     * @return the level of the sum
     */
    ElasticityStrength level();

    /**
     * Add a vSwitch in a further zone.
     *
     * @param zone the zone
     * @param added available pools that it would add, 1 or more
     * @param level the strength after it
     */
    record AddZone(Zone zone, int added, ElasticityStrength level) implements Advice {
        public AddZone {
            requireNonNull(zone, "zone");
            requireNonNull(level, "level");
        }
    }

    /**
     * Add a further instance type.
     *
     * @param type the instance type
     * @param added available pools that it would add, 1 or more
     * @param level the strength after it
     */
    record AddType(InstanceType type, int added, ElasticityStrength level) implements Advice {
        public AddType {
            requireNonNull(type, "type");
            requireNonNull(level, "level");
        }
    }
}
