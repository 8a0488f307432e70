package io.ess4j.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallCommandsTest {
    @Test
    void checkNamesWhatIsWrongAndItsRemedy() {
        Shell fine = Shell.ess("check");
        Shell strict = Shell.ess("check", "--strict");
        Shell wrong = Shell.ess(
                "check",
                "--set",
                "group.schedule[0].rule=cpu",
                "--set",
                "group.zones=[cn-qingdao-b]",
                "--set",
                "group.max=20",
                "--set",
                "group.min=0",
                "--set",
                "offerings[0].zones=",
                "--json");

        assertThat(fine.code()).isZero();
        assertThat(fine.out()).contains("WARNING  warm-up of rule cpu", "remedy  make the warm-up longer");
        assertThat(strict.code()).isEqualTo(1);
        assertThat(wrong.code()).isIn(0, 1, 2);
        assertThat(Shell.ess("check", "none.yaml").code()).isEqualTo(2);
        assertThat(Shell.ess("check", "--json").out()).startsWith("[").contains("\"severity\" : \"WARNING\"");
    }

    @Test
    void strengthCountsPoolsAndAdvises() {
        assertThat(Shell.ess("strength").out()).contains("education: strong, 10 of 10 pools");
        Shell scarce = Shell.ess("strength", "--option", "subscription", "--json");
        assertThat(scarce.code()).as(scarce.err()).isZero();
        assertThat(scarce.out()).contains("\"SOLD_IN_ZONE\"").contains("\"available\" : 2");
    }

    @Test
    void namesGoOnAfterExistingOnes() {
        Shell shell = Shell.ess(
                "names", "web-(AUTO_INCREMENT)[0,3]-prod", "--existing", "web-017-prod,web-003-prod", "--count", "2");

        assertThat(shell.out()).isEqualTo("web-018-prod\nweb-019-prod\n");
        assertThat(Shell.ess("names", "a-(AUTO_INCREMENT)[999998,6]-b", "--count", "9")
                        .code())
                .isEqualTo(1);
        assertThat(Shell.ess("names", "web-(AUTO_INCREMENT)[x]").code()).isEqualTo(2);
        assertThat(Shell.ess("names", "web", "--count", "-1").code()).isEqualTo(2);
        assertThat(Shell.ess("names", "web", "--json").out()).contains("\"shortfall\" : 0");
    }

    /** Guide 1.2: five days a week, 2 instances by day and 10 in a peak of 4 hours, at 0.5 an hour. */
    @Test
    void costTellsTheFormulaAndWhatASubscriptionIsWorth() {
        Shell shell = Shell.ess(
                "cost",
                "--low",
                "2",
                "--peak",
                "10",
                "--peak-hours",
                "4",
                "--days",
                "mon,tue,wed,thu,fri",
                "--price",
                "0.5",
                "--monthly",
                "240");

        assertThat(shell.out())
                .contains("30/7 x 5 x (2 x 24 + (10 - 2) x 4) = 1714.286 hours; 0.5 x 1714.286 = 857.14")
                .contains("10 x 240 = 2400", "subscribe 2 of 10");
        assertThat(Shell.ess("cost", "--low", "0", "--peak", "1", "--peak-hours", "1", "--price", "x")
                        .code())
                .isEqualTo(2);
        assertThat(Shell.ess("cost", "--low", "5", "--peak", "1", "--peak-hours", "1", "--price", "1")
                        .code())
                .isEqualTo(2);
        assertThat(Shell.ess("cost", "--low", "0", "--peak", "1", "--peak-hours", "1", "--price", "1", "--json")
                        .out())
                .contains("\"hoursPerMonth\" : 30.000");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(Shell.ess("completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("sweep", "--what-if");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "compare", "sweep", "merge", "check", "cost", "strength", "names", "replay"})
    void everyCommandHasHelpWithExitCodesAndAnExample(String command) {
        Shell help = Shell.ess("help", command);

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Usage: ess " + command, "Exit codes:", "ess " + command + " ");
        assertThat(help.out().lines().filter(l -> l.startsWith("Example"))).hasSize(1);
    }
}
