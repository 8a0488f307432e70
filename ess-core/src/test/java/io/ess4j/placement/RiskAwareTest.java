package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.onDemand;
import static io.ess4j.placement.Fixtures.spot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

        LaunchPlan plan = plan(portfolio, SpotMix.spotFirst(), 40, 1);

        assertThat(plan.shortfall()).isZero();
        assertThat(most(plan, l -> l.offering().toString())).isLessThanOrEqualTo(10);
        assertThat(most(plan, l -> l.offering().zone().id())).isLessThanOrEqualTo(20);
    }

    @Test
    void capsWithoutCompensationAreAShortfall() {
        SpotPortfolio portfolio = new SpotPortfolio(Money.ZERO, 100, 100, 10);

        LaunchPlan plan = plan(portfolio, SpotMix.spotOnly(), 100, 1);

        assertThat(plan.launchedUnits()).isBetween(26L, 30L);
        assertThat(plan.shortfallReason()).contains(ShortfallReason.CAPPED);
    }

    @Property(tries = 300)
    void everyPlanRespectsItsCapsAndItsBound(
            @ForAll long seed,
            @ForAll @IntRange(max = 100) int zonePercent,
            @ForAll @IntRange(max = 100) int familyPercent,
            @ForAll @IntRange(min = 1, max = 100) int lossPercent,
            @ForAll @IntRange(min = 1, max = 200) int units) {
        SpotPortfolio portfolio = new SpotPortfolio(Money.of("0.5"), zonePercent, familyPercent, lossPercent);

        LaunchPlan plan = plan(portfolio, SpotMix.spotFirst(), units, seed);

        long loss = (long) units * lossPercent / 100;
        assertThat(plan.shortfall()).isZero();
        assertThat(plan.launchedUnits()).isGreaterThanOrEqualTo(units);
        assertThat(most(plan, l -> l.offering().toString())).isLessThanOrEqualTo(loss);
        assertThat(most(plan, l -> l.offering().zone().id()) * zonePercent).isLessThanOrEqualTo(loss * 100);
        assertThat(most(plan, l -> l.offering().type().family()) * familyPercent)
                .isLessThanOrEqualTo(loss * 100);
        CostProof proof = plan.proof().orElseThrow();
        assertThat(proof.lowerBound()).isLessThanOrEqualTo(proof.cost());
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

    private static LaunchPlan plan(SpotPortfolio portfolio, SpotMix mix, long units, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Offering> offerings = new ArrayList<>();
        for (Zone zone : ZONES) {
            for (InstanceType type : TYPES) {
                offerings.add(spot(type, zone, "0." + (10 + random.nextInt(15)) * type.vcpus()));
                offerings.add(onDemand(type, zone, "2." + random.nextInt(9)));
            }
        }
        Catalog catalog = Catalog.of(offerings);
        return new LaunchPlanner(catalog, ZONES, weights())
                .plan(new PlacementStrategy.RiskAware(mix, portfolio), Market.of(catalog), Fleet.empty(), units);
    }

    private static Weights weights() {
        Weights.Builder builder = Weights.builder();
        TYPES.forEach(t -> builder.type(t, t.vcpus()));
        return builder.build();
    }
}
