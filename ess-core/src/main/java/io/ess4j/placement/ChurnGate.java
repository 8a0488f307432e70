package io.ess4j.placement;

import io.ess4j.model.Price;
import java.math.BigInteger;

/**
 * Decides whether a saving is worth its disruption. A move passes if
 *
 * <pre>
 *   (savings / cost of the group) / (disruption / disruption of the group)  &gt;=  1 / tolerance
 * </pre>
 *
 * so that with a tolerance of 2 a move that disturbs a tenth of the group must save at least a twentieth of its cost.
 * The rule is Karpenter's balanced consolidation; it does not depend on the size of the group. Compared exactly.
 *
 * @param tolerance how many times the disruption may exceed the saving, 1 or more; 2 is usual
 */
public record ChurnGate(int tolerance) {
    public ChurnGate {
        if (tolerance < 1) {
            throw new IllegalArgumentException("tolerance (" + tolerance + ") must be >= 1");
        }
    }

    /**
     * Whether a move is worth it.
     *
     * @param savings what the move saves per hour
     * @param disruption how much the move disturbs, for example instances replaced, 0 or more
     * @param groupCost what the whole group costs per hour
     * @param groupDisruption how much replacing the whole group would disturb, 0 or more
     * @return true if the saving is above 0 and passes the rule
     * @throws IllegalArgumentException if a disruption is negative
     */
    public boolean passes(Price savings, long disruption, Price groupCost, long groupDisruption) {
        if (disruption < 0 || groupDisruption < 0) {
            throw new IllegalArgumentException(
                    "disruption (" + disruption + ") and groupDisruption (" + groupDisruption + ") must be >= 0");
        }
        BigInteger gain = BigInteger.valueOf(savings.nanosPerHour())
                .multiply(BigInteger.valueOf(groupDisruption))
                .multiply(BigInteger.valueOf(tolerance));
        BigInteger harm = BigInteger.valueOf(groupCost.nanosPerHour()).multiply(BigInteger.valueOf(disruption));
        return savings.nanosPerHour() > 0 && gain.compareTo(harm) >= 0;
    }
}
