package io.ess4j.bench;

import io.ess4j.schedule.CronExpression;
import io.ess4j.schedule.GroupSizes;
import io.ess4j.schedule.Recurrence;
import io.ess4j.schedule.ScheduleForecast;
import io.ess4j.schedule.ScheduledTask;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The next run of a cron expression, beside trying minute after minute; and what a group's limits will be over thirty
 * days of daily and weekly tasks.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar ScheduleBenchmark -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // setUp makes everything
public class ScheduleBenchmark {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private CronExpression cron;
    private List<ScheduledTask> tasks;

    /** Makes the tasks, and checks that both ways agree. */
    @Setup
    public void setUp() {
        cron = CronExpression.parse("30 9 ? * 6");
        Instant first = NOW.plusSeconds(3600);
        tasks = List.of(
                ScheduledTask.builder("day", NOW, first)
                        .recurrence(Recurrence.parse("Cron", "0 9 * * ?"))
                        .min(4)
                        .build(),
                ScheduledTask.builder("night", NOW, first)
                        .recurrence(Recurrence.parse("Cron", "0 21 * * ?"))
                        .min(1)
                        .build(),
                ScheduledTask.builder("weekend", NOW, first)
                        .recurrence(Recurrence.parse("Weekly", "0,6"))
                        .max(6)
                        .build());
        if (!next().equals(minuteByMinute()) || forecast().steps().size() < 60) {
            throw new AssertionError(
                    next() + " " + minuteByMinute() + " " + forecast().steps().size());
        }
    }

    /**
     * The next run.
     *
     * @return half past nine on the next Saturday
     */
    @Benchmark
    public Instant next() {
        return cron.next(NOW, ZONE).orElseThrow();
    }

    /**
     * The same by trying every minute.
     *
     * @return the same
     */
    @Benchmark
    public Instant minuteByMinute() {
        ZonedDateTime at = NOW.atZone(ZONE).plusMinutes(1).withSecond(0);
        while (at.getMinute() != 30 || at.getHour() != 9 || at.getDayOfWeek() != DayOfWeek.SATURDAY) {
            at = at.plusMinutes(1);
        }
        return at.toInstant();
    }

    /**
     * The limits of the next thirty days.
     *
     * @return the forecast
     */
    @Benchmark
    public ScheduleForecast forecast() {
        return ScheduleForecast.of(tasks, GroupSizes.of(1, 10), 3, (rule, units) -> units, NOW, Duration.ofDays(30));
    }
}
