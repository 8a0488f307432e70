package io.ess4j.removal;

/** What a price is divided by when instances are compared by cost (guide map C-4-5). */
public enum UnitBasis {
    /** The weight of the instance: for groups with weights. */
    WEIGHT,
    /** The vCPUs of the instance type: for groups without weights. */
    VCPU
}
