package io.ess4j.access;

import io.ess4j.model.text.Wildcard;
import java.util.Locale;

/** Comparison of resource names of the form {@code acs:service:region:account:type/id}, segment by segment. */
final class ResourcePattern {
    private static final int SEGMENTS = 5;

    private ResourcePattern() {}

    /**
     * Whether a name fits a pattern with {@code *} and {@code ?}. A pattern of fewer segments compares its last one
     * with all the rest; the type of the resource is compared without regard to case.
     */
    static boolean fits(String pattern, String name) {
        if (pattern.equals("*")) {
            return true;
        }
        String[] wanted = pattern.split(":", SEGMENTS);
        String[] given = name.split(":", wanted.length);
        if (given.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            boolean relative = i == SEGMENTS - 1;
            String w = relative ? lowerType(wanted[i]) : wanted[i];
            String g = relative ? lowerType(given[i]) : given[i];
            if (!Wildcard.fitsWithSingles(w, g)) {
                return false;
            }
        }
        return true;
    }

    private static String lowerType(String relative) {
        int slash = relative.indexOf('/');
        return slash < 0 ? relative : relative.substring(0, slash).toLowerCase(Locale.ROOT) + relative.substring(slash);
    }
}
