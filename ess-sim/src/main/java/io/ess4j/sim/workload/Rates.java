package io.ess4j.sim.workload;

/** Checks of rates and ratios. */
final class Rates {
    /** Beyond this a rate is a mistake; counts of a period then still fit a long with room to spare. */
    static final double MAX = 1e9;

    private Rates() {}

    static double check(String name, double value) {
        if (!(value >= 0 && value <= MAX)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be from 0 to 1e9");
        }
        return value;
    }
}
