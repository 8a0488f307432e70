package io.ess4j.sim.cloud;

import io.ess4j.model.InstanceType;
import io.ess4j.sim.input.CsvTable;
import io.ess4j.sim.input.Problems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sizes of instance types by their names, read from a file of Google Cloud's machine types with the columns
 * {@code NAME;CPUS;SHARED_CPU;MEMORY_GB;DEPRECATED;ZONE}, separated by semicolons. Types with a part of a vCPU are left
 * out. The list states no prices.
 */
public final class MachineTypes {
    private static final List<String> COLUMNS =
            List.of("NAME", "CPUS", "SHARED_CPU", "MEMORY_GB", "DEPRECATED", "ZONE");
    private static final int MOST_CPUS = 10_000;
    private static final double MOST_GB = 1_000_000;

    // looked up by name, never walked
    private final Map<String, InstanceType> types = new LinkedHashMap<>();

    private MachineTypes() {}

    /**
     * Reads a list.
     *
     * @param path the file
     * @param problems takes whatever is wrong
     * @return the list, or empty after a problem
     */
    public static Optional<MachineTypes> read(Path path, Problems problems) {
        var list = new MachineTypes();
        int before = problems.count();
        CsvTable.readSeparated(path, ';', COLUMNS, list::add, problems);
        return problems.count() == before ? Optional.of(list) : Optional.empty();
    }

    private void add(CsvTable.Row row) {
        double cpus = row.number(1, "CPUS", MOST_CPUS);
        double memory = row.number(3, "MEMORY_GB", MOST_GB);
        if (cpus >= 1 && cpus == Math.rint(cpus) && memory > 0) {
            String name = row.text(0);
            types.putIfAbsent(name, InstanceType.of(name, (int) cpus, Math.max(1, Math.round(memory * 1024))));
        }
    }

    /**
     * A type.
     *
     * @param name its name
     * @return the type, or empty if the list does not have it
     */
    public Optional<InstanceType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
