package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a group was asked for and what it did in the last hour: goes into a {@link ScalingBehavior} and comes out of it.
 *
 * @param wishes what rules wanted, in capacity units, the oldest first
 * @param changes what came, or went if negative, in capacity units, the oldest first
 */
public record ScalingHistory(List<Entry> wishes, List<Entry> changes) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /**
     * A number at a moment.
     *
     * @param at the moment
     * @param units capacity units
     */
    public record Entry(Instant at, long units) {
        public Entry {
            requireNonNull(at, "at");
        }
    }

    public ScalingHistory {
        wishes = List.copyOf(wishes);
        changes = List.copyOf(changes);
    }

    /**
     * A history of nothing.
     *
     * @return the history
     */
    public static ScalingHistory empty() {
        return new ScalingHistory(List.of(), List.of());
    }

    /**
     * This history with a wish; wishes older than an hour are forgotten.
     *
     * @param units what the rules wanted
     * @param at when
     * @return a changed copy
     */
    public ScalingHistory withWish(long units, Instant at) {
        return new ScalingHistory(with(wishes, units, at), changes);
    }

    /**
     * This history with a change; changes older than an hour are forgotten.
     *
     * @param units what came, or went if negative
     * @param at when
     * @return a changed copy
     */
    public ScalingHistory withChange(long units, Instant at) {
        return new ScalingHistory(wishes, with(changes, units, at));
    }

    private static List<Entry> with(List<Entry> entries, long units, Instant at) {
        List<Entry> kept = new ArrayList<>(entries);
        kept.removeIf(e -> e.at().isBefore(at.minus(LONGEST)));
        kept.add(new Entry(at, units));
        return kept;
    }
}
