package io.ess4j.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.testing.Tape;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Schedules followed minute by minute, the slow way. */
class ScheduleProperties {
    private static final Instant START = Instant.parse("2026-03-20T00:00:00Z");
    private static final List<String> ZONES = List.of("UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York");

    @Provide
    Arbitrary<List<ScheduledTask>> schedules() {
        return Tape.drawn(60, tape -> {
            List<ScheduledTask> tasks = new ArrayList<>();
            int count = tape.nextInt(1, 6);
            for (int i = 0; i < count; i++) {
                tasks.add(task(tape, i));
            }
            return tasks;
        });
    }

    @Provide
    Arbitrary<Recurrence> recurrences() {
        return Tape.drawn(5, ScheduleProperties::recurrence);
    }

    /** A forecast is what happens if somebody asks every minute and starts everything at once. */
    @Property(tries = 30)
    void theForecastIsWhatHappens(@ForAll("schedules") List<ScheduledTask> tasks, @ForAll boolean desired) {
        GroupSizes sizes = desired ? GroupSizes.of(0, 5, 10) : GroupSizes.of(0, 10);
        ScheduleForecast.RuleEffect rules = (rule, capacity) -> capacity + Integer.parseInt(rule);

        ScheduleForecast forecast = ScheduleForecast.of(tasks, sizes, 5, rules, START, Duration.ofDays(4));

        List<DueRun> started = new ArrayList<>();
        ScheduleState state = ScheduleState.from(START);
        for (int minute = 1; minute <= 4 * 24 * 60; minute++) {
            Instant now = START.plusSeconds(60L * minute);
            SchedulePlan plan = SchedulePlan.of(tasks, state, now);
            while (plan.run().isPresent()) {
                started.add(plan.run().get());
                plan = SchedulePlan.of(tasks, plan.started(), now);
            }
            state = plan.started();
        }
        assertThat(forecast.steps()).extracting(ForecastStep::run).isEqualTo(started);
        GroupSizes last = sizes;
        for (ForecastStep step : forecast.steps()) {
            assertThat(step.before()).isEqualTo(last);
            assertThat(step.misfit().isPresent() && !step.after().equals(step.before()))
                    .isFalse();
            assertThat(step.after().limits().contains(step.capacityAfter())).isTrue();
            last = step.after();
        }
    }

    /** The next run is the first minute whose local day and time fit. */
    @Property(tries = 150)
    void recurrencesRunOnTheDaysThatFit(
            @ForAll("recurrences") Recurrence recurrence,
            @ForAll @IntRange(max = 3) int zoneIndex,
            @ForAll @IntRange(max = 19) int days,
            @ForAll @IntRange(min = 4, max = 23) int hour,
            @ForAll @IntRange(min = -900_000, max = 4_000_000) int seconds) {
        ZoneId zone = ZoneId.of(ZONES.get(zoneIndex % ZONES.size()));
        // From 04:00 on, when no clock of these zones changes
        Instant launch = START.atZone(zone)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(days)
                .withHour(hour)
                .toInstant();
        Instant after = launch.plusSeconds(seconds);

        Optional<Instant> expected = Optional.empty();
        LocalDateTime start = LocalDateTime.ofInstant(launch, zone);
        for (int day = 0; day < 150 && expected.isEmpty(); day++) {
            LocalDateTime local = start.plusDays(day);
            Instant run = local.atZone(zone).toInstant();
            if (run.isAfter(after) && fits(recurrence, day, local)) {
                expected = Optional.of(run);
            }
        }
        assertThat(recurrence.next(launch, zone, after)).isEqualTo(expected);
    }

    private static boolean fits(Recurrence recurrence, int day, LocalDateTime local) {
        if (recurrence instanceof Recurrence.Daily daily) {
            return day % daily.days() == 0;
        }
        if (recurrence instanceof Recurrence.Weekly weekly) {
            return weekly.days().contains(local.getDayOfWeek());
        }
        if (recurrence instanceof Recurrence.Monthly monthly) {
            return local.getDayOfMonth() >= monthly.from() && local.getDayOfMonth() <= monthly.to();
        }
        return day == 0;
    }

    private static Recurrence recurrence(Tape random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Recurrence.Daily(random.nextInt(1, 32));
            case 1 -> new Recurrence.Weekly(List.of(DayOfWeek.of(random.nextInt(1, 8)), DayOfWeek.MONDAY));
            case 2 -> {
                int from = random.nextInt(1, 32);
                yield new Recurrence.Monthly(from, random.nextInt(from, 32));
            }
            default -> new Recurrence.Once();
        };
    }

    /** Tasks meet often: they launch in one of a few minutes. Those that meet are always tried again. */
    private static ScheduledTask task(Tape random, int number) {
        Instant launch = START.plusSeconds(3600L * random.nextInt(1, 30) + 60L * random.nextInt(2));
        ScheduledTask.Builder builder = ScheduledTask.builder(
                        "task-" + number, START.minusSeconds(random.nextInt(3)), launch)
                .recurrence(recurrence(random))
                .zone(random.nextBoolean() ? ZoneOffset.UTC : ZoneId.of("Europe/Berlin"))
                .expiration(Duration.ofSeconds(random.nextInt(1, 900)));
        return switch (random.nextInt(3)) {
            case 0 -> builder.runs("" + random.nextInt(-3, 4)).build();
            case 1 -> builder.min(random.nextInt(8)).build();
            default -> builder.max(random.nextInt(3, 12)).build();
        };
    }
}
