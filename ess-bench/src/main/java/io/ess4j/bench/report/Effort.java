package io.ess4j.bench.report;

/**
 * How long everything is measured.
 *
 * @param rounds how often every cell gets a fresh JVM
 * @param warmups iterations before counting
 * @param iterations iterations that count
 * @param millis length of an iteration
 */
record Effort(int rounds, int warmups, int iterations, int millis) {
    /** For the figures in docs/performance.md: after 0.75 s a whole plan is not all compiled yet, after 1.5 s it is. */
    static final Effort FULL = new Effort(3, 10, 3, 150);

    /** For the points of a curve. */
    static final Effort CURVE = new Effort(1, 4, 3, 150);

    /** For what several threads do at once, whose compilation takes the cores from them. */
    static final Effort THREADS = new Effort(1, 8, 5, 300);

    /** For a look at every change. */
    static final Effort SHORT = new Effort(1, 5, 5, 250);

    /** For a second look at what seemed slower. */
    static final Effort CAREFUL = new Effort(2, 4, 5, 300);
}
