package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.InstanceOrigin;
import java.time.Duration;
import java.util.Optional;

/**
 * How a group lets instances go (guide map G1.1-3, C-1-5, C-6-1).
 *
 * <table>
 * <caption>What becomes of an instance that leaves service</caption>
 * <tr><th>mode of the group</th><th>by a rule or check</th><th>by hand, RECYCLE</th><th>by hand, RELEASE</th></tr>
 * <tr><td>RELEASE, FORCE_RELEASE</td><td>released</td><td>released</td><td>released</td></tr>
 * <tr><td>RECYCLE, FORCE_RECYCLE</td><td>stopped</td><td>stopped</td><td>released</td></tr>
 * </table>
 *
 * <p>Instances that were only attached leave the group and run on, in every case.
 *
 * @param mode what is done with instances
 * @param stopTimeout after which time a scale-in goes on although the instance has not stopped: 30 to 240 seconds, in
 *     mode RELEASE only; absent to wait for it and return the instance to service if it does not stop
 */
public record ReclaimPolicy(ReclaimMode mode, Optional<Duration> stopTimeout) {
    /** The default: release, and wait until instances have stopped. */
    public static final ReclaimPolicy DEFAULT = new ReclaimPolicy(ReclaimMode.RELEASE, Optional.empty());

    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(4);

    public ReclaimPolicy {
        requireNonNull(mode, "mode");
        requireNonNull(stopTimeout, "stopTimeout");
        if (stopTimeout.isPresent()) {
            LifecycleChecks.between("stopTimeout", stopTimeout.get(), SHORTEST, LONGEST);
            if (mode != ReclaimMode.RELEASE) {
                throw new IllegalArgumentException(
                        "stopTimeout (" + stopTimeout.get() + ") must be absent in mode " + mode);
            }
        }
    }

    /**
     * A mode without a timeout.
     *
     * @param mode what is done with instances
     * @return the policy
     */
    public static ReclaimPolicy of(ReclaimMode mode) {
        return new ReclaimPolicy(mode, Optional.empty());
    }

    /**
     * The way out for an instance that a rule or check takes.
     *
     * @param origin how it came into the group
     * @return released, stopped, or only leaving
     */
    public StepSequence.Way way(InstanceOrigin origin) {
        return way(origin, mode.keeps() ? RemovePolicy.RECYCLE : RemovePolicy.RELEASE);
    }

    /**
     * The way out for an instance that is removed by hand.
     *
     * @param origin how it came into the group
     * @param wish what is wanted
     * @return released, stopped, or only leaving
     */
    public StepSequence.Way way(InstanceOrigin origin, RemovePolicy wish) {
        if (!origin.isReleasedOnRemoval()) {
            return StepSequence.Way.LEAVE;
        }
        return mode.keeps() && wish == RemovePolicy.RECYCLE ? StepSequence.Way.STOP : StepSequence.Way.RELEASE;
    }

    /**
     * How an instance on such a way is switched off. The timeout holds for those that are released only.
     *
     * @param way where the instance goes
     * @return the step
     */
    public LifecycleStep.Stop stop(StepSequence.Way way) {
        return new LifecycleStep.Stop(
                mode.isForced(), way == StepSequence.Way.RELEASE ? stopTimeout : Optional.empty());
    }
}
