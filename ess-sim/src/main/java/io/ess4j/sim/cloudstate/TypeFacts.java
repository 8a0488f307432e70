package io.ess4j.sim.cloudstate;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import io.ess4j.sim.input.CsvTable;
import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.Problems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known about instance types beside the provider's JSON: size, prices and weight, from a price list or given by
 * hand.
 */
public final class TypeFacts {
    private static final List<String> ALIBABA =
            List.of("region", "instance_type", "price_per_hour_cny", "vcpu_derived", "memory_gib_derived");
    private static final List<String> AWS =
            List.of("region", "instance_type", "price_per_hour", "currency", "vcpu", "memory_gib");

    private final Map<String, Fact> facts = new LinkedHashMap<>();

    /**
     * What is known about a type.
     *
     * @param vcpus its processors
     * @param memoryMib its memory
     * @param price its on-demand price
     * @param spot its spot price in every zone
     * @param weight its weight
     */
    public record Fact(
            OptionalInt vcpus,
            Optional<Long> memoryMib,
            Optional<Price> price,
            Optional<Price> spot,
            OptionalInt weight) {
        private static final Fact NOTHING = new Fact(
                OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    /** Knows nothing yet. */
    public TypeFacts() {}

    /**
     * Adds the types of a region in a price list. A price of 0 means unknown, and so does an empty size.
     *
     * @param path the price list
     * @param region the region
     * @param problems takes whatever is wrong
     */
    public void addPrices(Path path, String region, Problems problems) {
        CsvTable.readAny(
                path,
                List.of(ALIBABA, AWS),
                List.of(row -> add(row, region, 3, 4), row -> add(row, region, 4, 5)),
                problems);
    }

    private void add(CsvTable.Row row, String region, int vcpus, int memory) {
        if (!row.text(0).equals(region)) {
            return;
        }
        double cores = Decimals.parse(row.text(vcpus));
        double gib = Decimals.parse(row.text(memory));
        double size = Decimals.parse(row.text(2));
        facts.put(
                row.text(1),
                new Fact(
                        cores >= 1 && cores <= 10_000 ? OptionalInt.of((int) cores) : OptionalInt.empty(),
                        gib > 0 && gib <= 1e6 ? Optional.of(Math.max(1, Math.round(gib * 1024))) : Optional.empty(),
                        size > 0 && size <= 1e6 ? Optional.of(Price.perHour(row.text(2))) : Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty()));
    }

    /**
     * Adds a type by hand, such as {@code ecs.g6.large:vcpus=2,memory=8,price=0.5,spot=0.1,weight=2}; what is not given
     * stays as it is.
     *
     * @param text the text
     * @return the name of the type
     * @throws IllegalArgumentException if something in it is wrong
     */
    public String add(String text) {
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        InstanceType.of(name, 1, 1); // refuses what is no name
        Fact f = of(name);
        for (String part : colon < 0 ? new String[0] : text.substring(colon + 1).split(",", -1)) {
            int equals = part.indexOf('=');
            String field = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            String value = equals < 0 ? "" : part.substring(equals + 1).strip();
            f = switch (field) {
                case "vcpus" ->
                    new Fact(OptionalInt.of(whole(field, value, 10_000)), f.memoryMib, f.price, f.spot, f.weight);
                case "memory" -> new Fact(f.vcpus, Optional.of(memory(value)), f.price, f.spot, f.weight);
                case "price" -> new Fact(f.vcpus, f.memoryMib, Optional.of(Price.perHour(value)), f.spot, f.weight);
                case "spot" -> new Fact(f.vcpus, f.memoryMib, f.price, Optional.of(Price.perHour(value)), f.weight);
                case "weight" ->
                    new Fact(f.vcpus, f.memoryMib, f.price, f.spot, OptionalInt.of(whole(field, value, 500)));
                default ->
                    throw new IllegalArgumentException(
                            "field (" + field + ") of a type must be vcpus, memory, price, spot or weight");
            };
        }
        facts.put(name, f);
        return name;
    }

    private static int whole(String field, String value, int most) {
        double number = Decimals.parse(value);
        if (!(number >= 1 && number <= most && number == Math.rint(number))) {
            throw new IllegalArgumentException(field + " (" + value + ") must be a whole number from 1 to " + most);
        }
        return (int) number;
    }

    private static long memory(String value) {
        double gib = Decimals.parse(value);
        if (!(gib > 0 && gib <= 1e6)) {
            throw new IllegalArgumentException("memory (" + value + ") must be GiB, above 0");
        }
        return Math.max(1, Math.round(gib * 1024));
    }

    /**
     * What is known about a type.
     *
     * @param type its name
     * @return the facts; empty ones if nothing is
     */
    public Fact of(String type) {
        return facts.getOrDefault(type, Fact.NOTHING);
    }
}
