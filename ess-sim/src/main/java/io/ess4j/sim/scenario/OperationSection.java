package io.ess4j.sim.scenario;

import io.ess4j.lifecycle.HookNotification;
import io.ess4j.lifecycle.HookResult;
import io.ess4j.lifecycle.LifecycleHook;
import io.ess4j.lifecycle.LifecycleTransition;
import io.ess4j.sim.control.HookAnswers;
import io.ess4j.sim.control.MetricFaults;
import io.ess4j.sim.control.RegularChecks;
import io.ess4j.sim.control.Rival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the fields {@code checks}, {@code hooks}, {@code metrics} and {@code policy} of a group. */
final class OperationSection {
    private OperationSection() {}

    /** Lifetimes are looked at once an hour unless the file says otherwise. */
    static RegularChecks checks(YamlMap group, boolean hasLifetime) {
        Optional<YamlMap> map = group.map("checks", false);
        Duration health =
                map.map(m -> m.durationOr("health", Duration.ofMinutes(1))).orElse(Duration.ofMinutes(1));
        Optional<Duration> lifetime = map.flatMap(m -> optional(m, "lifetime"))
                .or(() -> hasLifetime ? Optional.of(Duration.ofHours(1)) : Optional.empty());
        Optional<Duration> rebalance = map.flatMap(m -> optional(m, "rebalance"));
        Optional<Duration> restoreMix = map.flatMap(m -> optional(m, "restoreMix"));
        map.ifPresent(YamlMap::finish);
        return group.build("checks", () -> new RegularChecks(health, lifetime, rebalance, restoreMix))
                .orElse(RegularChecks.DEFAULT);
    }

    private static Optional<Duration> optional(YamlMap map, String name) {
        return map.has(name) ? Optional.of(map.duration(name)) : Optional.empty();
    }

    static HookAnswers hooks(YamlMap group) {
        List<LifecycleHook> hooks = new ArrayList<>();
        Map<String, LifecycleTransition> transitions = new LinkedHashMap<>();
        transitions.put("scale-out", LifecycleTransition.SCALE_OUT);
        transitions.put("scale-in", LifecycleTransition.SCALE_IN);
        Map<String, HookResult> results = new LinkedHashMap<>();
        results.put("continue", HookResult.CONTINUE);
        results.put("abandon", HookResult.ABANDON);
        for (YamlMap map : group.maps("hooks", false)) {
            String name = map.text("name");
            LifecycleTransition transition = map.choice("at", transitions, true);
            Duration timeout = map.durationOr("timeout", LifecycleHook.DEFAULT_TIMEOUT);
            HookResult result = map.choice("atTimeout", results, false);
            map.finish();
            if (transition != null) {
                map.build(() -> new LifecycleHook(
                                name,
                                transition,
                                timeout,
                                result == null ? HookResult.CONTINUE : result,
                                HookNotification.NONE,
                                ""))
                        .ifPresent(hooks::add);
            }
        }
        Optional<YamlMap> answers = group.map("hookAnswers", false);
        Duration time = answers.map(m -> m.durationOr("time", Duration.ZERO)).orElse(Duration.ZERO);
        double lost = answers.map(m -> m.decimalOr("lostPercent", 0, 100, 0)).orElse(0.0);
        answers.ifPresent(YamlMap::finish);
        return group.build("hookAnswers", () -> new HookAnswers(hooks, time, lost / 100))
                .orElse(HookAnswers.NONE);
    }

    static MetricFaults metrics(YamlMap group) {
        Optional<YamlMap> map = group.map("metricFaults", false);
        if (map.isEmpty()) {
            return MetricFaults.NONE;
        }
        double missing = map.get().decimalOr("missingPercent", 0, 100, 0);
        Duration delay = map.get().durationOr("delay", Duration.ZERO);
        Duration ahead = map.get().durationOr("ahead", Duration.ZERO);
        Duration behind = map.get().durationOr("behind", Duration.ZERO);
        map.get().finish();
        return map.get()
                .build(() -> new MetricFaults(missing / 100, delay, ahead.minus(behind)))
                .orElse(MetricFaults.NONE);
    }

    static Optional<Rival> policy(YamlMap map) {
        Map<String, Rival.Kind> kinds = new LinkedHashMap<>();
        for (Rival.Kind kind : Rival.Kind.values()) {
            kinds.put(kind.word(), kind);
        }
        Rival.Kind kind = map.choice("type", kinds, true);
        double target = map.decimalOr("target", 1, 100, 60);
        map.finish();
        return kind == null ? Optional.empty() : map.build(() -> new Rival(kind, target));
    }
}
