package io.ess4j.examples;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.AlarmCondition;
import io.ess4j.rule.AlarmOutcome;
import io.ess4j.rule.AlarmTask;
import io.ess4j.rule.Comparison;
import io.ess4j.rule.HourlySeries;
import io.ess4j.rule.MetricSample;
import io.ess4j.rule.MetricSeries;
import io.ess4j.rule.PredictiveRule;
import io.ess4j.rule.RuleInput;
import io.ess4j.rule.Step;
import io.ess4j.rule.StepRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An alarm that runs a step rule, and a forecast that sets the limits ahead of the load. */
public final class RulesExample {
    private RulesExample() {}

    /**
     * Prints what the alarm, the rule and the forecast say.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        // Three minutes in a row at 80 or more run the rule.
        AlarmCondition hot =
                AlarmCondition.average("cpu", Comparison.AT_LEAST, 80).every(Duration.ofMinutes(1));
        AlarmTask task = AlarmTask.of("cpu-hot", hot, "more");
        StepRule rule = StepRule.of("more", AdjustmentType.QUANTITY, Step.between(0, 10, 2), Step.from(10, 3));

        Instant start = Instant.parse("2026-01-05T08:00:00Z");
        List<MetricSample> samples = new ArrayList<>();
        for (double value : new double[] {85, 91, 94}) {
            samples.add(new MetricSample(start.plusSeconds(60L * samples.size()), value));
        }
        MetricSeries cpu = new MetricSeries("cpu", samples);

        AlarmOutcome outcome = task.evaluate(task.start(), List.of(cpu), start.plusSeconds(180), true);
        System.out.println(outcome.verdict());
        System.out.println(rule.evaluate(RuleInput.of(10).withMetric(94).withThreshold(hot.threshold())));

        // Two days of a load of 100 at night and 1,000 by day; one unit carries 50.
        double[] load = new double[48];
        for (int hour = 0; hour < load.length; hour++) {
            load[hour] = hour % 24 < 8 ? 100 : 1000;
        }
        Instant midnight = Instant.parse("2026-01-05T00:00:00Z");
        HourlySeries past = HourlySeries.of(midnight.minus(Duration.ofDays(2)), load);
        System.out.println(PredictiveRule.of("daily", 50)
                .withBufferTime(Duration.ofMinutes(10))
                .plan(past, CapacityLimits.of(2, 40), midnight)
                .tasks()
                .get(8));
    }
}
