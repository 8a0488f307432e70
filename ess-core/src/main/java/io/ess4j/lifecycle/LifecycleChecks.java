package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Argument checks shared by this package. */
final class LifecycleChecks {
    private LifecycleChecks() {}

    static String name(String what, String value) {
        if (requireNonNull(value, what).isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        return value;
    }

    static void hookName(String name) {
        requireNonNull(name, "name");
        boolean fits = name.length() >= 2 && name.length() <= 64 && Character.isLetterOrDigit(name.codePointAt(0));
        if (!fits || !name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("name of a hook (" + name + ") must have 2 to 64 letters, digits,"
                    + " '.', '_' or '-' and begin with a letter or digit");
        }
    }

    static void between(String what, Duration value, Duration least, Duration most) {
        if (requireNonNull(value, what).compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(what + " (" + value + ") must be from " + least.toSeconds() + " to "
                    + most.toSeconds() + " seconds");
        }
    }

    static void atLeast(String what, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " (" + value + ") must be >= " + least);
        }
    }

    static void notBefore(Instant now, Instant last) {
        if (now.isBefore(last)) {
            throw new IllegalArgumentException("now (" + now + ") must not be before the last step (" + last + ")");
        }
    }

    /** A copy of names of which none repeats. */
    static List<String> distinct(String what, List<String> names) {
        List<String> copy = List.copyOf(names);
        // Membership only; the order of hashing is never seen.
        Set<String> seen = new HashSet<>();
        for (String name : copy) {
            if (!seen.add(name(what, name))) {
                throw new IllegalArgumentException(what + " (" + name + ") must be given only once");
            }
        }
        return copy;
    }
}
