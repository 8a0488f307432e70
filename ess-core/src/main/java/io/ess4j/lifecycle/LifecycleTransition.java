package io.ess4j.lifecycle;

/** The two ways of an instance through a group: in and out (guide map C-17-3, C-17-4). */
public enum LifecycleTransition {
    /** The instance joins: created, attached or started. */
    SCALE_OUT,
    /** The instance leaves: released, stopped or only removed. */
    SCALE_IN
}
