package io.ess4j.sim.cloud;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * What a spot instance is promised.
 *
 * @param protection how long it is not taken back, 0 to a day
 * @param bid the most that is paid for it; absent to pay the market price whatever it is
 */
public record SpotTerms(Duration protection, Optional<Price> bid) {
    /** The protected hour, at the market price. */
    public static final SpotTerms DEFAULT = new SpotTerms(Duration.ofHours(1), Optional.empty());

    private static final BigDecimal UNPROTECTED = new BigDecimal("0.9");

    public SpotTerms {
        requireNonNull(protection, "protection");
        requireNonNull(bid, "bid");
        if (protection.isNegative() || protection.toDays() > 1) {
            throw new IllegalArgumentException("protection (" + protection + ") must be from 0 to a day");
        }
    }

    /**
     * The price of an instance without the protected hour: nine tenths, so that 0.152 becomes 0.1368.
     *
     * @param market the market price
     * @return the price, rounded half up to 1e-9 currency units
     */
    public static Price unprotected(Price market) {
        return new Price(BigDecimal.valueOf(market.nanosPerHour())
                .multiply(UNPROTECTED)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** The price that an instance pays under these terms. */
    Price paid(Price market) {
        return protection.isZero() ? unprotected(market) : market;
    }
}
