package io.ess4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Overlays of prices against decimal arithmetic, and their texts. */
class PriceOverlayProperties {
    @Property
    void percentagesAreDecimalArithmetic(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long nanos,
            @ForAll @LongRange(min = -150_000_000_000L, max = 1_000_000_000_000L) long percentNanos) {
        BigDecimal exact = BigDecimal.valueOf(nanos)
                .multiply(BigDecimal.valueOf(percentNanos, 9).add(BigDecimal.valueOf(100)))
                .movePointLeft(2);
        long expected =
                exact.max(BigDecimal.ZERO).setScale(0, RoundingMode.HALF_UP).longValueExact();

        PriceOverlay overlay = new PriceOverlay(PriceOverlay.Way.BY_PERCENT, percentNanos);
        assertThat(overlay.applyTo(new Price(nanos)).nanosPerHour()).isEqualTo(expected);
    }

    @Property
    void textsAreReadBack(@ForAll PriceOverlay.Way way, @ForAll long amount, @ForAll @IntRange(max = 1) int sign) {
        long size = amount == Long.MIN_VALUE ? 0 : Math.abs(amount);
        PriceOverlay overlay = new PriceOverlay(way, way == PriceOverlay.Way.EXACTLY || sign == 0 ? size : -size);

        assertThat(PriceOverlay.parse(overlay.toString())).isEqualTo(overlay);
    }
}
