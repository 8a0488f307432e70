package io.ess4j.cost;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** What the three profiles with a low and a peak share. */
final class Peaks {
    private Peaks() {}

    static void check(int low, int peak, String what, Duration peakTime, Duration period) {
        requireNonNull(peakTime, what);
        if (low < 0) {
            throw new IllegalArgumentException("low (" + low + ") must be >= 0");
        }
        if (low > peak) {
            throw new IllegalArgumentException("low (" + low + ") must be <= peak (" + peak + ")");
        }
        if (peakTime.isNegative() || peakTime.compareTo(period) > 0) {
            throw new IllegalArgumentException(what + " (" + peakTime + ") must lie in 0.." + period);
        }
    }

    static InstanceHours hours(int low, int peak, Duration peakTime, Duration period) {
        return InstanceHours.of(period)
                .times(low, 1)
                .plus(InstanceHours.of(peakTime).times(peak - low, 1));
    }

    static int less(int count, int instances) {
        if (instances < 0) {
            throw new IllegalArgumentException("instances (" + instances + ") must be >= 0");
        }
        return Math.max(count - instances, 0);
    }

    static String text(int low, int peak, Duration peakTime, int periodHours) {
        return low + " x " + periodHours + " + (" + peak + " - " + low + ") x " + InstanceHours.of(peakTime);
    }
}
