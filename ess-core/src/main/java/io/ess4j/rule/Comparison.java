package io.ess4j.rule;

/** How a value is compared with a threshold (guide map C-10-1). */
public enum Comparison {
    /** The value is the threshold or more; the default. */
    AT_LEAST(">="),
    /** The value is the threshold or less. */
    AT_MOST("<="),
    /** The value is more than the threshold. */
    ABOVE(">"),
    /** The value is less than the threshold. */
    BELOW("<");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /**
     * Whether a value breaches a threshold.
     *
     * @param value finite
     * @param threshold finite
     * @return true if the comparison holds
     */
    public boolean holds(double value, double threshold) {
        return switch (this) {
            case AT_LEAST -> value >= threshold;
            case AT_MOST -> value <= threshold;
            case ABOVE -> value > threshold;
            case BELOW -> value < threshold;
        };
    }

    /** Returns the usual sign, such as {@code >=}. */
    @Override
    public String toString() {
        return symbol;
    }
}
