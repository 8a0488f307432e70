package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
