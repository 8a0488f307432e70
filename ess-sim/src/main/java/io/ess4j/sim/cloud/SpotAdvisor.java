package io.ess4j.sim.cloud;

import io.ess4j.sim.input.CsvTable;
import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.Problems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a provider publishes about spot instances of a region: the saving over on-demand and how often they are
 * interrupted. A CSV file with the columns {@code region, os, instance_type, vcpu, memory_gib, savings_percent,
 * interruption_bucket, interruption_label}, of which rows of Linux count.
 */
public final class SpotAdvisor {
    private static final List<String> COLUMNS = List.of(
            "region",
            "os",
            "instance_type",
            "vcpu",
            "memory_gib",
            "savings_percent",
            "interruption_bucket",
            "interruption_label");

    private final String region;
    // looked up by name, never walked
    private final Map<String, Advice> advice = new LinkedHashMap<>();
    private final TreeSet<String> regions = new TreeSet<>();

    /**
     * What is said of an instance type.
     *
     * @param savingsPercent how much less than on-demand it costs, 0 to 100
     * @param bucket how often it is interrupted, 0 (below 5 % a month) to 4 (above 20 %)
     */
    public record Advice(int savingsPercent, int bucket) {}

    private SpotAdvisor(String region) {
        this.region = region;
    }

    /**
     * Reads the advice for a region.
     *
     * @param path the file
     * @param region the region
     * @param problems takes whatever is wrong
     * @return the advice, or empty after a problem
     */
    public static Optional<SpotAdvisor> read(Path path, String region, Problems problems) {
        var advisor = new SpotAdvisor(region);
        int before = problems.count();
        CsvTable.read(path, COLUMNS, advisor::add, problems);
        if (problems.count() == before && advisor.advice.isEmpty()) {
            problems.add(
                    path.toString(),
                    0,
                    "there is no advice for region " + Decimals.quote(region) + "; known regions are "
                            + advisor.regions.stream().limit(40).collect(Collectors.joining(", ")));
        }
        return problems.count() == before ? Optional.of(advisor) : Optional.empty();
    }

    private void add(CsvTable.Row row) {
        regions.add(row.text(0));
        if (!row.text(0).equals(region) || !row.text(1).equals("Linux")) {
            return;
        }
        double savings = row.number(5, "savings_percent", 100);
        double bucket = row.number(6, "interruption_bucket", 4);
        if (!Double.isNaN(savings) && !Double.isNaN(bucket)) {
            advice.put(row.text(2), new Advice((int) savings, (int) bucket));
        }
    }

    /**
     * The advice about an instance type.
     *
     * @param type its name
     * @return the advice, or empty if there is none
     */
    public Optional<Advice> advice(String type) {
        return Optional.ofNullable(advice.get(type));
    }
}
