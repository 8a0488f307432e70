package io.ess4j.lifecycle;

import java.util.List;

/**
 * What an instance in service is bound to: the load balancers that send it traffic, and the databases whose allow-list
 * it stands on.
 *
 * @param loadBalancers ids of load balancers or their backend groups, in the order of binding, none twice
 * @param databases ids of databases attached to the group, in the order of binding, none twice
 * @param weight the load-balancer weight of an instance in service, as its configuration says: 1 to 100
 */
public record Bindings(List<String> loadBalancers, List<String> databases, int weight) {
    /** The weight of a configuration that names none. */
    public static final int DEFAULT_WEIGHT = 50;

    /** Nothing is bound. */
    public static final Bindings NONE = new Bindings(List.of(), List.of(), DEFAULT_WEIGHT);

    public Bindings {
        loadBalancers = LifecycleChecks.distinct("load balancer", loadBalancers);
        databases = LifecycleChecks.distinct("database", databases);
        if (weight < 1 || weight > 100) {
            throw new IllegalArgumentException("weight (" + weight + ") must be from 1 to 100");
        }
    }

    /**
     * Load balancers and databases with the default weight.
     *
     * @param loadBalancers ids of load balancers
     * @param databases ids of databases attached to the group
     * @return the bindings
     */
    public static Bindings of(List<String> loadBalancers, List<String> databases) {
        return new Bindings(loadBalancers, databases, DEFAULT_WEIGHT);
    }

    /**
     * These bindings with the weight of another configuration.
     *
     * @param value 1 to 100
     * @return a changed copy
     * @throws IllegalArgumentException if the weight is out of range
     */
    public Bindings withWeight(int value) {
        return new Bindings(loadBalancers, databases, value);
    }
}
