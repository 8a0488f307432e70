package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Names;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Argument checks shared by the triggers. */
final class TriggerChecks {
    private TriggerChecks() {}

    static void atLeastZero(String what, OptionalInt value) {
        if (requireNonNull(value, what).orElse(0) < 0) {
            throw new IllegalArgumentException(what + " (" + value.getAsInt() + ") must be >= 0");
        }
    }

    static void finite(String what, OptionalDouble value) {
        if (requireNonNull(value, what).isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException(what + " (" + value.getAsDouble() + ") must be finite");
        }
    }

    static void distinct(String what, List<String> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException(what + " must name at least one instance");
        }
        // Membership only; the order of hashing is never seen.
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(what + " must name " + Names.shown(id) + " only once");
            }
        }
    }
}
