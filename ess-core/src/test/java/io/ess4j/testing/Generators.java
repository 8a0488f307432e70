package io.ess4j.testing;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary values of the model; small domains, so that ties and collisions are frequent. */
public final class Generators {
    /** A moment that generated times are near to. */
    public static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    private Generators() {}

    public static Arbitrary<Price> prices() {
        return Arbitraries.longs().between(0, 5_000_000_000L).map(Price::new);
    }

    public static Arbitrary<Zone> zones() {
        return Arbitraries.of("a", "b", "c").map(Zone::of);
    }

    public static Arbitrary<InstanceType> types() {
        return Arbitraries.of(
                InstanceType.of("s", 1, 1024), InstanceType.of("m", 2, 4096), InstanceType.of("l", 4, 8192));
    }

    public static Arbitrary<ConfigurationSource> sources() {
        return Combinators.combine(
                        Arbitraries.of("asc-1", "asc-2"), Arbitraries.integers().between(0, 2))
                .as((id, day) -> new ConfigurationSource(id, MONDAY.minusSeconds(day * 86_400L)));
    }

    /** Instances without a given id; {@link #fleets} numbers them. */
    public static Arbitrary<Instance> instances() {
        Arbitrary<Instance> plain = Combinators.combine(
                        types(),
                        zones(),
                        Arbitraries.of(PurchaseOption.class),
                        prices(),
                        Arbitraries.integers().between(1, 4),
                        sources().optional(),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(LifecycleState.class))
                .as((type, zone, option, price, weight, source, minutes, state) -> new Instance(
                        "i",
                        type,
                        zone,
                        option,
                        price,
                        weight,
                        source,
                        MONDAY.plusSeconds(minutes * 60L),
                        state,
                        true,
                        InstanceOrigin.CREATED));
        return Combinators.combine(plain, Arbitraries.of(true, false), Arbitraries.of(InstanceOrigin.class))
                .as((i, healthy, origin) -> new Instance(
                        i.id(),
                        i.type(),
                        i.zone(),
                        i.purchaseOption(),
                        i.price(),
                        i.weight(),
                        i.source(),
                        i.joinedAt(),
                        i.state(),
                        healthy,
                        origin));
    }

    /** Lists of instances with distinct ids, in no particular order of ids. */
    public static Arbitrary<List<Instance>> rosters(int largest) {
        return instances().list().ofMaxSize(largest).map(Generators::numbered);
    }

    public static Arbitrary<Fleet> fleets(int largest) {
        return rosters(largest).map(Fleet::of);
    }

    private static List<Instance> numbered(List<Instance> instances) {
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < instances.size(); i++) {
            // 7 is prime to every size below it times anything: ids are distinct and out of order
            rows.add(withId(instances.get(i), "i-" + (i * 7 % 1009)));
        }
        return rows;
    }

    /** The same instance under another id. */
    public static Instance withId(Instance i, String id) {
        return new Instance(
                id,
                i.type(),
                i.zone(),
                i.purchaseOption(),
                i.price(),
                i.weight(),
                i.source(),
                i.joinedAt(),
                i.state(),
                i.healthy(),
                i.origin());
    }

    /** The same instance with another state and weight. */
    public static Instance with(Instance i, LifecycleState state, int weight) {
        return new Instance(
                i.id(),
                i.type(),
                i.zone(),
                i.purchaseOption(),
                i.price(),
                weight,
                i.source(),
                i.joinedAt(),
                state,
                i.healthy(),
                i.origin());
    }
}
