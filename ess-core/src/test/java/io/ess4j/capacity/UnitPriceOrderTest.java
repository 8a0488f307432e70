package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitPriceOrderTest {
    @Test
    void sortsTheTableOfGuide16() {
        assertThat(UnitPriceOrder.of(new long[] {180, 340, 640}, new int[] {2, 4, 8}))
                .containsExactly(2, 1, 0);
    }

    @Test
    void sortsTheTableOfGuide41ByVcpu() {
        assertThat(UnitPriceOrder.of(new long[] {88, 158, 697, 1393}, new int[] {4, 8, 4, 8}))
                .containsExactly(1, 0, 3, 2);
    }

    @Test
    void equalUnitPricesKeepTheirOrder() {
        assertThat(UnitPriceOrder.of(new long[] {8, 2, 4, 1, 0}, new int[] {8, 2, 4, 2, 1}))
                .containsExactly(4, 3, 0, 1, 2);
    }

    @Test
    void tellsApartWhatADoubleCannot() {
        long huge = Long.MAX_VALUE;
        assertThat(UnitPriceOrder.of(new long[] {huge, huge - 1, huge - 2}, new int[] {1, 1, 1}))
                .containsExactly(2, 1, 0);
        int wide = Integer.MAX_VALUE;
        assertThat(UnitPriceOrder.of(new long[] {huge, huge - 1}, new int[] {wide, wide - 1}))
                .containsExactly(0, 1);
    }

    @Test
    void thousandsOfPricesThatADoubleCannotTellApartAreSortedInTime() {
        int n = 20_000;
        long[] prices = IntStream.range(0, n).mapToLong(i -> Long.MAX_VALUE - i).toArray();
        int[] weights = new int[n];
        Arrays.fill(weights, 1);

        int[] order = UnitPriceOrder.of(prices, weights);

        assertThat(order)
                .containsExactly(IntStream.range(0, n).map(i -> n - 1 - i).toArray());
    }

    /** Repairing would hide keys out of order, at many times the cost. */
    @ParameterizedTest(name = "prices from {0} to {0} + {1}")
    @CsvSource({"0, 1", "0, 2000", "1000000000000, 1000000", "0, 9000000000000000000", "5, 4000000000"})
    void threePassesSortByTheLeadingBitsOfTheQuotient(long from, long range) {
        int n = 5_000;
        SplittableRandom random = new SplittableRandom(4);
        long[] prices = new long[n];
        int[] weights = new int[n];
        for (int i = 0; i < n; i++) {
            prices[i] = from + random.nextLong(range);
            weights[i] = range > 1_000_000 ? 1 + random.nextInt(64) : 1;
        }

        long[] keys = UnitPriceOrder.radixSorted(prices, weights, new long[n], 13);

        assertThat(keys).isSorted();
        int[] order = Arrays.stream(keys).mapToInt(key -> (int) (key & 0x1fff)).toArray();
        assertThat(IntStream.of(order).sorted().toArray())
                .isEqualTo(IntStream.range(0, n).toArray());
        boolean sorted = true;
        for (int k = 1; k < n; k++) {
            double before = (double) prices[order[k - 1]] / weights[order[k - 1]];
            double after = (double) prices[order[k]] / weights[order[k]];
            // 33 bits tell the quotients of the narrow ranges apart, and 2^-21 of those of the widest.
            sorted &= before <= (range <= 1_000_000 ? after : after * (1 + 0x1p-21));
        }
        assertThat(sorted).isTrue();
    }

    @Test
    void nothingToSort() {
        assertThat(UnitPriceOrder.of(new long[0], new int[0])).isEmpty();
        assertThat(UnitPriceOrder.of(new long[] {7}, new int[] {3})).containsExactly(0);
    }

    @Test
    void wrongArgumentsNameTheValueAndTheRule() {
        assertThatThrownBy(() -> UnitPriceOrder.of(new long[] {1}, new int[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights (0 pools) must have as many pools as prices (1)");
        assertThatThrownBy(() -> UnitPriceOrder.of(new long[] {1, 2}, new int[] {1, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pool 1 (price 2, weight 0) must have a price >= 0 and a weight >= 1");
        assertThatThrownBy(() -> UnitPriceOrder.of(new long[] {-1}, new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pool 0 (price -1, weight 1) must have a price >= 0 and a weight >= 1");
    }
}
