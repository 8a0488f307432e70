package io.ess4j.elasticity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How sure a scale-out of a group is at a moment: its pools, and what to add.
 *
 * @param pools the group's pools, zone by zone in the order of the table, available or not
 * @param advice what to add, most pools first; empty for a strong group
 */
public record StrengthAssessment(List<ResourcePool> pools, List<Advice> advice) {
    public StrengthAssessment {
        pools = List.copyOf(pools);
        advice = List.copyOf(advice);
    }

    /**
     * How many pools are available.
     *
     * @return 0 to the number of pools
     */
    public int available() {
        return pools.size() - unavailable().size();
    }

    /**
     * The strength.
     *
     * @return by the number of available pools
     */
    public ElasticityStrength level() {
        return ElasticityStrength.of(available());
    }

    /**
     * The pools that cannot serve, with their reasons.
     *
     * @return in the order of {@link #pools}
     */
    public List<ResourcePool> unavailable() {
        return pools.stream().filter(p -> !p.available()).toList();
    }

    /**
     * What has changed since an earlier assessment. Pools are the same if type name and zone are.
     *
     * @param earlier the assessment to compare with
     * @return the difference
     */
    public StrengthTrend since(StrengthAssessment earlier) {
        return new StrengthTrend(
                earlier.available(),
                available(),
                availableWithout(earlier),
                earlier.availableWithout(this),
                newlyFailing(earlier));
    }

    private List<ResourcePool> availableWithout(StrengthAssessment other) {
        Set<Key> there = other.availableKeys();
        return pools.stream()
                .filter(p -> p.available() && !there.contains(Key.of(p)))
                .toList();
    }

    private List<ResourcePool> newlyFailing(StrengthAssessment earlier) {
        Set<Key> before = earlier.availableKeys();
        return pools.stream()
                .filter(p -> !p.available() && before.contains(Key.of(p)))
                .toList();
    }

    /** To look up, never to walk. */
    private Set<Key> availableKeys() {
        Set<Key> keys = new HashSet<>();
        for (ResourcePool pool : pools) {
            if (pool.available()) {
                keys.add(Key.of(pool));
            }
        }
        return keys;
    }

    private record Key(String type, String zone) {
        static Key of(ResourcePool pool) {
            return new Key(pool.type().name(), pool.zone().id());
        }
    }
}
