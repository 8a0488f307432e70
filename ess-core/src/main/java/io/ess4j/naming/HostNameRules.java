package io.ess4j.naming;

import static java.util.Objects.requireNonNull;

import io.ess4j.naming.HostNamePattern.Extended;
import io.ess4j.naming.HostNamePattern.Fixed;
import io.ess4j.naming.HostNamePattern.Ordered;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an operating system accepts as a host name, such as {@code ess-node-000-ecshost} on Linux (but not on Windows,
 * where it is 5 characters too long).
 *
 * <table>
 * <caption>Rules</caption>
 * <tr><th></th><th>length</th><th>characters</th><th>besides</th></tr>
 * <tr><td>{@link #WINDOWS}</td><td>2..15</td><td>letters, digits, '-'</td><td>not only digits</td></tr>
 * <tr><td>{@link #OTHER}</td><td>2..64</td><td>letters, digits, '-', '.' between segments</td><td></td></tr>
 * </table>
 *
 * <p>Both: neither '-' nor '.' at an end or two of them in a row. Letters are those of ASCII.
 */
public enum HostNameRules {
    /** Windows. */
    WINDOWS(15, false),
    /** Linux and every other operating system. */
    OTHER(HostNamePattern.MAX_LENGTH, true);

    private static final int MIN_LENGTH = 2;

    private final int maxLength;
    private final boolean segments;

    HostNameRules(int maxLength, boolean segments) {
        this.maxLength = maxLength;
        this.segments = segments;
    }

    /**
     * Finds all that is wrong with a name, in one pass.
     *
     * @param name a host name
     * @return every problem, once each, in the order of the enum; empty if the name is accepted
     */
    public List<HostNameProblem> problems(String name) {
        var problems = EnumSet.noneOf(HostNameProblem.class);
        int length = requireNonNull(name, "name").length();
        note(problems, length < MIN_LENGTH, HostNameProblem.TOO_SHORT);
        note(problems, length > maxLength, HostNameProblem.TOO_LONG);
        boolean onlyDigits = length > 0;
        boolean afterSeparator = false;
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            boolean separator = c == '-' || c == '.';
            note(problems, !separator && Base62.rank(c) < 0, HostNameProblem.FOREIGN_CHARACTER);
            note(problems, c == '.' && !segments, HostNameProblem.DOT);
            note(problems, separator && i == 0, HostNameProblem.STARTS_WITH_SEPARATOR);
            note(problems, separator && i == length - 1, HostNameProblem.ENDS_WITH_SEPARATOR);
            note(problems, separator && afterSeparator, HostNameProblem.SEPARATORS_IN_A_ROW);
            afterSeparator = separator;
            onlyDigits &= c >= '0' && c <= '9';
        }
        note(problems, onlyDigits && !segments, HostNameProblem.ONLY_DIGITS);
        return List.copyOf(problems);
    }

    /**
     * Finds all that is wrong with any name that a pattern can give. The names of a pattern differ in their digits
     * only, so one of them, of the greatest length, stands for all.
     *
     * @param pattern a pattern
     * @return every problem, once each, in the order of the enum; empty if every name is accepted
     */
    public List<HostNameProblem> problems(HostNamePattern pattern) {
        return problems(sample(pattern));
    }

    private static String sample(HostNamePattern pattern) {
        if (pattern instanceof Fixed fixed) {
            return fixed.name();
        }
        if (pattern instanceof Ordered ordered) {
            return ordered.prefix() + HostNamePattern.MAX_NUMBER + ordered.suffix();
        }
        return Numbering.of(pattern).name(0);
    }

    /**
     * Finds what is allowed in a pattern but likely to hurt later, on any operating system.
     *
     * @param pattern a pattern
     * @return every finding, once each, in the order of the enum
     */
    public static List<HostNameFinding> findings(HostNamePattern pattern) {
        var findings = new ArrayList<HostNameFinding>();
        if (HostNameSequence.of(pattern).isLimited() && Numbering.of(pattern).digits() < 3) {
            findings.add(HostNameFinding.FEWER_THAN_THREE_DIGITS);
        }
        if (pattern instanceof Extended) {
            findings.add(HostNameFinding.CASE_COLLISION);
        }
        return List.copyOf(findings);
    }

    /**
     * Finds the names that a name service takes for one, because it does not tell upper from lower case.
     *
     * @param names host names, in any order; the same name twice counts as two
     * @return groups of two names or more, in the order of their lower-case form; inside a group as given
     */
    public static List<List<String>> sameIgnoringCase(Iterable<String> names) {
        Map<String, List<String>> byLowerCase = new TreeMap<>();
        for (String name : requireNonNull(names, "names")) {
            byLowerCase
                    .computeIfAbsent(name.toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                    .add(name);
        }
        return byLowerCase.values().stream()
                .filter(same -> same.size() > 1)
                .map(List::copyOf)
                .toList();
    }

    private static void note(Set<HostNameProblem> problems, boolean condition, HostNameProblem problem) {
        if (condition) {
            problems.add(problem);
        }
    }
}
