package io.ess4j.lifecycle;

/** What a group looks at to tell whether an instance is healthy (guide map C-18-1). */
public enum HealthCheckType {
    /** Whether the machine runs. */
    ECS,
    /** What the load balancers' own checks say. */
    LOAD_BALANCER
}
