package io.ess4j.sim.control;

import java.util.OptionalInt;

/** Grows with the rise of the load and shrinks slowly; see {@link Rival.Kind#ADAPT}. */
final class AdaptPolicy implements CapacityPolicy {
    private static final double SMOOTHING = 0.1;

    private double last = Double.NaN;
    private double kept;

    @Override
    public OptionalInt wanted(Input input) {
        double load = input.measurement().arrivalsPerSecond();
        double rise = Double.isNaN(last) ? 0 : Math.max(0, load - last);
        last = load;
        kept = Math.max(load + rise, kept + SMOOTHING * (load - kept));
        return OptionalInt.of(LoadWindow.units(kept, input));
    }
}
