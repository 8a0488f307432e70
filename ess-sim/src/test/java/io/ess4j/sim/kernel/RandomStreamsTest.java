package io.ess4j.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamsTest {
    private static final int DRAWS = 40_000;
    private final RandomStreams streams = new RandomStreams(7);

    @Test
    void streamsDependOnSeedAndNameOnly() {
        long first = streams.stream("boot").nextLong();
        streams.stream("arrivals").nextLong();

        assertThat(streams.stream("boot").nextLong()).isEqualTo(first);
        assertThat(streams.stream("boat").nextLong()).isNotEqualTo(first);
        assertThat(new RandomStreams(8).stream("boot").nextLong()).isNotEqualTo(first);
    }

    @Test
    void firstNumbersNeverChange() {
        RandomStream stream = streams.stream("golden");

        assertThat(LongStream.generate(stream::nextLong).limit(2)).containsExactly(GOLDEN_0, GOLDEN_1);
    }

    private static final long GOLDEN_0 = 0x1f3eedebe23a6f64L;
    private static final long GOLDEN_1 = 0x191ad28afc32824aL;

    @Test
    void drawsHaveTheirMoments() {
        RandomStream stream = streams.stream("moments");

        assertThat(mean(DoubleStream.generate(stream::nextDouble))).isCloseTo(0.5, within(0.01));
        assertThat(mean(DoubleStream.generate(stream::nextExponential))).isCloseTo(1, within(0.03));
        assertThat(mean(DoubleStream.generate(stream::nextGaussian))).isCloseTo(0, within(0.03));
        assertThat(mean(DoubleStream.generate(stream::nextGaussian).map(x -> x * x)))
                .isCloseTo(1, within(0.04));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 5, 200, 256, 257, 10_000})
    void poissonDrawsHaveMeanAndVarianceOfTheirParameter(double parameter) {
        RandomStream stream = streams.stream("poisson" + parameter);
        double[] draws = DoubleStream.generate(() -> stream.nextPoisson(parameter))
                .limit(DRAWS)
                .toArray();
        double mean = mean(DoubleStream.of(draws));
        double variance = mean(DoubleStream.of(draws).map(x -> (x - mean) * (x - mean)));

        assertThat(mean).isCloseTo(parameter, within(0.001 + 4 * Math.sqrt(parameter / DRAWS)));
        assertThat(variance).isCloseTo(parameter, within(0.05 * parameter));
    }

    @Test
    void boundedDrawsReachBothEndsEvenly() {
        RandomStream stream = streams.stream("bounded");
        int[] counts = new int[3];
        for (int i = 0; i < DRAWS; i++) {
            counts[stream.nextInt(3)]++;
        }

        for (int count : counts) {
            assertThat((double) count / DRAWS).isCloseTo(1 / 3.0, within(0.01));
        }
        assertThat(stream.nextInt(1)).isZero();
        assertThatThrownBy(() -> stream.nextInt(0)).hasMessage("bound (0) must be > 0");
        assertThatThrownBy(() -> stream.nextPoisson(Double.NaN)).hasMessage("mean (NaN) must be >= 0 and finite");
    }

    private static double mean(DoubleStream values) {
        return values.limit(DRAWS).average().orElseThrow();
    }
}
