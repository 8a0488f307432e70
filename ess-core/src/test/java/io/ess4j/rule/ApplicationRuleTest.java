package io.ess4j.rule;

import static io.ess4j.rule.ApplicationMetric.CPU_PERCENT;
import static io.ess4j.rule.ApplicationMetric.LOAD;
import static io.ess4j.rule.ApplicationMetric.RESPONSE_TIME_MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.rule.AlarmTask.Join;
import io.ess4j.rule.ApplicationPlan.Reason;
import io.ess4j.rule.ElasticPurchase.Spread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scaling of applications as in chapter 6 of the guide (guide map G6-1 to G6-16, C-29-1). */
class ApplicationRuleTest {
    private static final Instant EIGHT = Instant.parse("2026-01-05T08:00:00Z");

    /** Guide 6: looked at every minute; asking twice within a minute, or late, judges every minute once. */
    @Test
    void isEvaluatedOnceAMinute() {
        assertThat(ApplicationRule.evaluations(EIGHT, EIGHT.plusSeconds(59))).isEmpty();
        assertThat(ApplicationRule.evaluations(EIGHT, EIGHT.plusSeconds(60))).containsExactly(EIGHT.plusSeconds(60));
        assertThat(ApplicationRule.evaluations(EIGHT.plusSeconds(60), EIGHT.plusSeconds(119)))
                .isEmpty();
        assertThat(ApplicationRule.evaluations(EIGHT.plusSeconds(30), EIGHT.plusSeconds(190)))
                .containsExactly(EIGHT.plusSeconds(60), EIGHT.plusSeconds(120), EIGHT.plusSeconds(180));
        assertThat(ApplicationRule.evaluations(EIGHT.plusSeconds(60), EIGHT)).isEmpty();
    }

    /** Guide 6: the change is recorded as scale-out or scale-in, with the source auto_scale. */
    @ParameterizedTest(name = "{0} instances at load {1}: {2}")
    @CsvSource({"2, 95, SCALE_OUT 3", "6, 5, SCALE_IN 2", "2, 50, none", "8, 95, none", "1, 5, none"})
    void recordsItsChanges(int instances, int cpu, String expected) {
        ApplicationRule rule = ApplicationRule.existing(
                "web", ApplicationTrigger.of(CPU_PERCENT, 80, 1, 3), ApplicationTrigger.of(CPU_PERCENT, 20, 1, 2), 8);
        ApplicationPlan plan =
                rule.evaluate(List.of(ApplicationMinute.of(CPU_PERCENT, cpu)), new ApplicationFleet(instances, 0, 10));

        assertThat(ApplicationChange.of("shop", plan, EIGHT)
                        .map(c -> c.kind() + " " + c.instances())
                        .orElse("none"))
                .isEqualTo(expected);
        ApplicationChange.of("shop", plan, EIGHT)
                .ifPresent(c -> assertThat(c.source()).isEqualTo("auto_scale"));
    }

    private static final ApplicationTrigger OUT = ApplicationTrigger.of(CPU_PERCENT, 80, 3, 2);
    private static final ApplicationTrigger IN = ApplicationTrigger.of(CPU_PERCENT, 30, 2, 2);
    private static final ApplicationRule RULE = ApplicationRule.existing("shop", OUT, IN, 10);
    private static final ApplicationFleet FLEET = new ApplicationFleet(3, 2, 5);

    /** One-minute averages, the latest last; "-" is a minute without data. */
    private static List<ApplicationMinute> minutes(ApplicationMetric metric, String values) {
        List<ApplicationMinute> minutes = new ArrayList<>();
        for (String value : values.strip().split(" +", -1)) {
            minutes.add(
                    value.equals("-")
                            ? new ApplicationMinute(Map.of())
                            : ApplicationMinute.of(metric, Double.parseDouble(value)));
        }
        return minutes;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "G6-3 three minutes above,       90 90 90,    SCALES_OUT",
        "G6-3 older minutes do not count,10 90 90 90, SCALES_OUT",
        "G6-3 one minute below,          90 79 90,    NOT_BREACHED",
        "G6-3 not for long enough,       90 90,       NOT_BREACHED",
        "G6-4 out at the threshold,      80 80 80,    SCALES_OUT",
        "G6-4 just under it,             80 80 79.99, NOT_BREACHED",
        "G6-4 in below the threshold,    29.9 29.9,   SCALES_IN",
        "G6-4 not in at the threshold,   30 30,       NOT_BREACHED",
        "missing data is not zero,       - - -,       NOT_BREACHED",
        "a gap ends the row,             90 - 90,     NOT_BREACHED"
    })
    void breachesAsDocumented(String source, String values, Reason reason) {
        assertThat(RULE.evaluate(minutes(CPU_PERCENT, values), FLEET).reason())
                .as(source)
                .isEqualTo(reason);
    }

    /** G6-1, G6-2: all three metrics. */
    @ParameterizedTest(name = "{0}: cpu {1}, response time {2}, load {3}")
    @CsvSource({
        "ANY, 90, 100, 1, SCALES_OUT",
        "ANY, 10, 500, 1, SCALES_OUT",
        "ANY, 10, 100, 8, SCALES_OUT",
        "ANY, 10, 100, 1, NOT_BREACHED",
        "ALL, 90, 500, 8, SCALES_OUT",
        "ALL, 90, 500, 7, NOT_BREACHED",
        "ALL, 90, 499, 8, NOT_BREACHED"
    })
    void joinsItsMetrics(Join join, double cpu, double millis, double load, Reason reason) {
        ApplicationTrigger trigger = ApplicationTrigger.of(CPU_PERCENT, 80, 1, 1)
                .and(RESPONSE_TIME_MILLIS, 500, join)
                .and(LOAD, 8, join);
        ApplicationRule rule = new ApplicationRule(
                "r", Optional.of(trigger), Optional.empty(), 9, ApplicationSource.EXISTING, Optional.empty());
        ApplicationMinute minute =
                new ApplicationMinute(Map.of(CPU_PERCENT, cpu, RESPONSE_TIME_MILLIS, millis, LOAD, load));

        assertThat(rule.evaluate(List.of(minute), FLEET).reason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0}: step {2}, most {3}, {4} of {5} idle")
    @CsvSource({
        // source of the row, source of instances, step, most, present, idle, from cluster, bought, short, reason
        "G6-6 a fixed number,           EXISTING,       2, 10, 5, 9, 2, 0, 0, SCALES_OUT",
        "G6-7 the last step is cut,     EXISTING,       4,  7, 5, 9, 2, 0, 0, SCALES_OUT",
        "G6-7 at the maximum,           EXISTING,       4,  5, 5, 9, 0, 0, 0, AT_MOST_INSTANCES",
        "G6-7 above the maximum,        EXISTING,       4,  4, 5, 9, 0, 0, 0, AT_MOST_INSTANCES",
        "G6-9 as many as there are,     EXISTING,       4, 10, 5, 1, 1, 0, 3, SCALES_OUT",
        "G6-9 none,                     EXISTING,       4, 10, 5, 0, 0, 0, 0, NO_IDLE_INSTANCES",
        "G6-10 bought whatever is idle, ELASTIC,        4, 10, 5, 9, 0, 4, 0, SCALES_OUT",
        "G6-11 idle first,              EXISTING_FIRST, 4, 10, 5, 3, 3, 1, 0, SCALES_OUT",
        "G6-11 half of them idle,       EXISTING_FIRST, 4, 10, 5, 2, 2, 2, 0, SCALES_OUT",
        "G6-11 idle are enough,         EXISTING_FIRST, 4, 10, 5, 9, 4, 0, 0, SCALES_OUT"
    })
    void takesInstancesFromItsSource(
            String row,
            ApplicationSource source,
            int step,
            int most,
            int present,
            int idle,
            int fromCluster,
            int bought,
            int shortfall,
            Reason reason) {
        ApplicationTrigger out = ApplicationTrigger.of(CPU_PERCENT, 80, 1, step);
        ApplicationRule existing = ApplicationRule.existing("r", out, IN, most);
        ApplicationRule rule = source == ApplicationSource.EXISTING
                ? existing
                : existing.buying(source, ElasticPurchase.template("lt-1"));

        assertThat(rule.evaluate(minutes(CPU_PERCENT, "90"), new ApplicationFleet(present, 0, idle)))
                .as(row)
                .isEqualTo(new ApplicationPlan(fromCluster, bought, 0, 0, shortfall, reason));
    }

    @ParameterizedTest(name = "{0}: {1} existing, {2} elastic, step {3}")
    @CsvSource({
        "G6-12 elastic first,           3, 2, 2, 2, 0, SCALES_IN",
        "G6-12 then existing,           3, 2, 3, 2, 1, SCALES_IN",
        "G6-12 no elastic,              3, 0, 2, 0, 2, SCALES_IN",
        "G6-8 one stays,                1, 1, 5, 1, 0, SCALES_IN",
        "G6-8 one elastic stays,        0, 3, 5, 2, 0, SCALES_IN",
        "G6-8 a single instance stays,  1, 0, 1, 0, 0, ONE_INSTANCE_STAYS",
        "nothing to remove,             0, 0, 1, 0, 0, ONE_INSTANCE_STAYS"
    })
    void releasesElasticInstancesFirst(
            String row, int existing, int elastic, int step, int released, int returned, Reason reason) {
        ApplicationRule rule = ApplicationRule.existing("r", OUT, ApplicationTrigger.of(CPU_PERCENT, 30, 1, step), 10);

        assertThat(rule.evaluate(minutes(CPU_PERCENT, "10"), new ApplicationFleet(existing, elastic, 0)))
                .as(row)
                .isEqualTo(new ApplicationPlan(0, 0, released, returned, 0, reason));
    }

    /** G6-5: refused on saving. */
    @Test
    void thresholdsMustNotCross() {
        ApplicationTrigger in = ApplicationTrigger.of(CPU_PERCENT, 81, 1, 1).and(LOAD, 3, Join.ANY);

        assertThatThrownBy(() -> ApplicationRule.existing("r", OUT, in, 5))
                .hasMessage("scale-in threshold of CPU_PERCENT (81) must be at most its scale-out threshold (80)");
        assertThat(ApplicationRule.existing("r", OUT, ApplicationTrigger.of(CPU_PERCENT, 80, 1, 1), 5)
                        .in())
                .isPresent();
        assertThat(ApplicationRule.existing("r", OUT, ApplicationTrigger.of(LOAD, 999, 1, 1), 5)
                        .in())
                .as("another metric has no scale-out threshold")
                .isPresent();
    }

    /** Equal thresholds: whatever the value, only one of the two breaches. */
    @ParameterizedTest
    @CsvSource({"79.9, SCALES_IN", "80, SCALES_OUT", "80.1, SCALES_OUT"})
    void equalThresholdsDoNotFlap(double value, Reason reason) {
        ApplicationRule rule = ApplicationRule.existing(
                "r", ApplicationTrigger.of(CPU_PERCENT, 80, 1, 1), ApplicationTrigger.of(CPU_PERCENT, 80, 1, 1), 10);

        assertThat(rule.evaluate(minutes(CPU_PERCENT, "" + value), FLEET).reason())
                .isEqualTo(reason);
    }

    /** Different metrics may breach both ways at once; capacity comes first. */
    @Test
    void scalesOutIfBothTriggersBreach() {
        ApplicationRule rule = ApplicationRule.existing(
                "r", ApplicationTrigger.of(RESPONSE_TIME_MILLIS, 500, 1, 1), IN.and(LOAD, 9, Join.ANY), 10);
        ApplicationMinute minute = new ApplicationMinute(Map.of(RESPONSE_TIME_MILLIS, 900.0, CPU_PERCENT, 5.0));

        assertThat(rule.evaluate(List.of(minute, minute), FLEET).reason()).isEqualTo(Reason.SCALES_OUT);
    }

    /** G6-15. */
    @Test
    void eachWayIsSwitchedOnByItself() {
        ApplicationRule inOnly = new ApplicationRule(
                "r", Optional.empty(), Optional.of(IN), 10, ApplicationSource.EXISTING, Optional.empty());

        assertThat(inOnly.evaluate(minutes(CPU_PERCENT, "99 99 99"), FLEET).reason())
                .isEqualTo(Reason.NOT_BREACHED);
        assertThat(inOnly.evaluate(minutes(CPU_PERCENT, "9 9"), FLEET).reason()).isEqualTo(Reason.SCALES_IN);
        assertThatThrownBy(() -> new ApplicationRule(
                        "r", Optional.empty(), Optional.empty(), 0, ApplicationSource.ELASTIC, Optional.empty()))
                .hasMessageContaining("mostInstances (0)")
                .hasMessageContaining("must scale out or in")
                .hasMessageContaining("purchase must be given");
    }

    /** G6-10, G6-13, G6-14. */
    @Test
    void buysByTemplateOrBySpecification() {
        assertThatThrownBy(() -> ElasticPurchase.like("i-1", " ")).hasMessageContaining("loginKey must be given");
        assertThat(ElasticPurchase.like("i-1", "key").loginKey()).contains("key");
        assertThat(ElasticPurchase.template("lt-1").loginKey()).isEmpty();
        assertThatThrownBy(() -> ElasticPurchase.template("")).hasMessageContaining("model");
    }

    @ParameterizedTest(name = "{0} {1} on {2} {3} {4}")
    @CsvSource({
        "PRIORITY, 4, 9, 9, 9, 4, 0, 0",
        "PRIORITY, 4, 3, 0, 9, 3, 0, 1",
        "PRIORITY, 9, 1, 2, 3, 1, 2, 3",
        "BALANCED, 4, 9, 9, 9, 2, 1, 1",
        "BALANCED, 4, 9, 0, 9, 2, 0, 2",
        "BALANCED, 7, 1, 9, 9, 1, 3, 3"
    })
    void placesOverItsVSwitches(Spread spread, int count, int a, int b, int c, int ina, int inb, int inc) {
        ElasticPurchase purchase = ElasticPurchase.template("lt-1").in(spread, "vsw-a", "vsw-b", "vsw-c");

        assertThat(purchase.place(count, List.of(a, b, c))).containsExactly(ina, inb, inc);
        assertThatThrownBy(() -> purchase.place(1, List.of(1))).hasMessageContaining("a number for each of");
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatThrownBy(() -> ApplicationTrigger.of(CPU_PERCENT, 101, 1, 1)).hasMessageContaining("from 1 to 100");
        assertThatThrownBy(() -> ApplicationTrigger.of(LOAD, 0, 1, 1)).hasMessageContaining("threshold of LOAD (0)");
        assertThatThrownBy(() -> ApplicationTrigger.of(LOAD, 1, 0, 1)).hasMessageContaining("minutes (0)");
        assertThatThrownBy(() -> ApplicationTrigger.of(LOAD, 1, 1, 0)).hasMessageContaining("step (0)");
        assertThatThrownBy(() -> new ApplicationTrigger(Map.of(), Join.ANY, 1, 1))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> ApplicationMinute.of(LOAD, Double.NaN)).hasMessageContaining("LOAD (NaN)");
        assertThatThrownBy(() -> ApplicationMinute.of(LOAD, -1)).hasMessageContaining("must be finite and >= 0");
        assertThatThrownBy(() -> new ApplicationFleet(-1, 0, 0)).hasMessageContaining("existing (-1)");
        assertThatThrownBy(() -> new ApplicationFleet(0, -1, 0)).hasMessageContaining("elastic (-1)");
        assertThatThrownBy(() -> new ApplicationFleet(0, 0, -1)).hasMessageContaining("idleInCluster (-1)");
        ApplicationTrigger out = ApplicationTrigger.of(LOAD, 9, 1, 1);
        assertThat(ApplicationRule.existing("r", out, IN, 1).mostInstances()).isEqualTo(1);
        assertThatThrownBy(() -> ApplicationRule.existing("r", out, IN, 0)).hasMessageContaining("mostInstances (0)");
        assertThatThrownBy(() -> ApplicationRule.existing(" ", out, IN, 1)).hasMessageContaining("must not be blank");
    }
}
