package io.ess4j.sim.cloud;

import io.ess4j.model.Price;

/** A machine that somebody has ordered and not given back. */
final class Machine {
    final String id;
    final CloudAccount account;
    final Pool pool;
    final long orderedMillis;
    final long elasticAddress;

    CostReason reason = CostReason.STARTING;
    Price price;
    /** When its present span of running began. */
    long runningSinceMillis;

    long fixedAddress;
    boolean isBroken;
    boolean isNoticed;
    /** Tells a start from the one before it, so that what was scheduled for that one is void. */
    int starts;

    Machine(String id, CloudAccount account, Pool pool, Price price, long now, long address) {
        this.id = id;
        this.account = account;
        this.pool = pool;
        this.price = price;
        this.orderedMillis = now;
        this.runningSinceMillis = now;
        this.elasticAddress = address;
        this.fixedAddress = address;
    }

    boolean isStopped() {
        return reason == CostReason.STOPPED;
    }
}
