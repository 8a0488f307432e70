package io.ess4j.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Input that breaks a careless water level: no zones, no room, overflow, wrong lengths, a thousand zones. */
class ZoneBalancerAdversarialTest {
    @Test
    void noZonesPlaceNothing() {
        assertThat(ZoneBalancer.additions(new int[0], new int[0], 5)).isEmpty();
        assertThat(ZoneBalancer.removals(new int[0], new int[0], 5)).isEmpty();
        assertThat(ZoneBalancer.proportionalAdditions(new int[0], new int[0], new int[0], 5))
                .isEmpty();
    }

    @Test
    void levelsAboveIntegerMaxDoNotOverflow() {
        int max = Integer.MAX_VALUE;
        int[] counts = {max, max - 1};
        int[] room = {max, max};

        assertThat(ZoneBalancer.additions(counts, room, 3)).containsExactly(1, 2);
        assertThat(ZoneBalancer.additions(counts, room, Long.MAX_VALUE)).containsExactly(max, max);
    }

    @Test
    void levelsFarApartEndQuickly() {
        int[] counts = {0, Integer.MAX_VALUE, 7};
        int[] room = {1, Integer.MAX_VALUE, 0};

        assertThat(ZoneBalancer.additions(counts, room, 1_000_000_000)).containsExactly(1, 999_999_999, 0);
    }

    @Test
    void aThousandZonesEndLevel() {
        int[] counts = IntStream.range(0, 1000).map(j -> j * 7919 % 1000).toArray();
        int[] room = new int[1000];
        Arrays.fill(room, Integer.MAX_VALUE);

        int[] gains = ZoneBalancer.additions(counts, room, 1_000_000);

        int[] after = IntStream.range(0, 1000).map(j -> counts[j] + gains[j]).toArray();
        assertThat(Arrays.stream(gains).sum()).isEqualTo(1_000_000);
        assertThat(Arrays.stream(after).max().orElseThrow()
                        - Arrays.stream(after).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void wrongArgumentsNameTheValueAndTheRule() {
        int[] two = {1, 2};
        assertThatThrownBy(() -> ZoneBalancer.additions(two, new int[] {1}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("room (1 zones) must have as many zones as counts (2)");
        assertThatThrownBy(() -> ZoneBalancer.additions(two, two, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amount (-1) must be >= 0");
        assertThatThrownBy(() -> ZoneBalancer.additions(new int[] {1, -3}, two, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counts[1] (-3) must be >= 0");
        assertThatThrownBy(() -> ZoneBalancer.additions(new int[] {0, -3}, two, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counts[1] (-3) must be >= 0");
        assertThatThrownBy(() -> ZoneBalancer.removals(two, new int[] {-1, 0}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("floors[0] (-1) must be >= 0");
        assertThatThrownBy(() -> ZoneBalancer.additions(two, two, 1, new int[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("result (1 zones) must have room for all zones of counts (2)");
        assertThatThrownBy(() -> ZoneBalancer.proportionalAdditions(two, new int[] {0, -1}, two, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("room[1] (-1) must be >= 0");
        assertThatThrownBy(() -> ZoneBalancer.proportionalAdditions(two, two, new int[] {1}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shares (1 zones) must have as many zones as counts (2)");
        assertThatThrownBy(() -> ZoneBalancer.proportionalAdditions(two, two, new int[] {1, 1_000_001}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shares[1] (1000001) must be >= 0 and <= 1000000");
    }
}
