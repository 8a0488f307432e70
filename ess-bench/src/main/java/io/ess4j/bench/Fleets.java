package io.ess4j.bench;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded fleets with realistic ties: six zones, four configurations, joins to the minute, 2 % protected. */
public final class Fleets {
    /** When the fleets are looked at. */
    public static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private static final int ZONES = 6;
    private static final int SOURCES = 4;
    private static final int MINUTES = 60 * 24 * 30;

    private Fleets() {}

    /**
     * A fleet.
     *
     * @param size how many instances
     * @param seed the same seed, the same fleet
     * @return the instances
     */
    public static List<Instance> instances(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        InstanceType type = InstanceType.of("ecs.g6.large", 2, 8192);
        Price price = Price.perHour("0.5");
        List<Zone> zones = new ArrayList<>();
        for (int z = 0; z < ZONES; z++) {
            zones.add(Zone.of("zone-" + (char) ('a' + z)));
        }
        List<ConfigurationSource> sources = new ArrayList<>();
        for (int s = 0; s < SOURCES; s++) {
            sources.add(new ConfigurationSource("asc-" + s, NOW.minusSeconds(86_400L * (40 - s))));
        }
        List<Instance> rows = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Instance.Builder builder = Instance.builder("i-" + Integer.toHexString(0x1000_0000 + i))
                    .type(type)
                    .zone(zones.get(random.nextInt(ZONES)))
                    .price(price)
                    .joinedAt(NOW.minusSeconds(60L * random.nextInt(MINUTES)))
                    .state(random.nextInt(50) == 0 ? LifecycleState.PROTECTED : LifecycleState.IN_SERVICE);
            if (random.nextInt(20) != 0) {
                builder.source(sources.get(random.nextInt(SOURCES)));
            }
            rows.add(builder.build());
        }
        return rows;
    }
}
