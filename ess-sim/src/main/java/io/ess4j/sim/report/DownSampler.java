package io.ess4j.sim.report;

/**
 * Keeps a series of any length in a bounded number of buckets, with least, greatest, mean and last value of each
 * column. When the buckets are full, neighbours are merged and buckets span twice as many points. So a report of a year
 * is as large as one of a day, and no peak is lost. NaN is no value and is passed over.
 */
final class DownSampler {
    private final int capacity;
    private final long[] from;
    private final long[] to;
    private final int[] points;
    private final double[][] least;
    private final double[][] greatest;
    private final double[][] sum;
    private final double[][] weight;
    private final double[][] last;
    private int size;
    private int pointsPerBucket = 1;

    /** Creates a sampler of an even number of buckets. */
    DownSampler(int columns, int capacity) {
        if (capacity < 2 || capacity % 2 != 0) {
            throw new IllegalArgumentException("capacity (" + capacity + ") must be even and >= 2");
        }
        this.capacity = capacity;
        from = new long[capacity];
        to = new long[capacity];
        points = new int[capacity];
        least = new double[columns][capacity];
        greatest = new double[columns][capacity];
        sum = new double[columns][capacity];
        weight = new double[columns][capacity];
        last = new double[columns][capacity];
    }

    void add(long fromMillis, long toMillis, double[] values) {
        if (size > 0 && points[size - 1] < pointsPerBucket) {
            merge(size - 1, toMillis, values, toMillis - fromMillis);
            return;
        }
        if (size == capacity) {
            halve();
        }
        from[size] = fromMillis;
        points[size] = 0;
        for (int c = 0; c < values.length; c++) {
            least[c][size] = Double.POSITIVE_INFINITY;
            greatest[c][size] = Double.NEGATIVE_INFINITY;
            sum[c][size] = 0;
            weight[c][size] = 0;
            last[c][size] = Double.NaN;
        }
        merge(size++, toMillis, values, toMillis - fromMillis);
    }

    private void merge(int bucket, long toMillis, double[] values, long length) {
        to[bucket] = toMillis;
        points[bucket]++;
        for (int c = 0; c < values.length; c++) {
            if (!Double.isNaN(values[c])) {
                least[c][bucket] = Math.min(least[c][bucket], values[c]);
                greatest[c][bucket] = Math.max(greatest[c][bucket], values[c]);
                sum[c][bucket] += values[c] * length;
                weight[c][bucket] += length;
                last[c][bucket] = values[c];
            }
        }
    }

    private void halve() {
        pointsPerBucket *= 2;
        size = capacity / 2;
        for (int i = 0; i < size; i++) {
            int a = 2 * i;
            int b = a + 1;
            from[i] = from[a];
            to[i] = to[b];
            points[i] = points[a] + points[b];
            for (int c = 0; c < least.length; c++) {
                least[c][i] = Math.min(least[c][a], least[c][b]);
                greatest[c][i] = Math.max(greatest[c][a], greatest[c][b]);
                sum[c][i] = sum[c][a] + sum[c][b];
                weight[c][i] = weight[c][a] + weight[c][b];
                last[c][i] = Double.isNaN(last[c][b]) ? last[c][a] : last[c][b];
            }
        }
    }

    int size() {
        return size;
    }

    long from(int bucket) {
        return from[bucket];
    }

    long to(int bucket) {
        return to[bucket];
    }

    /** Returns the least value of a bucket, or NaN if it has none. */
    double least(int column, int bucket) {
        return weight[column][bucket] > 0 ? least[column][bucket] : Double.NaN;
    }

    /** Returns the greatest value of a bucket, or NaN if it has none. */
    double greatest(int column, int bucket) {
        return weight[column][bucket] > 0 ? greatest[column][bucket] : Double.NaN;
    }

    /** Returns the mean of a bucket over time, or NaN if it has no value. */
    double mean(int column, int bucket) {
        return weight[column][bucket] > 0 ? sum[column][bucket] / weight[column][bucket] : Double.NaN;
    }

    /** Returns the last value of a bucket, or NaN if it has none. */
    double last(int column, int bucket) {
        return last[column][bucket];
    }
}
