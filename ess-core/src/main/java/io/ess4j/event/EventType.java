package io.ess4j.event;

import java.util.Arrays;
import java.util.Optional;

/** What there is to tell (guide map G1.8-1). */
public enum EventType {
    /** A scale-out reached all of its instances. */
    SCALE_OUT_SUCCESS(EventLevel.INFO),
    /** A scale-in removed all of its instances. */
    SCALE_IN_SUCCESS(EventLevel.INFO),
    /** A scale-out reached none of its instances. */
    SCALE_OUT_ERROR(EventLevel.CRITICAL),
    /** A scale-in removed none of its instances. */
    SCALE_IN_ERROR(EventLevel.CRITICAL),
    /** A request was refused. */
    SCALE_REJECT(EventLevel.WARN),
    /** A scale-out has begun. */
    SCALE_OUT_START(EventLevel.INFO),
    /** A scale-in has begun. */
    SCALE_IN_START(EventLevel.INFO),
    /** A scheduled task will soon run for the last time. */
    SCHEDULE_TASK_EXPIRING(EventLevel.WARN),
    /** A scale-out reached some of its instances. */
    SCALE_OUT_WARN(EventLevel.WARN),
    /** A scale-in removed some of its instances. */
    SCALE_IN_WARN(EventLevel.WARN);

    private static final String PREFIX = "AUTOSCALING:";

    private final EventLevel level;

    EventType(EventLevel level) {
        this.level = level;
    }

    /** Which way an activity goes. */
    public enum Direction {
        /** More instances. */
        OUT,
        /** Fewer instances. */
        IN
    }

    /**
     * How much it matters.
     *
     * @return the level
     */
    public EventLevel level() {
        return level;
    }

    /**
     * The name in the service's interface.
     *
     * @return such as {@code AUTOSCALING:SCALE_OUT_SUCCESS}
     */
    public String apiName() {
        return PREFIX + name();
    }

    /**
     * Whether events of this type say how many instances were expected and which they are.
     *
     * @return true for the two successes
     */
    public boolean namesInstances() {
        return this == SCALE_OUT_SUCCESS || this == SCALE_IN_SUCCESS;
    }

    /**
     * The type of a name.
     *
     * @param apiName such as {@code AUTOSCALING:SCALE_OUT_SUCCESS}
     * @return the type, or empty if there is none
     */
    public static Optional<EventType> of(String apiName) {
        return Arrays.stream(values()).filter(t -> t.apiName().equals(apiName)).findFirst();
    }

    /**
     * What to tell when an activity begins.
     *
     * @param direction which way it goes
     * @return the type
     */
    public static EventType ofStart(Direction direction) {
        return direction == Direction.OUT ? SCALE_OUT_START : SCALE_IN_START;
    }

    /**
     * What to tell when an activity has ended: success if all of its instances were reached, an error if none was, a
     * warning in between.
     *
     * @param direction which way it went
     * @param planned how many instances it was for, 1 or more
     * @param reached how many of them joined or left, 0 to {@code planned}
     * @return the type
     * @throws IllegalArgumentException if a number is out of range
     */
    public static EventType ofEnd(Direction direction, int planned, int reached) {
        if (planned < 1 || reached < 0 || reached > planned) {
            throw new IllegalArgumentException(
                    "planned (" + planned + ") must be >= 1 and reached (" + reached + ") lie in 0..planned");
        }
        boolean out = direction == Direction.OUT;
        if (reached == planned) {
            return out ? SCALE_OUT_SUCCESS : SCALE_IN_SUCCESS;
        } else if (reached == 0) {
            return out ? SCALE_OUT_ERROR : SCALE_IN_ERROR;
        }
        return out ? SCALE_OUT_WARN : SCALE_IN_WARN;
    }
}
