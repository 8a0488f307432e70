package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Names;
import java.util.List;

/** Argument checks shared by this package; they collect problems, so that all are reported at once. */
final class RolloutChecks {
    private RolloutChecks() {}

    static void name(String what, String value) {
        Names.check(what, value);
    }

    static void text(String what, String value) {
        if (requireNonNull(value, what).isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
    }

    static void between(String what, long value, long least, long most, List<String> problems) {
        if (value < least || value > most) {
            problems.add(what + " (" + value + ") must be from " + least + " to " + most);
        }
    }

    static void none(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }
}
