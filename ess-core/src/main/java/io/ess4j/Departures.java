package io.ess4j;

import io.ess4j.model.Instance;
import java.util.List;

/**
 * Instances that leave because they are named, not because the removal policy chose them among all.
 *
 * @param instances who leaves, first one first, at least one
 * @param onceReplaced whether they stay until what the plan launches is in service
 */
public record Departures(List<Instance> instances, boolean onceReplaced) {
    public Departures {
        instances = List.copyOf(instances);
        if (instances.isEmpty()) {
            throw new IllegalArgumentException("instances must name at least one instance");
        }
    }
}
