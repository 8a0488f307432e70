package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.onDemand;
import static io.ess4j.placement.Fixtures.spot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Spot portfolios: expected cost with interruptions, and what may be lost at once. */
class RiskAwareTest {
    private static final List<Zone> ZONES = Fixtures.zones(3);
    private static final List<InstanceType> TYPES = List.of(
            InstanceType.of("a.1", 1, 1024),
            InstanceType.of("a.2", 2, 2048),
            InstanceType.of("b.2", 2, 2048),
            InstanceType.of("c.4", 4, 4096));

    @Test
    void aPoolThatIsOftenInterruptedCostsMoreThanItsPrice() {
        Catalog catalog =
                Catalog.of(List.of(spot(TYPES.get(1), ZONES.get(0), "0.1"), spot(TYPES.get(2), ZONES.get(0), "0.2")));
        Market market = Market.builder(catalog)
                .interruptions(TYPES.get(1), ZONES.get(0), PurchaseOption.SPOT, 50_000)
                .build();
        SpotPortfolio portfolio = new SpotPortfolio(Money.of("4"), 0, 0, 100);

        LaunchPlan plan = new LaunchPlanner(catalog, ZONES, weights())
                .plan(new PlacementStrategy.RiskAware(SpotMix.spotOnly(), portfolio), market, Fleet.empty(), 10);

        assertThat(plan.launches()).containsExactly(new Launch(spot(TYPES.get(2), ZONES.get(0), "0.2"), 5, 2));
        CostProof proof = plan.proof().orElseThrow();
        assertThat(proof.cost()).isEqualTo(Price.perHour("1"));
        assertThat(proof.documentedCost()).isEqualTo(Price.perHour("1.5"));
        assertThat(proof.isProven()).isTrue();
    }

    /** 40 units, at most 25 percent lost at once: no pool above 10, and with half a zone lost, no zone above 20. */
    @Test
    void capsWhatMayBeLostAtOnce() {
        SpotPortfolio portfolio = new SpotPortfolio(Money.ZERO, 50, 0, 25);

        LaunchPlan plan = plan(portfolio, SpotMix.spotFirst(), 40);

        assertThat(plan.shortfall()).isZero();
        assertThat(most(plan, l -> l.offering().toString())).isLessThanOrEqualTo(10);
        assertThat(most(plan, l -> l.offering().zone().id())).isLessThanOrEqualTo(20);
    }

    @Test
    void capsWithoutCompensationAreAShortfall() {
        SpotPortfolio portfolio = new SpotPortfolio(Money.ZERO, 100, 100, 10);

        LaunchPlan plan = plan(portfolio, SpotMix.spotOnly(), 100);

        assertThat(plan.launchedUnits()).isBetween(26L, 30L);
        assertThat(plan.shortfallReason()).contains(ShortfallReason.CAPPED);
    }

    /** One more beside nine that run over three pools: half of ten may be lost, so it may be on spot (guide 1.2). */
    @Test
    void capsCountTheInstancesThatTheGroupHas() {
        List<Offering> spot = new ArrayList<>();
        ZONES.forEach(z -> spot.add(spot(TYPES.get(0), z, "0.1")));
        List<Offering> offerings = new ArrayList<>(spot);
        offerings.add(onDemand(TYPES.get(0), ZONES.get(0), "1"));
        Catalog catalog = Catalog.of(offerings);
        LaunchPlanner planner = new LaunchPlanner(catalog, ZONES, weights());
        PlacementStrategy strategy =
                new PlacementStrategy.RiskAware(SpotMix.spotFirst(), new SpotPortfolio(Money.ZERO, 0, 0, 50));
        Market market = Market.of(catalog);

        LaunchPlan one = planner.plan(strategy, market, Fixtures.fleet(spot, 3, 3, 3), 1);
        assertThat(one.launches()).containsExactly(new Launch(spot.get(0), 1, 1));
        assertThat(one.proof().orElseThrow().isProven()).isTrue();

        // Five of ten are in the first zone already, so the second takes the one; the first instance of all is on
        // demand.
        LaunchPlan elsewhere = planner.plan(strategy, market, Fixtures.fleet(spot, 5, 2, 2), 1);
        assertThat(elsewhere.launches()).containsExactly(new Launch(spot.get(1), 1, 1));
        LaunchPlan first = planner.plan(strategy, market, Fleet.empty(), 1);
        assertThat(first.launches()).containsExactly(new Launch(offerings.get(3), 1, 1));
    }

    /** Five of the eleven that the group comes to are in the first zone, one of them started by this plan. */
    @Test
    void capsCountTheInstancesThatAreStarted() {
        List<Offering> spot = new ArrayList<>();
        ZONES.forEach(z -> spot.add(spot(TYPES.get(0), z, "0.1")));
        Catalog catalog = Catalog.of(spot);
        List<Instance> instances =
                new ArrayList<>(Fixtures.fleet(List.of(spot.get(1), spot.get(2), spot.get(0)), 3, 2, 4));
        instances.add(Fixtures.instance("asleep", spot.get(0), 1).withState(LifecycleState.STOPPED));
        PlacementStrategy strategy =
                new PlacementStrategy.RiskAware(SpotMix.spotOnly(), new SpotPortfolio(Money.ZERO, 0, 0, 50));

        LaunchPlan plan =
                new LaunchPlanner(catalog, ZONES, weights()).plan(strategy, Market.of(catalog), Fleet.of(instances), 2);

        assertThat(plan.started()).containsExactly("asleep");
        assertThat(plan.launches()).containsExactly(new Launch(spot.get(1), 1, 1));
    }

    /**
     * Six of the twelve that the group comes to may be lost, and the zone is lost as a whole: it has five of others.
     */
    @Test
    void aZoneThatIsFullTakesNoMore() {
        Offering cheap = spot(TYPES.get(0), ZONES.get(0), "0.1");
        Offering dear = spot(TYPES.get(2), ZONES.get(1), "0.9");
        Catalog catalog = Catalog.of(List.of(cheap, dear));
        PlacementStrategy strategy =
                new PlacementStrategy.RiskAware(SpotMix.spotOnly(), new SpotPortfolio(Money.ZERO, 100, 0, 50));

        LaunchPlan plan = new LaunchPlanner(catalog, ZONES, weights())
                .plan(
                        strategy,
                        Market.of(catalog),
                        Fixtures.fleet(List.of(spot(TYPES.get(2), ZONES.get(0), "0.5")), 5),
                        7);

        assertThat(plan.launches()).containsExactlyInAnyOrder(new Launch(cheap, 1, 1), new Launch(dear, 3, 2));
    }

    /** Four of the nine that the group comes to may be lost, and a family is lost as a whole: a has one. */
    @Test
    void aFamilyThatIsFullTakesNoMore() {
        Offering cheap = spot(TYPES.get(0), ZONES.get(0), "0.1");
        Offering sameFamily = spot(TYPES.get(1), ZONES.get(1), "0.3");
        Offering dear = spot(TYPES.get(3), ZONES.get(2), "4");
        Catalog catalog = Catalog.of(List.of(cheap, sameFamily, dear));
        PlacementStrategy strategy =
                new PlacementStrategy.RiskAware(SpotMix.spotOnly(), new SpotPortfolio(Money.ZERO, 0, 100, 50));

        LaunchPlan plan = new LaunchPlanner(catalog, ZONES, weights())
                .plan(
                        strategy,
                        Market.of(catalog),
                        Fixtures.fleet(List.of(spot(TYPES.get(1), ZONES.get(2), "0.5")), 1),
                        8);

        assertThat(plan.launches()).containsExactlyInAnyOrder(new Launch(cheap, 3, 1), new Launch(dear, 1, 4));
        assertThat(plan.shortfallReason()).contains(ShortfallReason.CAPPED);
        assertThat(plan.shortfall()).isEqualTo(1);
    }

    /** A tenth of 20 may be lost: two units of a pool. */
    @Test
    void aPoolThatMayNotBeFilledIsCapped() {
        Offering only = spot(TYPES.get(0), ZONES.get(0), "0.1");
        Catalog catalog = Catalog.of(List.of(only));
        PlacementStrategy strategy =
                new PlacementStrategy.RiskAware(SpotMix.spotOnly(), new SpotPortfolio(Money.ZERO, 0, 0, 10));

        LaunchPlan plan =
                new LaunchPlanner(catalog, ZONES, weights()).plan(strategy, Market.of(catalog), Fleet.empty(), 20);

        assertThat(plan.launches()).containsExactly(new Launch(only, 2, 1));
        assertThat(plan.shortfallReason()).contains(ShortfallReason.CAPPED);
    }

    /** Spot is left, but half is to be on-demand and that is sold out; no cap forbids anything. */
    @Test
    void whatNoCapForbidsIsOutOfStock() {
        Offering spot = spot(TYPES.get(0), ZONES.get(0), "0.1");
        Offering onDemand = onDemand(TYPES.get(0), ZONES.get(0), "0.5");
        Catalog catalog = Catalog.of(List.of(onDemand, spot));
        Market market = Market.builder(catalog)
                .stock(TYPES.get(0), ZONES.get(0), PurchaseOption.ON_DEMAND, 0)
                .stock(TYPES.get(0), ZONES.get(0), PurchaseOption.SPOT, 3)
                .build();
        SpotMix half = SpotMix.builder().onDemandPercentAboveBase(50).build();

        LaunchPlan plan = new LaunchPlanner(catalog, ZONES, weights())
                .plan(
                        new PlacementStrategy.RiskAware(half, new SpotPortfolio(Money.ZERO, 0, 0, 100)),
                        market,
                        Fleet.empty(),
                        4);

        assertThat(plan.launches()).containsExactly(new Launch(spot, 2, 1));
        assertThat(plan.shortfallReason()).contains(ShortfallReason.OUT_OF_STOCK);
        assertThat(plan.skipped()).containsExactly(new SkippedPool(onDemand, SkippedPool.Reason.SOLD_OUT));
    }

    /** Units so many that a hundred times as many are not a number: nothing is lost together. */
    @Test
    void capsAreWorkedOutUpToTheLargestThatFits() {
        long largest = Long.MAX_VALUE / 100;

        assertThat(SpotPortfolio.cap(largest, 100)).isEqualTo(largest);
        assertThat(SpotPortfolio.cap(largest, 50)).isEqualTo(2 * largest);
        assertThat(SpotPortfolio.cap(largest + 1, 50)).isEqualTo(Long.MAX_VALUE);
        assertThat(SpotPortfolio.cap(7, 0)).isEqualTo(Long.MAX_VALUE);
    }

    @Provide
    Arbitrary<List<Integer>> cents() {
        return Arbitraries.integers().between(1, 30).list().ofSize(24);
    }

    @Provide
    Arbitrary<List<Integer>> running() {
        return Arbitraries.integers().between(0, 3).list().ofSize(12);
    }

    @Property(tries = 300)
    void everyPlanRespectsItsCapsAndItsBound(
            @ForAll("cents") List<Integer> cents,
            @ForAll("running") List<Integer> running,
            @ForAll @IntRange(max = 100) int zonePercent,
            @ForAll @IntRange(max = 100) int familyPercent,
            @ForAll @IntRange(min = 1, max = 100) int lossPercent,
            @ForAll @IntRange(min = 1, max = 40) int units) {
        SpotPortfolio portfolio = new SpotPortfolio(Money.of("0.5"), zonePercent, familyPercent, lossPercent);
        List<Offering> offerings = offerings(cents);
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (int n = 0; n < running.get(i); n++) {
                Offering spot = offerings.get(2 * i);
                instances.add(
                        Fixtures.instance("i-" + i + "-" + n, spot, spot.type().vcpus()));
            }
        }
        Fleet fleet = Fleet.of(instances);
        Catalog catalog = Catalog.of(offerings);

        LaunchPlan plan = new LaunchPlanner(catalog, ZONES, weights())
                .plan(
                        new PlacementStrategy.RiskAware(SpotMix.spotFirst(), portfolio),
                        Market.of(catalog),
                        fleet,
                        units);

        long loss = (fleet.capacity() + units) * lossPercent / 100;
        assertThat(plan.shortfall()).isZero();
        assertThat(plan.launchedUnits()).isGreaterThanOrEqualTo(units);
        check(plan, instances, o -> o.type() + " " + o.zone(), loss, 100);
        check(plan, instances, o -> o.zone().id(), loss, zonePercent);
        check(plan, instances, o -> o.type().family(), loss, familyPercent);
        CostProof proof = plan.proof().orElseThrow();
        assertThat(proof.lowerBound()).isLessThanOrEqualTo(proof.cost());
        // Many equal prices under many caps may end the search; small plans are always proven.
        assertThat(units > 10 || proof.isProven()).isTrue();
    }

    /**
     * Where something was launched on spot, no more can be lost than is allowed; what was there before may exceed it.
     */
    private static void check(
            LaunchPlan plan, List<Instance> before, Function<Offering, String> by, long loss, int percent) {
        Map<String, Long> now = new TreeMap<>();
        for (Instance i : before) {
            now.merge(
                    by.apply(new Offering(i.type(), i.zone(), i.purchaseOption(), i.price())),
                    (long) i.weight(),
                    Long::sum);
        }
        Set<String> grown = new TreeSet<>();
        for (Launch launch : plan.launches()) {
            if (launch.offering().purchaseOption() == PurchaseOption.SPOT) {
                now.merge(by.apply(launch.offering()), launch.units(), Long::sum);
                grown.add(by.apply(launch.offering()));
            }
        }
        assertThat(grown)
                .allSatisfy(
                        g -> assertThat(now.getOrDefault(g, 0L) * percent).as(g).isLessThanOrEqualTo(loss * 100));
    }

    @Test
    void wrongSettingsAreNamedAllAtOnce() {
        assertThatThrownBy(() -> new SpotPortfolio(Money.ZERO, 101, -1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        zoneCorrelationPercent (101) must be >= 0 and <= 100
                        familyCorrelationPercent (-1) must be >= 0 and <= 100
                        maxLossPercent (0) must be >= 1 and <= 100""");
    }

    private static long most(LaunchPlan plan, Function<Launch, String> by) {
        Map<String, Long> units = new TreeMap<>();
        for (Launch launch : plan.launches()) {
            if (launch.offering().purchaseOption() == PurchaseOption.SPOT) {
                units.merge(by.apply(launch), launch.units(), Long::sum);
            }
        }
        return units.values().stream().mapToLong(u -> u).max().orElse(0);
    }

    private static LaunchPlan plan(SpotPortfolio portfolio, SpotMix mix, long units) {
        List<Integer> cents = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            cents.add(1 + i * 7 % 25);
        }
        Catalog catalog = Catalog.of(offerings(cents));
        return new LaunchPlanner(catalog, ZONES, weights())
                .plan(new PlacementStrategy.RiskAware(mix, portfolio), Market.of(catalog), Fleet.empty(), units);
    }

    /** In each zone each type, on spot and then on demand; on demand is dearer than any spot. */
    private static List<Offering> offerings(List<Integer> cents) {
        List<Offering> offerings = new ArrayList<>();
        int next = 0;
        for (Zone zone : ZONES) {
            for (InstanceType type : TYPES) {
                Price spot = Price.perHour("0.01").times((long) cents.get(next++) * type.vcpus());
                Price onDemand = Price.perHour("0.01").times((30L + cents.get(next++)) * type.vcpus());
                offerings.add(new Offering(type, zone, PurchaseOption.SPOT, spot));
                offerings.add(new Offering(type, zone, PurchaseOption.ON_DEMAND, onDemand));
            }
        }
        return offerings;
    }

    private static Weights weights() {
        Weights.Builder builder = Weights.builder();
        TYPES.forEach(t -> builder.type(t, t.vcpus()));
        return builder.build();
    }
}
