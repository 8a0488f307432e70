package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

/**
 * What a workload puts up with, as Kubernetes writes it.
 *
 * @param key the key of a taint; empty for every key, with {@code EXISTS} only
 * @param operator whether the value matters
 * @param value the value; empty with {@code EXISTS}
 * @param effect the effect of a taint, such as {@code NoSchedule}; empty for every effect
 */
public record Toleration(String key, Operator operator, String value, String effect) {
    /** Whether the value of a taint matters. */
    public enum Operator {
        /** It must be equal. */
        EQUAL,
        /** It may be anything. */
        EXISTS
    }

    public Toleration {
        requireNonNull(key, "key");
        requireNonNull(operator, "operator");
        requireNonNull(value, "value");
        requireNonNull(effect, "effect");
        if (key.isEmpty() && operator == Operator.EQUAL) {
            throw new IllegalArgumentException("key () must not be empty with operator EQUAL");
        }
        if (!value.isEmpty() && operator == Operator.EXISTS) {
            throw new IllegalArgumentException("value (" + value + ") must be empty with operator EXISTS");
        }
    }

    /** Whether a taint is put up with. */
    boolean tolerates(String taintKey, String taintValue, String taintEffect) {
        return (key.isEmpty() || key.equals(taintKey))
                && (operator == Operator.EXISTS || value.equals(taintValue))
                && (effect.isEmpty() || effect.equals(taintEffect));
    }
}
