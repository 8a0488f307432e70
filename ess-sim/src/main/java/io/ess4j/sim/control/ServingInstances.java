package io.ess4j.sim.control;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.sim.metrics.CapacityMeter;
import java.util.HashMap;
import java.util.Map;

/** The instances that answer requests: in service, not leaving, and not broken. */
final class ServingInstances {
    private final CapacityMeter meter = new CapacityMeter();
    // looked up by id, never walked
    private final Map<String, Integer> weights = new HashMap<>();

    ServingInstances(Fleet fleet, long now) {
        for (Instance instance : fleet) {
            if (instance.state() == LifecycleState.IN_SERVICE || instance.state() == LifecycleState.PROTECTED) {
                add(instance, now);
            }
        }
    }

    void add(Instance instance, long now) {
        if (weights.putIfAbsent(instance.id(), instance.weight()) == null) {
            meter.change(instance.weight(), now);
        }
    }

    /** Returns whether the instance was answering requests. */
    boolean remove(String id, long now) {
        Integer weight = weights.remove(id);
        if (weight != null) {
            meter.change(-weight, now);
        }
        return weight != null;
    }

    CapacityMeter meter() {
        return meter;
    }
}
