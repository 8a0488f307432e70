package io.ess4j.naming;

import static java.util.Objects.requireNonNull;

import io.ess4j.naming.HostNamePattern.AutoIncrement;
import io.ess4j.naming.HostNamePattern.Extended;
import io.ess4j.naming.HostNamePattern.Ordered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A pattern and how far its numbers have been used: the state of a group's host names between two decisions.
 *
 * <p>The high-water mark is the ordinal of the last number given: the number itself for {@link AutoIncrement};
 * extension times 10^digits plus number for {@link Extended}. Before the first batch there is none, and 0 is a mark
 * like any other. Rules (guide 2.3):
 *
 * <ul>
 *   <li>The first batch starts at the pattern's beginning, later ones after the mark; the beginning no longer counts.
 *   <li>A number once given is never given again, even if its instance failed or has left.
 *   <li>{@link Extended}, first batch: consecutive, from the last number of one extension to 0 of the next.
 *   <li>{@link Extended}, later batches: a batch of n that finds the mark at number m is consecutive if m + n is less
 *       than 10^digits; otherwise it starts at 0 of the next extension as a whole and is consecutive from there. After
 *       06, three more are 07, 08, 09; after 07 they are 10, 11, 12. Under the last extension there is no next one, so
 *       what is left is given.
 *   <li>At the end the names that are left are given, and the rest is a shortfall with its reason.
 * </ul>
 *
 * <p>{@link HostNamePattern.Fixed} and {@link Ordered} patterns remember nothing and never run out.
 *
 * <p>Cost: {@link #next} O(names), independent of how many there were before; {@link #observe} one pass over each name
 * as far as its number, without allocation.
 */
public final class HostNameSequence {
    private static final long NONE = -1;

    private final HostNamePattern pattern;
    private final Numbering numbering;
    private final long mark;

    private HostNameSequence(HostNamePattern pattern, long mark) {
        this.pattern = requireNonNull(pattern, "pattern");
        this.numbering = Numbering.of(pattern);
        this.mark = mark;
    }

    /**
     * A sequence of which no name has been given.
     *
     * @param pattern the pattern
     * @return the sequence
     */
    public static HostNameSequence of(HostNamePattern pattern) {
        return new HostNameSequence(pattern, NONE);
    }

    /**
     * A sequence that goes on after a mark.
     *
     * @param pattern a pattern whose numbers are unique in the group
     * @param highWaterMark the ordinal of the last number given: at most 999999 for {@link AutoIncrement}, at most the
     *     greatest of the pattern for {@link Extended}
     * @return the sequence
     * @throws IllegalArgumentException if the pattern remembers nothing, or the mark is out of range
     */
    public static HostNameSequence of(HostNamePattern pattern, long highWaterMark) {
        var sequence = new HostNameSequence(pattern, highWaterMark);
        if (!sequence.isLimited()) {
            throw new IllegalArgumentException("pattern (" + pattern + ") must number the whole group to have a mark");
        }
        long max = pattern instanceof AutoIncrement ? HostNamePattern.MAX_NUMBER : sequence.numbering.size() - 1;
        if (highWaterMark < 0 || highWaterMark > max) {
            throw new IllegalArgumentException("highWaterMark (" + highWaterMark + ") must be in 0.." + max);
        }
        return sequence;
    }

    /**
     * Returns the pattern.
     *
     * @return the pattern
     */
    public HostNamePattern pattern() {
        return pattern;
    }

    /**
     * Returns the ordinal of the last number given.
     *
     * @return the mark, or empty before the first batch and for patterns that remember nothing
     */
    public OptionalLong highWaterMark() {
        return mark == NONE ? OptionalLong.empty() : OptionalLong.of(mark);
    }

    /**
     * Tells whether the pattern numbers the whole group, so that it can run out.
     *
     * @return true for {@link AutoIncrement} and {@link Extended}
     */
    public boolean isLimited() {
        return pattern instanceof AutoIncrement || pattern instanceof Extended;
    }

    /**
     * Names a batch of instances.
     *
     * @param count how many instances, 0 or more
     * @return the names, the shortfall, and the sequence to go on with
     * @throws IllegalArgumentException if the count is negative
     */
    public HostNames next(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count (" + count + ") must be >= 0");
        }
        if (!isLimited()) {
            return new HostNames(unlimited(count), 0, this);
        }
        long from = start(count);
        int given = (int) Math.max(0, Math.min(count, numbering.size() - from));
        var after = given == 0 ? this : new HostNameSequence(pattern, from + given - 1);
        return new HostNames(numbering.names(from, given), count - given, after);
    }

    /**
     * Raises the mark to the greatest number among existing names, for a group whose mark is not known: after an
     * import, or on the first day. Never lowers it. A name counts if it has the prefix and then a number (with its
     * extension) of any width a pattern can have; the suffix is ignored, so names made before digits or suffix were
     * changed count. A number with more digits than the pattern has is the greatest of its extension. Other names are
     * passed over.
     *
     * @param existing the host names of the group, in any order
     * @return this sequence with the mark raised, or as it is for patterns that remember nothing
     */
    public HostNameSequence observe(Iterable<String> existing) {
        requireNonNull(existing, "existing");
        if (!isLimited()) {
            return this;
        }
        var reader = new NumberReader(numbering, mark);
        reader.readAll(existing.iterator());
        return reader.greatest() == mark ? this : new HostNameSequence(pattern, reader.greatest());
    }

    /**
     * Goes on under a changed pattern. Numbers start afresh if the prefix changes; with the same prefix they go on, so
     * that no name is given twice: an extension and a number keep their values when only the digits change, and the
     * last name is read by the new pattern when the kind changes or the width stays the same.
     *
     * @param changed the new pattern
     * @return the sequence to go on with; without mark if this one has none, or if no name so far looks like one of the
     *     new pattern
     */
    public HostNameSequence withPattern(HostNamePattern changed) {
        var next = of(changed);
        if (mark == NONE || !next.isLimited() || !changed.prefix().equals(pattern.prefix())) {
            return next;
        }
        var to = next.numbering;
        if (pattern instanceof Extended && changed instanceof Extended && to.width() != numbering.width()) {
            long extension = mark / numbering.numbersPerExtension();
            long number = Math.min(mark % numbering.numbersPerExtension(), to.numbersPerExtension() - 1L);
            long ordinal = extension * to.numbersPerExtension() + number;
            return new HostNameSequence(changed, Math.min(ordinal, to.size() - 1));
        }
        return next.observe(List.of(changed.prefix() + greatestWithDecimalsFrom(to.extensionDigits())));
    }

    /** The digits of the greatest name up to the mark that has decimal digits only from a position on. */
    private String greatestWithDecimalsFrom(int position) {
        var text = new StringBuilder(
                pattern instanceof AutoIncrement
                        ? "0".repeat(HostNamePattern.MAX_DIGITS) + mark
                        : numbering.name(mark).substring(numbering.prefix().length(), numbering.end()));
        if (pattern instanceof AutoIncrement) {
            int digits = Math.max(numbering.digits(), Long.toString(mark).length());
            text.delete(0, text.length() - digits);
        }
        boolean lowered = false;
        for (int i = position; i < text.length(); i++) {
            lowered |= Base62.rank(text.charAt(i)) > 9;
            if (lowered) {
                text.setCharAt(i, '9');
            }
        }
        return text.toString();
    }

    /**
     * Tells how long the names last.
     *
     * @param batch how many names are taken at a time, 1 or more
     * @param every how long from one batch to the next, more than zero; the first comes that long after {@code now}
     * @param now the time of asking
     * @return the forecast, or empty for a pattern that never runs out
     * @throws IllegalArgumentException if the batch or the duration is not positive
     */
    public Optional<HostNameForecast> forecast(int batch, Duration every, Instant now) {
        requireNonNull(now, "now");
        if (batch < 1) {
            throw new IllegalArgumentException("batch (" + batch + ") must be >= 1");
        }
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("every (" + every + ") must be > 0");
        }
        return isLimited() ? Optional.of(HostNameForecast.of(this, batch, every, now)) : Optional.empty();
    }

    /** Where a batch starts; at or past the end if there is no name left. */
    private long start(int count) {
        if (mark == NONE) {
            return numbering.begin();
        }
        int perExtension = numbering.numbersPerExtension();
        long nextExtension = (mark / perExtension + 1) * perExtension;
        boolean fits = mark + count < nextExtension;
        boolean last = nextExtension >= numbering.size();
        return fits || last ? mark + 1 : nextExtension;
    }

    private List<String> unlimited(int count) {
        if (pattern instanceof Ordered ordered) {
            return ordered(ordered, count);
        }
        return Collections.nCopies(count, pattern.prefix());
    }

    /** Numbers grow past their digits up to 999999, which then repeats. */
    private static List<String> ordered(Ordered pattern, int count) {
        var names = new ArrayList<String>(count);
        int next = pattern.begin();
        for (int digits = pattern.digits(); digits <= HostNamePattern.MAX_DIGITS; digits++) {
            var numbering = new Numbering(pattern.prefix(), 0, digits, pattern.suffix(), 0);
            int fitting = (int) Math.min(count - names.size(), numbering.size() - next);
            names.addAll(numbering.names(next, fitting));
            next += fitting;
        }
        String last = pattern.prefix() + HostNamePattern.MAX_NUMBER + pattern.suffix();
        names.addAll(Collections.nCopies(count - names.size(), last));
        return names;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof HostNameSequence other && pattern.equals(other.pattern) && mark == other.mark;
    }

    @Override
    public int hashCode() {
        return Objects.hash(pattern, mark);
    }

    /** Returns the pattern and the mark, for people to read. */
    @Override
    public String toString() {
        return pattern + (mark == NONE ? " not begun" : " up to " + mark);
    }
}
