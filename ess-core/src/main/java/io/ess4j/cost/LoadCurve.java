package io.ess4j.cost;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A measured workload: how many instances were needed from when on, and until when that was watched. Every count holds
 * until the next sample, the last one until {@code end}; the whole is taken as typical and scaled to 30 days.
 *
 * <p>Example: 2 instances from 08:00, 6 from 12:00, end at 14:00 are 8 + 12 = 20 instance hours in 6 hours, so 20 x
 * 720/6 = 2400 in a month.
 *
 * @param samples the counts in strictly ascending order of time, at least one
 * @param end the end of the time watched, after the last sample
 */
public record LoadCurve(List<Sample> samples, Instant end) implements WorkloadProfile {
    /** The month of every estimate. */
    static final Duration MONTH = Duration.ofDays(30);

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    /** A sample that lasts shorter adds less than half of a long's range to a sum of seconds. */
    private static final long LONG_SECONDS = 1L << 31;

    /** Sums below can take one more sample. */
    private static final long HALF = 1L << 61;

    /**
     * A count and since when it is needed.
     *
     * @param at since when
     * @param instances instances needed, 0 or more
     */
    public record Sample(Instant at, int instances) {
        public Sample {
            requireNonNull(at, "at");
            if (instances < 0) {
                throw new IllegalArgumentException("instances at " + at + " (" + instances + ") must be >= 0");
            }
        }
    }

    public LoadCurve {
        samples = List.copyOf(samples);
        requireNonNull(end, "end");
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("samples must hold at least one sample");
        }
        for (int i = 1; i < samples.size(); i++) {
            Instant before = samples.get(i - 1).at();
            Instant at = samples.get(i).at();
            if (!before.isBefore(at)) {
                throw new IllegalArgumentException("sample " + i + " (" + at + ") must be after " + before);
            }
        }
        Instant last = samples.get(samples.size() - 1).at();
        if (!last.isBefore(end)) {
            throw new IllegalArgumentException("end (" + end + ") must be after the last sample (" + last + ")");
        }
    }

    /**
     * How long the workload was watched.
     *
     * @return from the first sample to the end, more than 0
     */
    public Duration watched() {
        return Duration.between(samples.get(0).at(), end);
    }

    /**
     * The instance hours of the time watched, not scaled. O(samples).
     *
     * @return the exact hours
     */
    public InstanceHours hours() {
        return hoursAbove(0);
    }

    /** The hours of what is above a number of instances, summed in seconds and nanoseconds as far as a long reaches. */
    private InstanceHours hoursAbove(int instances) {
        BigInteger all = BigInteger.ZERO;
        long seconds = 0;
        long nanos = 0;
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            Instant from = sample.at();
            Instant until = i + 1 < samples.size() ? samples.get(i + 1).at() : end;
            long count = Peaks.less(sample.instances(), instances);
            long length = until.getEpochSecond() - from.getEpochSecond();
            if (length >= LONG_SECONDS || Math.abs(seconds) >= HALF || Math.abs(nanos) >= HALF) {
                all = all.add(nanos(seconds, nanos)).add(nanos(length, 0).multiply(BigInteger.valueOf(count)));
                seconds = 0;
                nanos = 0;
            } else {
                seconds += count * length;
            }
            nanos += count * (until.getNano() - from.getNano());
        }
        return InstanceHours.ofNanos(all.add(nanos(seconds, nanos)));
    }

    private static BigInteger nanos(long seconds, long nanos) {
        return BigInteger.valueOf(seconds)
                .multiply(BigInteger.valueOf(NANOS_PER_SECOND))
                .add(BigInteger.valueOf(nanos));
    }

    @Override
    public int peak() {
        int peak = 0;
        for (Sample sample : samples) {
            peak = Math.max(peak, sample.instances());
        }
        return peak;
    }

    @Override
    public InstanceHours hoursPerMonth() {
        return hours().times(InstanceHours.nanos(MONTH), InstanceHours.nanos(watched()));
    }

    @Override
    public InstanceHours hoursPerMonthAbove(int instances) {
        return hoursAbove(instances).times(InstanceHours.nanos(MONTH), InstanceHours.nanos(watched()));
    }

    @Override
    public LoadCurve above(int instances) {
        return new LoadCurve(
                samples.stream()
                        .map(s -> new Sample(s.at(), Peaks.less(s.instances(), instances)))
                        .toList(),
                end);
    }

    @Override
    public String formula() {
        return hours() + " x 720 / " + InstanceHours.of(watched());
    }
}
