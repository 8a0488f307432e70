package io.ess4j.removal;

/** Why an instance stays in the group when others leave. */
public enum KeptReason {
    /** It is not in service: pending, stopped, or leaving already. */
    NOT_IN_SERVICE,
    /** Its owner protected it from scale-in. */
    PROTECTED,
    /** Its owner set it aside. */
    STANDBY,
    /** It is heavier than the capacity that may go. */
    CAPACITY_WOULD_FALL_BELOW_GOAL,
    /** Enough instances that come before it leave. */
    OTHERS_LEAVE_FIRST
}
