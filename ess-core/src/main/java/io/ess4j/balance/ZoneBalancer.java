package io.ess4j.balance;

/**
 * Spreads instances over zones as evenly as room allows: 7 more over zones that hold 5, 1 and 3 become 1, 4 and 2, so
 * that 6, 5 and 5 stand there.
 *
 * <p>The rule is the documented one, applied one instance at a time: the next instance goes to the zone with the fewest
 * among those with room, the next removal comes from the zone with the most among those above their floor, and ties go
 * to the lowest index. The result is computed at once, as water finds its level: zone {@code j} gains {@code clamp(L -
 * count[j], 0, room[j])} for the highest level {@code L} that does not need more than the amount, and what is left over
 * raises the first zones that stand exactly at {@code L} by one.
 *
 * <p>Invariants of every result: no zone gains more than its room or falls under its floor; everything is placed unless
 * all room is used; of two zones with room left the counts after differ by at most one unless they started further
 * apart and the higher one gained nothing; asking for {@code a} and then for {@code b} gives the same counts as asking
 * for {@code a + b}.
 *
 * <p>Cost: O(z log m) for z zones and the largest count m, whatever the amount; in practice three to five passes over
 * the arrays, because the level is first guessed along the slope. Nothing is allocated by the variants that write into
 * a caller's array.
 *
 * <p>Sources: guide 1.4 (balanced distribution), scale-out and scale-in of the balanced policy in guide 4.2.
 */
public final class ZoneBalancer {
    private ZoneBalancer() {}

    /**
     * How many instances each zone gains when {@code amount} are added.
     *
     * @param counts instances now in each zone, each at least 0
     * @param room how many more each zone can take, each at least 0; {@link Integer#MAX_VALUE} means plenty
     * @param amount how many to add, at least 0
     * @return the gain of each zone, in the order of {@code counts}; the sum is below {@code amount} only if every zone
     *     is full
     * @throws IllegalArgumentException if the lengths differ or a number is negative
     */
    public static int[] additions(int[] counts, int[] room, long amount) {
        int[] gains = new int[counts.length];
        additions(counts, room, amount, gains);
        return gains;
    }

    /**
     * How many instances each zone gains when {@code amount} are added, written into {@code gains}.
     *
     * @param counts instances now in each zone, each at least 0
     * @param room how many more each zone can take, each at least 0
     * @param amount how many to add, at least 0
     * @param gains receives the gain of each zone; must be another array than {@code counts} and {@code room}
     * @return how many were placed, at most {@code amount}
     * @throws IllegalArgumentException if the lengths differ or a number is negative
     */
    public static long additions(int[] counts, int[] room, long amount, int[] gains) {
        check(counts, room, "room", amount, gains);
        return WaterLevel.fill(counts, room, 1, amount, gains);
    }

    /**
     * How many instances each zone loses when {@code amount} are removed.
     *
     * @param counts instances now in each zone, each at least 0
     * @param floors how many of each zone must stay, for example the protected ones, each at least 0; a zone at or
     *     under its floor loses nothing
     * @param amount how many to remove, at least 0
     * @return the loss of each zone, in the order of {@code counts}; the sum is below {@code amount} only if every zone
     *     is down to its floor
     * @throws IllegalArgumentException if the lengths differ or a number is negative
     */
    public static int[] removals(int[] counts, int[] floors, long amount) {
        int[] losses = new int[counts.length];
        removals(counts, floors, amount, losses);
        return losses;
    }

    /**
     * How many instances each zone loses when {@code amount} are removed, written into {@code losses}.
     *
     * @param counts instances now in each zone, each at least 0
     * @param floors how many of each zone must stay, each at least 0
     * @param amount how many to remove, at least 0
     * @param losses receives the loss of each zone; must be another array than {@code counts} and {@code floors}
     * @return how many were taken, at most {@code amount}
     * @throws IllegalArgumentException if the lengths differ or a number is negative
     */
    public static long removals(int[] counts, int[] floors, long amount, int[] losses) {
        check(counts, floors, "floors", amount, losses);
        return WaterLevel.fill(counts, floors, -1, amount, losses);
    }

    /**
     * How many instances each zone gains when {@code amount} are added and zones shall stand in proportion to their
     * shares: 10 over empty zones with shares 3, 2 and 2 become 4, 3 and 3.
     *
     * <p>The next instance goes to the zone with room and the least {@code (2 count + 1) / share}: the rule of
     * Sainte-Lague (Webster), which rounds to the nearest and favours neither large nor small shares. Equal shares give
     * {@link #additions(int[], int[], long)}. Ties go to the lowest index; a zone with share 0 gains nothing.
     *
     * @param counts instances now in each zone, each at least 0
     * @param room how many more each zone can take, each at least 0
     * @param shares the weight of each zone, each 0 to {@value ProportionalFill#MAX_SHARE}
     * @param amount how many to add, at least 0
     * @return the gain of each zone, in the order of {@code counts}
     * @throws IllegalArgumentException if the lengths differ, a number is negative or a share is too large
     */
    public static int[] proportionalAdditions(int[] counts, int[] room, int[] shares, long amount) {
        int[] gains = new int[counts.length];
        check(counts, room, "room", amount, gains);
        ProportionalFill.check(counts, shares);
        ProportionalFill.fill(counts, room, shares, amount, gains);
        return gains;
    }

    private static void check(int[] counts, int[] bounds, String boundsName, long amount, int[] result) {
        int zones = counts.length;
        if (bounds.length != zones) {
            throw new IllegalArgumentException(
                    boundsName + " (" + bounds.length + " zones) must have as many zones as counts (" + zones + ")");
        }
        if (result.length < zones) {
            throw new IllegalArgumentException(
                    "result (" + result.length + " zones) must have room for all zones of counts (" + zones + ")");
        }
        if (amount < 0) {
            throw new IllegalArgumentException("amount (" + amount + ") must be >= 0");
        }
        int signs = 0;
        for (int j = 0; j < zones; j++) {
            signs |= counts[j] | bounds[j];
        }
        if (signs < 0) {
            checkEach("counts", counts);
            checkEach(boundsName, bounds);
        }
    }

    private static void checkEach(String name, int[] values) {
        for (int j = 0; j < values.length; j++) {
            if (values[j] < 0) {
                throw new IllegalArgumentException(name + "[" + j + "] (" + values[j] + ") must be >= 0");
            }
        }
    }
}
