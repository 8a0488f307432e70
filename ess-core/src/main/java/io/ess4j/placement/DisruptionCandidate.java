package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Price;
import java.util.Comparator;
import java.util.List;

/**
 * An instance that might be replaced, and what runs on it, as Karpenter weighs them (guide map C-20-6).
 *
 * <p>Worked example: at 10 with 1 workload, at 1 with 8 and at 5 with 3, the savings for each disruption are 5, 0.11
 * and 1.25, so the first goes first and the second last.
 *
 * @param id the instance
 * @param price what it costs per hour
 * @param workloads how many workloads move when it is replaced, 0 or more
 */
public record DisruptionCandidate(String id, Price price, long workloads) {
    private static final long MOST_WORKLOADS = 1_000_000_000;

    /** Whoever saves most for its disruption first, compared exactly; equal ones by id. */
    public static final Comparator<DisruptionCandidate> MOST_SAVED_FIRST =
            Comparator.<DisruptionCandidate, DisruptionCandidate>comparing(
                            c -> c, (a, b) -> Price.compareUnit(b.price, b.disruption(), a.price, a.disruption()))
                    .thenComparing(DisruptionCandidate::id);

    public DisruptionCandidate {
        requireNonNull(id, "id");
        requireNonNull(price, "price");
        if (workloads < 0 || workloads > MOST_WORKLOADS) {
            throw new IllegalArgumentException(
                    "workloads of " + id + " (" + workloads + ") must be from 0 to " + MOST_WORKLOADS);
        }
    }

    /**
     * How much replacing it disturbs: itself and what runs on it; for {@link ChurnGate#passes}.
     *
     * @return 1 or more
     */
    public long disruption() {
        return 1 + workloads;
    }

    /**
     * How much replacing all of them disturbs.
     *
     * @param candidates some instances
     * @return the sum of their disruptions
     */
    public static long disruption(List<DisruptionCandidate> candidates) {
        return candidates.stream().mapToLong(DisruptionCandidate::disruption).reduce(0, Math::addExact);
    }
}
