package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The error of 48-hour forecasts on recorded loads, from every midnight after the first two weeks (after the first week
 * where there are only two); skipped where the data sets are absent.
 */
class ForecastRealDataTest {
    private static final Path DATA =
            Path.of(Optional.ofNullable(System.getProperty("ess.data")).orElse("../../shared/data"));
    private static final Instant START = Instant.parse("2014-04-10T00:00:00Z");

    /** Errors in percent of the load: of the forecast, of repeating the last day, of repeating the last week. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // file, column, days before the first forecast, error of the forecast, of the last day, of the last week
        "nab/nyc_taxi.csv,                                1, 14, 9.2, 22.4, 9.6",
        "nab/elb_request_count_8c0756.csv,                1, 7,  37.9, 42.8, 38.5",
        "nab/grok_asg_anomaly.csv,                        1, 7,  34.9, 28.8, 45.6",
        "nab/cpu_utilization_asg_misconfiguration.csv,    1, 14, 6.8, 7.6, 10.5",
        "nab/ec2_cpu_utilization_825cc2.csv,              1, 7,  7.4, 7.1, 7.0",
        "azure-v2/vm_cpu_mem_month_300s.csv,              1, 14, 1.9, 5.5, 2.4",
        "google2019/instance_usage_month_300s.csv,        0, 14, 5.8, 6.6, 6.2"
    })
    void makesItsStatedError(String file, int column, int firstDay, double percent, double lastDay, double lastWeek)
            throws IOException {
        Path path = DATA.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "skipped: there is no " + path);
        List<OptionalDouble> hours = read(path, column);
        double[] error = new double[3];
        double total = 0;
        for (int origin = 24 * firstDay; origin + 48 <= hours.size(); origin += 24) {
            HourlySeries past = new HourlySeries(START, hours.subList(0, origin));
            List<OptionalDouble> forecast =
                    SeasonalForecaster.forecast(past, 48).orElseThrow().load().values();
            for (int i = 0; i < 48; i++) {
                if (hours.get(origin + i).isPresent()) {
                    double actual = hours.get(origin + i).getAsDouble();
                    total += actual;
                    error[0] += Math.abs(forecast.get(i).orElseThrow() - actual);
                    error[1] += Math.abs(earlier(hours, origin, i, 24) - actual);
                    error[2] += Math.abs(earlier(hours, origin, i, 168) - actual);
                }
            }
        }
        for (int i = 0; i < error.length; i++) {
            error[i] = 100 * error[i] / total;
        }
        assertThat(error).containsExactly(new double[] {percent, lastDay, lastWeek}, offset(0.06));
    }

    private static double earlier(List<OptionalDouble> hours, int origin, int ahead, int season) {
        for (int i = origin - season + ahead % season; i >= 0; i -= season) {
            if (hours.get(i).isPresent()) {
                return hours.get(i).getAsDouble();
            }
        }
        return 0;
    }

    /** Hourly averages; the second column is the value, or the first of a file without times, a row for 300 s. */
    private static List<OptionalDouble> read(Path path, int column) throws IOException {
        List<double[]> sums = new ArrayList<>();
        List<String> lines = Files.readAllLines(path);
        long start = Long.MIN_VALUE;
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            long time = column == 0 ? 300L * (row - 1) : seconds(cells[0]);
            start = start == Long.MIN_VALUE ? time - Math.floorMod(time, 3600) : start;
            int hour = (int) ((time - start) / 3600);
            while (sums.size() <= hour) {
                sums.add(new double[2]);
            }
            sums.get(hour)[0] += Double.parseDouble(cells[column]);
            sums.get(hour)[1]++;
        }
        return sums.stream()
                .map(s -> s[1] == 0 ? OptionalDouble.empty() : OptionalDouble.of(s[0] / s[1]))
                .toList();
    }

    private static long seconds(String cell) {
        return cell.contains(":")
                ? LocalDateTime.parse(cell.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC)
                : Long.parseLong(cell);
    }
}
