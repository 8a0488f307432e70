package io.ess4j.launch;

/** How much a finding matters. */
public enum Severity {
    /** No instance can be launched like that. */
    ERROR,
    /** Instances start, and something is likely to hurt. */
    WARNING,
    /** Instances start; somebody may have meant something else. */
    NOTE
}
