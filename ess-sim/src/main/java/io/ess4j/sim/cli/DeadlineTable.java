package io.ess4j.sim.cli;

import io.ess4j.model.Money;
import io.ess4j.sim.deadline.DeadlineJob;
import io.ess4j.sim.deadline.DeadlineStudy;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the results of deadline jobs as a table or as CSV, as they come; in the end the mean over the settings. */
final class DeadlineTable {
    private final PrintWriter out;
    private final boolean csv;
    private final Map<String, BigDecimal> sums = new LinkedHashMap<>();
    private String setting = "";
    private int settings;

    DeadlineTable(PrintWriter out, List<Path> markets, boolean csv) {
        this.out = out;
        this.csv = csv;
        if (csv) {
            String names = markets.stream().map(m -> "," + name(m)).collect(Collectors.joining());
            out.print("deadline_hours,overhead_hours,policy,mean,worst,missed" + names + "\n");
        }
    }

    private static String name(Path market) {
        String file = String.valueOf(market.getFileName());
        return '"' + (file.endsWith(".csv") ? file.substring(0, file.length() - 4) : file).replace("\"", "\"\"") + '"';
    }

    void begin(DeadlineJob job, int jobs) {
        settings++;
        if (csv) {
            setting = hours(job.deadline()) + "," + hours(job.overhead());
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s%s h of work in %s h, %s h a start, %d jobs\n",
                settings == 1 ? "" : "\n",
                hours(job.work()),
                hours(job.deadline()),
                hours(job.overhead()),
                jobs);
        out.printf(Locale.ROOT, "  %-28s %9s %9s %7s\n", "policy", "mean", "worst", "missed");
        out.flush();
    }

    private static String hours(Duration time) {
        return BigDecimal.valueOf(time.toMillis())
                .divide(BigDecimal.valueOf(3_600_000), 4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    void add(DeadlineStudy.Result result) {
        BigDecimal mean = BigDecimal.valueOf(result.mean().nanos(), 9);
        sums.merge(result.name(), mean, BigDecimal::add);
        String missed =
                result.missed().isPresent() ? Integer.toString(result.missed().getAsInt()) : csv ? "" : "-";
        if (csv) {
            String markets =
                    result.meanByMarket().stream().map(m -> "," + money(m)).collect(Collectors.joining());
            out.print(setting + ",\"" + result.name() + "\"," + money(result.mean()) + "," + money(result.worst()) + ","
                    + missed + markets + "\n");
        } else {
            out.printf(
                    Locale.ROOT,
                    "  %-28s %9s %9s %7s\n",
                    result.name(),
                    money(result.mean()),
                    money(result.worst()),
                    missed);
        }
        out.flush();
    }

    private static BigDecimal money(Money amount) {
        return BigDecimal.valueOf(amount.nanos(), 9).setScale(2, RoundingMode.HALF_UP);
    }

    void end() {
        if (!csv && settings > 1) {
            out.print("\nmean over the settings\n");
            sums.forEach((name, sum) -> out.printf(
                    Locale.ROOT,
                    "  %-28s %9s\n",
                    name,
                    sum.divide(BigDecimal.valueOf(settings), 2, RoundingMode.HALF_UP)));
        }
        out.flush();
    }
}
