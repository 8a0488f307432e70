package io.ess4j.rule;

/** How the number of a {@link SimpleRule} is read (contract section 9). */
public enum AdjustmentType {
    /** Capacity units to add, or to remove if negative: -1000 to 1000. */
    QUANTITY(-1000, 1000),
    /** A percentage of the present capacity to add, or to remove if negative: -100 to 10000. */
    PERCENT(-100, 10_000),
    /** The capacity to have: 0 to 2000. */
    TOTAL(0, 2000);

    private final int least;
    private final int most;

    AdjustmentType(int least, int most) {
        this.least = least;
        this.most = most;
    }

    void check(int value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "adjustment of type " + this + " (" + value + ") must be from " + least + " to " + most);
        }
    }
}
