package io.ess4j.sim.metrics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One number that judges a run, such as {@code slo.keptPercent = 99.90}. Files, tables and comparisons of runs are all
 * made of these.
 *
 * @param name section and name with a dot between them, both in letters and digits; the sections of a summary
 * @param label what it is, in a few words
 * @param unit its unit; empty for a count
 * @param better which of two values is the better one
 * @param value the number with as many decimals as are written; empty if the run has none, such as the response time of
 *     a run without requests
 */
public record Figure(String name, String label, String unit, Better better, Optional<BigDecimal> value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)+");

    /** Which of two values is the better one. */
    public enum Better {
        /** The smaller one, as with money. */
        LESS,
        /** The greater one, as with time within the objective. */
        MORE,
        /** Neither by itself. */
        NEITHER
    }

    public Figure {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name (" + name + ") must be words joined by dots");
        }
        requireNonNull(label, "label");
        requireNonNull(unit, "unit");
        requireNonNull(better, "better");
        requireNonNull(value, "value");
    }

    /**
     * The number as text.
     *
     * @return plain digits, the same on every Java version; empty if there is no value
     */
    public String text() {
        return value.map(BigDecimal::toPlainString).orElse("");
    }
}
