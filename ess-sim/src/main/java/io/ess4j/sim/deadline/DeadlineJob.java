package io.ess4j.sim.deadline;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Price;
import java.time.Duration;

/**
 * A batch of work that one instance does at a time and that must be done by a deadline.
 *
 * @param work how long it takes on a running instance, at least a second
 * @param deadline by when it must be done, counted from its start; at least the work and two overheads
 * @param overhead what every start of an instance costs before it makes progress: a first start, a change between spot
 *     and on-demand, a start after spot was lost; 0 or more
 * @param tick how often something is decided, and how long spot is held at least; at least a second
 * @param onDemand the price of an on-demand instance
 * @param spot the price of a spot instance, at most that of on-demand
 */
public record DeadlineJob(
        Duration work, Duration deadline, Duration overhead, Duration tick, Price onDemand, Price spot) {
    private static final Duration LONGEST = Duration.ofDays(366);

    public DeadlineJob {
        requireNonNull(work, "work");
        requireNonNull(deadline, "deadline");
        requireNonNull(overhead, "overhead");
        requireNonNull(tick, "tick");
        requireNonNull(onDemand, "onDemand");
        requireNonNull(spot, "spot");
        if (work.toMillis() < 1_000 || tick.toMillis() < 1_000 || overhead.isNegative()) {
            throw new IllegalArgumentException("work (" + work + ") and tick (" + tick
                    + ") must be at least a second, overhead (" + overhead + ") at least 0");
        }
        if (deadline.compareTo(work.plus(overhead).plus(overhead)) < 0 || deadline.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("deadline (" + deadline + ") must be at least work (" + work
                    + ") plus two overheads (" + overhead + "), and at most 366 days");
        }
        if (spot.compareTo(onDemand) > 0) {
            throw new IllegalArgumentException(
                    "spot (" + spot + ") must not be dearer than on-demand (" + onDemand + ")");
        }
    }

    long workMillis() {
        return work.toMillis();
    }

    long deadlineMillis() {
        return deadline.toMillis();
    }

    long overheadMillis() {
        return overhead.toMillis();
    }

    long tickMillis() {
        return tick.toMillis();
    }
}
