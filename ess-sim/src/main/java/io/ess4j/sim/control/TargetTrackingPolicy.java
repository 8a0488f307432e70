package io.ess4j.sim.control;

import java.util.OptionalInt;

/** Alarms of three and fifteen periods; see {@link Rival.Kind#AWS_TARGET_TRACKING}. */
final class TargetTrackingPolicy implements CapacityPolicy {
    private static final int HIGH_PERIODS = 3;
    private static final int LOW_PERIODS = 15;
    private static final double LOW = 0.9;

    private int above;
    private int below;

    @Override
    public OptionalInt wanted(Input input) {
        if (input.measurement().utilisationPercent().isEmpty()) {
            return OptionalInt.empty();
        }
        double percent = input.measurement().utilisationPercent().getAsDouble();
        above = percent > input.targetPercent() ? above + 1 : 0;
        below = percent < LOW * input.targetPercent() ? below + 1 : 0;
        double ideal = input.measurement().capacity() * percent / input.targetPercent();
        if (above >= HIGH_PERIODS) {
            int wanted = (int) Math.ceil(ideal - 1e-9);
            return wanted > input.capacity() ? OptionalInt.of(wanted) : OptionalInt.empty();
        }
        if (below >= LOW_PERIODS) {
            // the change is rounded towards none
            int wanted = (int) Math.ceil(ideal - 1e-9);
            return wanted < input.capacity() ? OptionalInt.of(wanted) : OptionalInt.empty();
        }
        return OptionalInt.empty();
    }
}
