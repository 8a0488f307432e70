package io.ess4j.sim.metrics;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Money;
import io.ess4j.model.PurchaseOption;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured in one metric period, such as a minute.
 *
 * @param fromMillis start, inclusive, in milliseconds since the start of the run
 * @param toMillis end, exclusive
 * @param traffic what became of the requests
 * @param capacity what the group was
 * @param costSoFar money spent from the start of the run to the end of the period, for every purchase option
 * @param instanceMillisSoFar instance time billed from the start of the run to the end of the period, in milliseconds,
 *     for every purchase option
 * @param world what could have been had, what went wrong, and what money was spent for
 * @param groups the same for each group, in a run of several groups whose sum this is; else empty
 */
public record Period(
        long fromMillis,
        long toMillis,
        Traffic traffic,
        Capacity capacity,
        Map<PurchaseOption, Money> costSoFar,
        Map<PurchaseOption, Long> instanceMillisSoFar,
        World world,
        List<Period> groups) {
    /**
     * A period without anything beyond traffic, capacity and cost.
     *
     * @param fromMillis start, inclusive
     * @param toMillis end, exclusive
     * @param traffic what became of the requests
     * @param capacity what the group was
     * @param costSoFar money spent so far
     * @param instanceMillisSoFar instance time billed so far
     */
    public Period(
            long fromMillis,
            long toMillis,
            Traffic traffic,
            Capacity capacity,
            Map<PurchaseOption, Money> costSoFar,
            Map<PurchaseOption, Long> instanceMillisSoFar) {
        this(fromMillis, toMillis, traffic, capacity, costSoFar, instanceMillisSoFar, World.NONE, List.of());
    }

    /**
     * What surrounds the group in a period.
     *
     * @param requiredUnits capacity units that the load needs to keep the objective; negative if it is not known
     * @param leastCost what the required units cost at least, however they are bought; part of the lower bound
     * @param responses how the response times of the period are distributed, if the service says so
     * @param interruptions what was interrupted since the start of the run
     * @param interruptedRequests requests that were being worked on where capacity vanished in the period
     * @param costByReason money spent so far by the names of what it was spent for
     */
    public record World(
            long requiredUnits,
            Money leastCost,
            Optional<ResponseTimes> responses,
            Interruptions interruptions,
            double interruptedRequests,
            Map<String, Money> costByReason) {
        /** Nothing is known. */
        public static final World NONE = new World(-1, Money.ZERO, Optional.empty(), Interruptions.NONE, 0, Map.of());

        public World {
            requireNonNull(leastCost, "leastCost");
            requireNonNull(responses, "responses");
            requireNonNull(interruptions, "interruptions");
            costByReason = Collections.unmodifiableMap(new LinkedHashMap<>(costByReason));
        }
    }

    /**
     * The requests of a period.
     *
     * @param arrivals requests that arrived
     * @param served requests answered
     * @param lost requests turned away
     * @param waiting requests that wait at the end
     * @param utilisation busy share of the capacity, 0 to 1
     * @param responseMillis mean response time; NaN if nothing could answer
     * @param violatesSlo whether the period breaks the service level objective
     */
    public record Traffic(
            long arrivals,
            long served,
            long lost,
            long waiting,
            double utilisation,
            double responseMillis,
            boolean violatesSlo) {}

    /**
     * The group in a period: all figures at its end, except the average.
     *
     * @param desired capacity units wanted
     * @param average capacity units in service, averaged over the period
     * @param inService capacity units in service
     * @param pending capacity units on their way into service
     * @param instancesByZone instances that are billed, for each zone of the group in its order
     * @param instancesByOption instances that are billed, for every purchase option
     */
    public record Capacity(
            long desired,
            double average,
            long inService,
            long pending,
            List<Integer> instancesByZone,
            Map<PurchaseOption, Integer> instancesByOption) {
        public Capacity {
            instancesByZone = List.copyOf(instancesByZone);
            instancesByOption = copy(instancesByOption);
        }
    }

    public Period {
        requireNonNull(traffic, "traffic");
        requireNonNull(capacity, "capacity");
        costSoFar = copy(costSoFar);
        instanceMillisSoFar = copy(instanceMillisSoFar);
        requireNonNull(world, "world");
        groups = List.copyOf(groups);
    }

    /**
     * The length of the period.
     *
     * @return milliseconds
     */
    public long lengthMillis() {
        return toMillis - fromMillis;
    }

    /**
     * Money spent from the start of the run to the end of the period.
     *
     * @return the sum over the purchase options
     */
    public Money totalCost() {
        return costSoFar.values().stream().reduce(Money.ZERO, Money::plus);
    }

    private static <V> Map<PurchaseOption, V> copy(Map<PurchaseOption, V> map) {
        Map<PurchaseOption, V> copy = new EnumMap<>(PurchaseOption.class);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
