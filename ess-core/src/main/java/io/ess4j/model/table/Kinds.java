package io.ess4j.model.table;

/**
 * The kinds of instances in a fleet: every distinct combination of zone, type, source, weight, price and packed flags,
 * once. Two instances of one kind differ in their ids and times of joining only, so that whatever does not depend on
 * these is decided once a kind: a fleet of a million has a few dozen kinds, or some thousands where prices move.
 *
 * <p>Arrays are shared for reading and never written after construction. Kinds are numbered by first appearance.
 */
public final class Kinds {
    private final char[] zone;
    private final char[] type;
    private final int[] source;
    private final int[] weight;
    private final long[] nanosPerHour;
    private final short[] packed;
    private final int[] count;

    Kinds(char[] zone, char[] type, int[] source, int[] weight, long[] nanosPerHour, short[] packed, int[] count) {
        this.zone = zone;
        this.type = type;
        this.source = source;
        this.weight = weight;
        this.nanosPerHour = nanosPerHour;
        this.packed = packed;
        this.count = count;
    }

    /**
     * How many kinds there are.
     *
     * @return the length of every array
     */
    public int size() {
        return zone.length;
    }

    /**
     * Positions in {@link FleetTable#zones()}.
     *
     * @return one position a kind
     */
    public char[] zone() {
        return zone;
    }

    /**
     * Positions in {@link FleetTable#types()}.
     *
     * @return one position a kind
     */
    public char[] type() {
        return type;
    }

    /**
     * Positions in {@link FleetTable#sources()}, or -1.
     *
     * @return one position a kind
     */
    public int[] source() {
        return source;
    }

    /**
     * Weights.
     *
     * @return capacity units, one entry a kind
     */
    public int[] weight() {
        return weight;
    }

    /**
     * Prices.
     *
     * @return 1e-9 currency units per hour, one entry a kind
     */
    public long[] nanosPerHour() {
        return nanosPerHour;
    }

    /**
     * State, purchase option, origin and health, see {@link Packed}.
     *
     * @return one entry a kind
     */
    public short[] packed() {
        return packed;
    }

    /**
     * How many instances are of each kind.
     *
     * @return one number a kind, 1 or more
     */
    public int[] count() {
        return count;
    }
}
