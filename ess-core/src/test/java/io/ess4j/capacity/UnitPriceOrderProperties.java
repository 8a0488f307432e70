package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The exact order against BigInteger cross-multiplication. */
class UnitPriceOrderProperties {
    @Property(tries = 600)
    void equalsTheOrderOfBigFractions(@ForAll("pools") List<Pool> pools) {
        long[] prices = pools.stream().mapToLong(Pool::price).toArray();
        int[] weights = pools.stream().mapToInt(Pool::weight).toArray();
        int n = prices.length;

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

    record Pool(long price, int weight) {}

    /** Lists of one kind: small, equal per unit, near the largest, nearly equal beyond what doubles tell, and any. */
    @Provide
    Arbitrary<List<Pool>> pools() {
        Arbitrary<Integer> weights = Arbitraries.integers().between(1, 64);
        Arbitrary<Integer> details = Arbitraries.integers().between(0, 1999);
        Arbitrary<Pool> any = Combinators.combine(
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE))
                .as(Pool::new);
        return Arbitraries.integers()
                .between(0, 4)
                .flatMap(kind -> (kind == 4
                                ? any
                                : Combinators.combine(weights, details).as((w, d) -> new Pool(price(kind, w, d), w)))
                        .list()
                        .ofMaxSize(700));
    }

    private static long price(int kind, int weight, int detail) {
        return switch (kind) {
            case 0 -> detail;
            case 1 -> 1000L * weight * (1 + detail % 4);
            case 2 -> Long.MAX_VALUE - detail;
            default -> (1L << 54) * weight / 64 + detail % 3;
        };
    }

    private static BigInteger cross(long price, int weight) {
        return BigInteger.valueOf(price).multiply(BigInteger.valueOf(weight));
    }
}
