package io.ess4j;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What made somebody ask whether the group should scale. */
public sealed interface Trigger {
    /**
     * An alarm ran a rule. Alarms wait for the cooldown and for every running activity (contract sections 12 and 13).
     *
     * @param rule the name of the rule
     * @param metric the value of the rule's metric, finite and 0 or more; absent when no data came
     */
    record Alarm(String rule, OptionalDouble metric) implements Trigger {
        public Alarm {
            requireNonNull(rule, "rule");
            requireNonNull(metric, "metric");
            if (metric.isPresent() && !(metric.getAsDouble() >= 0 && metric.getAsDouble() <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("metric (" + metric.getAsDouble() + ") must be finite and >= 0");
            }
        }
    }

    /**
     * Somebody, or a schedule, ran a simple rule. It does not wait for the cooldown. In a group with a desired capacity
     * it only changes that; a later {@link Check} scales.
     *
     * @param rule the name of the rule
     */
    record Execute(String rule) implements Trigger {
        public Execute {
            requireNonNull(rule, "rule");
        }
    }

    /** The regular comparison of capacity with the minimum, maximum and desired capacity. */
    record Check() implements Trigger {}

    /**
     * Somebody, or a schedule, set the minimum, maximum or desired capacity; what is absent stays as it is.
     *
     * @param min the new least capacity, if it changes
     * @param max the new most capacity, if it changes
     * @param desired the new desired capacity, if it changes
     */
    record SetCapacity(OptionalInt min, OptionalInt max, OptionalInt desired) implements Trigger {
        public SetCapacity {
            requireNonNull(min, "min");
            requireNonNull(max, "max");
            requireNonNull(desired, "desired");
            if (min.isEmpty() && max.isEmpty() && desired.isEmpty()) {
                throw new IllegalArgumentException("at least one of min, max and desired must be given");
            }
            atLeastZero("min", min);
            atLeastZero("max", max);
            atLeastZero("desired", desired);
        }

        private static void atLeastZero(String what, OptionalInt value) {
            if (value.orElse(0) < 0) {
                throw new IllegalArgumentException(what + " (" + value.getAsInt() + ") must be >= 0");
            }
        }
    }

    /**
     * An alarm with a metric value.
     *
     * @param rule the name of the rule
     * @param metric the value of the rule's metric, finite and 0 or more
     * @return the trigger
     * @throws IllegalArgumentException if the metric is negative, infinite or not a number
     */
    static Alarm alarm(String rule, double metric) {
        return new Alarm(rule, OptionalDouble.of(metric));
    }

    /**
     * An alarm without a metric value: for simple rules, or when no data came.
     *
     * @param rule the name of the rule
     * @return the trigger
     */
    static Alarm alarm(String rule) {
        return new Alarm(rule, OptionalDouble.empty());
    }

    /**
     * The execution of a simple rule by hand or by schedule.
     *
     * @param rule the name of the rule
     * @return the trigger
     */
    static Execute execute(String rule) {
        return new Execute(rule);
    }

    /**
     * The regular check.
     *
     * @return the trigger
     */
    static Check check() {
        return new Check();
    }

    /**
     * A new desired capacity.
     *
     * @param units capacity units, 0 or more
     * @return the trigger
     */
    static SetCapacity setDesired(int units) {
        return new SetCapacity(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(units));
    }

    /**
     * New limits.
     *
     * @param min the new least capacity
     * @param max the new most capacity
     * @return the trigger
     */
    static SetCapacity setLimits(int min, int max) {
        return new SetCapacity(OptionalInt.of(min), OptionalInt.of(max), OptionalInt.empty());
    }
}
