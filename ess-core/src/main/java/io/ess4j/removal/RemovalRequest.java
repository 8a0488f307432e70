package io.ess4j.removal;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import java.time.Instant;
import java.util.Collections;
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
 */
public record RemovalRequest(
        Fleet fleet,
        RemovalGoal goal,
        RemovalScope scope,
        UnitBasis basis,
        Optional<Instant> now,
        Map<String, Instant> interruptions) {
    public RemovalRequest {
        requireNonNull(fleet, "fleet");
        requireNonNull(goal, "goal");
        requireNonNull(scope, "scope");
        requireNonNull(basis, "basis");
        requireNonNull(now, "now");
        interruptions = Collections.unmodifiableMap(new LinkedHashMap<>(interruptions));
    }

    /**
     * A request over all eligible instances, with prices divided by weight.
     *
     * @param fleet the instances of the group
     * @param goal how much is to go
     * @return the request
     */
    public static RemovalRequest of(Fleet fleet, RemovalGoal goal) {
        return new RemovalRequest(fleet, goal, RemovalScope.ALL, UnitBasis.WEIGHT, Optional.empty(), Map.of());
    }

    /**
     * This request with another first filter.
     *
     * @param value the filter
     * @return a changed copy
     */
    public RemovalRequest within(RemovalScope value) {
        return new RemovalRequest(fleet, goal, value, basis, now, interruptions);
    }

    /**
     * This request with prices divided by something else.
     *
     * @param value the divisor
     * @return a changed copy
     */
    public RemovalRequest pricedPer(UnitBasis value) {
        return new RemovalRequest(fleet, goal, scope, value, now, interruptions);
    }

    /**
     * This request at a time.
     *
     * @param value the present time
     * @return a changed copy
     */
    public RemovalRequest at(Instant value) {
        return new RemovalRequest(fleet, goal, scope, basis, Optional.of(value), interruptions);
    }

    /**
     * This request with notices of the provider.
     *
     * @param value when instances are taken back, by id
     * @return a changed copy
     */
    public RemovalRequest withInterruptions(Map<String, Instant> value) {
        return new RemovalRequest(fleet, goal, scope, basis, now, value);
    }
}
