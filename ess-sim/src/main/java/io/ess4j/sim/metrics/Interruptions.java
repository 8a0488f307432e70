package io.ess4j.sim.metrics;

/**
 * Spot interruptions and breakdowns since the start of a run. Every notice is in exactly one of {@code inTime},
 * {@code late}, {@code unreplaced} and {@code open}.
 *
 * @param noticed spot instances whose return the provider announced
 * @param inTime those that were out of service when they were taken back: their work survived
 * @param late those whose replacement was ordered, but which were still in service
 * @param unreplaced those that were taken back before any plan answered; each is an activity of its own in the log
 * @param open those that are not taken back yet
 * @param broken instances that broke while in service
 * @param lostUnits capacity units in service that vanished without finishing their work
 */
public record Interruptions(
        long noticed, long inTime, long late, long unreplaced, long open, long broken, long lostUnits) {
    /** Nothing happened. */
    public static final Interruptions NONE = new Interruptions(0, 0, 0, 0, 0, 0, 0);

    /**
     * These and those of another group.
     *
     * @param other the others
     * @return the sums
     */
    public Interruptions plus(Interruptions other) {
        return new Interruptions(
                noticed + other.noticed,
                inTime + other.inTime,
                late + other.late,
                unreplaced + other.unreplaced,
                open + other.open,
                broken + other.broken,
                lostUnits + other.lostUnits);
    }
}
