package io.ess4j.naming;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * How long the names of a sequence last if a batch of the same size is asked for at a steady pace, such as 3 names
 * every day: the gaps that {@link HostNamePattern.Extended} leaves are counted. Exact, not an estimate, as long as the
 * pace holds.
 *
 * @param remaining how many names will still be given, in full batches and in the last one
 * @param fullBatches how many batches get all their names
 * @param shortAt when the first batch comes that does not get all its names; {@link Instant#MAX} if that is later
 */
public record HostNameForecast(long remaining, long fullBatches, Instant shortAt) {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    /**
     * Checks the parts.
     *
     * @param remaining how many names will still be given
     * @param fullBatches how many batches get all their names
     * @param shortAt when the first batch comes that does not get all its names
     * @throws IllegalArgumentException if a count is negative, or more batches than names
     */
    public HostNameForecast {
        requireNonNull(shortAt, "shortAt");
        if (fullBatches < 0 || fullBatches > remaining) {
            throw new IllegalArgumentException("fullBatches (" + fullBatches + ") must be in 0.." + remaining);
        }
    }

    /** The forecast for the names of {@code sequence}, a limited one, taken {@code batch} at a time. */
    static HostNameForecast of(HostNameSequence sequence, int batch, Duration every, Instant now) {
        var numbering = Numbering.of(sequence.pattern());
        var count = new Count(batch);
        long left = numbering.size();
        if (sequence.highWaterMark().isPresent()) {
            left -= sequence.highWaterMark().getAsLong() + 1;
        } else {
            left -= numbering.begin();
            long first = Math.min(left, batch);
            count.take(first);
            left -= first;
        }
        count.takeAll(Math.max(left, 0), numbering.numbersPerExtension());
        return new HostNameForecast(count.names, count.batches, instant(now, every, count.batches + 1));
    }

    private static Instant instant(Instant now, Duration every, long times) {
        var nanos = BigInteger.valueOf(every.getSeconds())
                .multiply(NANOS)
                .add(BigInteger.valueOf(every.getNano()))
                .multiply(BigInteger.valueOf(times));
        var seconds = nanos.divide(NANOS);
        var room = BigInteger.valueOf(Instant.MAX.getEpochSecond() - now.getEpochSecond() - 1);
        if (seconds.compareTo(room) > 0) {
            return Instant.MAX;
        }
        return now.plus(
                Duration.ofSeconds(seconds.longValueExact(), nanos.mod(NANOS).longValueExact()));
    }

    /** Counts names and full batches through runs of consecutive names. */
    private static final class Count {
        private final int batch;
        private long names;
        private long batches;

        Count(int batch) {
            this.batch = batch;
        }

        /** A run that is used to its last name: the first batch, or what is left at the end. */
        void take(long run) {
            names += run;
            batches += run / batch;
        }

        /** As many full batches as fit into each of {@code times} runs; the rest is skipped. */
        void takeFull(long run, long times) {
            batches += run / batch * times;
            names += run / batch * batch * times;
        }

        /**
         * All that is left after a first batch. Under an extension that is not the last a batch must fit; one that does
         * not takes the next extension, or the next several if it is larger than one: a round of {@code span}
         * extensions. The last round, whole or not, is used up.
         */
        void takeAll(long left, long perExtension) {
            long extensions = left / perExtension;
            long here = left % perExtension;
            if (extensions == 0) {
                take(here);
                return;
            }
            takeFull(here, 1);
            long span = (batch + perExtension - 1) / perExtension;
            long last = extensions % span == 0 ? span : extensions % span;
            takeFull(span * perExtension, (extensions - last) / span);
            take(last * perExtension);
        }
    }
}
