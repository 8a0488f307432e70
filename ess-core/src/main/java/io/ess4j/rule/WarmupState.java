package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether an instance has warmed up, in the words of the service (guide map C-9-32).
 *
 * <p>An instance that waits is coming: it counts as capacity and stands behind no metric. One that has finished, or
 * needs none, stands behind the metric if it is in service or protected.
 */
public enum WarmupState {
    /** No rule of the group has a warm-up, or the instance serves nothing: in standby, stopped or leaving. */
    NO_NEED_WARMUP("NoNeedWarmup"),
    /** It is joining, or has been in service for less than the warm-up. */
    WAITING_FOR_INSTANCE_WARMUP("WaitingForInstanceWarmup"),
    /** It has been in service for the warm-up or longer. */
    INSTANCE_WARMUP_FINISH("InstanceWarmupFinish");

    private final String word;

    WarmupState(String word) {
        this.word = word;
    }

    /**
     * How far an instance has warmed up.
     *
     * @param instance an instance, protected or not
     * @param warmup how long an instance warms up, 0 to 86,400 seconds; of a group, the longest of its rules
     * @param now the present moment
     * @return the state; at the very end of the warm-up it has finished
     * @throws IllegalArgumentException if the warm-up is out of range
     */
    public static WarmupState of(Instance instance, Duration warmup, Instant now) {
        RuleChecks.seconds("warmup", warmup);
        requireNonNull(now, "now");
        LifecycleState state = instance.state();
        boolean serves = state == LifecycleState.IN_SERVICE || state == LifecycleState.PROTECTED;
        boolean joins = state == LifecycleState.PENDING || state == LifecycleState.PENDING_WAIT;
        if (warmup.isZero() || !(serves || joins)) {
            return NO_NEED_WARMUP;
        }
        boolean warming = joins || instance.joinedAt().plus(warmup).isAfter(now);
        return warming ? WAITING_FOR_INSTANCE_WARMUP : INSTANCE_WARMUP_FINISH;
    }

    /** Returns the documented word, such as {@code NoNeedWarmup}. */
    @Override
    public String toString() {
        return word;
    }
}
