package io.ess4j.sim.control;

import static java.util.Objects.requireNonNull;

import io.ess4j.rule.AlarmTask;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a controller is given beside the policies of its group.
 *
 * @param tasks what is asked at fixed times
 * @param zone the time zone of the tasks
 * @param drain how long an instance finishes its work before it is released, 0 or more
 * @param alarms alarm tasks that run rules; rules of target tracking that no task runs are asked every period
 * @param checks what is asked regularly
 * @param hooks lifecycle hooks
 * @param metrics what goes wrong with metrics
 * @param policy what decides in place of the rules
 * @param unitRate requests a second that one capacity unit can serve, told to the policy
 * @param targetPercent the utilisation that the policy aims at, above 0 to 100
 */
public record ControlSettings(
        List<DailyTask> tasks,
        ZoneId zone,
        Duration drain,
        List<AlarmTask> alarms,
        RegularChecks checks,
        HookAnswers hooks,
        MetricFaults metrics,
        Optional<CapacityPolicy> policy,
        double unitRate,
        double targetPercent) {
    public ControlSettings {
        tasks = List.copyOf(tasks);
        requireNonNull(zone, "zone");
        if (drain.isNegative()) {
            throw new IllegalArgumentException("drain (" + drain + ") must not be negative");
        }
        alarms = List.copyOf(alarms);
        requireNonNull(checks, "checks");
        requireNonNull(hooks, "hooks");
        requireNonNull(metrics, "metrics");
        requireNonNull(policy, "policy");
    }
}
