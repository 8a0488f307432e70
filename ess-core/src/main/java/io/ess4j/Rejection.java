package io.ess4j;

/** Why a request was refused before anything was planned. */
public enum Rejection {
    /** An activity is running, and it or the new one tolerates no other (contract section 13). */
    ACTIVITY_IN_PROGRESS("an activity is in progress"),
    /** The trigger is an alarm, and the cooldown of the last activity is not over (contract section 12). */
    COOLING_DOWN("the group is cooling down"),
    /** The rule comes to the capacity that is there, once the limits are applied (contract section 9). */
    NO_CHANGE("the rule would not change the capacity"),
    /** Rules that follow a metric cannot be executed by hand (contract section 9). */
    RULE_FOLLOWS_A_METRIC("a rule that follows a metric cannot be executed by hand"),
    /** The merged minimum, desired and maximum capacity are out of order (guide 3.4). */
    LIMITS_OUT_OF_ORDER("minimum, desired and maximum capacity would be out of order"),
    /** A desired capacity was set in a group that is led by its limits alone (contract section 13). */
    NO_DESIRED_CAPACITY("the group has no desired capacity that could be changed");

    private final String sentence;

    Rejection(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the reason as part of a sentence. */
    @Override
    public String toString() {
        return sentence;
    }
}
