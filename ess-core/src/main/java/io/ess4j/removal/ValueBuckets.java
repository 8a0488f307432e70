package io.ess4j.removal;

import java.util.Arrays;

/**
 * Counts of values by zone in buckets of equal width between the zone's least and greatest value: first every value is
 * seen, then every value counted, then the cuts found.
 */
final class ValueBuckets {
    private static final int BITS = 6;

    private final long[] least;
    private final long[] greatest;
    private final int[] shift;
    private final int[] counts;
    /** For each zone: the bucket in which its quota ends; -1 if it loses nobody. */
    private final int[] cut;

    private boolean isSized;

    ValueBuckets(int zones) {
        this.least = new long[zones];
        this.greatest = new long[zones];
        this.shift = new int[zones];
        this.counts = new int[zones << BITS];
        this.cut = new int[zones];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(greatest, Long.MIN_VALUE);
    }

    void see(int zone, long value) {
        least[zone] = Math.min(least[zone], value);
        greatest[zone] = Math.max(greatest[zone], value);
    }

    void count(int zone, long value) {
        if (!isSized) {
            size();
        }
        counts[zone << BITS | bucket(zone, value)]++;
    }

    private void size() {
        for (int z = 0; z < shift.length; z++) {
            // as a number without sign the width is right even where it overflows
            int bits = Long.SIZE - Long.numberOfLeadingZeros(greatest[z] - least[z]);
            shift[z] = Math.max(0, bits - BITS);
        }
        isSized = true;
    }

    private int bucket(int zone, long value) {
        return (int) ((value - least[zone]) >>> shift[zone]);
    }

    /**
     * Finds where the quotas end.
     *
     * @param wanted how many values each zone loses, at most as many as were counted; those in the buckets before the
     *     cut are taken off
     */
    void cut(int[] wanted) {
        for (int z = 0; z < wanted.length; z++) {
            int bucket = -1;
            while (wanted[z] > 0) {
                bucket++;
                int inBucket = counts[z << BITS | bucket];
                if (inBucket >= wanted[z]) {
                    break;
                }
                wanted[z] -= inBucket;
            }
            cut[z] = bucket;
        }
    }

    /** Less than 0 if a value leaves for certain, greater if it stays, 0 if it has to be compared. */
    int side(int zone, long value) {
        return Integer.compare(bucket(zone, value), cut[zone]);
    }
}
