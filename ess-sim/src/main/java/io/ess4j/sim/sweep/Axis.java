package io.ess4j.sim.sweep;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.scenario.Setting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of a scenario and the values it takes, such as {@code group.rules[0].target=40,50,60} or the same as
 * {@code group.rules[0].target=40..60..10}.
 *
 * @param path the field
 * @param values its values in their order, at least one, none twice
 */
public record Axis(String path, List<String> values) {
    private static final int MOST_VALUES = 10_000;
    private static final Pattern RANGE = Pattern.compile(
            "(-?\\d{1,9}(?:\\.\\d{1,6})?)\\.\\.(-?\\d{1,9}(?:\\.\\d{1,6})?)\\.\\.(\\d{1,9}(?:\\.\\d{1,6})?)");

    public Axis {
        requireNonNull(path, "path");
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "values of " + path + " (" + values.size() + ") must be from 1 to " + MOST_VALUES);
        }
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("values of " + path + " must differ: " + values);
        }
        values.forEach(value -> new Setting(path, value)); // refuses what is no path
    }

    /**
     * Reads {@code path=value,value,...} or {@code path=from..to..step}. Commas within brackets and braces belong to a
     * value.
     *
     * @param text the text
     * @return the axis
     * @throws IllegalArgumentException if it is none
     */
    public static Axis parse(String text) {
        Setting whole = Setting.parse(text);
        Matcher range = RANGE.matcher(whole.value());
        if (range.matches()) {
            return new Axis(whole.path(), range(range.group(1), range.group(2), range.group(3), whole.path()));
        }
        return new Axis(whole.path(), split(whole.value()));
    }

    private static List<String> range(String from, String to, String step, String path) {
        BigDecimal by = new BigDecimal(step);
        BigDecimal last = new BigDecimal(to);
        if (by.signum() == 0) {
            throw new IllegalArgumentException("step of " + path + " must be above 0");
        }
        List<String> values = new ArrayList<>();
        for (BigDecimal at = new BigDecimal(from); at.compareTo(last) <= 0; at = at.add(by)) {
            if (values.size() == MOST_VALUES) {
                throw new IllegalArgumentException(
                        "range of " + path + " must have at most " + MOST_VALUES + " values");
            }
            values.add(at.toPlainString());
        }
        return values;
    }

    /**
     * Splits text at commas that are in no bracket, brace or quote.
     *
     * @param text such as {@code a,[b, c]}
     * @return the parts without blanks around them
     */
    public static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    /** Returns {@code path=value,value}. */
    @Override
    public String toString() {
        return path + "=" + Decimals.quote(String.join(",", values));
    }
}
