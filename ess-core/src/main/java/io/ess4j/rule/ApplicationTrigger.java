package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When an application scales one way: thresholds, how they are joined, and for how long they must breach (guide map
 * G6-1 to G6-4).
 *
 * @param thresholds at least one metric and its threshold
 * @param join whether all or any of the metrics must breach
 * @param minutes for how many minutes in a row every one-minute average must breach, 1 to 60
 * @param step how many instances are added or removed at a time, 1 or more
 */
public record ApplicationTrigger(
        Map<ApplicationMetric, Integer> thresholds, AlarmTask.Join join, int minutes, int step) {
    private static final int MOST_MINUTES = 60;
    private static final int MOST_STEP = 1000;

    public ApplicationTrigger {
        Map<ApplicationMetric, Integer> ordered = new EnumMap<>(ApplicationMetric.class);
        ordered.putAll(thresholds);
        thresholds = Collections.unmodifiableMap(ordered);
        requireNonNull(join, "join");
        if (thresholds.isEmpty()) {
            throw new IllegalArgumentException("thresholds must name at least one metric");
        }
        thresholds.forEach(ApplicationMetric::check);
        RuleChecks.between("minutes", minutes, 1, MOST_MINUTES);
        RuleChecks.between("step", step, 1, MOST_STEP);
    }

    /**
     * A trigger on one metric.
     *
     * @param metric the metric
     * @param threshold its threshold, 1 or more, at most 100 for CPU
     * @param minutes for how many minutes in a row it must breach, 1 to 60
     * @param step how many instances are added or removed at a time, 1 or more
     * @return the trigger
     * @throws IllegalArgumentException if a number is out of range
     */
    public static ApplicationTrigger of(ApplicationMetric metric, int threshold, int minutes, int step) {
        return new ApplicationTrigger(Map.of(metric, threshold), AlarmTask.Join.ANY, minutes, step);
    }

    /**
     * This trigger with one more metric.
     *
     * @param metric the metric
     * @param threshold its threshold
     * @param with whether all or any of the metrics must breach
     * @return a changed copy
     * @throws IllegalArgumentException if the threshold is out of range
     */
    public ApplicationTrigger and(ApplicationMetric metric, int threshold, AlarmTask.Join with) {
        Map<ApplicationMetric, Integer> more = new EnumMap<>(ApplicationMetric.class);
        more.putAll(thresholds);
        more.put(metric, threshold);
        return new ApplicationTrigger(more, with, minutes, step);
    }

    /** Whether the last minutes breach; a minute without data breaches nothing. */
    boolean breaches(Comparison comparison, List<ApplicationMinute> history) {
        if (history.size() < minutes) {
            return false;
        }
        List<ApplicationMinute> last = history.subList(history.size() - minutes, history.size());
        return join == AlarmTask.Join.ALL
                ? thresholds.entrySet().stream().allMatch(t -> breaches(t, comparison, last))
                : thresholds.entrySet().stream().anyMatch(t -> breaches(t, comparison, last));
    }

    private static boolean breaches(
            Map.Entry<ApplicationMetric, Integer> threshold, Comparison comparison, List<ApplicationMinute> last) {
        return last.stream()
                .allMatch(m -> Optional.ofNullable(m.averages().get(threshold.getKey()))
                        .filter(value -> comparison.holds(value, threshold.getValue()))
                        .isPresent());
    }
}
