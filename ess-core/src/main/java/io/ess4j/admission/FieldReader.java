package io.ess4j.admission;

import io.ess4j.admission.FieldProblem.Kind;
import io.ess4j.model.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** Takes the fields of a request one after the other and collects everything that is wrong with them. */
final class FieldReader {
    /** The greatest number has 19 digits; longer texts are no numbers of this request. */
    private static final int MOST_DIGITS = 18;

    private static final int SHOWN = 40;

    private final TreeMap<String, String> left;
    private final List<FieldProblem> problems = new ArrayList<>();

    FieldReader(Map<String, String> fields) {
        left = new TreeMap<>(fields);
    }

    /** A field that must be a name; a problem and an empty answer otherwise. */
    Optional<String> name(String field) {
        return text(field, true).filter(value -> isName(field, value));
    }

    Optional<String> optionalName(String field) {
        return text(field, false).filter(value -> isName(field, value));
    }

    Optional<String> text(String field, boolean required) {
        String value = left.remove(field);
        if (value == null && required) {
            problem(field, Kind.MISSING, "is required");
        }
        return Optional.ofNullable(value);
    }

    /** A number that must be given; {@code fallback} stands for one that is missing or wrong. */
    long number(String field, long fallback, LongPredicate allowed, String rule) {
        return number(field, text(field, true), fallback, allowed, rule);
    }

    /** A number that may be left out, which means {@code fallback}. */
    long optionalNumber(String field, long fallback, LongPredicate allowed, String rule) {
        return number(field, text(field, false), fallback, allowed, rule);
    }

    boolean flag(String field, boolean required) {
        Optional<String> text = text(field, required);
        if (text.filter(t -> !t.equals("true") && !t.equals("false")).isPresent()) {
            problem(field, Kind.NOT_A_BOOLEAN, "must be true or false");
        }
        return text.filter("true"::equals).isPresent();
    }

    void problem(String field, Kind kind, String rule) {
        problems.add(new FieldProblem(field, kind, rule));
    }

    /** Everything that was wrong, in the order of reading; then the fields nobody asked for, by name. */
    List<FieldProblem> finish() {
        left.keySet()
                .forEach(field -> problem(
                        field.length() > SHOWN ? field.substring(0, SHOWN) + "..." : field,
                        Kind.UNKNOWN,
                        "is no field of this request"));
        return List.copyOf(problems);
    }

    private long number(String field, Optional<String> text, long fallback, LongPredicate allowed, String rule) {
        if (text.isEmpty()) {
            return fallback;
        }
        String digits = text.orElseThrow();
        int sign = digits.startsWith("-") ? 1 : 0;
        boolean whole = digits.length() > sign
                && digits.length() <= sign + MOST_DIGITS
                && digits.chars().skip(sign).allMatch(c -> c >= '0' && c <= '9');
        if (!whole) {
            problem(field, Kind.NOT_A_NUMBER, "must be a whole number");
            return fallback;
        }
        long value = Long.parseLong(digits);
        if (!allowed.test(value)) {
            problem(field, Kind.NOT_ALLOWED, rule + ", not " + value);
            return fallback;
        }
        return value;
    }

    private boolean isName(String field, String value) {
        try {
            Names.check(field, value);
            return true;
        } catch (IllegalArgumentException e) {
            problem(field, Kind.NOT_A_NAME, String.valueOf(e.getMessage()));
            return false;
        }
    }
}
