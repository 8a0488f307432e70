package io.ess4j.balance;

/**
 * The water level of a set of zones: the search behind {@link ZoneBalancer}.
 *
 * <p>Removal is addition upside down: seen from below, the fullest zone is the lowest. So the search works on heights
 * {@code direction * count}, and a zone can take {@code room} in direction +1 or {@code count - floor} in direction -1.
 */
final class WaterLevel {
    private WaterLevel() {}

    /**
     * Writes what each zone takes and returns the sum.
     *
     * @param bounds room of each zone in direction +1, floor of each zone in direction -1
     * @param direction +1 to add to the lowest, -1 to remove from the highest
     */
    static long fill(int[] counts, int[] bounds, int direction, long amount, int[] taken) {
        long capacity = 0;
        long standing = 0;
        int open = 0;
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int j = 0; j < counts.length; j++) {
            long room = room(counts, bounds, direction, j);
            if (room > 0) {
                // A zone without room must not set the lower bound: water never stands on it.
                low = Math.min(low, (long) direction * counts[j]);
                high = Math.max(high, (long) direction * counts[j] + room);
                capacity += room;
                standing += (long) direction * counts[j];
                open++;
            }
        }
        if (amount >= capacity) {
            for (int j = 0; j < counts.length; j++) {
                taken[j] = (int) room(counts, bounds, direction, j);
            }
            return capacity;
        }
        long mean = Math.floorDiv(standing + amount, (long) open);
        long level = level(counts, bounds, direction, amount, low, high, mean);
        return pour(counts, bounds, direction, amount, level, taken);
    }

    /**
     * The highest level that takes no more than the amount.
     *
     * <p>Invariant: {@code volume(low) <= amount < volume(high)}. It holds at the start, since nothing is taken at the
     * lowest height and everything at the highest. Each round moves one end to a guess strictly between them, so the
     * loop ends. The first guess is the mean, which is the level if every zone is under water and none is full; the
     * next ones follow the slope from the last point. Every fourth guess is the midpoint, so there are never more than
     * 4 log2(high - low) rounds.
     */
    private static long level(
            int[] counts, int[] bounds, int direction, long amount, long bottom, long top, long mean) {
        long low = bottom;
        long high = top;
        long guess = mean;
        for (int round = 1; high - low > 1; round++) {
            guess = Math.max(low + 1, Math.min(guess, high - 1));
            long volume = 0;
            long rising = 0;
            for (int j = 0; j < counts.length; j++) {
                long depth = guess - (long) direction * counts[j];
                long room = room(counts, bounds, direction, j);
                volume += Math.min(Math.max(depth, 0), room);
                rising += depth >= 0 && depth < room ? 1 : 0;
            }
            if (volume > amount) {
                high = guess;
            } else if (volume + rising > amount) {
                return guess; // the next level would take as much more as there are rising zones
            } else {
                low = guess;
            }
            boolean halve = (round & 3) == 0;
            guess = halve ? low + ((high - low) >>> 1) : guess + Math.floorDiv(amount - volume, Math.max(1, rising));
        }
        return low;
    }

    private static long pour(int[] counts, int[] bounds, int direction, long amount, long level, int[] taken) {
        long left = amount;
        for (int j = 0; j < counts.length; j++) {
            long depth = level - (long) direction * counts[j];
            int take = (int) Math.min(Math.max(depth, 0), room(counts, bounds, direction, j));
            taken[j] = take;
            left -= take;
        }
        for (int j = 0; j < counts.length && left > 0; j++) {
            long depth = level - (long) direction * counts[j];
            if (depth == taken[j] && depth < room(counts, bounds, direction, j)) {
                taken[j]++;
                left--;
            }
        }
        return amount - left;
    }

    private static long room(int[] counts, int[] bounds, int direction, int j) {
        return direction > 0 ? bounds[j] : Math.max(0, (long) counts[j] - bounds[j]);
    }
}
