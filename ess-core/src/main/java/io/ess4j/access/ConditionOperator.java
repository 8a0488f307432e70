package io.ess4j.access;

import io.ess4j.model.text.Wildcard;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/**
 * How a condition compares a value of a request with its own. A negative operator holds when its positive one holds for
 * none of the values.
 */
public enum ConditionOperator {
    /** The texts are the same. */
    STRING_EQUALS("StringEquals", Kind.TEXT, false, String::equals),
    /** The texts are not the same. */
    STRING_NOT_EQUALS("StringNotEquals", Kind.TEXT, true, String::equals),
    /** The texts are the same but for case. */
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Kind.TEXT, false, String::equalsIgnoreCase),
    /** The texts differ by more than case. */
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Kind.TEXT, true, String::equalsIgnoreCase),
    /** The text fits a pattern with {@code *} and {@code ?}. */
    STRING_LIKE("StringLike", Kind.TEXT, false, ConditionOperator::like),
    /** The text does not fit a pattern with {@code *} and {@code ?}. */
    STRING_NOT_LIKE("StringNotLike", Kind.TEXT, true, ConditionOperator::like),
    /** The numbers are equal. */
    NUMERIC_EQUALS("NumericEquals", Kind.NUMBER, false, compared(Kind.NUMBER, c -> c == 0)),
    /** The numbers are not equal. */
    NUMERIC_NOT_EQUALS("NumericNotEquals", Kind.NUMBER, true, compared(Kind.NUMBER, c -> c == 0)),
    /** The number is less. */
    NUMERIC_LESS_THAN("NumericLessThan", Kind.NUMBER, false, compared(Kind.NUMBER, c -> c < 0)),
    /** The number is less or equal. */
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Kind.NUMBER, false, compared(Kind.NUMBER, c -> c <= 0)),
    /** The number is greater. */
    NUMERIC_GREATER_THAN("NumericGreaterThan", Kind.NUMBER, false, compared(Kind.NUMBER, c -> c > 0)),
    /** The number is greater or equal. */
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Kind.NUMBER, false, compared(Kind.NUMBER, c -> c >= 0)),
    /** The moments are the same. */
    DATE_EQUALS("DateEquals", Kind.DATE, false, compared(Kind.DATE, c -> c == 0)),
    /** The moments are not the same. */
    DATE_NOT_EQUALS("DateNotEquals", Kind.DATE, true, compared(Kind.DATE, c -> c == 0)),
    /** The moment is earlier. */
    DATE_LESS_THAN("DateLessThan", Kind.DATE, false, compared(Kind.DATE, c -> c < 0)),
    /** The moment is not later. */
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", Kind.DATE, false, compared(Kind.DATE, c -> c <= 0)),
    /** The moment is later. */
    DATE_GREATER_THAN("DateGreaterThan", Kind.DATE, false, compared(Kind.DATE, c -> c > 0)),
    /** The moment is not earlier. */
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Kind.DATE, false, compared(Kind.DATE, c -> c >= 0)),
    /** Both are true, or both are false. */
    BOOL("Bool", Kind.BOOL, false, String::equalsIgnoreCase),
    /** The IPv4 address lies in the range. */
    IP_ADDRESS("IpAddress", Kind.ADDRESS, false, AddressRange::covers),
    /** The IPv4 address does not lie in the range. */
    NOT_IP_ADDRESS("NotIpAddress", Kind.ADDRESS, true, AddressRange::covers);

    /** What values an operator takes. */
    enum Kind {
        TEXT,
        NUMBER,
        DATE,
        BOOL,
        ADDRESS;

        private static final int LONGEST_NUMBER = 40;

        boolean accepts(String value) {
            return switch (this) {
                case TEXT -> true;
                case BOOL -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
                case NUMBER -> number(value).isPresent();
                case DATE -> date(value).isPresent();
                case ADDRESS -> AddressRange.parse(value).isPresent();
            };
        }

        static Optional<BigDecimal> number(String text) {
            boolean plain = !text.isEmpty()
                    && text.length() <= LONGEST_NUMBER
                    && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
            try {
                return plain ? Optional.of(new BigDecimal(text)) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        static Optional<Instant> date(String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    private final String word;
    private final Kind kind;
    private final boolean negative;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final BiPredicate<String, String> matches;

    ConditionOperator(String word, Kind kind, boolean negative, BiPredicate<String, String> matches) {
        this.word = word;
        this.kind = kind;
        this.negative = negative;
        this.matches = matches;
    }

    /**
     * The word in policies.
     *
     * @return such as {@code StringEquals}
     */
    public String word() {
        return word;
    }

    /**
     * Whether it is the negation of another operator.
     *
     * @return true if it holds for what is missing
     */
    public boolean isNegative() {
        return negative;
    }

    /**
     * The operator of a word.
     *
     * @param word such as {@code StringEquals}
     * @return the operator, or empty if there is none
     */
    public static Optional<ConditionOperator> of(String word) {
        return Arrays.stream(values()).filter(o -> o.word.equals(word)).findFirst();
    }

    /** Whether a condition may have this value. */
    boolean accepts(String value) {
        return kind.accepts(value);
    }

    /** Whether the positive form of this operator holds; never for a value of another kind. */
    boolean matches(String requested, String own) {
        return kind.accepts(requested) && matches.test(requested, own);
    }

    private static BiPredicate<String, String> compared(Kind kind, IntPredicate order) {
        return kind == Kind.NUMBER
                ? (a, b) -> order.test(
                        Kind.number(a).orElseThrow().compareTo(Kind.number(b).orElseThrow()))
                : (a, b) -> order.test(
                        Kind.date(a).orElseThrow().compareTo(Kind.date(b).orElseThrow()));
    }

    private static boolean like(String text, String pattern) {
        return Wildcard.fitsWithSingles(pattern, text);
    }
}
