package io.ess4j.event;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Names;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;

/**
 * What an event says about its activity (guide map G1.8-9).
 *
 * @param cause why it happened
 * @param description what came of it
 * @param startTime when it began, to the millisecond
 * @param endTime when it ended, to the millisecond, not before it began
 * @param requestId the request's id
 * @param activityId the activity's id
 * @param totalCapacity the group's capacity afterwards: the weighted total, 0 or more
 * @param expectNum how many instances were expected, in successful activities only
 * @param instanceIds the instances that joined or left, in successful activities only
 */
public record EventContent(
        String cause,
        String description,
        Instant startTime,
        Instant endTime,
        String requestId,
        String activityId,
        long totalCapacity,
        OptionalInt expectNum,
        List<String> instanceIds) {
    public EventContent {
        requireNonNull(cause, "cause");
        requireNonNull(description, "description");
        requireNonNull(expectNum, "expectNum");
        Names.check("request id", requestId);
        Names.check("activity id", activityId);
        instanceIds = List.copyOf(instanceIds);
        instanceIds.forEach(id -> Names.check("instance id", id));
        if (!isWhole(startTime) || !isWhole(endTime)) {
            throw new IllegalArgumentException(
                    "startTime (" + startTime + ") and endTime (" + endTime + ") must be whole milliseconds");
        }
        if (endTime.isBefore(startTime)) {
            throw new IllegalArgumentException(
                    "endTime (" + endTime + ") must not be before startTime (" + startTime + ")");
        }
        if (totalCapacity < 0 || expectNum.orElse(0) < 0) {
            throw new IllegalArgumentException(
                    "totalCapacity (" + totalCapacity + ") and expectNum (" + expectNum + ") must be >= 0");
        }
    }

    private static boolean isWhole(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).equals(time);
    }
}
