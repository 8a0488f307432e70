package io.ess4j.sim.control;

import io.ess4j.GroupState;
import io.ess4j.model.Instance;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Activity.Batch;
import io.ess4j.sim.metrics.Activity.Status;
import java.util.List;

/** Log entries for what happens without a plan. */
final class Notes {
    private Notes() {}

    static Activity takenBack(long number, long now, GroupState after, Instance instance) {
        long capacity = after.fleet().capacity();
        return new Activity(
                number,
                now,
                now,
                Status.WARNING,
                "SPOT_RECLAIMED",
                "The provider took back a spot instance that could not be replaced before.",
                capacity + instance.weight(),
                capacity,
                List.of(),
                List.of(new Batch(
                        instance.type().name(),
                        instance.zone().id(),
                        instance.purchaseOption().name(),
                        1)),
                List.of(instance.id() + " left without replacement"));
    }
}
