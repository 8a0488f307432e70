package io.ess4j.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ess4j.model.TextFormatException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented effective times of alarm tasks, which are written in UTC (guide map C-10-7). */
class EffectiveTimeTest {
    @ParameterizedTest(name = "{0}: {1} holds {2}: {3}")
    @CsvSource(delimiter = ';', textBlock = """
            always                             ; * * * * *          ; 2026-01-05T08:00:00 ; true
            01:00 to 01:30 and 02:00 in Beijing; * 0-30 17-18 * *   ; 2026-01-05T17:00:00 ; true
            the last second of the half hour   ; * 0-30 17-18 * *   ; 2026-01-05T17:30:59 ; true
            after the half hour                ; * 0-30 17-18 * *   ; 2026-01-05T17:31:00 ; false
            the second hour                    ; * 0-30 17-18 * *   ; 2026-01-05T18:30:59 ; true
            after the second hour              ; * 0-30 17-18 * *   ; 2026-01-05T19:00:00 ; false
            00:00 and 02:00 in Beijing         ; * * 16,18 * *      ; 2026-01-05T16:59:59 ; true
            between them                       ; * * 16,18 * *      ; 2026-01-05T17:00:00 ; false
            every second day from the first    ; * * 17 1/2 *       ; 2026-01-03T17:00:00 ; true
            not on the second                  ; * * 17 1/2 *       ; 2026-01-02T17:00:00 ; false
            last day                           ; * * 17 L *         ; 2026-02-28T17:59:59 ; true
            not the day before                 ; * * 17 L *         ; 2026-02-27T17:00:00 ; false
            5th is a Saturday so the 4th       ; * * 17 5W *        ; 2026-09-04T17:00:00 ; true
            5th is a Saturday so not the 5th   ; * * 17 5W *        ; 2026-09-05T17:00:00 ; false
            5th is a Sunday so the 6th         ; * * 17 5W *        ; 2026-04-06T17:00:00 ; true
            5th is a Monday                    ; * * 17 5W *        ; 2026-01-05T17:00:00 ; true
            1st is a Saturday but months count ; * * * 1W *         ; 2026-08-03T00:00:00 ; true
            six fields                         ; * * 17 * * ?       ; 2026-01-05T17:00:00 ; true
            its own zone                       ; TZ=+08 * * 1 * * ? ; 2026-01-05T17:00:00 ; true
            a zone west                        ; TZ=-05 * * 12 * *  ; 2026-01-05T17:00:00 ; true
            another month                      ; * * * * 2          ; 2026-01-05T17:00:00 ; false
            seconds count                      ; 0-29 * * * *       ; 2026-01-05T17:00:30 ; false
            """)
    void holdsTheDocumentedMoments(String source, String text, String moment, boolean inside) {
        assertThat(EffectiveTime.parse(text, ZoneOffset.UTC).contains(Instant.parse(moment + "Z")))
                .as(source)
                .isEqualTo(inside);
    }

    /** The newer documents: UTC+8 unless the text says otherwise. */
    @Test
    void isReadInBeijingByDefault() {
        Instant oneInBeijing = Instant.parse("2026-01-05T17:00:00Z");

        assertThat(EffectiveTime.parse("* * 1 * * ?").contains(oneInBeijing)).isTrue();
        assertThat(EffectiveTime.parse("* * 17 * * ?").contains(oneInBeijing)).isFalse();
        assertThat(EffectiveTime.parse("TZ=+00 * * 17 * * ?").contains(oneInBeijing))
                .isTrue();
        assertThat(EffectiveTime.parse("TZ=+00 * * 17 * * ?").zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(EffectiveTime.parse("* * 1 * *", ZoneId.of("Asia/Shanghai")).contains(oneInBeijing))
                .isTrue();
    }

    @ParameterizedTest(name = "<{0}> stops at {1}: {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            * * * *;7;a number from 1 to 12
            * * * * * *;10;'?' or the end
            * * * * * ? ?;12;no more fields
            60 * * * *;0;a number from 0 to 59
            * * * ? *;6;a number from 1 to 31
            TZ=8 * * * * *;3;'+' or '-'
            TZ=+8 * * * * *;3;a sign, two digits and a blank
            TZ=+19 * * * * *;4;hours from 00 to 18
            TZ=+08;3;a sign, two digits and a blank
            """)
    void saysWhereAndWhatWasExpected(String text, int index, String expected) {
        assertThatExceptionOfType(TextFormatException.class)
                .isThrownBy(() -> EffectiveTime.parse(text))
                .satisfies(e -> assertThat(e.index()).isEqualTo(index))
                .withMessageEndingWith("expected " + expected);
    }

    @Test
    void knowsItsTextAndZone() {
        assertThat(EffectiveTime.parse("* * 1 * *"))
                .hasToString("* * 1 * *")
                .isEqualTo(EffectiveTime.parse("* * 1 * *", ZoneOffset.ofHours(8)))
                .hasSameHashCodeAs(EffectiveTime.parse("* * 1 * *", ZoneOffset.ofHours(8)))
                .isNotEqualTo(EffectiveTime.parse("* * 1 * *", ZoneOffset.UTC))
                .isNotEqualTo(EffectiveTime.parse("* * 2 * *"))
                .isNotEqualTo("* * 1 * *");
        assertThat(Set.of(EffectiveTime.parse("* * 1 * *")))
                .as("found by its hash")
                .contains(EffectiveTime.parse("* * 1 * *"))
                .doesNotContain(EffectiveTime.parse("* * 1 * *", ZoneOffset.UTC));
    }
}
