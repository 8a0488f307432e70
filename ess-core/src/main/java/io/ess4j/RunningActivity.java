package io.ess4j;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A scaling activity that has been planned and is not finished (guide map C-13-3).
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

    /**
     * Whether what a trigger starts tolerates no other activity: alarm rules, rebalance and spot replacement never do,
     * and in a group without a desired capacity nothing does (guide map C-13-3).
     */
    static boolean isExclusive(GroupState state, Trigger trigger) {
        return state.desired().isEmpty()
                || trigger instanceof Trigger.Alarm
                || trigger instanceof Trigger.SpotNotice
                || trigger instanceof Trigger.Rebalance
                || trigger instanceof Trigger.RestoreMix
                || trigger instanceof Trigger.LifetimeCheck;
    }
}
