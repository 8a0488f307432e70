package io.ess4j.model;

import static io.ess4j.model.PurchaseOption.ON_DEMAND;
import static io.ess4j.model.PurchaseOption.SPOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogAndMarketTest {
    private static final InstanceType LARGE = InstanceType.of("ecs.g6.large", 2, 8192);
    private static final InstanceType XLARGE = InstanceType.of("ecs.g6.xlarge", 4, 16_384);
    private static final Zone H = Zone.of("h");
    private static final Zone I = Zone.of("i");
    private static final Catalog CATALOG = Catalog.builder()
            .offering(LARGE, H, ON_DEMAND, Price.perHour("0.5"))
            .offering(LARGE, I, SPOT, Price.perHour("0.12"))
            .offering(XLARGE, H, ON_DEMAND, Price.perHour("1"))
            .build();

    @Test
    void findsOfferingsAndKeepsTheirOrder() {
        assertThat(CATALOG.indexOf(LARGE, I, SPOT)).isEqualTo(1);
        assertThat(CATALOG.indexOf(LARGE, I, ON_DEMAND)).isEqualTo(-1);
        assertThat(CATALOG.find(XLARGE, H, ON_DEMAND))
                .contains(CATALOG.offerings().get(2));
        assertThat(CATALOG.find(XLARGE, I, ON_DEMAND)).isEmpty();
        assertThat(CATALOG.find(LARGE, H, ON_DEMAND))
                .contains(CATALOG.offerings().get(0));
        assertThat(Catalog.of(CATALOG.offerings().subList(0, 1)))
                .hasToString("Catalog[ecs.g6.large in h ON_DEMAND at 0.5]");
        assertThat(CATALOG.types()).containsExactly(LARGE, XLARGE);
        assertThat(CATALOG.zones()).containsExactly(H, I);
    }

    @Test
    void refusesContradictionsAllAtOnce() {
        Catalog.Builder twice = Catalog.builder()
                .offering(LARGE, H, SPOT, Price.ZERO)
                .offering(LARGE, H, SPOT, Price.perHour("1"))
                .offering(InstanceType.of("ecs.g6.large", 4, 8192), I, SPOT, Price.ZERO);
        assertThatThrownBy(twice::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ecs.g6.large in h SPOT is offered twice\n"
                        + "instance type ecs.g6.large is described in two ways");
    }

    @Test
    void marketStartsAtListPricesAndTakesChanges() {
        Market market = Market.builder(CATALOG)
                .price(LARGE, I, SPOT, Price.perHour("0.2"))
                .stock(LARGE, H, ON_DEMAND, 0)
                .interruptions(LARGE, I, SPOT, 70)
                .build();

        assertThat(market.price(0)).isEqualTo(Price.perHour("0.5"));
        assertThat(market.offering(1).price()).isEqualTo(Price.perHour("0.2"));
        assertThat(market.stock(0)).isZero();
        assertThat(market.stock(1)).isEqualTo(Market.UNLIMITED);
        assertThat(market.interruptionsPerMillionHours(1)).isEqualTo(70);
        assertThat(market).isNotEqualTo(Market.of(CATALOG));
        assertThat(market.catalog()).isSameAs(CATALOG);
    }

    @Test
    void aBuilderMayGoOnAfterItHasBuilt() {
        Market.Builder builder = Market.builder(CATALOG).stock(LARGE, H, ON_DEMAND, 3);
        Market first = builder.build();

        builder.stock(LARGE, H, ON_DEMAND, 4);

        assertThat(first.stock(0)).isEqualTo(3);
        assertThat(first.size()).isEqualTo(3);
        assertThat(first.nanosPerHour(2)).isEqualTo(1_000_000_000L);
        assertThat(first).hasToString("""
                Market
                  ecs.g6.large in h ON_DEMAND at 0.5, stock 3
                  ecs.g6.large in i SPOT at 0.12, stock unlimited
                  ecs.g6.xlarge in h ON_DEMAND at 1, stock unlimited""");
    }

    @Test
    void marketRefusesAllProblemsAtOnce() {
        assertThatThrownBy(() -> Market.builder(CATALOG)
                        .stock(LARGE, H, ON_DEMAND, -1)
                        .price(XLARGE, I, SPOT, Price.ZERO)
                        .stock(XLARGE, H, SPOT, 1)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        stock of ecs.g6.large in h ON_DEMAND (-1) must be >= 0
                        ecs.g6.xlarge in i SPOT is not in the catalogue
                        ecs.g6.xlarge in h SPOT is not in the catalogue""");
    }

    @Test
    void valuesAreEqualWhenTheirPartsAre() {
        new EqualsTester()
                .addEqualityGroup(CATALOG, Catalog.of(CATALOG.offerings()))
                .addEqualityGroup(Catalog.of(List.of()), Catalog.builder().build())
                .addEqualityGroup(Market.of(CATALOG), Market.builder(CATALOG).build())
                .addEqualityGroup(
                        Market.builder(CATALOG).stock(LARGE, H, ON_DEMAND, 1).build())
                .addEqualityGroup(Market.builder(CATALOG)
                        .interruptions(LARGE, H, ON_DEMAND, 1)
                        .build())
                .addEqualityGroup(Market.builder(CATALOG)
                        .price(LARGE, H, ON_DEMAND, Price.perHour("0.6"))
                        .build())
                .addEqualityGroup(Market.of(Catalog.of(CATALOG.offerings().subList(0, 2))))
                .addEqualityGroup(Market.of(Catalog.builder()
                        .offering(XLARGE, H, ON_DEMAND, Price.perHour("0.5"))
                        .offering(LARGE, I, SPOT, Price.perHour("0.12"))
                        .offering(LARGE, H, ON_DEMAND, Price.perHour("1"))
                        .build()))
                .testEquals();
    }
}
