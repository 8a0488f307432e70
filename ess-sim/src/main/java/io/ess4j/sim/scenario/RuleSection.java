package io.ess4j.sim.scenario;

import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.AlarmCondition;
import io.ess4j.rule.AlarmTask;
import io.ess4j.rule.Comparison;
import io.ess4j.rule.PredictiveRule;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.SimpleRule;
import io.ess4j.rule.Statistic;
import io.ess4j.rule.Step;
import io.ess4j.rule.StepRule;
import io.ess4j.rule.TargetTrackingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the fields {@code rules}, {@code alarms} and {@code prediction} of a group. */
final class RuleSection {
    private static final Map<String, String> TYPES =
            GroupSection.words("target-tracking", "change", "change-percent", "exactly", "step");
    private static final Map<String, AdjustmentType> ADJUSTMENTS = adjustments();
    private static final Map<String, String> METRICS = GroupSection.words("cpu", "requests", "response", "backlog");

    private final YamlMap map;

    RuleSection(YamlMap map) {
        this.map = map;
    }

    private static Map<String, AdjustmentType> adjustments() {
        Map<String, AdjustmentType> types = new LinkedHashMap<>();
        types.put("change", AdjustmentType.QUANTITY);
        types.put("change-percent", AdjustmentType.PERCENT);
        types.put("exactly", AdjustmentType.TOTAL);
        return types;
    }

    List<ScalingRule> rules() {
        List<ScalingRule> rules = new ArrayList<>();
        for (YamlMap rule : map.maps("rules", false)) {
            String name = rule.text("name");
            String type = rule.choice("type", TYPES, true);
            if (type != null) {
                rule(rule, name, type).ifPresent(rules::add);
            }
            rule.finish();
        }
        return rules;
    }

    private static Optional<ScalingRule> rule(YamlMap rule, String name, String type) {
        return switch (type) {
            case "target-tracking" -> tracking(rule, name);
            case "step" -> step(rule, name);
            default -> simple(rule, name, ADJUSTMENTS.getOrDefault(type, AdjustmentType.QUANTITY));
        };
    }

    private static Optional<ScalingRule> tracking(YamlMap rule, String name) {
        double target = rule.decimal("target", 0.001, 100);
        int margin = (int) rule.integerOr("margin", 0, 99, 10);
        boolean scaleIn = rule.flagOr("scaleIn", true);
        Duration warmup = rule.durationOr("warmup", Duration.ofMinutes(5));
        return rule.build(() -> new TargetTrackingRule(name, target, margin, !scaleIn, warmup));
    }

    private static Optional<ScalingRule> simple(YamlMap rule, String name, AdjustmentType adjustment) {
        int units = (int) rule.integer("units", -100_000, 100_000);
        Optional<Duration> cooldown = rule.has("cooldown") ? Optional.of(rule.duration("cooldown")) : Optional.empty();
        return rule.build(() -> {
            SimpleRule simple = SimpleRule.of(name, adjustment, units);
            return cooldown.map(simple::withCooldown).orElse(simple);
        });
    }

    /** Steps count from the threshold of the alarm that runs the rule. */
    private static Optional<ScalingRule> step(YamlMap rule, String name) {
        AdjustmentType adjustment = rule.choice("adjustment", ADJUSTMENTS, false);
        Duration warmup = rule.durationOr("warmup", Duration.ofMinutes(5));
        List<Step> steps = new ArrayList<>();
        for (YamlMap map : rule.maps("steps", true)) {
            OptionalDouble from = optional(map, "from");
            OptionalDouble to = optional(map, "to");
            int units = (int) map.integer("units", -100_000, 100_000);
            map.finish();
            map.build(() -> new Step(from, to, units)).ifPresent(steps::add);
        }
        return rule.build(() -> StepRule.of(
                        name, adjustment == null ? AdjustmentType.QUANTITY : adjustment, steps.toArray(Step[]::new))
                .withWarmup(warmup));
    }

    private static OptionalDouble optional(YamlMap map, String name) {
        return map.has(name) ? OptionalDouble.of(map.decimal(name, -1e9, 1e9)) : OptionalDouble.empty();
    }

    List<AlarmTask> alarms(List<ScalingRule> rules) {
        List<AlarmTask> tasks = new ArrayList<>();
        Map<String, ScalingRule> byName = new LinkedHashMap<>();
        rules.forEach(rule -> byName.put(rule.name(), rule));
        for (YamlMap alarm : map.maps("alarms", false)) {
            String name = alarm.text("name");
            String metric = alarm.choice("metric", METRICS, true);
            Statistic statistic = alarm.choice("statistic", statistics(), false);
            Comparison comparison = alarm.choice("comparison", comparisons(), true);
            double threshold = alarm.decimal("threshold", -1e9, 1e9);
            Duration period = alarm.durationOr("period", Duration.ofMinutes(1));
            int times = (int) alarm.integerOr("times", 1, 1_000, 3);
            ScalingRule rule = alarm.choice("rule", byName, true);
            alarm.finish();
            if (metric != null && comparison != null && rule != null) {
                alarm.build(() -> AlarmTask.of(
                                        name,
                                        new AlarmCondition(
                                                metric,
                                                statistic == null ? Statistic.AVERAGE : statistic,
                                                period,
                                                comparison,
                                                threshold),
                                        rule.name())
                                .after(times))
                        .ifPresent(tasks::add);
            }
        }
        return tasks;
    }

    private static Map<String, Statistic> statistics() {
        Map<String, Statistic> all = new LinkedHashMap<>();
        for (Statistic statistic : Statistic.values()) {
            all.put(statistic.name().toLowerCase(Locale.ROOT), statistic);
        }
        return all;
    }

    private static Map<String, Comparison> comparisons() {
        Map<String, Comparison> all = new LinkedHashMap<>();
        all.put(">=", Comparison.AT_LEAST);
        all.put("<=", Comparison.AT_MOST);
        all.put(">", Comparison.ABOVE);
        all.put("<", Comparison.BELOW);
        return all;
    }

    static Optional<PredictiveRule> prediction(YamlMap map) {
        String name = map.textOr("name", "prediction");
        double target = map.decimal("target", 0.001, 100);
        boolean scales = map.flagOr("scale", true);
        Map<String, PredictiveRule.MaxBehavior> choices = new LinkedHashMap<>();
        choices.put("keep", PredictiveRule.MaxBehavior.MAX_OVERRIDES_PREDICTION);
        choices.put("follow", PredictiveRule.MaxBehavior.PREDICTION_OVERRIDES_MAX);
        choices.put("buffer", PredictiveRule.MaxBehavior.PREDICTION_WITH_BUFFER);
        PredictiveRule.MaxBehavior max = map.choice("max", choices, false);
        int percent = (int) map.integerOr("bufferPercent", 0, 100, 0);
        Duration early = map.durationOr("early", Duration.ZERO);
        map.finish();
        return map.build(() -> {
            PredictiveRule rule = PredictiveRule.of(name, target).withBufferTime(early);
            rule = max == null ? rule : rule.withMax(max, percent);
            return scales ? rule : rule.predictOnly();
        });
    }
}
