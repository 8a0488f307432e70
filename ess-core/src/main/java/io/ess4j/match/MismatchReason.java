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
    /** Its broad architecture is not one of those allowed. */
    KIND,
    /** Its category is not known, or not one of those allowed. */
    CATEGORY,
    /** The model of its processors is not known, or not one of those allowed. */
    PROCESSOR_MODEL,
    /** The model of its graphics processors is not known, or not one of those allowed. */
    GPU_MODEL,
    /** It takes fewer network interfaces or addresses than asked for, or it is not known how many. */
    NETWORK,
    /** Its baseline performance or its initial credits are lower than asked for, or it has none. */
    CREDITS,
    /** Its name is excluded. */
    EXCLUDED,
    /** Its lowest price is above the highest price of the range. */
    ABOVE_MAX_PRICE,
    /** It fits, but costs too much more than the cheapest that fits. */
    ABOVE_PRICE_PROTECTION
}
