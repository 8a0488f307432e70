package io.ess4j.sim.scenario;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.workload.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What replaces parts of a scenario file.
 *
 * @param seed the seed
 * @param trace a trace in place of the workload; the run then starts and lasts as the trace does
 * @param prices a price list in place of the on-demand prices
 * @param settings fields that get other values, in this order
 */
public record Overrides(
        OptionalLong seed, Optional<TraceFile> trace, Optional<PriceFile> prices, List<Setting> settings) {
    /** Nothing is replaced. */
    public static final Overrides NONE = new Overrides(OptionalLong.empty(), Optional.empty(), Optional.empty());

    /**
     * A trace to replay.
     *
     * @param path the file
     * @param unit what its values count
     * @param scale what they are multiplied by, 0 to 1e9
     */
    public record TraceFile(Path path, Trace.Unit unit, double scale) {}

    /**
     * A price list to use.
     *
     * @param path the file
     * @param region the region whose prices count
     */
    public record PriceFile(Path path, String region) {}

    public Overrides {
        requireNonNull(seed, "seed");
        requireNonNull(trace, "trace");
        requireNonNull(prices, "prices");
        settings = List.copyOf(settings);
    }

    /**
     * Replaces no single field.
     *
     * @param seed the seed
     * @param trace a trace in place of the workload
     * @param prices a price list in place of the on-demand prices
     */
    public Overrides(OptionalLong seed, Optional<TraceFile> trace, Optional<PriceFile> prices) {
        this(seed, trace, prices, List.of());
    }

    /**
     * With further fields replaced.
     *
     * @param further fields, after those that are replaced already
     * @return changed overrides
     */
    public Overrides with(List<Setting> further) {
        List<Setting> all = new ArrayList<>(settings);
        all.addAll(further);
        return new Overrides(seed, trace, prices, all);
    }

    /**
     * With another seed.
     *
     * @param other the seed
     * @return changed overrides
     */
    public Overrides withSeed(long other) {
        return new Overrides(OptionalLong.of(other), trace, prices, settings);
    }
}
