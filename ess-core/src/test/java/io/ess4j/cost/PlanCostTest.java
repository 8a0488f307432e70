package io.ess4j.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.cost.PlanCost.Bought;
import io.ess4j.model.Price;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A purchase beside the least that any purchase can cost. */
class PlanCostTest {
    private static Bought pool(String price, int weight, int stock, int bought) {
        return new Bought(Price.perHour(price), weight, stock, bought);
    }

    /** The three types of guide 1.6, bought as given. */
    private static List<Bought> guide(int small, int middle, int large) {
        return List.of(pool("0.18", 2, 10, small), pool("0.34", 4, 10, middle), pool("0.64", 8, 10, large));
    }

    @Test
    void theDocumentedPurchaseOfTenUnitsIsFarAboveTheOptimum() {
        PlanCost documented = PlanCost.of(guide(0, 0, 2), 10);

        assertThat(documented.cost()).isEqualTo(Price.perHour("1.28"));
        assertThat(documented.lowerBound()).isEqualTo(Price.perHour("0.82"));
        assertThat(documented.gap()).isEqualTo(Price.perHour("0.46"));
        assertThat(documented.gapPercent()).contains(new BigDecimal("56.10"));
        assertThat(documented.units()).isEqualTo(16);
        assertThat(documented.shortfall()).isZero();
        assertThat(documented.proven()).isTrue();
    }

    @Test
    void theOptimumHasNoGap() {
        assertThat(PlanCost.of(guide(1, 0, 1), 10).gapPercent()).contains(new BigDecimal("0.00"));
    }

    @Test
    void whatDoesNotCoverTheDemandIsHeldAgainstWhatItCovers() {
        PlanCost partial = PlanCost.of(guide(1, 1, 0), 10);

        assertThat(partial.shortfall()).isEqualTo(4);
        assertThat(partial.lowerBound()).isEqualTo(Price.perHour("0.52"));
        assertThat(partial.gap()).isEqualTo(Price.ZERO);
    }

    @Test
    void freeThingsHaveNoPercentage() {
        List<Bought> pools = List.of(pool("0", 1, 1, 0), pool("1", 1, 1, 1));

        assertThat(PlanCost.of(pools, 1).gapPercent()).isEmpty();
        assertThat(PlanCost.of(List.of(pool("0", 1, 1, 1)), 1).gapPercent()).contains(new BigDecimal("0.00"));
        assertThat(PlanCost.of(List.of(), 0).cost()).isEqualTo(Price.ZERO);
        assertThat(PlanCost.of(List.of(), 3).shortfall()).isEqualTo(3);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> pool("1", 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> pool("1", 1, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> pool("1", 1, 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> PlanCost.of(List.of(), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanCost(Price.ZERO, Price.perHour("1"), 0, 0, true));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> PlanCost.of(List.of(new Bought(new Price(Long.MAX_VALUE), 1, 2, 2)), 1));
    }

    @Test
    void unitsAndShortfallsAreCounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanCost(Price.ZERO, Price.ZERO, -1, 0, true))
                .withMessage("units (-1) and shortfall (0) must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanCost(Price.ZERO, Price.ZERO, 0, -1, true))
                .withMessage("units (0) and shortfall (-1) must be >= 0");
    }
}
