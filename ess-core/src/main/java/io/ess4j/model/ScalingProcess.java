package io.ess4j.model;

import java.util.Optional;

/** The processes of a group that can be suspended one by one (guide map C-23-1). */
public enum ScalingProcess {
    /** Removing instances. */
    SCALE_IN("ScaleIn"),
    /** Adding instances. */
    SCALE_OUT("ScaleOut"),
    /** Looking for unhealthy instances and removing them. */
    HEALTH_CHECK("HealthCheck"),
    /** Running the rule of an alarm. */
    ALARM_NOTIFICATION("AlarmNotification"),
    /** Running the rule of a scheduled task. */
    SCHEDULED_ACTION("ScheduledAction");

    private final String word;

    ScalingProcess(String word) {
        this.word = word;
    }

    /**
     * The process of a documented name.
     *
     * @param name such as {@code ScaleIn}
     * @return the process; empty if there is none of that name
     */
    public static Optional<ScalingProcess> of(String name) {
        for (ScalingProcess process : values()) {
            if (process.word.equals(name)) {
                return Optional.of(process);
            }
        }
        return Optional.empty();
    }

    /** Returns the documented name, such as {@code ScaleIn}. */
    @Override
    public String toString() {
        return word;
    }
}
