package io.ess4j.schedule;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a scheduled task does: runs a simple rule, or sets sizes of the group; never both (guide map G1.2-9). */
public sealed interface ScheduledAction {
    /**
     * Runs a simple rule.
     *
     * @param rule the name of the rule
     */
    record RunRule(String rule) implements ScheduledAction {
        public RunRule {
            if (requireNonNull(rule, "rule").isBlank()) {
                throw new IllegalArgumentException("rule of a scheduled task must not be blank");
            }
        }
    }

    /**
     * Sets sizes of the group; what is absent stays as it is.
     *
     * @param min the least capacity, 0 or more
     * @param max the most capacity, 0 or more
     * @param desired the desired capacity, 0 or more
     */
    record SetSizes(OptionalInt min, OptionalInt max, OptionalInt desired) implements ScheduledAction {
        public SetSizes {
            requireNonNull(min, "min");
            requireNonNull(max, "max");
            requireNonNull(desired, "desired");
            if (min.isEmpty() && max.isEmpty() && desired.isEmpty()) {
                throw new IllegalArgumentException("at least one of min, max and desired must be given");
            }
            atLeastZero("min", min);
            atLeastZero("desired", desired);
            atLeastZero("max", max);
            int least = min.orElse(0);
            int most = max.orElse(Integer.MAX_VALUE);
            if (least > most || desired.orElse(least) < least || desired.orElse(most) > most) {
                throw new IllegalArgumentException("sizes of a scheduled task must be in order: "
                        + Stream.of(shown("min", min), shown("desired", desired), shown("max", max))
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(" <= ")));
            }
        }

        private static void atLeastZero(String what, OptionalInt size) {
            if (size.orElse(0) < 0) {
                throw new IllegalArgumentException(shown(what, size) + " must be >= 0");
            }
        }

        private static String shown(String what, OptionalInt size) {
            return size.isPresent() ? what + " (" + size.getAsInt() + ")" : "";
        }
    }

    /**
     * Runs a simple rule.
     *
     * @param rule the name of the rule
     * @return the action
     * @throws IllegalArgumentException if the name is blank
     */
    static RunRule rule(String rule) {
        return new RunRule(rule);
    }

    /**
     * Sets all three sizes, as advised for groups with a desired capacity.
     *
     * @param min the least capacity
     * @param desired the desired capacity
     * @param max the most capacity
     * @return the action
     * @throws IllegalArgumentException if they are negative or out of order
     */
    static SetSizes sizes(int min, int desired, int max) {
        return new SetSizes(OptionalInt.of(min), OptionalInt.of(max), OptionalInt.of(desired));
    }

    /**
     * Sets the limits.
     *
     * @param min the least capacity
     * @param max the most capacity
     * @return the action
     * @throws IllegalArgumentException if they are negative or out of order
     */
    static SetSizes limits(int min, int max) {
        return new SetSizes(OptionalInt.of(min), OptionalInt.of(max), OptionalInt.empty());
    }
}
