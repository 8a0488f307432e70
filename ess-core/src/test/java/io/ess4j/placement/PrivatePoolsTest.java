package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.B;
import static io.ess4j.placement.Fixtures.C;
import static io.ess4j.placement.Fixtures.C5_LARGE;
import static io.ess4j.placement.Fixtures.C5_XLARGE;
import static io.ess4j.placement.Fixtures.onDemand;
import static io.ess4j.placement.Fixtures.spot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Tag;
import io.ess4j.placement.ResourcePoolOptions.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ResourcePoolOptions of CreateScalingConfiguration (guide map C-4-17). */
class PrivatePoolsTest {
    private static final Offering LARGE = onDemand(C5_LARGE, B, "0.18");
    private static final Offering LARGE_SPOT = spot(C5_LARGE, B, "0.02");
    private static final Tag BLUE = new Tag("team", "blue");
    private static final Tag PROD = new Tag("env", "prod");
    private static final List<PrivatePool> POOLS = List.of(
            PrivatePool.of("open", C5_LARGE, B, true, 1),
            new PrivatePool("target", C5_LARGE, B, false, 2, List.of(BLUE, PROD)),
            new PrivatePool("other", C5_LARGE, B, false, 4, List.of(BLUE)),
            PrivatePool.of("elsewhere", C5_LARGE, C, true, 50),
            PrivatePool.of("larger", C5_XLARGE, B, true, 50));

    private static String text(PrivatePools.Sourcing sourcing) {
        List<String> parts = new ArrayList<>();
        sourcing.sources().forEach(s -> parts.add(s.count() + " " + s.pool().orElse("public")));
        if (sourcing.missing() > 0) {
            parts.add(sourcing.missing() + " missing");
        }
        return String.join(", ", parts);
    }

    private static ResourcePoolOptions options(Strategy strategy, String named) {
        return switch (named) {
            case "" -> ResourcePoolOptions.of(strategy);
            case "blue" -> ResourcePoolOptions.tagged(strategy, List.of(BLUE));
            case "blue prod" -> ResourcePoolOptions.tagged(strategy, List.of(PROD, BLUE));
            default -> ResourcePoolOptions.of(strategy, named.split(" ", -1));
        };
    }

    /** The public pool has 3 of the type in the zone, an open pool 1, two that must be named 2 and 4. */
    @ParameterizedTest(name = "{0}, named {1}, {2} instances: {3}")
    @CsvSource({
        "PRIVATE_POOL_FIRST, target,       5,  '2 target, 1 open, 2 public'",
        "PRIVATE_POOL_FIRST, target,       9,  '2 target, 1 open, 3 public, 3 missing'",
        "PRIVATE_POOL_FIRST, target,       1,  '1 target'",
        "PRIVATE_POOL_FIRST, other target, 7,  '4 other, 2 target, 1 open'",
        "PRIVATE_POOL_FIRST, '',           5,  '1 open, 3 public, 1 missing'",
        "PRIVATE_POOL_FIRST, unknown,      2,  '1 open, 1 public'",
        "PRIVATE_POOL_FIRST, blue,         7,  '2 target, 4 other, 1 open'",
        "PRIVATE_POOL_FIRST, blue prod,    4,  '2 target, 1 open, 1 public'",
        "PRIVATE_POOL_ONLY,  target,       5,  '2 target, 3 missing'",
        "PRIVATE_POOL_ONLY,  unknown,      5,  '5 missing'",
        "PUBLIC_POOL_FIRST,  target,       3,  '3 public'",
        "PUBLIC_POOL_FIRST,  target,       9,  '3 public, 1 open, 2 target, 3 missing'",
        "PUBLIC_POOL_FIRST,  '',           9,  '3 public, 1 open, 5 missing'",
        "PUBLIC_POOL_FIRST,  blue,         9,  '3 public, 1 open, 2 target, 3 other'",
        "NONE,               '',           5,  '3 public, 2 missing'",
        "PRIVATE_POOL_FIRST, open,         3,  '1 open, 2 public'"
    })
    void instancesComeFromThePoolsOfTheStrategy(Strategy strategy, String named, int count, String expected) {
        PrivatePools pools = new PrivatePools(options(strategy, named), POOLS);

        PrivatePools.Sourcing sourcing = pools.sources(new Launch(LARGE, count, 1), 3);

        assertThat(text(sourcing)).isEqualTo(expected);
        // A planner sees as much as can be served, and no more.
        Catalog catalog = Catalog.of(List.of(LARGE, LARGE_SPOT));
        Market seen = pools.market(Market.builder(catalog)
                .stock(C5_LARGE, B, LARGE.purchaseOption(), 3)
                .build());
        LaunchPlan plan = new LaunchPlanner(catalog, List.of(B), Weights.unweighted(List.of(C5_LARGE)))
                .plan(PlacementStrategy.priority(SpotMix.onDemandOnly()), seen, Fleet.empty(), count);
        assertThat(plan.shortfall()).isEqualTo(sourcing.missing());
    }

    /** The policy is for pay-as-you-go instances only. */
    @Test
    void spotInstancesComeFromThePublicPool() {
        PrivatePools pools = new PrivatePools(ResourcePoolOptions.of(Strategy.PRIVATE_POOL_ONLY, "target"), POOLS);
        Catalog catalog = Catalog.of(List.of(LARGE, LARGE_SPOT));

        assertThat(text(pools.sources(new Launch(LARGE_SPOT, 3, 1), Market.UNLIMITED)))
                .isEqualTo("3 public");
        Market seen = pools.market(Market.of(catalog));
        assertThat(seen.stock(catalog.indexOf(C5_LARGE, B, LARGE_SPOT.purchaseOption())))
                .isEqualTo(Market.UNLIMITED);
        assertThat(seen.stock(catalog.indexOf(C5_LARGE, B, LARGE.purchaseOption())))
                .isEqualTo(2);
    }

    @Test
    void stockWithoutBoundStaysWithoutBound() {
        PrivatePools pools = new PrivatePools(
                ResourcePoolOptions.of(Strategy.PRIVATE_POOL_FIRST),
                List.of(
                        PrivatePool.of("a", C5_LARGE, B, true, Integer.MAX_VALUE),
                        PrivatePool.of("b", C5_LARGE, B, true, Integer.MAX_VALUE)));
        Catalog catalog = Catalog.of(List.of(LARGE));

        assertThat(pools.market(Market.of(catalog)).stock(0)).isEqualTo(Market.UNLIMITED);
        assertThat(pools.market(Market.of(catalog)).catalog()).isEqualTo(catalog);
    }

    @Test
    void theStrategiesHaveTheWordsOfTheService() {
        assertThat(List.of(Strategy.values()).toString())
                .isEqualTo("[PrivatePoolFirst, PrivatePoolOnly, PublicPoolFirst, None]");
        assertThat(ResourcePoolOptions.NONE).isEqualTo(ResourcePoolOptions.of(Strategy.NONE));
    }

    @Test
    void refusesWhatTheServiceRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResourcePoolOptions(Strategy.PUBLIC_POOL_FIRST, List.of("a", "a"), List.of(BLUE)))
                .withMessage("""
                        poolIds [a, a] and poolTags [team=blue] must not be given together
                        poolIds [a, a] must be named only once""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResourcePoolOptions.tagged(Strategy.PRIVATE_POOL_ONLY, Collections.nCopies(21, BLUE)))
                .withMessage("""
                        poolTags (21) must be at most 20
                        poolIds must be given for strategy PrivatePoolOnly""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrivatePool.of("p", C5_LARGE, B, true, -1))
                .withMessage("available of pool p (-1) must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrivatePool.of(" ", C5_LARGE, B, true, 0))
                .withMessage("id of a private pool must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrivatePools(ResourcePoolOptions.NONE, List.of(POOLS.get(0), POOLS.get(0))))
                .withMessage("pool (open) must be listed only once");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PrivatePools(ResourcePoolOptions.NONE, POOLS).sources(new Launch(LARGE, 1, 1), -1))
                .withMessage("publicStock (-1) must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrivatePools.Source(Optional.empty(), 0))
                .withMessage("count (0) must be >= 1");
    }
}
