package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A rule whose change depends on how far the metric is from the alarm's threshold (guide map C-9-6 to C-9-10).
 *
 * <p>With a threshold of 80 and the steps "0 to 10: +2" and "10 and more: +3", a metric of 80 or 89.9 adds 2 units and
 * one of 90 adds 3. Capacity that is warming up reports nothing and is not counted as existing, so the change is
 * applied to the rest; what the rule then wants is compared with all capacity, so a second alarm adds only what the
 * first did not bring: 10 units, +2, and the alarm again while the 2 warm up wants 12, not 14. While capacity warms up
 * the rule never scales in.
 *
 * @param name the name of the rule
 * @param type how the numbers of the steps are read
 * @param steps the steps, 1 to 20, without gaps or overlaps
 * @param leastMagnitude for percentages only, the least size of a change, 1 or more
 * @param warmup how long a new instance is not counted, 0 to 86,400 seconds
 */
public record StepRule(String name, AdjustmentType type, List<Step> steps, OptionalInt leastMagnitude, Duration warmup)
        implements ScalingRule {
    private static final Duration DEFAULT_WARMUP = Duration.ofMinutes(5);

    public StepRule {
        RuleChecks.name(name);
        requireNonNull(type, "type").check(requireNonNull(leastMagnitude, "leastMagnitude"));
        RuleChecks.seconds("warmup", requireNonNull(warmup, "warmup"));
        steps = List.copyOf(steps);
        List<StepProblem> problems = StepProblem.of(steps);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.stream()
                    .map(p -> "steps of rule " + name + ": " + p)
                    .collect(Collectors.joining("\n")));
        }
        steps.forEach(s -> type.check(s.adjustment()));
    }

    /**
     * A rule without a least magnitude and with a warm-up of 300 seconds.
     *
     * @param name the name of the rule
     * @param type how the numbers of the steps are read
     * @param steps the steps in any order
     * @return the rule
     * @throws IllegalArgumentException if the name is empty, a number is out of range, or the steps have one of the
     *     {@linkplain StepProblem problems}; all of these problems, one a line
     */
    public static StepRule of(String name, AdjustmentType type, Step... steps) {
        return new StepRule(name, type, List.of(steps), OptionalInt.empty(), DEFAULT_WARMUP);
    }

    /**
     * This rule with a least size of a percentage change.
     *
     * @param units capacity units, 1 or more
     * @return a changed copy
     * @throws IllegalArgumentException if the type is no percentage or {@code units} is below 1
     */
    public StepRule withLeastMagnitude(int units) {
        return new StepRule(name, type, steps, OptionalInt.of(units), warmup);
    }

    /**
     * This rule with another warm-up.
     *
     * @param time 0 to 86,400 seconds
     * @return a changed copy
     * @throws IllegalArgumentException if the time is out of range
     */
    public StepRule withWarmup(Duration time) {
        return new StepRule(name, type, steps, leastMagnitude, time);
    }

    @Override
    public RuleOutcome evaluate(RuleInput input) {
        if (input.metric().isEmpty()) {
            return new RuleOutcome(input.total(), RuleReason.METRIC_MISSING);
        }
        if (input.threshold().isEmpty()) {
            return new RuleOutcome(input.total(), RuleReason.THRESHOLD_MISSING);
        }
        return evaluate(
                input.total(),
                input.warming(),
                input.metric().getAsDouble(),
                input.threshold().getAsDouble());
    }

    /**
     * What the rule wants when it is run by hand, with a metric that may be negative.
     *
     * @param total all capacity that counts, 0 or more
     * @param warming the part of it that is coming or warming up
     * @param metric the value of the metric
     * @param threshold what it is compared with
     * @return the wanted capacity and the reason; sizes beyond 9.999999E18 are refused, as is a distance without a step
     * @throws IllegalArgumentException if a capacity is negative, {@code warming} exceeds {@code total}, or a value is
     *     infinite or not a number
     */
    public RuleOutcome evaluate(long total, long warming, double metric, double threshold) {
        RuleChecks.between("warming", warming, 0, Math.max(0, total));
        RuleChecks.finite("metric", metric);
        RuleChecks.finite("threshold", threshold);
        if (Math.abs(metric) > StepProblem.LARGEST) {
            return new RuleOutcome(total, RuleReason.METRIC_OUT_OF_RANGE);
        }
        if (Math.abs(threshold) > StepProblem.LARGEST) {
            return new RuleOutcome(total, RuleReason.THRESHOLD_OUT_OF_RANGE);
        }
        BigDecimal distance = BigDecimal.valueOf(metric).subtract(BigDecimal.valueOf(threshold));
        return steps.stream()
                .filter(s -> s.holds(distance))
                .findFirst()
                .map(s -> apply(s, total, warming))
                .orElseGet(() -> new RuleOutcome(total, RuleReason.NO_STEP_FOUND));
    }

    private RuleOutcome apply(Step step, long total, long warming) {
        long present = total - warming;
        long wanted = type.wanted(present, step.adjustment(), leastMagnitude);
        if (warming == 0 || wanted > total) {
            return RuleOutcome.change(total, wanted);
        }
        return new RuleOutcome(
                total, wanted < present ? RuleReason.WAITING_FOR_WARM_UP : RuleReason.WARMING_CAPACITY_SUFFICES);
    }
}
