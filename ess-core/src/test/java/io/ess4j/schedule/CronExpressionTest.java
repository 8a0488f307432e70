package io.ess4j.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ess4j.model.TextFormatException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented examples of cron expressions, and what is refused (guide map C-11-3, C-11-4). */
class CronExpressionTest {
    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private static List<String> runs(String expression, ZoneId zone, Instant from, int count) {
        List<String> runs = new ArrayList<>();
        Optional<Instant> next = CronExpression.parse(expression).next(from, zone);
        for (int i = 0; i < count && next.isPresent(); i++) {
            runs.add(next.get().toString().replaceFirst(":00Z$", ""));
            next = CronExpression.parse(expression).next(next.get(), zone);
        }
        return runs;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
            CRON1 every day in Beijing at 18:15 ; 15 10 ? * *         ; 2026-01-05T10:15 2026-01-06T10:15 2026-01-07T10:15
            CRON2 every day in Beijing at 20:00 ; 0 12 * * ?          ; 2026-01-05T12:00 2026-01-06T12:00
            CRON3 three times a day             ; 0 10,14,16 * * ?    ; 2026-01-05T10:00 2026-01-05T14:00 2026-01-05T16:00 2026-01-06T10:00
            CRON4 on the 15th                   ; 15 10 15 * ?        ; 2026-01-15T10:15 2026-02-15T10:15
            CRON5 on the last day               ; 15 10 L * ?         ; 2026-01-31T10:15 2026-02-28T10:15 2026-03-31T10:15
            CRON6 on the last Saturday          ; 15 10 ? * 6L        ; 2026-01-31T10:15 2026-02-28T10:15 2026-03-28T10:15
            CRON7 on the third Saturday         ; 15 10 ? * 6#3       ; 2026-01-17T10:15 2026-02-21T10:15
            CRON8 on the second Thursday        ; 0 0 ? * 4#2         ; 2026-01-08T00:00 2026-02-12T00:00
            CRON9 on the last working day       ; 0 0 LW * ?          ; 2026-01-30T00:00 2026-02-27T00:00 2026-03-31T00:00
            CRON10 every 15 minutes from 0      ; 0/15 8 * * ?        ; 2026-01-05T08:15 2026-01-05T08:30 2026-01-05T08:45 2026-01-06T08:00
            CRON11 every 20 minutes from 3      ; 3/20 8 * * ?        ; 2026-01-05T08:03 2026-01-05T08:23 2026-01-05T08:43
            CRON12 nearest to the 4th a Sunday  ; 0 0 4W * ?          ; 2026-02-04T00:00 2026-03-04T00:00 2026-04-03T00:00 2026-05-04T00:00
            CRON13 L alone is Sunday            ; 0 0 ? * L           ; 2026-01-11T00:00 2026-01-18T00:00
            seven is Sunday                     ; 0 0 ? * 7           ; 2026-01-11T00:00
            Monday to Friday                    ; 0 9 ? * 1-5         ; 2026-01-05T09:00 2026-01-06T09:00 2026-01-07T09:00 2026-01-08T09:00 2026-01-09T09:00 2026-01-12T09:00
            the fifth Monday only where there is; 0 0 ? * 1#5         ; 2026-03-30T00:00 2026-06-29T00:00
            nearest to the 1st stays in month   ; 0 0 1W 2,8 ?        ; 2026-02-02T00:00 2026-08-03T00:00 2027-02-01T00:00
            nearest to the 31st stays in month  ; 0 0 31W 1,5 ?       ; 2026-01-30T00:00 2026-05-29T00:00
            31W is left out of short months     ; 0 0 31W * ?         ; 2026-01-30T00:00 2026-03-31T00:00
            leap day                            ; 0 0 29 2 ?          ; 2028-02-29T00:00 2032-02-29T00:00
            every second day from the first     ; 0 0 1/2 * ?         ; 2026-01-07T00:00 2026-01-09T00:00
            ranges with steps and lists         ; 0 0-6/3,20 * * ?    ; 2026-01-05T20:00 2026-01-06T00:00 2026-01-06T03:00
            leading zeros and wide blanks       ; 00  09 * 01 ?       ; 2026-01-05T09:00
            never                               ; 0 0 31 2 ?          ; ''
            """)
    void runsAsDocumented(String source, String expression, String expected) {
        List<String> times = expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1));

        assertThat(runs(expression, ZoneOffset.UTC, START, Math.max(1, times.size())))
                .as(source)
                .isEqualTo(times);
    }

    @ParameterizedTest(name = "<{0}> stops at {1}: {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            "";0;a number from 0 to 59
            "   ";3;a number from 0 to 59
            "0 0 *";5;a number from 1 to 12
            0 0 * *;7;a number from 1 to 7
            0 0 * * *;4;exactly one of day and day of the week to be '?'
            0 0 ? * ?;4;exactly one of day and day of the week to be '?'
            0 0 * * ? 2026;10;no more fields
            60 0 * * ?;0;a number from 0 to 59
            0 24 * * ?;2;a number from 0 to 23
            0 0 0 * ?;4;a number from 1 to 31
            0 0 32 * ?;4;a number from 1 to 31
            0 0 * 13 ?;6;a number from 1 to 12
            0 0 ? * 0;8;a number from 1 to 7
            0 0 ? * 8;8;a number from 1 to 7
            0 0 ? * 6#6;10;a number from 1 to 5
            0 0 ? * 6#0;10;a number from 1 to 5
            0 0 ? * MON;8;a number from 1 to 7
            0 0 L,5 * ?;4;'?' and 'L' outside of lists
            0 0 ?,5 * 1;4;'?' and 'L' outside of lists
            0 0 ? * 5W;9;',', a blank or the end
            0 0 5# * ?;5;',', a blank or the end
            0 0 5L * ?;5;',', a blank or the end
            0 0 L-3 * ?;5;',', a blank or the end
            0/0 0 * * ?;2;a step from 1 to 59
            5-3 0 * * ?;2;a number from 5 to 59
            ? 0 * * ?;0;a number from 0 to 59
            -1 0 * * ?;0;a number from 0 to 59
            0,  0 * * ?;2;a number from 0 to 59
            0001 0 * * ?;3;',', a blank or the end
            """)
    void saysWhereAndWhatWasExpected(String text, int index, String expected) {
        String given = text == null ? "" : text;
        assertThatExceptionOfType(TextFormatException.class)
                .isThrownBy(() -> CronExpression.parse(given))
                .satisfies(e -> assertThat(e.index()).isEqualTo(index))
                .withMessageEndingWith("expected " + expected);
    }

    @Test
    void daysWithSummerTimeRunOnce() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(runs("30 2 * * ?", berlin, Instant.parse("2026-03-27T12:00:00Z"), 3))
                .as("02:30 does not exist on 29 March; the gap ends at 03:00, which is 01:00 UTC")
                .containsExactly("2026-03-28T01:30", "2026-03-29T01:00", "2026-03-30T00:30");
        assertThat(runs("30 2 * * ?", berlin, Instant.parse("2026-10-24T12:00:00Z"), 2))
                .as("02:30 comes twice on 25 October; the first counts")
                .containsExactly("2026-10-25T00:30", "2026-10-26T01:30");
        assertThat(runs("30 2 * * ?", berlin, Instant.parse("2026-10-25T01:10:00Z"), 1))
                .as("at 02:10 for the second time, 02:30 is over")
                .containsExactly("2026-10-26T01:30");
    }

    @Test
    void knowsItsText() {
        CronExpression expression = CronExpression.parse("0/15 8 * * ?");

        assertThat(expression).hasToString("0/15 8 * * ?").isEqualTo(CronExpression.parse(expression.toString()));
        assertThat(expression)
                .hasSameHashCodeAs(CronExpression.parse("0/15 8 * * ?"))
                .isNotEqualTo(CronExpression.parse("0/15 9 * * ?"))
                .isNotEqualTo("0/15 8 * * ?");
        assertThat(expression.runsPerHour()).isEqualTo(4);
        assertThat(CronExpression.parse("* 8 * * ?").runsPerHour()).isEqualTo(60);
    }
}
