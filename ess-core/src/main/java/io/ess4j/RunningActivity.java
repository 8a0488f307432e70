package io.ess4j;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A scaling activity that has been planned and is not finished (contract section 13).
 *
 * @param exclusive whether nothing may be planned beside it
 * @param cooldown how long alarms wait after it has changed the group
 */
public record RunningActivity(boolean exclusive, Duration cooldown) {
    public RunningActivity {
        if (requireNonNull(cooldown, "cooldown").isNegative()) {
            throw new IllegalArgumentException("cooldown (" + cooldown + ") must not be negative");
        }
    }
}
