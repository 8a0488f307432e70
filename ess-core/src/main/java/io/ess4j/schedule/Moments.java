package io.ess4j.schedule;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Instance;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/** Turns local times into moments, and checks moments. */
final class Moments {
    private Moments() {}

    /** In a gap, the end of the gap; where a time comes twice, the first; so moments rise with local times. */
    static Instant of(LocalDateTime local, ZoneId zone) {
        @Nullable ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.toInstant(zone.getRules().getValidOffsets(local).get(0));
    }

    static void check(String what, Instant moment) {
        if (requireNonNull(moment, what).isBefore(Instance.EARLIEST) || moment.isAfter(Instance.LATEST)) {
            throw new IllegalArgumentException(
                    what + " (" + moment + ") must be from " + Instance.EARLIEST + " to " + Instance.LATEST);
        }
    }
}
