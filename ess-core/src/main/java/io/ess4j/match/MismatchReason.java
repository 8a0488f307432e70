package io.ess4j.match;

/** Why an instance type was passed over, in the order in which the rules are tried. */
public enum MismatchReason {
    /** It is not offered under the purchase option in any of the zones. */
    NOT_OFFERED,
    /** Its number of vCPUs is outside the range. */
    VCPUS,
    /** Its memory is outside the range. */
    MEMORY,
    /** Its processors have another instruction set. */
    ARCHITECTURE,
    /** Its number of graphics processors is outside the range. */
    GPUS,
    /** Its family has another level. */
    LEVEL,
    /** It is burstable and must not be, or is not and must be. */
    BURSTABLE,
    /** Its family is not one of those named. */
    FAMILY,
    /** Its name is excluded. */
    EXCLUDED,
    /** Its lowest price is above the highest price of the range. */
    ABOVE_MAX_PRICE,
    /** It fits, but costs too much more than the cheapest that fits. */
    ABOVE_PRICE_PROTECTION
}
