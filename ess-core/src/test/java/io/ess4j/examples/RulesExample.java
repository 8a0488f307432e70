package io.ess4j.examples;

// example begins
import io.ess4j.capacity.CapacityLimits;
import io.ess4j.rule.*;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

public interface RulesExample {
    static void main(String[] args) {
        // Three minutes in a row at 80 or more run the rule: 2 more units up to 90, 3 from there on.
        var hot = AlarmCondition.average("cpu", Comparison.AT_LEAST, 80).every(Duration.ofMinutes(1));
        var task = AlarmTask.of("cpu-hot", hot, "more");
        var rule = StepRule.of("more", AdjustmentType.QUANTITY, Step.between(0, 10, 2), Step.from(10, 3));

        var start = Instant.parse("2026-01-05T08:00:00Z");
        var cpu = MetricSeries.of(
                "cpu",
                new MetricSample(start, 85),
                new MetricSample(start.plusSeconds(60), 91),
                new MetricSample(start.plusSeconds(120), 94));
        var outcome = task.evaluate(task.start(), List.of(cpu), start.plusSeconds(180), true);
        System.out.println(outcome.verdict());
        System.out.println(rule.evaluate(RuleInput.of(10).withMetric(94).withThreshold(80)));

        // Two days of a load of 100 until eight and 1000 after; a unit carries 50. The limits are set 10 minutes ahead.
        double[] load =
                IntStream.range(0, 48).mapToDouble(h -> h % 24 < 8 ? 100 : 1000).toArray();
        var midnight = Instant.parse("2026-01-05T00:00:00Z");
        var plan = PredictiveRule.of("daily", 50)
                .withBufferTime(Duration.ofMinutes(10))
                .plan(HourlySeries.of(midnight.minus(Duration.ofDays(2)), load), CapacityLimits.of(2, 40), midnight);
        System.out.println(plan.tasks().get(8));
    }
}
// example ends
