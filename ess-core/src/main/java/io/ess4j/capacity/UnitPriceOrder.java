package io.ess4j.capacity;

import java.util.Arrays;

/**
 * Sorts pools by price per capacity unit, cheapest first: 0.18 for 2 units, 0.34 for 4 and 0.64 for 8 come out as
 * third, second and first (guide 1.6). Equal unit prices keep their order of input.
 *
 * <p>The order is exact. Each pool becomes one {@code long}: the leading bits of the quotient as a double, its position
 * in the bits below. These are sorted as plain numbers; then neighbours whose quotients agree in the leading bits are
 * put right by comparing {@code price[a] * weight[b]} with {@code price[b] * weight[a]} in 128 bits. From
 * {@value #RADIX_FROM} pools on a three-pass radix sort takes the place of the comparison sort, because Java 17 sorts
 * {@code long[]} about seven times slower than Java 25 does.
 *
 * <p>Cost: O(n) for the radix sort, O(n log n) below; if many unit prices differ by less than a double can tell, one
 * merge sort with exact comparisons.
 */
public final class UnitPriceOrder {
    static final int RADIX_FROM = 512;

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    /** Bits of a quotient that three passes can sort. */
    private static final int RADIX_KEY_BITS = 3 * DIGIT_BITS;
    /** Shifts per pool after which repairing by insertion gives way to a merge sort. */
    private static final int PATIENCE = 8;

    private UnitPriceOrder() {}

    /**
     * The positions of the pools in ascending order of unit price.
     *
     * @param prices price of one instance of each pool, each at least 0
     * @param weights capacity units of one instance of each pool, each at least 1
     * @return a permutation of 0 to n - 1
     * @throws IllegalArgumentException if the lengths differ, a price is negative or a weight below 1
     */
    public static int[] of(long[] prices, int[] weights) {
        int n = prices.length;
        if (weights.length != n) {
            throw new IllegalArgumentException(
                    "weights (" + weights.length + " pools) must have as many pools as prices (" + n + ")");
        }
        for (int i = 0; i < n; i++) {
            if (prices[i] < 0 || weights[i] < 1) {
                throw new IllegalArgumentException("pool " + i + " (price " + prices[i] + ", weight " + weights[i]
                        + ") must have a price >= 0 and a weight >= 1");
            }
        }
        int[] order = new int[n];
        sort(prices, weights, n, order);
        return order;
    }

    /**
     * Compares two pools per capacity unit, exactly, in 128 bits.
     *
     * @param priceA price of one instance of the first pool, at least 0
     * @param weightA its capacity units, at least 1
     * @param priceB price of one instance of the second pool, at least 0
     * @param weightB its capacity units, at least 1
     * @return negative, zero or positive as the first is cheaper, equal or dearer per unit
     */
    public static int compare(long priceA, int weightA, long priceB, int weightB) {
        int high = Long.compare(Math.multiplyHigh(priceA, weightB), Math.multiplyHigh(priceB, weightA));
        return high != 0 ? high : Long.compareUnsigned(priceA * weightB, priceB * weightA);
    }

    /** Writes the order of the first n pools into {@code order}; arguments are trusted. */
    static void sort(long[] prices, int[] weights, int n, int[] order) {
        int positionBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, n - 1));
        long positionMask = (1L << positionBits) - 1;
        long[] keys = new long[n];
        if (n < RADIX_FROM) {
            for (int i = 0; i < n; i++) {
                keys[i] = (Double.doubleToRawLongBits((double) prices[i] / weights[i]) & ~positionMask) | i;
            }
            Arrays.sort(keys);
        } else {
            keys = radixSorted(prices, weights, keys, positionBits);
        }
        for (int i = 0; i < n; i++) {
            order[i] = (int) (keys[i] & positionMask);
        }
        repair(prices, weights, n, keys, positionBits, order);
    }

    /**
     * Pools by unit price as far as the leading bits of the quotients tell, in three passes: each key holds these bits
     * above the position of the pool.
     */
    static long[] radixSorted(long[] prices, int[] weights, long[] keys, int positionBits) {
        int n = keys.length;
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < n; i++) {
            // Bits of non-negative doubles order like the doubles.
            long bits = Double.doubleToRawLongBits((double) prices[i] / weights[i]);
            keys[i] = bits;
            least = Math.min(least, bits);
            most = Math.max(most, bits);
        }
        int keyBits = Math.min(RADIX_KEY_BITS, Long.SIZE - 1 - positionBits);
        int drop = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(most - least) - keyBits);
        int[] starts = new int[3 * DIGITS];
        for (int i = 0; i < n; i++) {
            long key = (keys[i] - least) >>> drop;
            keys[i] = (key << positionBits) | i;
            starts[digit(key, 0)]++;
            starts[DIGITS + digit(key, 1)]++;
            starts[2 * DIGITS + digit(key, 2)]++;
        }
        long[] from = keys;
        long[] to = new long[n];
        for (int pass = 0; pass < 3; pass++) {
            sumUp(starts, pass * DIGITS);
            for (long key : from) {
                to[starts[pass * DIGITS + digit(key >>> positionBits, pass)]++] = key;
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int digit(long key, int pass) {
        return (int) (key >>> (pass * DIGIT_BITS)) & (DIGITS - 1);
    }

    private static void sumUp(int[] starts, int first) {
        int sum = 0;
        for (int d = first; d < first + DIGITS; d++) {
            int count = starts[d];
            starts[d] = sum;
            sum += count;
        }
    }

    /**
     * Puts neighbours right whose keys do not tell them apart. A quotient is off by less than one step of the kept
     * bits, so only pools with equal or adjacent keys can stand in the wrong order.
     */
    private static void repair(long[] prices, int[] weights, int n, long[] keys, int positionBits, int[] order) {
        long patience = (long) PATIENCE * n;
        for (int i = 1; i < n; i++) {
            if ((keys[i] >>> positionBits) - (keys[i - 1] >>> positionBits) > 1) {
                continue;
            }
            int pool = order[i];
            int slot = i;
            while (slot > 0 && after(prices, weights, order[slot - 1], pool)) {
                order[slot] = order[slot - 1];
                slot--;
            }
            order[slot] = pool;
            patience -= i - slot;
            if (patience < 0) {
                mergeSort(prices, weights, order, n);
                return;
            }
        }
    }

    private static boolean after(long[] prices, int[] weights, int a, int b) {
        int order = compare(prices[a], weights[a], prices[b], weights[b]);
        return order > 0 || (order == 0 && a > b);
    }

    private static void mergeSort(long[] prices, int[] weights, int[] order, int n) {
        int[] from = order;
        int[] to = new int[n];
        for (int width = 1; width < n; width *= 2) {
            for (int start = 0; start < n; start += 2 * width) {
                int middle = Math.min(start + width, n);
                int end = Math.min(start + 2 * width, n);
                int left = start;
                int right = middle;
                for (int slot = start; slot < end; slot++) {
                    boolean takeRight =
                            left == middle || (right < end && after(prices, weights, from[left], from[right]));
                    to[slot] = takeRight ? from[right++] : from[left++];
                }
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        System.arraycopy(from, 0, order, 0, n);
    }
}
