package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Price;
import java.util.List;
import java.util.Optional;

/**
 * What to start and what to launch so that a group gains capacity, what is still missing after that, and why.
 *
 * @param requested how many capacity units were asked for, 0 or more
 * @param started ids of stopped instances to start before anything is launched, in order
 * @param startedUnits the capacity of the started instances
 * @param launches what to launch, in the order in which the strategy chose it; each offering at most once
 * @param skipped offerings that were preferred to others but could not be used
 * @param shortfall how many of the requested units are not covered, 0 or more
 * @param shortfallReason why, present if and only if the shortfall is above 0
 * @param proof what the plan costs beside the best possible and the documented one; present for exact strategies
 */
public record LaunchPlan(
        long requested,
        List<String> started,
        long startedUnits,
        List<Launch> launches,
        List<SkippedPool> skipped,
        long shortfall,
        Optional<ShortfallReason> shortfallReason,
        Optional<CostProof> proof) {
    public LaunchPlan {
        started = List.copyOf(started);
        launches = List.copyOf(launches);
        skipped = List.copyOf(skipped);
        requireNonNull(proof, "proof");
        if (requested < 0 || startedUnits < 0) {
            throw new IllegalArgumentException(
                    "requested (" + requested + ") and startedUnits (" + startedUnits + ") must be >= 0");
        }
        if (shortfall < 0 || shortfall > requested) {
            throw new IllegalArgumentException(
                    "shortfall (" + shortfall + ") must be >= 0 and <= requested (" + requested + ")");
        }
        if ((shortfall > 0) != shortfallReason.isPresent()) {
            throw new IllegalArgumentException("shortfallReason (" + shortfallReason
                    + ") must be present if and only if shortfall (" + shortfall + ") is above 0");
        }
    }

    /**
     * The capacity that the launches bring, without the started instances.
     *
     * @return capacity units
     */
    public long launchedUnits() {
        long units = 0;
        for (Launch launch : launches) {
            units += launch.units();
        }
        return units;
    }

    /**
     * How many instances are launched.
     *
     * @return the sum of the counts
     */
    public long launchedInstances() {
        long instances = 0;
        for (Launch launch : launches) {
            instances += launch.count();
        }
        return instances;
    }

    /**
     * What the launched instances cost together; started ones are not included.
     *
     * @return the price per hour
     * @throws ArithmeticException if it does not fit
     */
    public Price cost() {
        Price cost = Price.ZERO;
        for (Launch launch : launches) {
            cost = cost.plus(launch.cost());
        }
        return cost;
    }
}
