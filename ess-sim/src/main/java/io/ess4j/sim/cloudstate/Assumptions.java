package io.ess4j.sim.cloudstate;

import io.ess4j.model.PurchaseOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person adds to the provider's JSON where it is silent.
 *
 * @param zones the zones of the group in the order of priority
 * @param types the instance types of the group in the order of preference
 * @param type the type of instances that tell none
 * @param zone the zone of instances that tell none
 * @param option the purchase option of instances that tell none
 * @param joined the time of joining of instances that tell none
 */
public record Assumptions(
        List<String> zones,
        List<String> types,
        Optional<String> type,
        Optional<String> zone,
        Optional<PurchaseOption> option,
        Optional<Instant> joined) {
    /** Nothing is added. */
    public static final Assumptions NONE = new Assumptions(
            List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Assumptions {
        zones = List.copyOf(zones);
        types = List.copyOf(types);
    }
}
