package io.ess4j.sim.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ess4j.sim.kernel.RandomStream;
import io.ess4j.sim.kernel.RandomStreams;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BootModelTest {
    private static final int DRAWS = 20_000;
    private final RandomStream random = new RandomStreams(1).stream("boot");

    @Test
    void lognormalHasItsMedianAnd95thPercentile() {
        long[] draws = draw(new BootModel.Lognormal(Duration.ofSeconds(60), Duration.ofSeconds(150)));

        assertThat((double) draws[DRAWS / 2]).isCloseTo(60_000, within(1_500.0));
        assertThat((double) draws[DRAWS * 95 / 100]).isCloseTo(150_000, within(5_000.0));
    }

    @Test
    void uniformReachesBothEnds() {
        long[] draws = draw(new BootModel.Uniform(Duration.ofMillis(10), Duration.ofMillis(12)));

        assertThat(draws[0]).isEqualTo(10);
        assertThat(draws[DRAWS / 2]).isEqualTo(11);
        assertThat(draws[DRAWS - 1]).isEqualTo(12);
    }

    @Test
    void fixedIsFixedAndEqualPercentilesAreFixedToo() {
        assertThat(new BootModel.Fixed(Duration.ofSeconds(5)).drawMillis(random))
                .isEqualTo(5_000);
        assertThat(new BootModel.Lognormal(Duration.ofSeconds(5), Duration.ofSeconds(5)).drawMillis(random))
                .isEqualTo(5_000);
    }

    @Test
    void refusesTimesOutOfRange() {
        assertThatThrownBy(() -> new BootModel.Fixed(Duration.ofSeconds(-1))).hasMessageContaining("time (PT-1S)");
        assertThatThrownBy(() -> new BootModel.Fixed(Duration.ofDays(2))).hasMessageContaining("from 0 to a day");
        assertThatThrownBy(() -> new BootModel.Uniform(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessage("max (PT1S) must be >= min (PT2S)");
        assertThatThrownBy(() -> new BootModel.Lognormal(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("p95 (PT1S) must be >= median (PT2S)");
        assertThatThrownBy(() -> new BootModel.Lognormal(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessageContaining("the median above 0");
    }

    private long[] draw(BootModel model) {
        return LongStream.generate(() -> model.drawMillis(random))
                .limit(DRAWS)
                .sorted()
                .toArray();
    }
}
