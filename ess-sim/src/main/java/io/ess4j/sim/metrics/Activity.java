package io.ess4j.sim.metrics;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One scaling activity: what was asked, what was done, and why. The statuses are those of the guide's activity list.
 *
 * @param id number of the activity in its run, from 1
 * @param startMillis when it was decided, in milliseconds since the start of the run
 * @param endMillis when the last of its instances was in service or gone
 * @param status how it ended
 * @param trigger what asked for it, such as {@code ALARM}
 * @param cause why, in a sentence
 * @param capacityBefore capacity units before
 * @param capacityAfter capacity units after, as achieved
 * @param launched what was put into service
 * @param removed what was released
 * @param notes what was refused or fell short, and for which reason; one sentence each
 */
public record Activity(
        long id,
        long startMillis,
        long endMillis,
        Status status,
        String trigger,
        String cause,
        long capacityBefore,
        long capacityAfter,
        List<Batch> launched,
        List<Batch> removed,
        List<String> notes) {
    /** How an activity ended. */
    public enum Status {
        /** All that was planned was done. */
        SUCCESSFUL,
        /** Some of it was done. */
        WARNING,
        /** None of it was done. */
        FAILED,
        /** The request was refused. */
        REJECTED,
        /** The run ended first. */
        IN_PROGRESS
    }

    /**
     * Equal instances of an activity.
     *
     * @param type the instance type's name
     * @param zone the zone's id
     * @param purchaseOption how they are paid for, such as {@code SPOT}
     * @param count how many, 1 or more
     */
    public record Batch(String type, String zone, String purchaseOption, int count) {}

    public Activity {
        requireNonNull(status, "status");
        requireNonNull(trigger, "trigger");
        requireNonNull(cause, "cause");
        launched = List.copyOf(launched);
        removed = List.copyOf(removed);
        notes = List.copyOf(notes);
    }

    /**
     * This activity as one of several groups' in a run.
     *
     * @param number its number in the run
     * @param group the name of its group, put before the cause
     * @return a changed copy
     */
    public Activity ofGroup(long number, String group) {
        return new Activity(
                number,
                startMillis,
                endMillis,
                status,
                trigger,
                group + ": " + cause,
                capacityBefore,
                capacityAfter,
                launched,
                removed,
                notes);
    }
}
