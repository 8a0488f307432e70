package io.ess4j.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ess4j.schedule.Contradiction.Kind;
import io.ess4j.schedule.GroupSizes.Misfit;
import io.ess4j.schedule.Recurrence.Daily;
import io.ess4j.schedule.ScheduleForecast.RuleEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who runs when several are due, what is tried again, what fits, and what the weeks to come bring. */
class ScheduleTest {
    private static final Instant CREATED = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00Z");
    private static final RuleEffect RULES =
            (rule, capacity) -> capacity + (rule.equals("add5") ? 5 : rule.equals("remove5") ? -5 : 0);

    private static ScheduledTask.Builder task(String name, int createdSecond, Instant launch) {
        return ScheduledTask.builder(name, CREATED.plusSeconds(createdSecond), launch);
    }

    private static List<String> names(List<DueRun> runs) {
        return runs.stream().map(r -> r.task().name()).toList();
    }

    /** C-11-6: due first runs first; in one minute the task created last does, and the others wait. */
    @Test
    void ofOneMinuteTheLatestCreatedRunsFirst() {
        ScheduledTask old = task("old", 1, NINE).runs("r").build();
        ScheduledTask young = task("young", 2, NINE).runs("r").build();
        ScheduledTask early = task("early", 0, NINE.minusSeconds(60)).runs("r").build();
        ScheduleState state = ScheduleState.from(NINE.minusSeconds(600));

        SchedulePlan plan = SchedulePlan.of(List.of(old, young, early), state, NINE);
        SchedulePlan second = SchedulePlan.of(List.of(old, young, early), plan.started(), NINE);
        SchedulePlan third = SchedulePlan.of(List.of(old, young, early), second.started(), NINE);

        assertThat(plan.run().orElseThrow().task().name()).isEqualTo("early");
        assertThat(names(plan.waiting())).containsExactly("young", "old");
        assertThat(second.run().orElseThrow().task().name()).isEqualTo("young");
        assertThat(third.run().orElseThrow().task().name()).isEqualTo("old");
        assertThat(SchedulePlan.of(List.of(old, young, early), third.started(), NINE)
                        .run())
                .isEmpty();
    }

    @Test
    void ofThoseCreatedTogetherTheFirstByNameRuns() {
        ScheduledTask one = task("bb", 0, NINE).runs("r").build();
        ScheduledTask two = task("aa", 0, NINE).runs("r").build();

        SchedulePlan plan = SchedulePlan.of(List.of(one, two), ScheduleState.from(CREATED), NINE);

        assertThat(plan.run().orElseThrow().task().name()).isEqualTo("aa");
        assertThat(names(plan.waiting())).containsExactly("bb");
    }

    /** C-11-5: tried again in its window, then dropped. */
    @ParameterizedTest(name = "window {0} s, {1} s later: {2}")
    @CsvSource({
        "600, 0, true",
        "600, 599, true",
        "600, 600, true",
        "600, 601, false",
        "0, 0, true",
        "0, 59, true",
        "0, 60, false",
        "21600, 21600, true",
        "21600, 21601, false"
    })
    void isTriedAgainInItsWindow(long window, long later, boolean tried) {
        ScheduledTask task = task("task", 0, NINE)
                .runs("r")
                .expiration(Duration.ofSeconds(window))
                .build();
        ScheduleState state = ScheduleState.from(NINE.minusSeconds(1));
        SchedulePlan atNine = SchedulePlan.of(List.of(task), state, NINE);

        SchedulePlan plan = SchedulePlan.of(List.of(task), atNine.refused(), NINE.plusSeconds(later));

        assertThat(plan.run().isPresent()).isEqualTo(tried);
        assertThat(plan.expired()).hasSize(tried ? 0 : 1);
        assertThat(plan.started().waiting()).isEmpty();
    }

    @Test
    void afterAnOutageOnlyWhatIsStillInItsWindowRuns() {
        ScheduledTask hourly = task("hourly", 0, NINE)
                .runs("r")
                .recurrence(Recurrence.parse("Cron", "0 * * * ?"))
                .build();

        SchedulePlan plan = SchedulePlan.of(
                List.of(hourly), ScheduleState.from(NINE.minusSeconds(1)), NINE.plus(Duration.ofMinutes(185)));

        assertThat(plan.run().map(DueRun::dueAt)).contains(NINE.plus(Duration.ofHours(3)));
        assertThat(plan.expired()).hasSize(3);
    }

    @Test
    void tasksThatChangedOrWereSwitchedOffAreForgotten() {
        ScheduledTask task = task("task", 0, NINE).runs("r").build();
        ScheduledTask changed = task("task", 0, NINE).runs("other").build();
        ScheduledTask off = task("task", 0, NINE).runs("r").disabled().build();
        ScheduleState refused = SchedulePlan.of(List.of(task), ScheduleState.from(NINE.minusSeconds(1)), NINE)
                .refused();

        assertThat(SchedulePlan.of(List.of(task), refused, NINE).run()).isPresent();
        assertThat(SchedulePlan.of(List.of(changed), refused, NINE).run()).isEmpty();
        assertThat(SchedulePlan.of(List.of(off), ScheduleState.from(CREATED), NINE)
                        .run())
                .isEmpty();
        assertThat(SchedulePlan.of(List.of(off), new ScheduleState(NINE, List.of(new DueRun(off, NINE))), NINE)
                        .run())
                .isEmpty();
        assertThat(ScheduleForecast.of(List.of(off), GroupSizes.of(0, 9), 3, RULES, CREATED, Duration.ofDays(30))
                        .steps())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}..{3} desired {2}, task {4} {5} {6}")
    @CsvSource({
        "G3.4-3 min above max,       0,  ,  2,  3,  ,  , MIN_ABOVE_MAX",
        "G3.4-4 min above desired,   0, 5, 10,  6,  ,  , MIN_ABOVE_DESIRED",
        "G3.4-5 desired above max,   0, 3,  5,   , 6,  , DESIRED_ABOVE_MAX",
        "G3.4-7 no desired mode,     0,  ,  5,   , 3,  , NO_DESIRED_CAPACITY",
        "max below desired,          0, 5, 10,   ,  , 4, DESIRED_ABOVE_MAX",
        "max below min,              3,  , 10,   ,  , 2, MIN_ABOVE_MAX"
    })
    void sizesThatDoNotFitFail(
            String source,
            int min,
            Integer desired,
            int max,
            Integer toMin,
            Integer toDesired,
            Integer toMax,
            Misfit misfit) {
        GroupSizes sizes = desired == null ? GroupSizes.of(min, max) : GroupSizes.of(min, desired, max);
        ScheduledAction.SetSizes set =
                new ScheduledAction.SetSizes(optional(toMin), optional(toMax), optional(toDesired));

        assertThat(sizes.misfit(set)).as(source).contains(misfit);
        assertThatThrownBy(() -> sizes.merge(set)).hasMessageContaining(misfit.name());
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** G3.4-1: sizes replace those of the group; those not given stay. */
    @Test
    void sizesNotGivenStay() {
        ScheduledAction.SetSizes max =
                new ScheduledAction.SetSizes(OptionalInt.empty(), OptionalInt.of(9), OptionalInt.empty());

        assertThat(GroupSizes.of(1, 3, 5).merge(max)).isEqualTo(GroupSizes.of(1, 3, 9));
        assertThat(GroupSizes.of(1, 5).merge(max)).isEqualTo(GroupSizes.of(1, 9));
        assertThat(GroupSizes.of(1, 3, 5).merge(ScheduledAction.sizes(6, 7, 8))).isEqualTo(GroupSizes.of(6, 7, 8));
        assertThat(GroupSizes.of(1, 3, 5).misfit(ScheduledAction.limits(0, 0))).contains(Misfit.DESIRED_ABOVE_MAX);
    }

    @Test
    void sizesThatAreWrongAreSaidAsNumbers() {
        assertThatThrownBy(() -> ScheduledAction.limits(-1, 3)).hasMessage("min (-1) must be >= 0");
        assertThatThrownBy(() -> ScheduledAction.limits(3, -2)).hasMessage("max (-2) must be >= 0");
        assertThatThrownBy(() -> ScheduledAction.sizes(0, -3, 5)).hasMessage("desired (-3) must be >= 0");
        assertThatThrownBy(() -> ScheduledAction.limits(4, 3))
                .hasMessage("sizes of a scheduled task must be in order: min (4) <= max (3)");
        assertThatThrownBy(() -> ScheduledAction.sizes(1, 9, 5))
                .hasMessage("sizes of a scheduled task must be in order: min (1) <= desired (9) <= max (5)");
    }

    @Test
    void desiredCapacityLiesWithinTheLimits() {
        assertThatThrownBy(() -> GroupSizes.of(2, 1, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("desired (1) must be within the limits (2..5)");
        assertThatThrownBy(() -> GroupSizes.of(2, 6, 5)).hasMessageContaining("must be within the limits (2..5)");
        assertThat(GroupSizes.of(2, 3, 5)).hasToString("2..5 desired 3");
        assertThat(GroupSizes.of(2, 5)).hasToString("2..5");
    }

    /** G1.2-8: +5 at 16:59 and -5 at 21:59; the group is larger between them only. */
    @Test
    void thePeakOfTheGuide() {
        Instant peak = Instant.parse("2026-01-20T16:59:00Z");
        Instant quiet = Instant.parse("2026-01-20T21:59:00Z");
        List<ScheduledTask> tasks = List.of(
                task("peak", 0, peak).runs("add5").build(),
                task("quiet", 0, quiet).runs("remove5").build());

        ScheduleForecast forecast =
                ScheduleForecast.of(tasks, GroupSizes.of(0, 100), 10, RULES, CREATED, Duration.ofDays(30));

        assertThat(forecast.steps())
                .extracting(s -> s.run().dueAt(), ForecastStep::capacityBefore, ForecastStep::capacityAfter)
                .containsExactly(tuple(peak, 10L, 15L), tuple(quiet, 15L, 10L));
        assertThat(forecast.contradictions()).isEmpty();
    }

    /** C-11-7: the limits of the next 30 days. */
    @Test
    void looksThirtyDaysAhead() {
        List<ScheduledTask> tasks = List.of(
                task("day", 0, NINE).min(4).max(40).recurrence(new Daily(1)).build(),
                task("night", 0, NINE.plus(Duration.ofHours(10)))
                        .min(1)
                        .max(10)
                        .recurrence(new Daily(1))
                        .build());

        ScheduleForecast forecast =
                ScheduleForecast.of(tasks, GroupSizes.of(2, 20), 3, RULES, CREATED, Duration.ofDays(30));

        assertThat(forecast.steps()).hasSize(58);
        assertThat(forecast.sizesAt(NINE.minusSeconds(1))).isEqualTo(GroupSizes.of(2, 20));
        assertThat(forecast.sizesAt(NINE)).isEqualTo(GroupSizes.of(4, 40));
        assertThat(forecast.sizesAt(NINE.plus(Duration.ofDays(20)).plusSeconds(36_000)))
                .isEqualTo(GroupSizes.of(1, 10));
        assertThat(forecast.steps().get(0).capacityAfter())
                .as("lifted to the minimum")
                .isEqualTo(4);
        assertThatThrownBy(() -> forecast.sizesAt(CREATED.minusSeconds(1))).hasMessageContaining("not be before");
    }

    /** C-11-7: a task that fails because of another, every day. */
    @Test
    void namesTheTasksThatContradictEachOther() {
        List<ScheduledTask> tasks = List.of(
                task("low", 0, NINE).max(3).recurrence(new Daily(1)).build(),
                task("high", 0, NINE.plusSeconds(60))
                        .min(5)
                        .recurrence(new Daily(1))
                        .build());

        ScheduleForecast forecast =
                ScheduleForecast.of(tasks, GroupSizes.of(0, 20), 3, RULES, CREATED, Duration.ofDays(10));

        assertThat(forecast.contradictions())
                .containsExactly(
                        new Contradiction(Kind.SIZES_DO_NOT_FIT, "high", List.of("low"), NINE.plusSeconds(60), 9));
        assertThat(forecast.steps().get(1).misfit()).contains(Misfit.MIN_ABOVE_MAX);
        assertThat(forecast.steps().get(1).after())
                .isEqualTo(forecast.steps().get(1).before());
    }

    @Test
    void namesTasksThatMeetInAMinute() {
        List<ScheduledTask> tasks = List.of(
                task("old", 0, NINE).min(1).max(5).build(),
                task("young", 1, NINE).min(2).max(6).build(),
                task("once", 0, NINE).min(3).max(7).expiration(Duration.ZERO).build());

        ScheduleForecast forecast =
                ScheduleForecast.of(tasks, GroupSizes.of(0, 20), 3, RULES, CREATED, Duration.ofDays(2));

        assertThat(forecast.steps()).extracting(s -> s.run().task().name()).containsExactly("young", "old");
        assertThat(forecast.contradictions())
                .containsExactly(
                        new Contradiction(Kind.SAME_MINUTE, "old", List.of("young"), NINE, 1),
                        new Contradiction(Kind.DROPPED, "once", List.of("old", "young"), NINE, 1));
        assertThat(forecast.sizesAt(NINE)).isEqualTo(GroupSizes.of(1, 5));
    }

    /** Two runs of one rule add up, so they are named; a rule moves the desired capacity of a group that has one. */
    @Test
    void namesRulesThatMeetInAMinute() {
        List<ScheduledTask> tasks = List.of(
                task("old", 0, NINE).runs("add5").build(),
                task("young", 1, NINE).runs("add5").build());

        ScheduleForecast forecast =
                ScheduleForecast.of(tasks, GroupSizes.of(0, 3, 20), 3, RULES, CREATED, Duration.ofDays(2));

        assertThat(forecast.contradictions())
                .containsExactly(new Contradiction(Kind.SAME_MINUTE, "old", List.of("young"), NINE, 1));
        assertThat(forecast.sizesAt(NINE)).isEqualTo(GroupSizes.of(0, 13, 20));
    }

    /** C-11-7, in a group of 0..20 that desires 3. */
    @ParameterizedTest(name = "after {0}, {1} fails because of {2}")
    @CsvSource({
        "max=4,             min=6,           max=4",
        "min=3,             max=2,           min=3",
        "max=5,             min=6+desired=6, max=5",
        "desired=4,         min=6,           desired=4",
        "min=2,             desired=1,       min=2",
        "min=2+desired=2,   desired=1,       min=2+desired=2",
        "desired=9,         max=8,           desired=9",
        "desired=9,         min=7+max=8,     desired=9",
        "max=6,             desired=8,       max=6",
        "max=6,             min=2+desired=8, max=6",
        "max=7,             min=5,           ''",
    })
    void blamesTheTaskThatSetTheOtherSize(String earlier, String later, String blamed) {
        List<ScheduledTask> tasks = List.of(setting(earlier, NINE), setting(later, NINE.plusSeconds(60)));

        ScheduleForecast forecast =
                ScheduleForecast.of(tasks, GroupSizes.of(0, 3, 20), 3, RULES, CREATED, Duration.ofDays(2));

        List<String> because = blamed.isEmpty() ? List.of() : List.of(blamed);
        assertThat(forecast.contradictions())
                .containsExactly(new Contradiction(Kind.SIZES_DO_NOT_FIT, later, because, NINE.plusSeconds(60), 1));
    }

    /** A task that bears the sizes that it sets as its name, such as {@code min=2+desired=3}. */
    private static ScheduledTask setting(String sizes, Instant launch) {
        ScheduledTask.Builder builder = task(sizes, 0, launch);
        for (String size : sizes.split("[+]", -1)) {
            int value = Integer.parseInt(size.substring(size.indexOf('=') + 1));
            switch (size.charAt(1)) {
                case 'i' -> builder.min(value);
                case 'a' -> builder.max(value);
                default -> builder.desired(value);
            }
        }
        return builder.build();
    }

    @Test
    void tasksThatSetTheSameDoNotContradict() {
        List<ScheduledTask> tasks = List.of(
                task("a1", 0, NINE).min(1).max(5).build(),
                task("a2", 1, NINE).min(1).max(5).build());

        assertThat(ScheduleForecast.of(tasks, GroupSizes.of(0, 20), 3, RULES, CREATED, Duration.ofDays(2))
                        .contradictions())
                .isEmpty();
    }
}
