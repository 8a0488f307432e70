package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A target-tracking rule, the metric that it follows, and the alarm tasks that the service creates for it (guide map
 * C-9-13, C-9-15). Target 70 with a margin of 20 %: one task alarms above 70 after 3 periods, another below 56 after
 * 15; without scale-in there is only the first.
 *
 * @param rule the rule
 * @param metric the metric that it keeps at its target
 * @param period 15 s, 1, 2, 5 or 15 minutes
 * @param outEvaluations how many periods in a row must be above the target, 1 or more
 * @param inEvaluations how many periods in a row must be below the low threshold, 1 or more
 */
public record TargetTracking(
        TargetTrackingRule rule, String metric, Duration period, int outEvaluations, int inEvaluations) {
    /** The service's own metrics that a rule may follow, beside those that users define (guide map C-9-31). */
    public static final List<String> SERVICE_METRICS = List.of(
            "CpuUtilizationAgent",
            "MemoryUtilization",
            "CpuUtilization",
            "IntranetTx",
            "IntranetRx",
            "VpcInternetTx",
            "VpcInternetRx",
            "LoadBalancerRealServerAverageQps");

    private static final Duration DEFAULT_PERIOD = Duration.ofMinutes(1);
    private static final int LONGEST_NAME = 64;
    private static final int DIGEST_DIGITS = 16;
    private static final int DEFAULT_OUT = 3;
    private static final int DEFAULT_IN = 15;

    public TargetTracking {
        requireNonNull(rule, "rule");
        RuleChecks.metricName(metric);
        RuleChecks.period(period);
        RuleChecks.between("outEvaluations", outEvaluations, 1, Integer.MAX_VALUE);
        RuleChecks.between("inEvaluations", inEvaluations, 1, Integer.MAX_VALUE);
    }

    /**
     * A rule that is evaluated each minute, scales out after 3 breaches and in after 15.
     *
     * @param rule the rule
     * @param metric the metric that it keeps at its target
     * @return the tracking
     * @throws IllegalArgumentException if the metric has a blank name
     */
    public static TargetTracking of(TargetTrackingRule rule, String metric) {
        return new TargetTracking(rule, metric, DEFAULT_PERIOD, DEFAULT_OUT, DEFAULT_IN);
    }

    /**
     * The alarm tasks of the rule: one above the target and, if the rule may scale in, one below the low threshold.
     *
     * @return one or two tasks, the one for scale-out first
     */
    public List<AlarmTask> alarms() {
        List<AlarmTask> alarms = new ArrayList<>();
        alarms.add(alarm("High", Comparison.ABOVE, rule.target(), outEvaluations));
        if (!rule.scaleInDisabled()) {
            alarms.add(alarm("Low", Comparison.BELOW, lowThreshold(), inEvaluations));
        }
        return List.copyOf(alarms);
    }

    /**
     * The value below which the rule scales in: the target less the margin.
     *
     * @return target x (100 - margin) / 100
     */
    public double lowThreshold() {
        return BigDecimal.valueOf(rule.target())
                .multiply(BigDecimal.valueOf(100L - rule.marginPercent()))
                .movePointLeft(2)
                .doubleValue();
    }

    private AlarmTask alarm(String end, Comparison comparison, double threshold, int evaluations) {
        String suffix = "-Alarm" + end;
        String name = "TargetTracking-" + rule.name();
        if (name.length() + suffix.length() > LONGEST_NAME) {
            // Of long names only the beginnings may differ from what is cut off: their digest keeps them apart.
            suffix = "-" + digest(rule.name()) + suffix;
            name = name.substring(0, LONGEST_NAME - suffix.length());
        }
        AlarmCondition condition = new AlarmCondition(metric, Statistic.AVERAGE, period, comparison, threshold);
        return AlarmTask.of(name + suffix, condition, rule.name()).after(evaluations);
    }

    /** 16 hexadecimal digits, the same on every machine. */
    private static String digest(String name) {
        return Hashing.sha256()
                .hashString(name, StandardCharsets.UTF_8)
                .toString()
                .substring(0, DIGEST_DIGITS);
    }

    /**
     * The metrics of rules that are none of the service's own. It refuses them unless the user has defined them.
     *
     * @param group the target-tracking rules of one group
     * @return their names, each once, in the order of the rules; empty if all are the service's
     */
    public static List<String> unsupportedMetrics(List<TargetTracking> group) {
        return group.stream()
                .map(TargetTracking::metric)
                .filter(m -> !SERVICE_METRICS.contains(m))
                .distinct()
                .toList();
    }

    /**
     * The metrics that more than one rule of a group follows, which the service refuses.
     *
     * @param group the target-tracking rules of one group
     * @return the names of such metrics, in alphabetical order; empty if all is well
     */
    public static List<String> duplicateMetrics(List<TargetTracking> group) {
        Map<String, Integer> rules = new TreeMap<>();
        group.forEach(t -> rules.merge(t.metric(), 1, Integer::sum));
        rules.values().removeIf(count -> count == 1);
        return List.copyOf(rules.keySet());
    }
}
