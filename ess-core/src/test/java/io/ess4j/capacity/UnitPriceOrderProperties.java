package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The exact order against BigInteger cross-multiplication. */
class UnitPriceOrderProperties {
    @Property(tries = 600)
    void equalsTheOrderOfBigFractions(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 700) int n, @ForAll @IntRange(max = 4) int kind) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] prices = new long[n];
        int[] weights = new int[n];
        for (int i = 0; i < n; i++) {
            weights[i] = kind == 4 ? random.nextInt(Integer.MAX_VALUE) + 1 : 1 + random.nextInt(64);
            prices[i] = price(random, kind, weights[i]);
        }

        int[] order = UnitPriceOrder.of(prices, weights);

        assertThat(Arrays.stream(order).sorted().toArray())
                .containsExactly(IntStream.range(0, n).toArray());
        for (int i = 1; i < n; i++) {
            int a = order[i - 1];
            int b = order[i];
            int exact = cross(prices[a], weights[b]).compareTo(cross(prices[b], weights[a]));
            assertThat(exact < 0 || (exact == 0 && a < b)).isTrue();
            assertThat(UnitPriceOrder.compare(prices[a], weights[a], prices[b], weights[b]))
                    .isEqualTo(exact);
        }
    }

    private static long price(SplittableRandom random, int kind, int weight) {
        return switch (kind) {
            case 0 -> random.nextLong(2000);
            case 1 -> 1000L * weight * (1 + random.nextInt(4));
            case 2 -> Long.MAX_VALUE - random.nextLong(1000);
            case 3 -> (1L << 54) * weight / 64 + random.nextLong(3);
            default -> random.nextLong(Long.MAX_VALUE);
        };
    }

    private static BigInteger cross(long price, int weight) {
        return BigInteger.valueOf(price).multiply(BigInteger.valueOf(weight));
    }
}
