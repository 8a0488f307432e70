package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Since when every activity of a group has failed. After more than seven days of it the service suspends the group
 * until somebody changes the group or its configuration (guide map C-1-9).
 *
 * @param since the end of the first failed activity after the last that achieved something; absent if the last activity
 *     achieved something
 * @param suspended whether the service has suspended the group
 */
public record FailureStreak(Optional<Instant> since, boolean suspended) {
    /** How long activities may fail. */
    public static final Duration LIMIT = Duration.ofDays(7);

    /** No activity has failed. */
    public static final FailureStreak NONE = new FailureStreak(Optional.empty(), false);

    public FailureStreak {
        requireNonNull(since, "since");
    }

    /**
     * The streak after one more activity. An activity that achieved a part ends it; a rejected one is none.
     *
     * @param status how the activity ended
     * @param now when
     * @return a changed copy, suspended if activities have now failed for more than seven days
     * @throws IllegalArgumentException if the activity is in progress
     */
    public FailureStreak after(ActivityStatus status, Instant now) {
        return switch (status) {
            case IN_PROGRESS ->
                throw new IllegalArgumentException("status (InProgress) must be that of an ended activity");
            case SUCCESSFUL, WARNING -> new FailureStreak(Optional.empty(), suspended);
            case REJECTED -> this;
            case FAILED -> {
                Instant first = since.orElse(now);
                yield new FailureStreak(Optional.of(first), suspended || now.isAfter(first.plus(LIMIT)));
            }
        };
    }

    /**
     * The streak after somebody changed the group or its configuration.
     *
     * @return no streak, not suspended
     */
    public FailureStreak changed() {
        return NONE;
    }
}
