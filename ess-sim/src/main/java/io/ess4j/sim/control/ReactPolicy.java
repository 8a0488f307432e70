package io.ess4j.sim.control;

import java.util.OptionalInt;

/** Follows the present load; see {@link Rival.Kind#REACT}. */
final class ReactPolicy implements CapacityPolicy {
    private static final double LOWER = 0.6;

    @Override
    public OptionalInt wanted(Input input) {
        double load = input.measurement().arrivalsPerSecond();
        int needed = LoadWindow.units(load, input);
        int spare = LoadWindow.units(load / LOWER, input);
        if (needed > input.capacity()) {
            return OptionalInt.of(needed);
        }
        return spare < input.capacity() ? OptionalInt.of(Math.max(needed, spare)) : OptionalInt.empty();
    }
}
