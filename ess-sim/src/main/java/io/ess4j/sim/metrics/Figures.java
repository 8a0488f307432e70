package io.ess4j.sim.metrics;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Money;
import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.metrics.Figure.Better;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All figures of a run in the order in which they are shown. Two runs of one scenario have the same names in the same
 * order, whatever their seed.
 *
 * @param all the figures, no name twice
 */
public record Figures(List<Figure> all) {
    public Figures {
        all = List.copyOf(all);
        List<String> names = all.stream().map(Figure::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("names must differ: " + names);
        }
    }

    /**
     * The names.
     *
     * @return one for each figure, in their order
     */
    public List<String> names() {
        return all.stream().map(Figure::name).toList();
    }

    /**
     * Looks up a figure.
     *
     * @param name its name
     * @return the figure, or empty if there is none of that name
     */
    public Optional<Figure> find(String name) {
        return all.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /**
     * Starts a list.
     *
     * @param currency the unit of amounts
     * @return an empty builder
     */
    public static Builder builder(String currency) {
        return new Builder(currency);
    }

    /** Gathers figures in their order. */
    public static final class Builder {
        private final String currency;
        private final List<Figure> all = new ArrayList<>();

        private Builder(String currency) {
            this.currency = requireNonNull(currency, "currency");
        }

        /**
         * Adds a whole number.
         *
         * @param name section and name, such as {@code requests.lost}
         * @param label what it is
         * @param unit its unit; empty for a count
         * @param better which of two values is the better one
         * @param value the number
         * @return this builder
         */
        public Builder whole(String name, String label, String unit, Better better, long value) {
            all.add(new Figure(name, label, unit, better, Optional.of(BigDecimal.valueOf(value))));
            return this;
        }

        /**
         * Adds a decimal number.
         *
         * @param name section and name
         * @param label what it is
         * @param unit its unit
         * @param better which of two values is the better one
         * @param value the number; NaN if there is none
         * @param decimals how many decimals are written, 0 to 6; rounded half up
         * @return this builder
         */
        public Builder decimal(String name, String label, String unit, Better better, double value, int decimals) {
            Optional<BigDecimal> number = Double.isNaN(value)
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(Decimals.fixed(value, decimals)));
            all.add(new Figure(name, label, unit, better, number));
            return this;
        }

        /**
         * Adds an amount of money, written with two decimals, half up.
         *
         * @param name section and name
         * @param label what it is
         * @param better which of two values is the better one
         * @param amount the amount
         * @return this builder
         */
        public Builder amount(String name, String label, Better better, Money amount) {
            BigDecimal rounded = BigDecimal.valueOf(amount.nanos(), 9).setScale(2, RoundingMode.HALF_UP);
            all.add(new Figure(name, label, currency, better, Optional.of(rounded)));
            return this;
        }

        /**
         * The list.
         *
         * @return the figures
         */
        public Figures build() {
            return new Figures(all);
        }
    }
}
