package io.ess4j.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.ess4j.testing.Tape;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Cron expressions against another library, and around changes of summer time against every minute. */
class CronProperties {
    /** The same dialect in the other library: Monday is 1, Sunday 7. */
    private static final CronDefinition DIALECT = CronDefinitionBuilder.defineCron()
            .withMinutes()
            .and()
            .withHours()
            .and()
            .withDayOfMonth()
            .supportsL()
            .supportsW()
            .supportsLW()
            .supportsQuestionMark()
            .and()
            .withMonth()
            .and()
            .withDayOfWeek()
            .withValidRange(1, 7)
            .withMondayDoWValue(1)
            .supportsL()
            .supportsHash()
            .supportsQuestionMark()
            .and()
            .instance();

    private static final CronParser PEER = new CronParser(DIALECT);
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Shanghai");

    @Provide
    Arbitrary<String> expressions() {
        return Tape.drawn(40, CronProperties::expression);
    }

    @Provide
    Arbitrary<String> times() {
        return Tape.drawn(20, tape -> field(tape, 0, 59) + " " + field(tape, 0, 23) + " * * ?");
    }

    /** 2,500 expressions of every form, three runs each. */
    @Property(tries = 2500)
    void agreesWithAnotherLibrary(
            @ForAll("expressions") String text, @ForAll @IntRange(max = 100_000_000) int seconds) {
        CronExpression own = CronExpression.parse(text);
        ExecutionTime peer = ExecutionTime.forCron(PEER.parse(text));
        Instant time = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(seconds);
        for (int run = 0; run < 3; run++) {
            Optional<Instant> expected = peer.nextExecution(ZonedDateTime.ofInstant(time, ZoneOffset.UTC))
                    .map(ZonedDateTime::toInstant);
            assertThat(own.next(time, ZoneOffset.UTC))
                    .as(text + " after " + time)
                    .isEqualTo(expected);
            time = expected.orElse(time);
        }
    }

    /** Every local minute around two changes of the clock, in order, turned into moments by the rule. */
    @Property(tries = 100)
    void agreesWithEveryMinuteAroundSummerTime(
            @ForAll @IntRange(max = 4) int zoneIndex, @ForAll boolean autumn, @ForAll("times") String text) {
        ZoneId zone = ZoneId.of(ZONES.get(zoneIndex));
        LocalDateTime from = transitionDay(zoneIndex, autumn).minusDays(1);
        CronExpression expression = CronExpression.parse(text);
        TreeSet<Instant> expected = new TreeSet<>();
        for (LocalDateTime local = from; local.isBefore(from.plusDays(4)); local = local.plusMinutes(1)) {
            if (fits(text, local)) {
                expected.add(moment(local, zone));
            }
        }

        List<Instant> seen = new ArrayList<>();
        Instant start = moment(from, zone).minusSeconds(1);
        Instant end = moment(from.plusDays(4), zone);
        Optional<Instant> next = expression.next(start, zone);
        while (next.isPresent() && next.get().isBefore(end)) {
            seen.add(next.get());
            next = expression.next(next.get(), zone);
        }

        assertThat(seen).as(text + " in " + zone).isEqualTo(List.copyOf(expected));
    }

    private static LocalDateTime transitionDay(int zone, boolean autumn) {
        return List.of(
                        LocalDateTime.parse(autumn ? "2026-10-25T00:00" : "2026-03-29T00:00"),
                        LocalDateTime.parse(autumn ? "2026-11-01T00:00" : "2026-03-08T00:00"),
                        LocalDateTime.parse(autumn ? "2026-04-05T00:00" : "2026-10-04T00:00"),
                        // Samoa left out a whole day
                        LocalDateTime.parse("2011-12-30T00:00"),
                        LocalDateTime.parse("2026-05-01T00:00"))
                .get(zone);
    }

    /** Counting minutes up: the first that exists, and of two the first. */
    private static Instant moment(LocalDateTime local, ZoneId zone) {
        LocalDateTime real = local;
        while (zone.getRules().getValidOffsets(real).isEmpty()) {
            real = real.plusMinutes(1);
        }
        return ZonedDateTime.of(real, zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private static boolean fits(String text, LocalDateTime local) {
        String[] fields = text.split(" ", -1);
        return fits(fields[0], local.getMinute(), 59) && fits(fields[1], local.getHour(), 23);
    }

    private static boolean fits(String field, int value, int most) {
        for (String item : field.split(",", -1)) {
            String[] step = item.split("/", -1);
            String[] range = step[0].split("-", -1);
            int first = range[0].equals("*") ? 0 : Integer.parseInt(range[0]);
            boolean open = range[0].equals("*") || step.length == 2;
            int last = range.length == 2 ? Integer.parseInt(range[1]) : open ? most : first;
            int by = step.length == 2 ? Integer.parseInt(step[1]) : 1;
            if (value >= first && value <= last && (value - first) % by == 0) {
                return true;
            }
        }
        return false;
    }

    private static String expression(Tape random) {
        boolean week = random.nextBoolean();
        return field(random, 0, 59) + " " + field(random, 0, 23) + " " + (week ? "?" : day(random)) + " "
                + field(random, 1, 12) + " " + (week ? weekday(random) : "?");
    }

    private static String field(Tape random, int least, int most) {
        int first = random.nextInt(least, most + 1);
        int last = random.nextInt(first, most + 1);
        int step = random.nextInt(1, Math.max(2, most / 2));
        return switch (random.nextInt(7)) {
            case 0 -> "*";
            case 1 -> first + "-" + last;
            case 2 -> first + "/" + step;
            case 3 -> "*/" + step;
            case 4 -> first + "," + random.nextInt(least, most + 1);
            default -> "" + first;
        };
    }

    private static String day(Tape random) {
        return switch (random.nextInt(6)) {
            case 0 -> "L";
            case 1 -> "LW";
            case 2 -> random.nextInt(1, 29) + "W";
            default -> field(random, 1, 31);
        };
    }

    private static String weekday(Tape random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(1, 8) + "L";
            case 1 -> random.nextInt(1, 8) + "#" + random.nextInt(1, 6);
            default -> field(random, 1, 7);
        };
    }
}
