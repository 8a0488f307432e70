package io.ess4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The examples print what they promise. */
class RulesAndSchedulesTest {
    private static String printed(Runnable example) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            example.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void rules() {
        assertThat(printed(() -> RulesExample.main(new String[0])))
                .contains("RUN_RULES")
                .contains("RuleOutcome[wanted=13, reason=ADDS]")
                .contains("at=2026-01-05T07:50:00Z, hour=2026-01-05T08:00:00Z, predicted=20, limits=20..40");
    }

    @Test
    void schedules() {
        assertThat(printed(() -> ScheduleExample.main(new String[0])))
                .contains("2026-01-05T12:00:00Z night: 1..4")
                .contains("SIZES_DO_NOT_FIT, task=party, because=[night]");
    }
}
