package io.ess4j.placement;

/** Which loss the launched instances survive: what is left still brings the units that were asked for. */
public enum Survival {
    /** None; nothing is bought in reserve. */
    NOTHING,
    /** The loss of all instances of any one offering. */
    ANY_POOL,
    /** The loss of all instances of any one zone. */
    ANY_ZONE
}
