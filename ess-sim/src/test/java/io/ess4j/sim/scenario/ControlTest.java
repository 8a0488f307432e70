package io.ess4j.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Activity.Status;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.workload.ServiceOutcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the controller carries plans out, seen from its activity log. */
class ControlTest {
    private static final long MINUTE = 60_000;
    private static final String SCENARIO = """
            name: control
            currency: CNY
            start: 2026-01-05T00:00:00
            length: 1h
            group:
              min: 0
              max: 20
              cooldown: 10m
              drain: 60s
              zones: [h]
              placement: {strategy: priority}
              rules:
                - {name: cpu, type: target-tracking, target: 50, warmup: 0s, scaleIn: false}
                - {name: add, type: change, units: 3}
                - {name: remove, type: change, units: -2}
            instanceTypes:
              - {name: a, vcpus: 1, memory: 1}
            offerings:
              - {type: a, option: on-demand, price: 1, stock: 9}
            cloud: {boot: {type: fixed, time: 2m}}
            workload: {arrivals: even, parts: [{type: constant, rate: 0}]}
            service: {time: 100ms}
            slo: {response: 300ms}
            """;

    @Test
    void aScheduledRuleIsCarriedOutBootedAndDrained() {
        List<Activity> log = run(scheduled("[{at: \"00:10\", rule: add}, {at: \"00:30\", rule: remove}]"));

        assertThat(log).extracting(Activity::status).containsExactly(Status.SUCCESSFUL, Status.SUCCESSFUL);
        assertThat(log).extracting(Activity::endMillis).containsExactly(12 * MINUTE, 31 * MINUTE);
        assertThat(log.get(0).launched()).containsExactly(new Activity.Batch("a", "h", "ON_DEMAND", 3));
        assertThat(log.get(0).cause())
                .isEqualTo("The schedule ran rule add and wants 3 units; capacity 0 is below desired.");
        assertThat(log.get(1).removed()).containsExactly(new Activity.Batch("a", "h", "ON_DEMAND", 2));
        assertThat(log.get(1).capacityAfter()).isEqualTo(1);
    }

    @Test
    void aTaskThatMeetsAnActivityIsTriedAgain() {
        List<Activity> log = run(scheduled("[{at: \"00:10\", rule: add}, {at: \"00:11\", rule: add}]"));

        assertThat(log).extracting(Activity::startMillis).containsExactly(10 * MINUTE, 12 * MINUTE);
        assertThat(log.get(1).capacityAfter()).isEqualTo(6);
    }

    @Test
    void aTaskGivesUpAfterTenMinutes() {
        List<Activity> log = run(scheduled("[{at: \"00:10\", rule: add}, {at: \"00:11\", rule: add}]")
                .replace("time: 2m", "time: 30m"));

        assertThat(log).extracting(Activity::status).containsExactly(Status.REJECTED, Status.SUCCESSFUL);
        assertThat(log.get(0).startMillis()).isEqualTo(21 * MINUTE);
        assertThat(log.get(0).cause()).endsWith("refused: an activity is in progress.");
    }

    @Test
    void shortStockIsAWarningAndNoStockOneFailure() {
        List<Activity> log = run(SCENARIO.replace("stock: 9", "stock: 2").replace("min: 0", "min: 4"));

        assertThat(log).extracting(Activity::status).containsExactly(Status.WARNING, Status.FAILED);
        assertThat(log.get(0).launched()).containsExactly(new Activity.Batch("a", "h", "ON_DEMAND", 2));
        assertThat(log.get(0).notes()).contains("Short of 2 units: out of stock");
    }

    @Test
    void bootsThatFailAreToldAndTriedAgain() {
        List<Activity> log = run(SCENARIO.replace(
                        "{boot: {type: fixed, time: 2m}}", "{boot: {type: fixed, time: 2m}, launchFailurePercent: 100}")
                .replace("min: 0", "min: 1"));

        assertThat(log)
                .hasSizeGreaterThan(10)
                .extracting(Activity::status)
                .containsOnly(Status.FAILED, Status.IN_PROGRESS);
        assertThat(log.get(0).notes()).containsExactly("1 instance did not boot");
    }

    @Test
    void alarmsWaitForTheCooldownAndCountWarmCapacity() {
        List<Activity> log = run(SCENARIO.replace("rate: 0", "rate: 30").replace("min: 0", "min: 1"));

        assertThat(log.get(0).trigger()).isEqualTo("CHECK");
        assertThat(log.get(0).endMillis()).isEqualTo(3 * MINUTE);
        // the cooldown ends at minute 13; one unit is fully busy and two are wanted, ten minutes later two more
        assertThat(log.get(1).startMillis()).isEqualTo(13 * MINUTE);
        assertThat(log.get(1).cause()).startsWith("Rule cpu saw 100.0 % and wants 2 units (metric above target)");
        assertThat(log.get(2).startMillis()).isEqualTo(25 * MINUTE);
        assertThat(log.get(2).capacityAfter()).isEqualTo(4);
    }

    @Test
    void aGroupWithDesiredCapacityConvergesByChecks() {
        List<Activity> log = run(scheduled("[{at: \"00:10\", desired: 7}, {at: \"00:20\", max: 3}]")
                .replace("  max: 20", "  max: 20\n  desired: 5"));

        assertThat(log.get(0).capacityAfter()).isEqualTo(5);
        assertThat(log.get(1).capacityAfter()).isEqualTo(7);
        assertThat(log.get(2).status()).isEqualTo(Status.REJECTED);
        assertThat(log.get(2).cause()).contains("minimum, desired and maximum capacity would be out of order");
    }

    @Test
    void anOwnLoadAndServiceTakePartInTheRun() {
        var periods = new ArrayList<Period>();
        var run = new ScenarioRun(
                ScenarioReader.parse("s.yaml", SCENARIO, Overrides.NONE), observer(periods, new ArrayList<>()));

        run.withWorkload((from, to) -> 7)
                .withService((arrivals, capacity, millis) -> new ServiceOutcome(arrivals, 0, 0, 0.25, 42))
                .run();

        assertThat(periods).hasSize(60).allSatisfy(p -> {
            assertThat(p.traffic().served()).isEqualTo(7);
            assertThat(p.traffic().responseMillis()).isEqualTo(42);
            assertThat(p.traffic().violatesSlo()).isFalse();
        });
    }

    @Test
    void aRestShorterThanAPeriodIsMeasured() {
        var periods = new ArrayList<Period>();
        String yaml = SCENARIO.replace("length: 1h", "length: 150s").replace("rate: 0", "rate: 1");

        new ScenarioRun(ScenarioReader.parse("s.yaml", yaml, Overrides.NONE), observer(periods, new ArrayList<>()))
                .run();

        assertThat(periods).extracting(Period::lengthMillis).containsExactly(60_000L, 60_000L, 30_000L);
        assertThat(periods).extracting(p -> p.traffic().arrivals()).containsExactly(60L, 60L, 30L);
    }

    private static String scheduled(String tasks) {
        return SCENARIO.replace("instanceTypes:", "  schedule: " + tasks + "\ninstanceTypes:");
    }

    private static List<Activity> run(String yaml) {
        var log = new ArrayList<Activity>();
        new ScenarioRun(ScenarioReader.parse("s.yaml", yaml, Overrides.NONE), observer(new ArrayList<>(), log)).run();
        return log;
    }

    private static RunObserver observer(List<Period> periods, List<Activity> log) {
        return new RunObserver() {
            @Override
            public void period(Period period) {
                periods.add(period);
            }

            @Override
            public void activity(Activity activity) {
                log.add(activity);
            }
        };
    }
}
