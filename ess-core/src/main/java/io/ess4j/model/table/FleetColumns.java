package io.ess4j.model.table;

/**
 * The arrays of a fleet, one entry per row. They are shared, so nobody may write to them.
 *
 * <p>A class and not a record: equality of arrays would mislead.
 */
public final class FleetColumns {
    private final String[] id;
    private final int[] kind;
    private final long[] joinedNanos;

    FleetColumns(String[] id, int[] kind, long[] joinedNanos) {
        this.id = id;
        this.kind = kind;
        this.joinedNanos = joinedNanos;
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
     * Everything but id and time of joining, as positions in {@link FleetTable#kinds()}.
     *
     * @return one position a row
     */
    public int[] kind() {
        return kind;
    }

    /**
     * Times of joining.
     *
     * @return nanoseconds since 1970, one entry a row
     */
    public long[] joinedNanos() {
        return joinedNanos;
    }
}
