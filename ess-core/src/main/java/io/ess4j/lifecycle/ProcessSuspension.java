package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.ScalingProcess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Which processes of a group are suspended, and what that stops (guide map C-23-1 to C-23-3).
 *
 * <table>
 * <caption>What a suspended process stops</caption>
 * <tr><th>suspended</th><th>stops</th></tr>
 * <tr><td>ScaleOut</td><td>attaching by hand, rebalancing, rules and checks that would add, spot compensation</td></tr>
 * <tr><td>ScaleIn</td><td>removing by hand, rebalancing, rules and checks that would remove</td></tr>
 * <tr><td>HealthCheck</td><td>the removal of unhealthy instances</td></tr>
 * <tr><td>AlarmNotification</td><td>rules of alarms</td></tr>
 * <tr><td>ScheduledAction</td><td>rules of scheduled tasks</td></tr>
 * </table>
 *
 * <p>In a group with a desired capacity a rule that is run by hand or by a schedule still changes it, and the check
 * applies it once the process is resumed.
 *
 * @param suspended the suspended processes, none twice, in declaration order
 */
public record ProcessSuspension(List<ScalingProcess> suspended) {
    /** Nothing is suspended. */
    public static final ProcessSuspension NONE = new ProcessSuspension(List.of());

    /** What may happen to a request. */
    public enum Effect {
        /** It goes its way. */
        ALLOWED,
        /** It changes the desired capacity only; instances follow when the process is resumed. */
        DESIRED_ONLY,
        /** It is refused. */
        REFUSED
    }

    /**
     * What becomes of a request, and why.
     *
     * @param effect what becomes of it
     * @param because the suspended process that restricts it, absent if it is allowed
     */
    public record Verdict(Effect effect, Optional<ScalingProcess> because) {}

    private static final Verdict ALLOWED = new Verdict(Effect.ALLOWED, Optional.empty());

    public ProcessSuspension {
        suspended = sorted(suspended);
    }

    /**
     * These processes are suspended; repeated ones count once.
     *
     * @param processes the processes
     * @return the suspension
     */
    public static ProcessSuspension of(ScalingProcess... processes) {
        return new ProcessSuspension(List.of(processes));
    }

    private static List<ScalingProcess> sorted(Collection<ScalingProcess> processes) {
        EnumSet<ScalingProcess> set = EnumSet.noneOf(ScalingProcess.class);
        set.addAll(processes);
        return List.copyOf(set);
    }

    /**
     * With more processes suspended.
     *
     * @param processes the processes to suspend
     * @return a changed copy
     */
    public ProcessSuspension suspend(Collection<ScalingProcess> processes) {
        List<ScalingProcess> all = new ArrayList<>(suspended);
        all.addAll(processes);
        return new ProcessSuspension(all);
    }

    /**
     * With processes resumed.
     *
     * @param processes the processes to resume
     * @return a changed copy
     */
    public ProcessSuspension resume(Collection<ScalingProcess> processes) {
        return new ProcessSuspension(
                suspended.stream().filter(p -> !processes.contains(p)).toList());
    }

    /**
     * Whether a request may go its way.
     *
     * @param kind what asks
     * @param way whether it would add or remove; for rebalancing and spot compensation, which do both, it does not
     *     matter, nor for the health check
     * @param hasDesired whether the group has a desired capacity
     * @return allowed, only the desired capacity, or refused
     */
    public Verdict verdict(TriggerKind kind, LifecycleTransition way, boolean hasDesired) {
        requireNonNull(way, "way");
        Optional<ScalingProcess> own = kind.own().filter(suspended::contains);
        if (own.isPresent()) {
            return new Verdict(Effect.REFUSED, own);
        }
        for (ScalingProcess process : suspended) {
            Optional<LifecycleTransition> direction = direction(process);
            if (direction.isPresent() && kind.stoppedBy(direction.get(), way)) {
                Effect effect = hasDesired && kind.onlyChangesDesired() ? Effect.DESIRED_ONLY : Effect.REFUSED;
                return new Verdict(effect, Optional.of(process));
            }
        }
        return ALLOWED;
    }

    private static Optional<LifecycleTransition> direction(ScalingProcess process) {
        return switch (process) {
            case SCALE_OUT -> Optional.of(LifecycleTransition.SCALE_OUT);
            case SCALE_IN -> Optional.of(LifecycleTransition.SCALE_IN);
            case HEALTH_CHECK, ALARM_NOTIFICATION, SCHEDULED_ACTION -> Optional.empty();
        };
    }
}
