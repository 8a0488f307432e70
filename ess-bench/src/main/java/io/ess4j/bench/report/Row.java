package io.ess4j.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * One line of the comparison: ess4j against another way to do the same.
 *
 * @param id never changes; the committed ratios are found by it
 * @param path what is done
 * @param against what the other way is
 * @param subject ess4j's way
 * @param other the other way; the same as the subject in a row about its time alone
 * @param gate what must hold
 * @param isShort whether the short run measures it
 */
public record Row(String id, String path, String against, Cell subject, Cell other, Gate gate, boolean isShort) {
    /** What must hold for a row. */
    public enum Kind {
        /** The other way takes at least so many times as long. */
        FASTER,
        /** It takes at most so many times as long as the floor. */
        NEAR_FLOOR,
        /** The slowest of a hundred calls takes at most so many times as long as the other way. */
        NEAR_FLOOR_P99,
        /** It takes at most so many microseconds. */
        MICROS,
        /** The slowest of a hundred calls takes at most so many microseconds. */
        MICROS_P99,
        /** It allocates at most so many bytes. */
        BYTES,
        /** Nothing is promised. */
        NONE
    }

    /**
     * A promise.
     *
     * @param kind of what
     * @param limit how much
     */
    public record Gate(Kind kind, double limit) {
        boolean isMet(double figure) {
            return switch (kind) {
                case FASTER -> figure >= limit;
                case NONE -> true;
                default -> figure <= limit;
            };
        }

        /** The figure that the promise is about, of one round. */
        double figure(Measured subject, Measured other) {
            return switch (kind) {
                case FASTER, NONE -> other.nanos() / subject.nanos();
                case NEAR_FLOOR -> subject.p50() / other.p50();
                case NEAR_FLOOR_P99 -> subject.p99() / other.p50();
                case MICROS -> subject.p50() / 1000;
                case MICROS_P99 -> subject.p99() / 1000;
                case BYTES -> subject.bytes();
            };
        }

        boolean moreIsBetter() {
            return kind == Kind.FASTER || kind == Kind.NONE;
        }

        String words() {
            String number = Text.number(limit);
            return switch (kind) {
                case FASTER -> "at least " + number + " times as fast";
                case NEAR_FLOOR -> "at most " + number + " times its time";
                case NEAR_FLOOR_P99 -> "p99 at most " + number + " times its median";
                case MICROS -> "at most " + number + " µs";
                case MICROS_P99 -> "p99 at most " + number + " µs";
                case BYTES -> "at most " + number + " B";
                case NONE -> "";
            };
        }
    }

    /** The figure of the worst round. */
    double worst(List<Round> rounds) {
        OptionalDouble worst = gate.moreIsBetter()
                ? rounds.stream().mapToDouble(this::figure).min()
                : rounds.stream().mapToDouble(this::figure).max();
        return worst.orElse(Double.NaN);
    }

    /** The median of the figure. */
    double median(List<Round> rounds) {
        double[] sorted = rounds.stream().mapToDouble(this::figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The median of something about a cell over the rounds. */
    static double median(List<Round> rounds, Cell cell, ToDoubleFunction<Measured> of) {
        double[] sorted = rounds.stream()
                .mapToDouble(r -> of.applyAsDouble(r.get(cell)))
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private double figure(Round round) {
        return gate.figure(round.get(subject), round.get(other));
    }

    String verdict(List<Round> rounds) {
        if (gate.kind() == Kind.NONE) {
            return "";
        }
        return String.format(Locale.ROOT, "%s: %s", gate.words(), gate.isMet(worst(rounds)) ? "met" : "**missed**");
    }
}
