package io.ess4j.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.elasticity.InventoryHealth.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract section 24: the formula wins over the documentation's sample of 3 for 3, 2, 0. */
class InventoryHealthTest {
    @ParameterizedTest(name = "{0} + {1} - {2} = {3}: {4}")
    @CsvSource({
        "3, 2, 0,  5, CONFIDENT", // C45
        "3, 3, 3,  3, NOT_GUARANTEED", // the documentation's other sample
        "3, 3, 0,  6, CONFIDENT",
        "2, 2, 0,  4, NOT_GUARANTEED",
        "1, 0, 0,  1, NOT_GUARANTEED",
        "0, 0, 0,  0, ALERT",
        "0, 0, 3, -3, ALERT"
    })
    void scoresAndBands(int adequacy, int supply, int hot, int score, Band band) {
        InventoryHealth health = new InventoryHealth(adequacy, supply, hot);

        assertThat(health.score()).isEqualTo(score);
        assertThat(health.band()).isEqualTo(band);
    }

    @Test
    void scoresLieInTheirRange() {
        assertThatThrownBy(() -> new InventoryHealth(4, 0, 0)).hasMessage("adequacy (4) must lie in 0..3");
        assertThatThrownBy(() -> new InventoryHealth(0, -1, 0)).hasMessage("supply (-1) must lie in 0..3");
        assertThatThrownBy(() -> new InventoryHealth(0, 0, 4)).hasMessage("hot (4) must lie in 0..3");
    }
}
