package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.lifecycle.StepSequence;
import io.ess4j.model.Instance;

/**
 * An instance that leaves, and how.
 *
 * @param instance who leaves
 * @param way released, stopped to be started again later, or only out of the group
 */
public record Exit(Instance instance, StepSequence.Way way) {
    public Exit {
        requireNonNull(instance, "instance");
        requireNonNull(way, "way");
    }
}
