package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What is known about the health of one instance now.
 *
 * @param instance the id of the instance
 * @param running whether the machine is in the provider's state Running
 * @param passesBalancerCheck what the load balancers' check says; absent if there is none yet
 * @param setByHand the health that somebody set; absent if nobody did
 */
public record HealthSignal(
        String instance, boolean running, Optional<Boolean> passesBalancerCheck, Optional<Boolean> setByHand) {
    public HealthSignal {
        LifecycleChecks.name("instance", instance);
        requireNonNull(passesBalancerCheck, "passesBalancerCheck");
        requireNonNull(setByHand, "setByHand");
    }

    /**
     * Whether the machine runs, and nothing else.
     *
     * @param instance the id of the instance
     * @param running whether the machine runs
     * @return the signal
     */
    public static HealthSignal running(String instance, boolean running) {
        return new HealthSignal(instance, running, Optional.empty(), Optional.empty());
    }

    /**
     * The health that somebody set.
     *
     * @param instance the id of the instance
     * @param healthy healthy or not
     * @return the signal
     */
    public static HealthSignal byHand(String instance, boolean healthy) {
        return new HealthSignal(instance, true, Optional.empty(), Optional.of(healthy));
    }
}
