package io.ess4j.launch;

import static io.ess4j.model.PurchaseOption.ON_DEMAND;
import static io.ess4j.model.PurchaseOption.SPOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.launch.SpotSettings.Limit;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Price limits of spot instances (guide map C-7-8). */
class SpotSettingsTest {
    private static final Zone ZONE = Zone.of("h");
    private static final InstanceType LIMITED = InstanceType.of("limited", 2, 8192);
    private static final InstanceType FREE = InstanceType.of("free", 2, 8192);
    private static final InstanceType GONE = InstanceType.of("gone", 2, 8192);
    private static final Catalog CATALOG = Catalog.builder()
            .offering(LIMITED, ZONE, SPOT, Price.perHour("0.1"))
            .offering(LIMITED, ZONE, ON_DEMAND, Price.perHour("1"))
            .offering(FREE, ZONE, SPOT, Price.perHour("0.1"))
            .build();
    private static final SpotSettings LIMITS =
            SpotSettings.upTo(new Limit("limited", Price.perHour("0.2")), new Limit("gone", Price.perHour("0.2")));

    private static Instance instance(InstanceType type, PurchaseOption option) {
        return Instance.builder(type.name() + "-" + option)
                .type(type)
                .zone(ZONE)
                .purchaseOption(option)
                .joinedAt(Instant.EPOCH)
                .price(Price.perHour("0.1"))
                .build();
    }

    /** On-demand instances, types without a limit and types without a price stay. */
    @Test
    void spotInstancesAboveTheirLimitAreReleased() {
        Fleet fleet = Fleet.of(List.of(
                instance(FREE, SPOT), instance(LIMITED, ON_DEMAND), instance(GONE, SPOT), instance(LIMITED, SPOT)));
        Market above = Market.builder(CATALOG)
                .price(LIMITED, ZONE, SPOT, Price.perHour("0.200000001"))
                .price(FREE, ZONE, SPOT, Price.perHour("9"))
                .build();
        Market atTheLimit = Market.builder(CATALOG)
                .price(LIMITED, ZONE, SPOT, Price.perHour("0.2"))
                .build();

        assertThat(LIMITS.outbid(fleet, above)).containsExactly("limited-SPOT");
        assertThat(LIMITS.outbid(fleet, atTheLimit)).isEmpty();
        assertThat(SpotSettings.marketPrice().outbid(fleet, above)).isEmpty();
    }

    @Test
    void limitsBelongToABidWithLimits() {
        assertThat(LIMITS.limit("gone")).contains(Price.perHour("0.2"));
        assertThat(LIMITS.limit("free")).isEmpty();
        assertThat(LIMITS.unprotected())
                .isEqualTo(new SpotSettings(SpotSettings.Bid.PRICE_LIMIT, LIMITS.limits(), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpotSettings(SpotSettings.Bid.NONE, LIMITS.limits(), true))
                .withMessageContaining("must be empty with bid NONE");
    }
}
