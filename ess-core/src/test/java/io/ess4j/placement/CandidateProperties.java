package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.onDemand;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What stands in against adding up by hand what each pool has. */
class CandidateProperties {
    private static final List<Zone> ZONES = Fixtures.zones(4);
    private static final List<InstanceType> TYPES = List.of(
            InstanceType.of("ecs.c7.large", 2, 4096),
            InstanceType.of("ecs.c6.large", 2, 4096),
            InstanceType.of("ecs.c8.large", 2, 4096));
    private static final Price MOST = Price.perHour("0.5");

    private static Catalog catalog(List<Integer> prices) {
        List<Offering> all = new ArrayList<>();
        for (InstanceType type : TYPES) {
            for (Zone zone : ZONES) {
                all.add(onDemand(type, zone, "0." + prices.get(all.size())));
            }
        }
        return Catalog.of(all);
    }

    /** The group has the first type in the first two zones; row = type x 4 + zone. */
    @Property
    void bringsWhatThePoolsThatMayServeHave(
            @ForAll @Size(12) List<@IntRange(min = 1, max = 9) Integer> prices,
            @ForAll @Size(12) List<@IntRange(max = 6) Integer> stock,
            @ForAll @IntRange(max = 2) int blocks,
            @ForAll boolean generations,
            @ForAll @IntRange(max = 40) int units) {
        Catalog catalog = catalog(prices);
        Market.Builder market = Market.builder(catalog);
        for (int row = 0; row < stock.size(); row++) {
            Offering o = catalog.offerings().get(row);
            market.stock(o.type(), o.zone(), PurchaseOption.ON_DEMAND, stock.get(row));
        }
        List<String> cidr = List.of("10.0.1.0/24", "10.0.2.0/24").subList(0, blocks);
        CandidateOptions options = new CandidateOptions(generations, cidr, Optional.of(MOST));
        PlacementStrategy strategy = PlacementStrategy.costOptimized(SpotMix.onDemandOnly());
        Weights own = Weights.unweighted(TYPES.subList(0, 1));

        CandidatePlan plan = new CandidatePlanner(catalog, ZONES.subList(0, 2), own, options)
                .plan(strategy, market.build(), Fleet.empty(), units);

        int served = stock.get(0) + stock.get(1);
        for (int row : List.of(4, 5, 8, 9)) {
            served += generations && prices.get(row) <= 5 ? stock.get(row) : 0;
        }
        int larger = Math.max(stock.get(2), stock.get(3));
        served += blocks == 0 ? 0 : blocks == 1 ? larger : stock.get(2) + stock.get(3);
        assertThat(plan.launches().stream().mapToInt(Launch::count).sum())
                .isEqualTo(Math.min(units, served))
                .isEqualTo(units - (int) plan.shortfall());
        assertThat(plan.own())
                .isEqualTo(new LaunchPlanner(catalog, ZONES.subList(0, 2), own)
                        .plan(strategy, market.build(), Fleet.empty(), units));
    }

    /** Whatever the strategy: no pool gives more than it has, and what is missing is missing everywhere. */
    @Property
    void sourcesAddUp(
            @ForAll ResourcePoolOptions.Strategy strategy,
            @ForAll @Size(4) List<@IntRange(max = 5) Integer> available,
            @ForAll @Size(4) List<Boolean> open,
            @ForAll @IntRange(max = 5) int publicStock,
            @ForAll @IntRange(min = 1, max = 30) int count) {
        List<PrivatePool> pools = new ArrayList<>();
        for (int i = 0; i < available.size(); i++) {
            pools.add(PrivatePool.of("p" + i, TYPES.get(0), ZONES.get(0), open.get(i), available.get(i)));
        }
        PrivatePools sources = new PrivatePools(ResourcePoolOptions.of(strategy, "p0", "p2"), pools);

        PrivatePools.Sourcing sourcing =
                sources.sources(new Launch(onDemand(TYPES.get(0), ZONES.get(0), "0.1"), count, 1), publicStock);

        int usable = strategy == ResourcePoolOptions.Strategy.PRIVATE_POOL_ONLY ? 0 : publicStock;
        for (int i = 0; i < available.size(); i++) {
            boolean named = i == 0 || i == 2;
            usable += switch (strategy) {
                case NONE -> 0;
                case PRIVATE_POOL_ONLY -> named ? available.get(i) : 0;
                case PRIVATE_POOL_FIRST, PUBLIC_POOL_FIRST -> named || open.get(i) ? available.get(i) : 0;
            };
        }
        assertThat(sourcing.missing()).isEqualTo(Math.max(0, count - usable));
        assertThat(sourcing.sources().stream()
                        .mapToInt(PrivatePools.Source::count)
                        .sum())
                .isEqualTo(Math.min(count, usable));
        sourcing.sources()
                .forEach(s -> assertThat(s.count())
                        .isLessThanOrEqualTo(s.pool()
                                .map(id -> available.get(Integer.parseInt(id.substring(1))))
                                .orElse(publicStock)));
    }
}
