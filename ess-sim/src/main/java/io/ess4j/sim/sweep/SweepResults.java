package io.ess4j.sim.sweep;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.metrics.Figure;
import io.ess4j.sim.metrics.Figure.Better;
import io.ess4j.sim.scenario.Setting;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a complete sweep, and what follows from them. The same rows give the same bytes. */
public final class SweepResults {
    private final Grid grid;
    private final List<Figure> columns;
    private final Map<Integer, Row> rows;

    /**
     * A variant and the means of its figures.
     *
     * @param number the variant
     * @param settings its fields
     * @param estimates one for each column
     */
    public record Variant(int number, List<Setting> settings, List<Estimate> estimates) {
        public Variant {
            settings = List.copyOf(settings);
            estimates = List.copyOf(estimates);
        }

        /**
         * The fields with their values.
         *
         * @return such as {@code group.max=40 group.min=2}
         */
        public String label() {
            return settings.isEmpty()
                    ? "as it is"
                    : String.join(" ", settings.stream().map(Setting::toString).toList());
        }
    }

    /**
     * Takes the rows.
     *
     * @param sweep the sweep
     * @param rows a row for every point, in any order
     * @throws IllegalArgumentException if a point has no row
     */
    public SweepResults(Sweep sweep, Collection<Row> rows) {
        this.grid = sweep.grid();
        this.columns = List.copyOf(sweep.columns());
        this.rows = new TreeMap<>();
        rows.forEach(row -> this.rows.put(row.point(), row));
        if (this.rows.size() < grid.points()) {
            throw new IllegalArgumentException(
                    "rows (" + this.rows.size() + ") must be one for each of " + grid.points() + " points");
        }
    }

    /**
     * The figures of every row.
     *
     * @return names, labels and units, without values
     */
    public List<Figure> columns() {
        return columns;
    }

    /**
     * The place of a figure.
     *
     * @param name its name
     * @return its column
     * @throws IllegalArgumentException if there is none of that name
     */
    public int column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("figure (" + name + ") must be one of "
                + String.join(", ", columns.stream().map(Figure::name).toList()));
    }

    /**
     * Writes a row for each run: point, seed, the fields, the figures.
     *
     * @param out where it goes; not closed
     * @throws IOException if it cannot be written
     */
    public void writeRuns(Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        List<String> header = new ArrayList<>(List.of("point", "seed"));
        grid.axes().forEach(axis -> header.add(axis.path()));
        columns.forEach(c -> header.add(c.name()));
        csv.writeRecord(header);
        for (Row row : rows.values()) {
            List<String> line =
                    new ArrayList<>(List.of(Integer.toString(row.point()), Long.toString(grid.seed(row.point()))));
            grid.settings(grid.variant(row.point())).forEach(s -> line.add(s.value()));
            line.addAll(row.values());
            csv.writeRecord(line);
        }
        csv.flush();
    }

    /**
     * Writes a row for each variant: the fields, then for each figure its mean over the seeds and, as
     * {@code NAME.ci95}, half the width of its confidence interval.
     *
     * @param out where it goes; not closed
     * @throws IOException if it cannot be written
     */
    public void writeVariants(Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        List<String> header = new ArrayList<>(List.of("variant", "seeds"));
        grid.axes().forEach(axis -> header.add(axis.path()));
        columns.forEach(c -> header.addAll(List.of(c.name(), c.name() + ".ci95")));
        csv.writeRecord(header);
        for (Variant variant : variants()) {
            List<String> line = new ArrayList<>(List.of(
                    Integer.toString(variant.number),
                    Integer.toString(grid.seeds().size())));
            variant.settings.forEach(s -> line.add(s.value()));
            for (Estimate estimate : variant.estimates) {
                line.add(estimate.count() == 0 ? "" : Decimals.fixed(estimate.mean(), 4));
                line.add(
                        estimate.halfWidth().isPresent()
                                ? Decimals.fixed(estimate.halfWidth().getAsDouble(), 4)
                                : "");
            }
            csv.writeRecord(line);
        }
        csv.flush();
    }

    /**
     * The variants with the means of their figures.
     *
     * @return in the order of their numbers
     */
    public List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        int seeds = grid.seeds().size();
        for (int variant = 0; variant < grid.variants(); variant++) {
            List<Estimate> estimates = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                List<Double> values = new ArrayList<>();
                for (int seed = 0; seed < seeds; seed++) {
                    Row row = rows.get(variant * seeds + seed);
                    if (row != null && !row.values().get(column).isEmpty()) {
                        values.add(Double.parseDouble(row.values().get(column)));
                    }
                }
                estimates.add(Estimate.of(values));
            }
            variants.add(new Variant(variant, grid.settings(variant), estimates));
        }
        return variants;
    }

    /**
     * The variants that no other one beats in both of two figures: each that is better in one is worse in the other. Of
     * equals the first counts.
     *
     * @param first a column
     * @param second another column
     * @return the variants, best in the first figure first
     */
    public List<Variant> paretoFront(int first, int second) {
        List<Variant> sorted = new ArrayList<>(variants());
        sorted.removeIf(v ->
                v.estimates.get(first).count() == 0 || v.estimates.get(second).count() == 0);
        sorted.sort((a, b) -> {
            int byFirst = Double.compare(cost(a, first), cost(b, first));
            return byFirst != 0 ? byFirst : Double.compare(cost(a, second), cost(b, second));
        });
        List<Variant> front = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (Variant variant : sorted) {
            if (cost(variant, second) < best) {
                best = cost(variant, second);
                front.add(variant);
            }
        }
        return front;
    }

    /** The mean, negated where more is better. */
    private double cost(Variant variant, int column) {
        double mean = variant.estimates.get(column).mean();
        return columns.get(column).better() == Better.MORE ? -mean : mean;
    }
}
