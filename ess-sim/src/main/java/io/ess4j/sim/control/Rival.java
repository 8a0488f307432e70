package io.ess4j.sim.control;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * A policy of another system, or of the literature, that runs on the same scenario as a group's rules; and two
 * baselines.
 *
 * @param kind which
 * @param targetPercent the utilisation that it aims at, 1 to 100
 */
public record Rival(Kind kind, double targetPercent) {
    /** The policies. All but the last four follow the load in requests a second, as their descriptions say. */
    public enum Kind {
        /**
         * Chieu et al., ICEBE 2009, in a reading: adds what the present load lacks, and takes away what it would leave
         * below six tenths of the target.
         */
        REACT,
        /**
         * Ali-Eldin et al., NOMS 2012, in a reading: grows at once with the present load and its last rise, shrinks by
         * the smoothed fall only.
         */
        ADAPT,
        /**
         * Urgaonkar et al., TAAS 2008, in a reading: the 95th percentile of the load of this hour on earlier days, plus
         * the mean by which the last hour exceeded it; never below the present load.
         */
        HIST,
        /**
         * Iqbal et al., FGCS 2011, in a reading: grows with the present load, shrinks to what a second-order regression
         * over the last half hour predicts.
         */
        REG,
        /**
         * Fernandez et al., IC2E 2014, in a reading: of last value, mean, line and exponential smoothing over the last
         * half hour the one that has been least wrong.
         */
        CONPAAS,
        /** The horizontal pod autoscaler of Kubernetes with its default tolerance and behaviour. */
        KUBERNETES_HPA,
        /** Target tracking of AWS: out after 3 minutes above, in after 15 minutes below nine tenths of the target. */
        AWS_TARGET_TRACKING,
        /** Keeps what runs at the start. */
        NEVER_SCALE,
        /** Keeps the most capacity all the time. */
        ALWAYS_MAX;

        /**
         * The name in a scenario.
         *
         * @return such as {@code kubernetes-hpa}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Rival {
        requireNonNull(kind, "kind");
        if (!(targetPercent >= 1 && targetPercent <= 100)) {
            throw new IllegalArgumentException("targetPercent (" + targetPercent + ") must be from 1 to 100");
        }
    }

    /**
     * Starts the policy.
     *
     * @return a policy that has seen nothing
     */
    public CapacityPolicy open() {
        return switch (kind) {
            case REACT -> new ReactPolicy();
            case ADAPT -> new AdaptPolicy();
            case HIST -> new HistPolicy();
            case REG -> new RegPolicy();
            case CONPAAS -> new ConPaasPolicy();
            case KUBERNETES_HPA -> new HorizontalPodPolicy();
            case AWS_TARGET_TRACKING -> new TargetTrackingPolicy();
            case NEVER_SCALE -> input -> OptionalInt.empty();
            case ALWAYS_MAX -> input -> OptionalInt.of(input.limits().max());
        };
    }
}
