package io.ess4j.elasticity;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The provider's score of a pool, and their sum, the total strength of a group: an older measure beside
 * {@link ElasticityStrength}, which the service still prints (guide map C-24-2).
 *
 * @param type the instance type of the pool
 * @param zone the zone of the pool
 * @param score 0 (it cannot serve) to 1 (it surely can)
 */
public record PoolScore(InstanceType type, Zone zone, double score) {
    public PoolScore {
        requireNonNull(type, "type");
        requireNonNull(zone, "zone");
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException(
                    "score of " + type.name() + " in " + zone.id() + " (" + score + ") must lie in 0..1");
        }
        // Makes -0.0 equal to 0.0.
        score = score + 0.0;
    }

    /**
     * The total strength of a group. Decimal, so that 0.6 and 0.9 are 1.5.
     *
     * @param pools the scores of its pools, each pool once
     * @return the sum of the scores, 0 without pools
     * @throws IllegalArgumentException if a pool is scored twice
     */
    public static double total(List<PoolScore> pools) {
        // Membership only; the order of hashing is never seen.
        Set<List<String>> seen = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (PoolScore pool : pools) {
            if (!seen.add(List.of(pool.type.name(), pool.zone.id()))) {
                throw new IllegalArgumentException(
                        "pool (" + pool.type.name() + " in " + pool.zone.id() + ") must be scored only once");
            }
            sum = sum.add(BigDecimal.valueOf(pool.score));
        }
        return sum.doubleValue();
    }
}
