package io.ess4j.access;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Names;
import java.util.List;
import java.util.Optional;

/**
 * One condition of a statement, such as {@code StringEquals acs:ResourceTag/team game1}. One of its values is enough;
 * all conditions of a statement are needed.
 *
 * @param operator how values are compared
 * @param key what is compared: {@code acs:RequestTag/<key>}, {@code acs:ResourceTag/<key>}, or a key of the context;
 *     case-sensitive
 * @param values the values, at least one
 */
public record Condition(ConditionOperator operator, String key, List<String> values) {
    /** What keys of tags in the request begin with. */
    public static final String REQUEST_TAG = "acs:RequestTag/";

    /** What keys of tags on the resource begin with. */
    public static final String RESOURCE_TAG = "acs:ResourceTag/";

    public Condition {
        requireNonNull(operator, "operator");
        Names.check("condition key", key);
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values of " + key + " must hold at least one value");
        }
        for (String value : values) {
            if (value.length() > Names.MAX_LENGTH || !operator.accepts(value)) {
                throw new IllegalArgumentException("value of " + key + " (" + shortened(value) + ") must fit "
                        + operator.word() + " and have at most " + Names.MAX_LENGTH + " characters");
            }
        }
    }

    /**
     * That a key has a value.
     *
     * @param key the key
     * @param value the value
     * @return the condition
     * @throws IllegalArgumentException if the key is no identifier or the value too long
     */
    public static Condition equal(String key, String value) {
        return new Condition(ConditionOperator.STRING_EQUALS, key, List.of(value));
    }

    /**
     * The key of the tag that is compared.
     *
     * @return the tag's key, or empty if the condition is not about a tag
     */
    public Optional<String> tagKey() {
        if (key.startsWith(REQUEST_TAG)) {
            return Optional.of(key.substring(REQUEST_TAG.length()));
        }
        return key.startsWith(RESOURCE_TAG) ? Optional.of(key.substring(RESOURCE_TAG.length())) : Optional.empty();
    }

    /** Whether a request fulfils this condition. A key that is missing fails, except under a negative operator. */
    boolean holds(AccessRequest request) {
        Optional<String> requested = request.value(key);
        boolean matches =
                requested.isPresent() && values.stream().anyMatch(v -> operator.matches(requested.orElseThrow(), v));
        return operator.isNegative() != matches;
    }

    private static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "..." : value;
    }

    /** Returns operator, key and values. */
    @Override
    public String toString() {
        return operator.word() + " " + key + " " + String.join(" or ", values);
    }
}
