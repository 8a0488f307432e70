package io.ess4j.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;

/** How the samples of all instances in one period become one value (guide map C-10-1). */
public enum Statistic {
    /** Their sum by their number, in decimal, rounded half even to 16 digits. */
    AVERAGE {
        @Override
        double reduce(List<MetricSample> samples) {
            BigDecimal sum = BigDecimal.ZERO;
            for (MetricSample sample : samples) {
                sum = sum.add(BigDecimal.valueOf(sample.value()));
            }
            return sum.divide(BigDecimal.valueOf(samples.size()), MathContext.DECIMAL64)
                    .doubleValue();
        }
    },
    /** The smallest: the coolest instance. */
    MINIMUM {
        @Override
        double reduce(List<MetricSample> samples) {
            return samples.stream().mapToDouble(MetricSample::value).min().orElseThrow();
        }
    },
    /** The largest: the hottest instance. */
    MAXIMUM {
        @Override
        double reduce(List<MetricSample> samples) {
            return samples.stream().mapToDouble(MetricSample::value).max().orElseThrow();
        }
    };

    /** The value of at least one sample. */
    abstract double reduce(List<MetricSample> samples);

    OptionalDouble of(List<MetricSample> samples) {
        return samples.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(reduce(samples));
    }
}
