package io.ess4j.rule;

import static io.ess4j.rule.AlarmOutcome.Verdict.NOTHING_NEW;
import static io.ess4j.rule.AlarmOutcome.Verdict.NOT_EFFECTIVE;
import static io.ess4j.rule.AlarmOutcome.Verdict.NO_ALARM;
import static io.ess4j.rule.AlarmOutcome.Verdict.RUN_RULES;
import static io.ess4j.rule.AlarmOutcome.Verdict.SWITCHED_OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ess4j.rule.AlarmOutcome.Verdict;
import io.ess4j.rule.AlarmTask.Join;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alarm tasks along a timeline of minutes (guide map C-10-1 to C-10-6). */
class AlarmTaskTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final AlarmTask HOT = AlarmTask.of("cpu-hot", minute("cpu", Comparison.AT_LEAST, 80), "add");

    private static AlarmCondition minute(String metric, Comparison comparison, double threshold) {
        return AlarmCondition.average(metric, comparison, threshold).every(MINUTE);
    }

    private static Instant at(int minute) {
        return START.plus(MINUTE.multipliedBy(minute));
    }

    /** One sample in the middle of each minute; "-" is a minute without data. */
    private static MetricSeries series(String metric, String values) {
        List<MetricSample> samples = new ArrayList<>();
        String[] cells = values.strip().split(" +", -1);
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].equals("-")) {
                samples.add(new MetricSample(at(i).plusSeconds(30), Double.parseDouble(cells[i])));
            }
        }
        return new MetricSeries(metric, samples);
    }

    /** Evaluates at the end of each minute and writes down what came of it: A runs rules, o is OK, ? lacks data. */
    private static String timeline(AlarmTask task, int minutes, MetricSeries... series) {
        StringBuilder seen = new StringBuilder();
        AlarmState state = task.start();
        for (int minute = 1; minute <= minutes; minute++) {
            AlarmOutcome outcome = task.evaluate(state, List.of(series), at(minute), true);
            state = outcome.state();
            assertThat(outcome.runsRules()).isEqualTo(state.status() == AlarmStatus.ALARM);
            seen.append(
                    switch (state.status()) {
                        case OK -> 'o';
                        case ALARM -> 'A';
                        case INSUFFICIENT_DATA -> '?';
                    });
        }
        return seen.toString();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "C-10-2 three in a row,           3, 90 90 90 90 10 90 90 90, ooAAoooA",
        "C-10-2 one is enough if asked,   1, 90 10 80 79.9,           AoAo",
        "C-10-3 no data yet,              3, - - 90 90 90,            ??ooA",
        "C-10-3 a gap ends the row,       3, 90 90 - 90 90 90,        oo?ooA",
        "missing data is not zero,        2, 90 90 - -,               oA??",
        "exactly at the threshold,        2, 80 80,                   oA"
    })
    void countsPeriodsInARow(String source, int evaluations, String values, String expected) {
        assertThat(timeline(HOT.after(evaluations), expected.length(), series("cpu", values)))
                .as(source)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: cpu {2}, load {3}")
    @CsvSource({
        "all needs both,                     ALL, 90 90 90 90, 1 9 9 1, oAAo",
        "any needs one,                      ANY, 90 10 10 90, 1 1 9 1, AoAA",
        "all: one that is OK decides,        ALL, 10 10,       - -,     oo",
        "all: unknown while the other holds, ALL, 90 90,       - 9,     ?A",
        "any: one that holds decides,        ANY, 90 10,       - -,     A?"
    })
    void joinsConditions(String source, Join join, String cpu, String load, String expected) {
        AlarmTask task = HOT.after(1).and(minute("load", Comparison.ABOVE, 5), join);

        assertThat(timeline(task, expected.length(), series("cpu", cpu), series("load", load)))
                .as(source)
                .isEqualTo(expected);
    }

    /** All nine pairs: one OK decides for all, one alarm for any, and otherwise what is not known stays unknown. */
    @ParameterizedTest
    @EnumSource(AlarmStatus.class)
    void whatIsNotKnownStaysUnknownUntilOneDecides(AlarmStatus status) {
        assertThat(AlarmStatus.OK.and(status)).isEqualTo(AlarmStatus.OK);
        assertThat(status.and(AlarmStatus.OK)).isEqualTo(AlarmStatus.OK);
        assertThat(AlarmStatus.ALARM.or(status)).isEqualTo(AlarmStatus.ALARM);
        assertThat(status.or(AlarmStatus.ALARM)).isEqualTo(AlarmStatus.ALARM);
        assertThat(AlarmStatus.ALARM.and(status)).isEqualTo(status);
        assertThat(status.and(AlarmStatus.ALARM)).isEqualTo(status);
        assertThat(AlarmStatus.OK.or(status)).isEqualTo(status);
        assertThat(status.or(AlarmStatus.OK)).isEqualTo(status);
        assertThat(status.and(status)).isEqualTo(status);
        assertThat(status.or(status)).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} of 20 50 80 {1} {2}")
    @CsvSource({
        "AVERAGE, AT_LEAST, 50, true",
        "AVERAGE, ABOVE, 50, false",
        "AVERAGE, AT_MOST, 50, true",
        "AVERAGE, BELOW, 50, false",
        "MAXIMUM, AT_LEAST, 80, true",
        "MAXIMUM, AT_LEAST, 80.001, false",
        "MINIMUM, BELOW, 20.001, true",
        "MINIMUM, BELOW, 20, false"
    })
    void reducesTheInstancesOfAPeriod(Statistic statistic, Comparison comparison, double threshold, boolean alarms) {
        AlarmCondition condition = new AlarmCondition("cpu", statistic, MINUTE, comparison, threshold);
        MetricSeries instances = MetricSeries.of("cpu", sample(0, 20), sample(0, 50), sample(59, 80), sample(60, 1000));

        AlarmOutcome outcome = AlarmTask.of("cpu", condition, "r")
                .after(1)
                .evaluate(AlarmTask.of("cpu", condition, "r").start(), List.of(instances), at(1), true);

        assertThat(outcome.runsRules()).isEqualTo(alarms);
    }

    private static MetricSample sample(int second, double value) {
        return new MetricSample(START.plusSeconds(second), value);
    }

    @Test
    void averagesInDecimal() {
        MetricSeries series = MetricSeries.of("m", sample(0, 0.1), sample(1, 0.2), sample(2, 0.3));

        assertThat(series.value(Statistic.AVERAGE, START, at(1))).hasValue(0.2);
        assertThat(series.value(Statistic.AVERAGE, at(1), at(2))).isEmpty();
        assertThat(series.value(Statistic.AVERAGE, at(2), at(1))).isEmpty();
    }

    /** C-10-5: people are told, rules do not run. */
    @Test
    void runsNothingOutsideTheEffectiveTime() {
        AlarmTask task = HOT.after(1);
        MetricSeries hot = series("cpu", "90 90");

        AlarmOutcome outside = task.evaluate(task.start(), List.of(hot), at(1), false);
        AlarmOutcome inside = task.evaluate(outside.state(), List.of(hot), at(2), true);

        assertThat(outside.state().status()).isEqualTo(AlarmStatus.ALARM);
        assertThat(outside.verdict()).isEqualTo(NOT_EFFECTIVE);
        assertThat(inside.verdict()).isEqualTo(RUN_RULES);
    }

    /** C-10-6: an alarm refused because of an activity runs when that ends, if the condition still holds. */
    @ParameterizedTest(name = "the next period is {0}")
    @CsvSource({"90, true, RUN_RULES", "90, false, NOT_EFFECTIVE", "10, true, NO_ALARM"})
    void triesAgainAfterTheActivity(double next, boolean effective, Verdict expected) {
        AlarmTask task = HOT.after(1);
        MetricSeries series = series("cpu", "90 " + next);
        AlarmState refused = task.evaluate(task.start(), List.of(series), at(1), true)
                .state()
                .withRefusal();

        AlarmOutcome later = task.evaluate(refused, List.of(series), at(2), true);
        AlarmState held = later.runsRules() ? later.state().withRefusal() : later.state();

        assertThat(task.retry(held, effective).verdict()).isEqualTo(expected);
        assertThat(task.retry(task.retry(held, true).state(), true).runsRules())
                .as("once only")
                .isFalse();
    }

    @Test
    void keepsTheRefusalUntilAPeriodEnds() {
        AlarmTask task = HOT.after(1);
        MetricSeries series = series("cpu", "90 90");
        AlarmState refused = task.evaluate(task.start(), List.of(series), at(1), true)
                .state()
                .withRefusal();

        AlarmOutcome sameMinute = task.evaluate(refused, List.of(series), at(1).plusSeconds(59), true);

        assertThat(sameMinute.verdict()).isEqualTo(NOTHING_NEW);
        assertThat(task.retry(sameMinute.state(), true).verdict()).isEqualTo(RUN_RULES);
    }

    @Test
    void aTaskThatIsSwitchedOffWatchesOnly() {
        AlarmTask off = new AlarmTask("cpu-hot", HOT.conditions(), Join.ALL, 1, HOT.rules(), false);

        AlarmOutcome outcome = off.evaluate(off.start(), List.of(series("cpu", "90")), at(1), true);

        assertThat(outcome.verdict()).isEqualTo(SWITCHED_OFF);
        assertThat(outcome.state().status()).isEqualTo(AlarmStatus.ALARM);
        assertThat(HOT.evaluate(HOT.start(), List.of(), at(1), true).verdict()).isEqualTo(NO_ALARM);
    }

    /** Each condition has its own period: one of 1 minute, one of 2. */
    @Test
    void conditionsMayHavePeriodsOfTheirOwn() {
        AlarmCondition slow =
                AlarmCondition.average("load", Comparison.AT_LEAST, 6).every(Duration.ofMinutes(2));
        AlarmTask task = HOT.after(1).and(slow, Join.ALL);

        assertThat(timeline(task, 6, series("cpu", "90 90 90 90 90 10"), series("load", "2 10 2 2 9 9")))
                .isEqualTo("?AAooo");
    }

    /** C-10-1, C-9-13: the alarms of a tracking rule; the documents show a low threshold of 56. */
    @Test
    void trackingRulesComeWithTheirAlarms() {
        TargetTrackingRule rule = ScalingRule.targetTracking("cpu70", 70).withMarginPercent(20);
        TargetTracking tracking = TargetTracking.of(rule, "CpuUtilization");

        assertThat(tracking.alarms())
                .extracting(
                        AlarmTask::name,
                        AlarmTask::evaluations,
                        a -> a.conditions().get(0).comparison(),
                        a -> a.conditions().get(0).threshold())
                .containsExactly(
                        tuple("TargetTracking-cpu70-AlarmHigh", 3, Comparison.ABOVE, 70.0),
                        tuple("TargetTracking-cpu70-AlarmLow", 15, Comparison.BELOW, 56.0));
        assertThat(TargetTracking.of(rule.withoutScaleIn(), "CpuUtilization").alarms())
                .singleElement()
                .satisfies(a -> assertThat(a.name()).endsWith("High"));
        assertThat(TargetTracking.of(ScalingRule.targetTracking("x".repeat(90), 1), "m")
                        .alarms()
                        .get(1)
                        .name())
                .hasSize(64)
                .endsWith("-AlarmLow");
    }

    /** Long names differ in what is cut off; the alarms of both rules must still be told apart. */
    @Test
    void longNamesOfTrackingRulesStayApart() {
        List<String> names = new ArrayList<>();
        for (String rule : List.of("r".repeat(39), "r".repeat(40), "r".repeat(90) + "a", "r".repeat(90) + "b")) {
            TargetTracking.of(ScalingRule.targetTracking(rule, 1), "m").alarms().forEach(a -> names.add(a.name()));
        }

        assertThat(names).doesNotHaveDuplicates().allMatch(n -> n.length() <= 64);
        assertThat(names.get(0)).isEqualTo("TargetTracking-" + "r".repeat(39) + "-AlarmHigh");
        assertThat(names.get(4)).startsWith("TargetTracking-rrr").matches(".*r-[0-9a-f]{16}-AlarmHigh");
    }

    /** What a step rule needs: the value of the last period and the threshold of the first condition that alarms. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "one condition,               ALL, 90 91 92.5, -,      cpu 92.5 80.0",
        "any: the first that alarms,  ANY, 10 10 10,   7 7 8,  load 8.0 5.0",
        "any: both alarm,             ANY, 90 90 90,   7 7 8,  cpu 90.0 80.0",
        "all,                         ALL, 81 82 83,   6 6 6,  cpu 83.0 80.0",
        "none,                        ANY, 90 90 10,   1 1 1,  none"
    })
    void namesWhatBreached(String row, Join join, String cpu, String load, String expected) {
        AlarmTask task = load.equals("-") ? HOT : HOT.and(minute("load", Comparison.ABOVE, 5), join);
        List<MetricSeries> data = List.of(series("cpu", cpu), series("load", load));

        AlarmOutcome outcome = task.evaluate(task.start(), data, at(3), true);

        assertThat(task.breach(outcome.state())
                        .map(b -> b.metric() + " " + b.value() + " " + b.threshold())
                        .orElse("none"))
                .as(row)
                .isEqualTo(expected);
        assertThatThrownBy(() -> HOT.and(minute("x", Comparison.ABOVE, 5), join)
                        .and(minute("y", Comparison.ABOVE, 5), join)
                        .breach(outcome.state()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be of task cpu-hot (3 conditions)");
    }

    /** C-9-15: one rule for each metric. */
    @Test
    void findsMetricsFollowedTwice() {
        TargetTracking a = TargetTracking.of(ScalingRule.targetTracking("a", 50), "cpu");
        TargetTracking b = TargetTracking.of(ScalingRule.targetTracking("b", 60), "cpu");
        TargetTracking c = TargetTracking.of(ScalingRule.targetTracking("c", 60), "net");

        assertThat(TargetTracking.duplicateMetrics(List.of(a, c, b))).containsExactly("cpu");
        assertThat(TargetTracking.duplicateMetrics(List.of(a, c))).isEmpty();
    }

    /** C-10-1, C-10-2, C-9-13: what holds when nothing else is said. */
    @Test
    void defaultsAreTheDocumentedOnes() {
        AlarmCondition condition = AlarmCondition.average("cpu", Comparison.AT_LEAST, 80);

        assertThat(condition.period()).isEqualTo(Duration.ofMinutes(5));
        assertThat(condition.statistic()).isEqualTo(Statistic.AVERAGE);
        assertThat(AlarmTask.of("cpu-hot", condition, "add").evaluations()).isEqualTo(3);
        assertThat(TargetTracking.of(ScalingRule.targetTracking("cpu", 50), "cpu")
                        .alarms())
                .allSatisfy(a -> assertThat(a.conditions().get(0).period()).isEqualTo(MINUTE));
    }

    /** Contract section 9: the metrics of the newest interface; others are refused unless users define them. */
    @ParameterizedTest
    @CsvSource({
        "CpuUtilizationAgent, true",
        "MemoryUtilization, true",
        "CpuUtilization, true",
        "IntranetTx, true",
        "IntranetRx, true",
        "VpcInternetTx, true",
        "VpcInternetRx, true",
        "LoadBalancerRealServerAverageQps, true",
        "cpuutilization, false",
        "Load, false"
    })
    void findsMetricsThatTheServiceDoesNotKnow(String metric, boolean supported) {
        TargetTracking tracking = TargetTracking.of(ScalingRule.targetTracking("t", 50), metric);

        assertThat(TargetTracking.unsupportedMetrics(List.of(tracking, tracking)))
                .isEqualTo(supported ? List.of() : List.of(metric));
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 60, 120, 300, 900})
    void takesTheDocumentedPeriods(int seconds) {
        Duration period = Duration.ofSeconds(seconds);
        assertThat(minute("m", Comparison.ABOVE, 1).every(period).period()).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 0, 1, 30, 61, 600, 3600})
    void refusesOtherPeriods(int seconds) {
        assertThatThrownBy(() -> minute("m", Comparison.ABOVE, 1).every(Duration.ofSeconds(seconds)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be one of");
    }
}
