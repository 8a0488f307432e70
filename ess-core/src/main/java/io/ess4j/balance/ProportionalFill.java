package io.ess4j.balance;

/**
 * Divisor apportionment on top of existing counts and room: the search behind
 * {@link ZoneBalancer#proportionalAdditions}.
 *
 * <p>The next instance of a zone with share {@code s} and count {@code c} costs {@code (2c + 1) / s}; the cheapest ones
 * are bought. Costs are compared exactly, as integers: first a threshold in units of {@code 1 / maxShare}, coarse
 * enough not to overflow and fine enough that no zone has two instances between two neighbouring thresholds, then,
 * among the at most one candidate of each zone in between, the fraction of that unit to 41 bits. Two different
 * fractions with denominators up to {@value #MAX_SHARE} differ by more than two of these steps, so equal steps mean
 * equal costs.
 */
final class ProportionalFill {
    static final int MAX_SHARE = 1_000_000;

    private static final int FRACTION_BITS = 41;

    private final int[] counts;
    private final int[] room;
    private final int[] shares;
    private final long unit;

    private ProportionalFill(int[] counts, int[] room, int[] shares, long unit) {
        this.counts = counts;
        this.room = room;
        this.shares = shares;
        this.unit = unit;
    }

    static void check(int[] counts, int[] shares) {
        if (shares.length != counts.length) {
            throw new IllegalArgumentException(
                    "shares (" + shares.length + " zones) must have as many zones as counts (" + counts.length + ")");
        }
        for (int j = 0; j < shares.length; j++) {
            if (shares[j] < 0 || shares[j] > MAX_SHARE) {
                throw new IllegalArgumentException(
                        "shares[" + j + "] (" + shares[j] + ") must be >= 0 and <= " + MAX_SHARE);
            }
        }
    }

    static void fill(int[] counts, int[] room, int[] shares, long amount, int[] gains) {
        int unit = 0;
        for (int share : shares) {
            unit = Math.max(unit, share);
        }
        new ProportionalFill(counts, room, shares, Math.max(1, unit)).pour(amount, gains);
    }

    private void pour(long amount, int[] gains) {
        long threshold = threshold(amount);
        long left = amount;
        for (int j = 0; j < counts.length; j++) {
            gains[j] = (int) bought(j, threshold);
            left -= gains[j];
        }
        long low = -1;
        long high = (1L << FRACTION_BITS) + 1;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (candidates(threshold, gains, middle) <= left) {
                low = middle;
            } else {
                high = middle;
            }
        }
        for (int j = 0; j < counts.length; j++) {
            if (fraction(j, threshold, gains[j]) <= low) {
                gains[j]++;
                left--;
            }
        }
        for (int j = 0; j < counts.length && left > 0; j++) {
            if (fraction(j, threshold, gains[j]) == low + 1) {
                gains[j]++;
                left--;
            }
        }
    }

    /** The highest threshold that buys no more than the amount; bisection between "nothing" and "everything". */
    private long threshold(long amount) {
        long low = 0;
        long high = 1;
        for (int j = 0; j < counts.length; j++) {
            high = Math.max(high, shares[j] == 0 ? 0 : 2 * unit * ((long) counts[j] + room[j]));
        }
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            long sum = 0;
            for (int j = 0; j < counts.length; j++) {
                sum += bought(j, middle);
            }
            if (sum <= amount) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many instances of zone j cost at most threshold / unit, beyond those it has. */
    private long bought(int j, long threshold) {
        if (shares[j] == 0 || room[j] == 0) {
            return 0;
        }
        // Past this threshold the zone is full; testing it first keeps the product below 2^63.
        long full = 2 * unit * ((long) counts[j] + room[j]) / shares[j];
        if (threshold >= full) {
            return room[j];
        }
        long standing = (threshold * shares[j] / unit + 1) / 2;
        return Math.min(Math.max(standing - counts[j], 0), room[j]);
    }

    private int candidates(long threshold, int[] gains, long limit) {
        int found = 0;
        for (int j = 0; j < counts.length; j++) {
            if (fraction(j, threshold, gains[j]) <= limit) {
                found++;
            }
        }
        return found;
    }

    /** Where in the unit above the threshold the next instance of zone j lies; MAX_VALUE if not there at all. */
    private long fraction(int j, long threshold, int gain) {
        if (shares[j] == 0 || gain >= room[j]) {
            return Long.MAX_VALUE;
        }
        // cost * unit - threshold = offset / share, with 0 < offset / share <= 1 for a candidate
        long ahead = unit * (2L * counts[j] + 2L * gain + 1);
        if (ahead / shares[j] > threshold + 1) {
            return Long.MAX_VALUE;
        }
        long offset = ahead - threshold * shares[j];
        return offset > shares[j] ? Long.MAX_VALUE : (offset << FRACTION_BITS) / shares[j];
    }
}
