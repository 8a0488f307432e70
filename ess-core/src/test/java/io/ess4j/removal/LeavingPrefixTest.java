package io.ess4j.removal;

import static io.ess4j.removal.RemovalCriterion.HIGHEST_UNIT_PRICE;
import static io.ess4j.removal.RemovalCriterion.NEWEST_INSTANCE;
import static io.ess4j.removal.RemovalCriterion.OLDEST_INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.table.FleetTable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One number for rank and value where both fit into a long, else the rank alone. */
class LeavingPrefixTest {
    private static final RemovalPolicy DEAREST_THEN_OLDEST = RemovalPolicy.of(HIGHEST_UNIT_PRICE, OLDEST_INSTANCE);
    private static final long BITS_62 = (1L << 62) - 1;

    private static long[] prefixes(RemovalPolicy policy, long[] joined, int... price) {
        FleetTable table = Fleets.of(joined, price, new int[joined.length]);
        LeavingPrefix prefix = new LeavingPrefix(table, Fleets.order(table, policy));
        return IntStream.range(0, joined.length).mapToLong(prefix::of).toArray();
    }

    @Test
    void valuesCountFromTheLeast() {
        RemovalPolicy oldest = RemovalPolicy.of(OLDEST_INSTANCE);
        RemovalPolicy newest = RemovalPolicy.of(NEWEST_INSTANCE);

        assertThat(prefixes(oldest, new long[] {5, 9, 5}, 1, 1, 1)).containsExactly(0, 4, 0);
        assertThat(prefixes(newest, new long[] {5, 9, 6}, 1, 1, 1)).containsExactly(4, 0, 3);
        assertThat(prefixes(oldest, new long[] {-7, -7}, 1, 1)).containsExactly(0, 0);
    }

    /** 4 takes three bits, so the second rank begins at 8. */
    @Test
    void ranksComeBeforeValues() {
        assertThat(prefixes(DEAREST_THEN_OLDEST, new long[] {5, 9, 5, 6}, 2, 1, 1, 2))
                .containsExactly(0, 12, 8, 1);
    }

    @Test
    void ranksAloneAreTheWholePrefix() {
        assertThat(prefixes(RemovalPolicy.of(HIGHEST_UNIT_PRICE), new long[] {5, 9, 7}, 2, 1, 3))
                .containsExactly(1, 2, 0);
    }

    /** A rank of one bit leaves 62 for the value, none leaves 63. */
    @Test
    void valuesThatDoNotFitAreLeftOut() {
        assertThat(prefixes(DEAREST_THEN_OLDEST, new long[] {0, BITS_62}, 2, 1)).containsExactly(0, Long.MAX_VALUE);
        assertThat(prefixes(DEAREST_THEN_OLDEST, new long[] {0, BITS_62 + 1}, 2, 1))
                .containsExactly(0, 1);
        assertThat(prefixes(RemovalPolicy.of(OLDEST_INSTANCE), new long[] {-BITS_62 - 1, BITS_62}, 1, 1))
                .containsExactly(0, Long.MAX_VALUE);
        assertThat(prefixes(RemovalPolicy.of(OLDEST_INSTANCE), new long[] {-BITS_62 - 1, BITS_62 + 1}, 1, 1))
                .containsExactly(0, 0);
    }
}
