package io.ess4j.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two weeks of a recorded load at a real price list; skipped where the data sets are absent. */
class RealDataTest {
    private static final Path DATA =
            Path.of(Optional.ofNullable(System.getProperty("ess.data")).orElse("../../shared/data"));
    private static final Path TRACE = DATA.resolve("nab/elb_request_count_8c0756.csv");

    @TempDir
    private Path folder;

    @Test
    void elbTraceAtAlibabaPrices() throws IOException {
        Shell shell = run(
                "--trace", TRACE.toString(), "--trace-scale", "100", "--prices", data("prices/alibaba_ondemand.csv"));

        assertThat(shell.code()).as(shell.err()).isZero();
        // 4032 rows of five minutes with gaps of 40 minutes in all; 249,327 requests times 100, less a carried fraction
        assertThat(summary())
                .contains("\"lengthSeconds\" : 1212000", "\"arrived\" : 24932699", "\"currency\" : \"CNY\"")
                .contains("region cn-hangzhou");
    }

    @Test
    void awsPricesAreTheOtherLayout() {
        Shell shell = run(
                "--trace",
                TRACE.toString(),
                "--prices",
                data("prices/aws_ondemand_linux.csv"),
                "--region",
                "us-east-1");

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).contains("the price list has no price of ecs.c5.large in region us-east-1");
    }

    private Shell run(String... arguments) {
        Assumptions.assumeTrue(Files.exists(TRACE), "skipped: there is no " + TRACE);
        String[] all = new String[arguments.length + 4];
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        all[0] = "run";
        all[1] = "--quiet";
        all[2] = "--out";
        all[3] = folder.resolve("out").toString();
        return Shell.ess(all);
    }

    private static String data(String name) {
        return DATA.resolve(name).toString();
    }

    private String summary() throws IOException {
        return Files.readString(folder.resolve("out/summary.json"));
    }
}
