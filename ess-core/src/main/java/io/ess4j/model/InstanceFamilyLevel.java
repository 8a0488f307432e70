package io.ess4j.model;

/** The class of service that an instance type's family promises (guide 2.2). */
public enum InstanceFamilyLevel {
    /** Shared processors without a guaranteed share. */
    ENTRY,
    /** Dedicated resources with stable performance. */
    ENTERPRISE,
    /** Shared processors with performance credits (burstable). */
    CREDIT_ENTRY
}
