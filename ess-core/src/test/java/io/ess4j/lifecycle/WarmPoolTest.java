package io.ess4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many instances AWS keeps prepared (guide map C-6-7). */
class WarmPoolTest {
    @ParameterizedTest(name = "{0}: desired {1}, at most {2}, prepared {3}, least {4}: {5}")
    @CsvSource({
        "AWS A19,                     6, 10, ,  0, 4",
        "AWS A19 with a bound,        6, 10, 8, 0, 2",
        "at the maximum,             10, 10, ,  0, 0",
        "a bound below what runs,     9, 10, 8, 0, 0",
        "some are always kept,        9, 10, 8, 2, 2",
        "a bound above the maximum,   6, 10, 12, 0, 6",
        "nothing is desired,          0, 10, ,  0, 10"
    })
    void fillsUpToWhatMayBePrepared(String source, int desired, int max, Integer prepared, int least, int size) {
        OptionalInt most = prepared == null ? OptionalInt.empty() : OptionalInt.of(prepared);

        assertThat(new WarmPool(most, least).size(desired, max)).as(source).isEqualTo(size);
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThat(WarmPool.upToMaximum()).isEqualTo(new WarmPool(OptionalInt.empty(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WarmPool.upTo(-1))
                .withMessage("mostPrepared (-1) must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WarmPool(OptionalInt.empty(), -1))
                .withMessage("least (-1) must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WarmPool.upTo(8).size(-1, 9))
                .withMessage("desired (-1) must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WarmPool.upTo(8).size(5, 4))
                .withMessage("max (4) must be >= 5");
    }
}
