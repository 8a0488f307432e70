package io.ess4j.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Savings in per cent with two decimals. */
final class Ratios {
    /** Decimals of money and prices. */
    static final int SCALE = 9;

    private static final int PERCENT_DECIMALS = 2;

    private Ratios() {}

    /** 100 x (1 - cost / basis), half up (away from zero); negative if the cost is higher, empty if the basis is 0. */
    static Optional<BigDecimal> saving(long cost, long basis) {
        if (basis == 0) {
            return Optional.empty();
        }
        BigDecimal saved = BigDecimal.valueOf(basis).subtract(BigDecimal.valueOf(cost));
        return Optional.of(
                saved.movePointRight(2).divide(BigDecimal.valueOf(basis), PERCENT_DECIMALS, RoundingMode.HALF_UP));
    }
}
