package io.ess4j.removal;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import io.ess4j.model.PurchaseOption;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much is to leave which fleet, and what else a policy may need to know.
 *
 * @param fleet the instances of the group
 * @param goal how much is to go
 * @param scope the first filter
 * @param basis what prices are divided by
 * @param now the present time, for criteria that need it
 * @param interruptions when the provider takes instances back, by instance id; ids that the fleet does not have are
 *     passed over
 * @param leastUnits how much capacity of a purchase option is to be left, 0 or more: instances that would bring theirs
 *     below leave only after all others. Options without an entry may leave altogether
 */
public record RemovalRequest(
        Fleet fleet,
        RemovalGoal goal,
        RemovalScope scope,
        UnitBasis basis,
        Optional<Instant> now,
        Map<String, Instant> interruptions,
        Map<PurchaseOption, Long> leastUnits) {
    public RemovalRequest {
        requireNonNull(fleet, "fleet");
        requireNonNull(goal, "goal");
        requireNonNull(scope, "scope");
        requireNonNull(basis, "basis");
        requireNonNull(now, "now");
        interruptions =
                interruptions.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(interruptions));
        leastUnits = leastUnits.isEmpty() ? Map.of() : checked(leastUnits);
    }

    private static Map<PurchaseOption, Long> checked(Map<PurchaseOption, Long> leastUnits) {
        Map<PurchaseOption, Long> least = new EnumMap<>(PurchaseOption.class);
        leastUnits.forEach((option, units) -> {
            if (units < 0) {
                throw new IllegalArgumentException("leastUnits of " + option + " (" + units + ") must be >= 0");
            }
            least.put(option, units);
        });
        return Collections.unmodifiableMap(least);
    }

    /**
     * A request over all eligible instances, with prices divided by weight.
     *
     * @param fleet the instances of the group
     * @param goal how much is to go
     * @return the request
     */
    public static RemovalRequest of(Fleet fleet, RemovalGoal goal) {
        return new RemovalRequest(
                fleet, goal, RemovalScope.ALL, UnitBasis.WEIGHT, Optional.empty(), Map.of(), Map.of());
    }

    /**
     * This request with another first filter.
     *
     * @param value the filter
     * @return a changed copy
     */
    public RemovalRequest within(RemovalScope value) {
        return new RemovalRequest(fleet, goal, value, basis, now, interruptions, leastUnits);
    }

    /**
     * This request with prices divided by something else.
     *
     * @param value the divisor
     * @return a changed copy
     */
    public RemovalRequest pricedPer(UnitBasis value) {
        return new RemovalRequest(fleet, goal, scope, value, now, interruptions, leastUnits);
    }

    /**
     * This request at a time.
     *
     * @param value the present time
     * @return a changed copy
     */
    public RemovalRequest at(Instant value) {
        return new RemovalRequest(fleet, goal, scope, basis, Optional.of(value), interruptions, leastUnits);
    }

    /**
     * This request with notices of the provider.
     *
     * @param value when instances are taken back, by id
     * @return a changed copy
     */
    public RemovalRequest withInterruptions(Map<String, Instant> value) {
        return new RemovalRequest(fleet, goal, scope, basis, now, value, leastUnits);
    }

    /**
     * This request with a goal of its own.
     *
     * @param value how much is to go
     * @return a changed copy
     */
    RemovalRequest toGoal(RemovalGoal value) {
        return new RemovalRequest(fleet, value, scope, basis, now, interruptions, leastUnits);
    }

    /**
     * This request with a capacity that is to be left of each purchase option, so that a mix is kept.
     *
     * @param value capacity units, 0 or more, by purchase option
     * @return a changed copy
     * @throws IllegalArgumentException if a capacity is negative
     */
    public RemovalRequest withLeastUnits(Map<PurchaseOption, Long> value) {
        return new RemovalRequest(fleet, goal, scope, basis, now, interruptions, value);
    }
}
