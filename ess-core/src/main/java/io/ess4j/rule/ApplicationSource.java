package io.ess4j.rule;

/** Where the instances of a growing application come from (guide map G6-9 to G6-11). */
public enum ApplicationSource {
    /** Idle instances of the same cluster; if there are fewer than asked for, as many as there are. */
    EXISTING,
    /** Instances bought for it, by the specification of an existing one or by a launch template. */
    ELASTIC,
    /** Idle instances of the same cluster first; the rest is bought. */
    EXISTING_FIRST
}
