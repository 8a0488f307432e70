package io.ess4j.sim.control;

import java.util.OptionalInt;

/** Shrinks by regression; see {@link Rival.Kind#REG}. */
final class RegPolicy implements CapacityPolicy {
    private static final int WINDOW = 30;
    private final LoadWindow window = new LoadWindow(WINDOW);

    @Override
    public OptionalInt wanted(Input input) {
        double load = input.measurement().arrivalsPerSecond();
        window.add(load);
        double expected = Math.max(load, window.extrapolated(2));
        int needed = LoadWindow.units(load, input);
        int predicted = LoadWindow.units(expected, input);
        return needed > input.capacity()
                ? OptionalInt.of(needed)
                : OptionalInt.of((int) Math.min(input.capacity(), Math.max(needed, predicted)));
    }
}
