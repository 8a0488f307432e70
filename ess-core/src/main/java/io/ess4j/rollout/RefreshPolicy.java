package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * How an instance refresh goes (guide map C-28-5 to C-28-8).
 *
 * @param target what instances are replaced by
 * @param minHealthyPercent how much of what serves at the start serves at all times: 0 to 100
 * @param maxHealthyPercent how much there is at most at any time: 100 to 200
 * @param skipsMatching whether instances that were made from the target stay
 * @param checkpoints where it waits
 */
public record RefreshPolicy(
        RefreshTarget target,
        int minHealthyPercent,
        int maxHealthyPercent,
        boolean skipsMatching,
        Checkpoints checkpoints) {
    public RefreshPolicy {
        requireNonNull(target, "target");
        requireNonNull(checkpoints, "checkpoints");
        List<String> problems = new ArrayList<>();
        RolloutChecks.between("minHealthyPercent", minHealthyPercent, 0, 100, problems);
        RolloutChecks.between("maxHealthyPercent", maxHealthyPercent, 100, 200, problems);
        RolloutChecks.none(problems);
    }

    /**
     * The documented defaults: 80 to 120 percent, matching instances stay, no checkpoints.
     *
     * @param target what instances are replaced by
     * @return the policy
     */
    public static RefreshPolicy of(RefreshTarget target) {
        return new RefreshPolicy(target, 80, 120, true, Checkpoints.NONE);
    }

    /**
     * This policy with other bounds.
     *
     * @param min how much serves at all times: 0 to 100
     * @param max how much there is at most: 100 to 200
     * @return a changed copy
     * @throws IllegalArgumentException if a percentage is out of range
     */
    public RefreshPolicy withHealthyPercent(int min, int max) {
        return new RefreshPolicy(target, min, max, skipsMatching, checkpoints);
    }

    /**
     * This policy with matching instances replaced or not.
     *
     * @param value whether instances that were made from the target stay
     * @return a changed copy
     */
    public RefreshPolicy skippingMatching(boolean value) {
        return new RefreshPolicy(target, minHealthyPercent, maxHealthyPercent, value, checkpoints);
    }

    /**
     * This policy with checkpoints.
     *
     * @param value where it waits
     * @return a changed copy
     */
    public RefreshPolicy withCheckpoints(Checkpoints value) {
        return new RefreshPolicy(target, minHealthyPercent, maxHealthyPercent, skipsMatching, value);
    }

    /**
     * How many instances may leave before others are there.
     *
     * @param serving how many instances serve when all is well, 0 or more
     * @return what the least percentage, rounded up, leaves over
     */
    public int unavailable(int serving) {
        return serving - (int) (((long) serving * minHealthyPercent + 99) / 100);
    }

    /**
     * How many instances may be created before others leave.
     *
     * @param serving how many instances serve when all is well, 0 or more
     * @return what the greatest percentage, rounded down, allows beyond them; 1 if nothing could be done otherwise
     */
    public int surge(int serving) {
        int above = (int) ((long) serving * maxHealthyPercent / 100 - serving);
        return above + unavailable(serving) == 0 ? 1 : above;
    }
}
