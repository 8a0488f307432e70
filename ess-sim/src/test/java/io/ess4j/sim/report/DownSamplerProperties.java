package io.ess4j.sim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DownSamplerProperties {
    private static final int CAPACITY = 8;

    @Property
    void bucketsAreBoundedAndKeepExtremesMeanAndLast(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 1_000) Integer> values) {
        var sampler = new DownSampler(1, CAPACITY);
        for (int i = 0; i < values.size(); i++) {
            sampler.add(i * 10L, i * 10L + 10, new double[] {values.get(i)});
        }

        assertThat(sampler.size()).isBetween(1, CAPACITY);
        assertThat(sampler.from(0)).isZero();
        assertThat(sampler.to(sampler.size() - 1)).isEqualTo(values.size() * 10L);
        int next = 0;
        for (int b = 0; b < sampler.size(); b++) {
            assertThat(sampler.from(b)).isEqualTo(next * 10L);
            int end = (int) (sampler.to(b) / 10);
            var part = values.subList(next, end).stream().mapToInt(v -> v).summaryStatistics();
            assertThat(sampler.least(0, b)).isEqualTo(part.getMin());
            assertThat(sampler.greatest(0, b)).isEqualTo(part.getMax());
            assertThat(sampler.mean(0, b)).isCloseTo(part.getAverage(), within(1e-9));
            assertThat(sampler.last(0, b)).isEqualTo(values.get(end - 1).doubleValue());
            next = end;
        }
        assertThat(next).isEqualTo(values.size());
    }

    @Property(tries = 50)
    void missingValuesArePassedOver(@ForAll @IntRange(min = 1, max = 100) int length) {
        var sampler = new DownSampler(1, CAPACITY);
        for (int i = 0; i < length; i++) {
            sampler.add(i, i + 1, new double[] {i == 0 ? 7 : Double.NaN});
        }

        assertThat(sampler.mean(0, 0)).isEqualTo(7);
        assertThat(sampler.last(0, 0)).isEqualTo(7);
        for (int b = 1; b < sampler.size(); b++) {
            assertThat(sampler.least(0, b)).isNaN();
            assertThat(sampler.greatest(0, b)).isNaN();
            assertThat(sampler.mean(0, b)).isNaN();
        }
    }
}
