package io.ess4j.sim.control;

import static java.util.Objects.requireNonNull;

import io.ess4j.lifecycle.LifecycleHook;
import io.ess4j.lifecycle.LifecycleTransition;
import java.time.Duration;
import java.util.List;

/**
 * The lifecycle hooks of a group, and how they are answered.
 *
 * @param hooks the hooks
 * @param answer how long an answer takes, 0 to a day; it says CONTINUE
 * @param lostRatio the share of answers that never come, 0 to 1, so that the hook ends by its timeout
 */
public record HookAnswers(List<LifecycleHook> hooks, Duration answer, double lostRatio) {
    /** No hooks. */
    public static final HookAnswers NONE = new HookAnswers(List.of(), Duration.ZERO, 0);

    public HookAnswers {
        hooks = List.copyOf(hooks);
        if (requireNonNull(answer, "answer").isNegative() || answer.toDays() > 1) {
            throw new IllegalArgumentException("answer (" + answer + ") must be from 0 to a day");
        }
        if (!(lostRatio >= 0 && lostRatio <= 1)) {
            throw new IllegalArgumentException("lostRatio (" + lostRatio + ") must be from 0 to 1");
        }
    }

    List<LifecycleHook> of(LifecycleTransition transition) {
        return hooks.stream().filter(h -> h.transition() == transition).toList();
    }
}
