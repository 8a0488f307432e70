package io.ess4j.testing;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What a group may buy and what it has: zones and types in its order, offerings with price and stock, and instances
 * that run. Small numbers, so that ties, shortages and zones without offerings are frequent.
 *
 * @param zones one to four, in order of preference
 * @param types one to four, in order of preference
 * @param offers what is sold, in the order of the catalogue
 * @param running the instances, in the order of the fleet
 */
public record Bazaar(List<Zone> zones, List<Weights.WeightedType> types, List<Offer> offers, List<Instance> running) {
    private static final int MOST_ZONES = 4;
    private static final int MOST_TYPES = 4;
    private static final List<PurchaseOption> OPTIONS = List.of(PurchaseOption.ON_DEMAND, PurchaseOption.SPOT);
    private static final int CELLS = MOST_ZONES * MOST_TYPES * OPTIONS.size();

    /** One offering with its stock and how often it is interrupted. */
    public record Offer(Offering offering, int stock, int interruptions) {}

    private record Cell(int price, int stock) {}

    /** Every kind of bazaar; in those without weights each instance is one unit. */
    public static Arbitrary<Bazaar> any() {
        return Arbitraries.of(false, true).flatMap(Bazaar::any);
    }

    /** Bazaars with weights of 1 to 6, or without. */
    public static Arbitrary<Bazaar> any(boolean weighted) {
        Arbitrary<List<Zone>> zones = Arbitraries.integers()
                .between(1, MOST_ZONES)
                .map(n -> List.of("z0", "z1", "z2", "z3").subList(0, n).stream()
                        .map(Zone::of)
                        .toList());
        Arbitrary<List<Tuple.Tuple2<Integer, Integer>>> types = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, weighted ? 6 : 1))
                .as(Tuple::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_TYPES);
        Arbitrary<Integer> stock = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(2, Arbitraries.integers().between(0, 8)));
        Arbitrary<List<Optional<Cell>>> cells = Combinators.combine(
                        Arbitraries.integers().between(1, 9), stock)
                .as(Cell::new)
                .optional(0.85)
                .list()
                .ofSize(CELLS);
        Arbitrary<List<Integer>> running =
                Arbitraries.integers().between(0, CELLS - 1).list().ofMaxSize(8);
        return Combinators.combine(zones, types, cells, running).as(Bazaar::of);
    }

    private static Bazaar of(
            List<Zone> zones,
            List<Tuple.Tuple2<Integer, Integer>> kinds,
            List<Optional<Cell>> cells,
            List<Integer> running) {
        List<Weights.WeightedType> types = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        for (int t = 0; t < kinds.size(); t++) {
            InstanceType type =
                    InstanceType.of("f" + t % 2 + ".t" + t, 1 << kinds.get(t).get1(), 1024);
            types.add(new Weights.WeightedType(type, kinds.get(t).get2()));
            for (int z = 0; z < zones.size(); z++) {
                for (int o = 0; o < OPTIONS.size(); o++) {
                    int number = (t * MOST_ZONES + z) * OPTIONS.size() + o;
                    Zone zone = zones.get(z);
                    PurchaseOption option = OPTIONS.get(o);
                    cells.get(number)
                            .ifPresent(c -> offers.add(new Offer(
                                    new Offering(type, zone, option, new Price(c.price())), c.stock(), 1000 * number)));
                }
            }
        }
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < running.size() && !offers.isEmpty(); i++) {
            Offering offering = offers.get(running.get(i) % offers.size()).offering();
            int weight = types.stream()
                    .filter(t -> t.type().equals(offering.type()))
                    .findFirst()
                    .orElseThrow()
                    .weight();
            // 7 is prime to 1009: ids are distinct and out of order.
            instances.add(Instance.builder("i-" + (i * 7 + 500) % 1009)
                    .offering(offering)
                    .weight(weight)
                    .joinedAt(Generators.MONDAY.plusSeconds(60L * (i % 3)))
                    .build());
        }
        return new Bazaar(zones, types, offers, instances);
    }

    /** The same with catalogue and fleet in another order. */
    public Bazaar shuffled(Random random) {
        List<Offer> listed = new ArrayList<>(offers);
        List<Instance> rows = new ArrayList<>(running);
        Collections.shuffle(listed, random);
        Collections.shuffle(rows, random);
        return new Bazaar(zones, types, listed, rows);
    }

    /** The same, where the instances at those positions are in another state. */
    public Bazaar withStates(List<LifecycleState> states) {
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            rows.add(running.get(i).withState(states.get(i % states.size())));
        }
        return new Bazaar(zones, types, offers, rows);
    }

    /** The same, where the instances at those positions are healthy or not. */
    public Bazaar withHealth(List<Boolean> healthy) {
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            rows.add(running.get(i).withHealthy(healthy.get(i % healthy.size())));
        }
        return new Bazaar(zones, types, offers, rows);
    }

    /** The types with their weights. */
    public Weights weights() {
        Weights.Builder builder = Weights.builder();
        types.forEach(t -> builder.type(t.type(), t.weight()));
        return builder.build();
    }

    /** Prices, stock and interruptions. */
    public Market market() {
        Market.Builder market = Market.builder(catalog());
        for (Offer offer : offers) {
            Offering o = offer.offering();
            market.stock(o.type(), o.zone(), o.purchaseOption(), offer.stock());
            market.interruptions(o.type(), o.zone(), o.purchaseOption(), offer.interruptions());
        }
        return market.build();
    }

    /** What is sold. */
    public Catalog catalog() {
        return Catalog.of(offers.stream().map(Offer::offering).toList());
    }

    /** The instances. */
    public Fleet fleet() {
        return Fleet.of(running);
    }

    /** Instances that count, by zone in the order of the group. */
    public int[] zoneCounts() {
        int[] counts = new int[zones.size()];
        for (Instance i : running) {
            counts[zones.indexOf(i.zone())] += i.state().countsTowardsCapacity() ? 1 : 0;
        }
        return counts;
    }
}
