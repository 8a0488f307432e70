package io.ess4j.sim.cloud;

import io.ess4j.model.Price;
import io.ess4j.model.TextFormatException;
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
 * On-demand prices of one region, read from a CSV file in one of two layouts: {@code region, instance_type,
 * price_per_hour_cny, vcpu_derived, memory_gib_derived} or {@code region, instance_type, price_per_hour, currency,
 * vcpu, memory_gib}. A price of 0 means unknown: such rows are skipped and counted.
 */
public final class PriceList {
    private static final List<String> ALIBABA =
            List.of("region", "instance_type", "price_per_hour_cny", "vcpu_derived", "memory_gib_derived");
    private static final List<String> AWS =
            List.of("region", "instance_type", "price_per_hour", "currency", "vcpu", "memory_gib");
    private static final double MAX_PRICE = 1_000_000;

    private final String region;
    // looked up by name, never walked
    private final Map<String, Price> prices = new LinkedHashMap<>();
    private final TreeSet<String> regions = new TreeSet<>();
    private String currency = "";
    private int skipped;

    private PriceList(String region) {
        this.region = region;
    }

    /**
     * Reads a price list.
     *
     * @param path the file
     * @param region the region whose prices are wanted
     * @param problems takes whatever is wrong
     * @return the list, or empty after a problem
     */
    public static Optional<PriceList> read(Path path, String region, Problems problems) {
        var list = new PriceList(region);
        int before = problems.count();
        CsvTable.readAny(
                path,
                List.of(ALIBABA, AWS),
                List.of(row -> list.add(row, "CNY"), row -> list.add(row, row.text(3))),
                problems);
        if (problems.count() == before && list.prices.isEmpty()) {
            problems.add(
                    path.toString(),
                    0,
                    "there is no price for region " + Decimals.quote(region) + "; known regions are "
                            + list.regions.stream().limit(40).collect(Collectors.joining(", ")));
        }
        return problems.count() == before ? Optional.of(list) : Optional.empty();
    }

    private void add(CsvTable.Row row, String rowCurrency) {
        double size = row.number(2, "price", MAX_PRICE);
        if (Double.isNaN(size)) {
            return;
        }
        if (row.text(0).isEmpty() || row.text(1).isEmpty()) {
            row.problem("region and instance_type must not be empty");
            return;
        }
        regions.add(row.text(0));
        if (!row.text(0).equals(region)) {
            return;
        }
        if (size == 0) {
            skipped++;
            return;
        }
        if (!currency.isEmpty() && !currency.equals(rowCurrency)) {
            row.problem("currency (" + Decimals.quote(rowCurrency) + ") must be that of the rows before, " + currency);
        }
        currency = rowCurrency;
        try {
            if (prices.putIfAbsent(row.text(1), Price.perHour(row.text(2))) != null) {
                row.problem("instance type " + Decimals.quote(row.text(1)) + " has two prices in region " + region);
            }
        } catch (TextFormatException e) {
            row.problem(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The price of an instance type.
     *
     * @param type the type's name
     * @return the price per hour, or empty if it is unknown
     */
    public Optional<Price> price(String type) {
        return Optional.ofNullable(prices.get(type));
    }

    /**
     * The region.
     *
     * @return its name
     */
    public String region() {
        return region;
    }

    /**
     * The currency of the prices.
     *
     * @return its code, such as {@code CNY}
     */
    public String currency() {
        return currency;
    }

    /**
     * How many instance types have a price.
     *
     * @return 1 or more
     */
    public int size() {
        return prices.size();
    }

    /**
     * Rows of the region left out because their price is 0, which means unknown.
     *
     * @return 0 or more
     */
    public int skipped() {
        return skipped;
    }
}
