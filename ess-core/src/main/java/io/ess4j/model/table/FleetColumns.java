package io.ess4j.model.table;

/**
 * The arrays of a fleet, one entry per row. They are shared, so nobody may write to them.
 *
 * <p>A class and not a record: equality of arrays would mislead.
 */
public final class FleetColumns {
    private final String[] id;
    private final char[] zone;
    private final char[] type;
    private final int[] source;
    private final long[] joinedNanos;
    private final int[] weight;
    private final long[] nanosPerHour;
    private final short[] packed;

    FleetColumns(
            String[] id,
            char[] zone,
            char[] type,
            int[] source,
            long[] joinedNanos,
            int[] weight,
            long[] nanosPerHour,
            short[] packed) {
        this.id = id;
        this.zone = zone;
        this.type = type;
        this.source = source;
        this.joinedNanos = joinedNanos;
        this.weight = weight;
        this.nanosPerHour = nanosPerHour;
        this.packed = packed;
    }

    /**
     * How many rows there are.
     *
     * @return the length of every column
     */
    public int size() {
        return id.length;
    }

    /**
     * The ids.
     *
     * @return one id a row
     */
    public String[] id() {
        return id;
    }

    /**
     * Positions in {@link FleetTable#zones()}.
     *
     * @return one position a row
     */
    public char[] zone() {
        return zone;
    }

    /**
     * Positions in {@link FleetTable#types()}.
     *
     * @return one position a row
     */
    public char[] type() {
        return type;
    }

    /**
     * Positions in {@link FleetTable#sources()}, or -1.
     *
     * @return one position a row
     */
    public int[] source() {
        return source;
    }

    /**
     * Times of joining.
     *
     * @return nanoseconds since 1970, one entry a row
     */
    public long[] joinedNanos() {
        return joinedNanos;
    }

    /**
     * Weights.
     *
     * @return capacity units, one entry a row
     */
    public int[] weight() {
        return weight;
    }

    /**
     * Prices.
     *
     * @return 1e-9 currency units per hour, one entry a row
     */
    public long[] nanosPerHour() {
        return nanosPerHour;
    }

    /**
     * State, purchase option, origin and health, see {@link Packed}.
     *
     * @return one entry a row
     */
    public short[] packed() {
        return packed;
    }
}
