package io.ess4j.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.sim.control.Rival;
import io.ess4j.sim.input.InputException;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Activity.Status;
import io.ess4j.sim.metrics.Figures;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a group can be told beyond simple rules, in small runs whose course is known. */
class OperationTest {
    private static final long MINUTE = 60_000;

    private static final String SCENARIO = """
            name: operation
            currency: CNY
            start: 2026-01-05T00:00:00
            length: 2h
            period: 60s
            group:
              min: 2
              max: 20
              cooldown: 1m
              drain: 60s
              zones: [h, i]
              placement: {strategy: balanced}
            instanceTypes:
              - {name: a, vcpus: 1, memory: 1}
            offerings:
              - {type: a, option: on-demand, price: 1}
              - {type: a, option: spot, price: 0.2}
            cloud: {boot: {type: fixed, time: 2m}}
            workload: {arrivals: even, parts: [{type: constant, rate: 0}]}
            service: {time: 100ms}
            slo: {response: 300ms}
            """;

    @TempDir
    private Path folder;

    private final List<Activity> log = new ArrayList<>();
    private final List<Period> periods = new ArrayList<>();

    @Test
    void anAlarmTaskRunsAStepRuleByHowFarTheMetricIsBeyond() {
        // 2 units of ten requests a second at 18: 90 %, ten beyond the threshold, the second step
        run(group("""
                rules:
                  - {name: grow, type: step, warmup: 0s, steps: [{from: 0, to: 8, units: 1}, {from: 8, units: 4}]}
                alarms:
                  - {name: busy, metric: cpu, comparison: ">=", threshold: 80, times: 3, rule: grow}
                """).replace("rate: 0", "rate: 18"));

        assertThat(log.get(1).trigger()).isEqualTo("ALARM");
        assertThat(log.get(1).capacityAfter()).isEqualTo(6);
        // in service from minute 3 on: minutes 4, 5 and 6 breach
        assertThat(log.get(1).startMillis()).isEqualTo(6 * MINUTE);
    }

    @Test
    void instancesWaitInHooksUntilTheAnswerOrTheTimeout() {
        run(group("""
                hooks: [{name: warm-up, at: scale-out, timeout: 10m}]
                hookAnswers: {time: 3m}
                """));
        assertThat(log.get(0).endMillis()).isEqualTo((1 + 2 + 3) * MINUTE);

        log.clear();
        run(group("""
                hooks: [{name: warm-up, at: scale-out, timeout: 10m, atTimeout: abandon}]
                hookAnswers: {time: 3m, lostPercent: 100}
                """));
        assertThat(log.get(0).endMillis()).isEqualTo((1 + 2 + 10) * MINUTE);
        assertThat(log.get(0).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void recycledInstancesAreStoppedAndStartedAgain() {
        Figures figures = run(group("""
                reclaim: recycle
                schedule: [{at: "00:20", min: 6}, {at: "00:40", min: 2, max: 2}, {at: "01:10", min: 6, max: 20}]
                """)
                .replace(
                        "{boot: {type: fixed, time: 2m}}",
                        "{boot: {type: fixed, time: 2m}, script: 5m, billing: {stoppedPrice: 0.1}}"));

        // what exceeds the lowered maximum beside those in service is released, not kept
        Activity again = log.get(log.size() - 1);
        assertThat(again.capacityAfter()).isEqualTo(6);
        assertThat(value(figures, "costByReason.STOPPED").signum()).isNotNegative();
    }

    @Test
    void keptInstancesStartWithoutTheScript() {
        Figures figures = run(group("""
                reclaim: recycle
                rules: [{name: add, type: change, units: 4}, {name: less, type: change, units: -4}]
                schedule: [{at: "00:20", rule: add}, {at: "00:40", rule: less}, {at: "01:10", rule: add}]
                """)
                .replace(
                        "{boot: {type: fixed, time: 2m}}",
                        "{boot: {type: fixed, time: 2m}, script: 5m, billing: {stoppedPrice: 0.1}}"));

        assertThat(log.get(1).endMillis()).as("boot and script").isEqualTo(27 * MINUTE);
        assertThat(log.get(3).endMillis()).as("boot alone").isEqualTo(72 * MINUTE);
        // four instances, from minute 41 to minute 70, at 0.1 an hour
        assertThat(value(figures, "costByReason.STOPPED")).isEqualByComparingTo("0.19");
    }

    @Test
    void noticesAreAnsweredBeforeTheInstancesAreTakenBack() throws IOException {
        // pools are empty from half an hour on; the protected hour ends at minute 61, 5 minutes later they are gone
        Figures figures = run(SCENARIO.replace("strategy: balanced", "strategy: balanced, onDemandPercent: 0")
                .replace("price: 0.2}", "price: 0.2, bid: 0.25, prices: PRICES}")
                .replace("PRICES", prices()));

        assertThat(log).extracting(Activity::trigger).contains("SPOT_NOTICE");
        assertThat(value(figures, "interruptions.noticed")).isEqualByComparingTo("2");
        assertThat(value(figures, "interruptions.inTime")).isEqualByComparingTo("2");
        assertThat(periods.get(periods.size() - 1).capacity().inService()).isEqualTo(2);
        assertThat(periods.subList(5, periods.size()))
                .allSatisfy(p -> assertThat(p.capacity().average()).isGreaterThanOrEqualTo(2));
    }

    private String prices() throws IOException {
        return Files.writeString(folder.resolve("prices.csv"), "seconds,price\n1800,0.3\n")
                .toString();
    }

    @Test
    void brokenInstancesAreFoundReleasedAndReplaced() {
        Figures figures = run(SCENARIO.replace(
                "{boot: {type: fixed, time: 2m}}",
                "{boot: {type: fixed, time: 2m}, faults: {zones: [{zone: h, after: 30m, length: 10m}]}}"));

        assertThat(log).extracting(Activity::trigger).containsSequence("HEALTH_CHECK", "CHECK");
        assertThat(value(figures, "interruptions.broken")).isEqualByComparingTo("1");
        assertThat(periods.get(periods.size() - 1).capacity().inService()).isEqualTo(2);
    }

    @Test
    void metricsThatNeverComeKeepARuleFromActing() {
        String rule = """
                rules: [{name: cpu, type: target-tracking, target: 50, warmup: 0s}]
                metricFaults: {missingPercent: 100}
                """;
        run(group(rule).replace("rate: 0", "rate: 40"));

        assertThat(log).extracting(Activity::trigger).containsOnly("CHECK");
    }

    @Test
    void aPredictiveRuleRaisesTheLeastCapacityAheadOfThePeak() {
        String yaml = group("prediction: {target: 50, early: 10m}\n")
                .replace("length: 2h", "length: 5d")
                .replace(
                        "{type: constant, rate: 0}", "{type: daily, base: 5, peak: 60, from: \"09:00\", to: \"17:00\"}")
                .replace("max: 20", "max: 40");
        String reactive = "rules: [{name: cpu, type: target-tracking, target: 50, warmup: 60s}]\n";

        Figures without = run(yaml.replace("prediction: {target: 50, early: 10m}", reactive.strip()));
        log.clear();
        Figures with = run(yaml.replace("drain: 60s", "drain: 60s\n  " + reactive.strip()));

        assertThat(log).extracting(Activity::trigger).contains("SET_CAPACITY");
        assertThat(value(with, "slo.violatedSeconds")).isLessThan(value(without, "slo.violatedSeconds"));
    }

    @ParameterizedTest
    @EnumSource(Rival.Kind.class)
    void everyRivalRunsAndStaysWithinTheLimits(Rival.Kind kind) {
        Figures figures = run(group("policy: {type: " + kind.word() + ", target: 50}\n")
                .replace("length: 2h", "length: 2d")
                .replace(
                        "{type: constant, rate: 0}",
                        "{type: daily, base: 10, peak: 80, from: \"09:00\", to: \"17:00\", ramp: 1h}"));

        assertThat(periods).allSatisfy(p -> assertThat(p.capacity().inService()).isLessThanOrEqualTo(20));
        double peak = value(figures, "capacity.peakUnits").doubleValue();
        switch (kind) {
            case NEVER_SCALE -> assertThat(peak).isEqualTo(2);
            case ALWAYS_MAX ->
                assertThat(value(figures, "capacity.meanUnits").doubleValue()).isGreaterThan(19.5);
            // 80 requests a second are 16 units at half of ten each
            default -> assertThat(peak).as(kind.word()).isBetween(14.0, 20.0);
        }
    }

    @Test
    void groupsShareTheStockAndAreToldApart() {
        String groups = """
                groups:
                  - {name: one, min: 3, max: 5, zones: [h], placement: {strategy: priority}, drain: 60s, workload: {parts: [{type: constant, rate: 5}]}, service: {time: 100ms}, slo: {response: 300ms}}
                  - {name: two, min: 3, max: 5, zones: [h, i], placement: {strategy: priority}, drain: 60s, workload: {parts: [{type: constant, rate: 9}]}, service: {time: 100ms}, slo: {response: 300ms}}
                """;
        int from = SCENARIO.indexOf("group:");
        int to = SCENARIO.indexOf("instanceTypes:");
        String yaml = SCENARIO.substring(0, from)
                + groups
                + SCENARIO.substring(to, SCENARIO.indexOf("workload:"))
                        .replace("price: 1}", "price: 1, zones: [h], stock: 5}");

        Figures figures = run(yaml);

        // five instances for two groups that want three each
        assertThat(value(figures, "groups.1_one.meanUnits")).isGreaterThan(new BigDecimal("2.9"));
        assertThat(value(figures, "groups.2_two.meanUnits")).isLessThan(new BigDecimal("2.1"));
        assertThat(value(figures, "requests.arrived"))
                .isEqualByComparingTo(
                        value(figures, "groups.1_one.arrived").add(value(figures, "groups.2_two.arrived")));
    }

    @Test
    void whatIsMisspeltInTheNewFieldsIsFoundAtOnce() {
        String yaml = group("""
                alarms: [{name: busy, metric: cpus, comparison: ">>", threshold: 1, rule: none}]
                policy: {type: kubernets-hpa}
                metricFaults: {missing: 3}
                hooks: [{name: h1, at: scale-up}]
                """).replace("price: 0.2}", "price: 0.2, interruptionBuckets: 2, supply: {type: trace}}");

        assertThatThrownBy(() -> ScenarioReader.parse("s.yaml", yaml, Overrides.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "metric (cpus) must be one of cpu, requests, response, backlog (did you mean cpu?)")
                .hasMessageContaining("did you mean kubernetes-hpa?")
                .hasMessageContaining("missing")
                .hasMessageContaining("scale-up")
                .hasMessageContaining("interruptionBuckets")
                .hasMessageContaining("missing field file in supply");
    }

    private static String group(String fields) {
        return SCENARIO.replace("instanceTypes:", fields.indent(2) + "instanceTypes:");
    }

    private Figures run(String yaml) {
        Scenario scenario = ScenarioReader.parse("s.yaml", yaml, Overrides.NONE);
        var figures = new RunFigures(scenario);
        periods.clear();
        new ScenarioRun(scenario, new RunObserver() {
                    @Override
                    public void period(Period period) {
                        figures.period(period);
                        periods.add(period);
                    }

                    @Override
                    public void activity(Activity activity) {
                        figures.activity(activity);
                        log.add(activity);
                    }
                })
                .run();
        return figures.figures();
    }

    private static BigDecimal value(Figures figures, String name) {
        return figures.find(name).orElseThrow().value().orElseThrow();
    }
}
