package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
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

        int[] expected = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(
                                i -> scaled(prices[i], weights[i]), Comparator.naturalOrder())
                        .thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
        if (kind != 4) {
            assertThat(order).containsExactly(expected);
        } else {
            assertThat(Arrays.stream(order).sorted().toArray())
                    .containsExactly(IntStream.range(0, n).toArray());
            for (int i = 1; i < n; i++) {
                int a = order[i - 1];
                int b = order[i];
                int cross = cross(prices[a], weights[b]).compareTo(cross(prices[b], weights[a]));
                assertThat(cross < 0 || (cross == 0 && a < b)).isTrue();
            }
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

    /** Price per unit times the least common multiple of all weights up to 64, an exact integer. */
    private static BigInteger scaled(long price, int weight) {
        BigInteger common = BigInteger.ONE;
        for (int w = 2; w <= 64 && weight <= 64; w++) {
            BigInteger b = BigInteger.valueOf(w);
            common = common.multiply(b).divide(common.gcd(b));
        }
        return BigInteger.valueOf(price).multiply(common).divide(BigInteger.valueOf(weight));
    }

    private static BigInteger cross(long price, int weight) {
        return BigInteger.valueOf(price).multiply(BigInteger.valueOf(weight));
    }
}
