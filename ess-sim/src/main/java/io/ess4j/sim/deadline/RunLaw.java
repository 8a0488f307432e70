package io.ess4j.sim.deadline;

/**
 * A guess at how long spot stays as it is, available or not. A run that has lasted {@code age} ticks ends with the next
 * one with probability {@code 1 / (mean + growth (age - 1))}: without growth runs are geometric with that mean; with
 * growth they have a heavy tail, so that most are short and one that has lasted will last.
 */
record RunLaw(double mean, double growth) {
    /** No run is certain to end: a law must not be ruled out by a single tick. */
    private static final double MOST = 0.98;

    double ends(double age) {
        return Math.min(MOST, 1 / (mean + growth * (age - 1)));
    }
}
