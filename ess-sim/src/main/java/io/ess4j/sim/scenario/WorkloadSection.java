package io.ess4j.sim.scenario;

import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.Problems;
import io.ess4j.sim.workload.DailyLoad;
import io.ess4j.sim.workload.QueueingService;
import io.ess4j.sim.workload.Trace;
import io.ess4j.sim.workload.TraceReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the sections {@code workload}, {@code service} and {@code slo}. */
final class WorkloadSection {
    private static final double MAX_RATE = 1e9;
    private static final List<String> TYPES = List.of("constant", "daily", "bursts", "trace");

    private final ZoneId zone;
    private final Path folder;
    private final Problems problems;

    WorkloadSection(ZoneId zone, Path folder, Problems problems) {
        this.zone = zone;
        this.folder = folder;
        this.problems = problems;
    }

    /** Reads the loads; random ones take streams whose names begin with the prefix. */
    List<Load> loads(YamlMap workload, String prefix) {
        List<Load> loads = new ArrayList<>();
        for (YamlMap part : workload.maps("parts", true)) {
            load(part, prefix + "burst" + (loads.size() + 1)).ifPresent(loads::add);
            part.finish();
        }
        return loads;
    }

    private Optional<Load> load(YamlMap part, String name) {
        Map<String, String> types = new LinkedHashMap<>();
        TYPES.forEach(t -> types.put(t, t));
        String type = part.choice("type", types, true);
        if (type == null) {
            return Optional.empty();
        }
        return switch (type) {
            case "constant" -> Optional.of(new Load.Constant(part.decimal("rate", 0, MAX_RATE)));
            case "daily" -> daily(part);
            case "bursts" ->
                Optional.of(new Load.RandomBursts(
                        name, part.decimal("perDay", 0.001, 10_000), part.decimal("extra", 0, MAX_RATE), length(part)));
            default -> trace(part);
        };
    }

    private static Duration length(YamlMap part) {
        Duration length = part.duration("length");
        if (length.isZero()) {
            part.problem("length", "length (0) must be at least a millisecond");
        }
        return length;
    }

    private static Optional<Load> daily(YamlMap part) {
        double base = part.decimal("base", 0, MAX_RATE);
        double peak = part.decimal("peak", 0, MAX_RATE);
        var from = part.time("from");
        var to = part.time("to");
        Duration ramp = part.durationOr("ramp", Duration.ZERO);
        double weekend = part.decimalOr("weekendFactor", 0, 1000, 1);
        return part.build(() -> new Load.Daily(new DailyLoad.Shape(base, peak, from, to, ramp, weekend)));
    }

    private Optional<Load> trace(YamlMap part) {
        String file = part.text("file");
        Trace.Unit unit = part.choice("unit", Map.of("count", Trace.Unit.COUNT, "rate", Trace.Unit.RATE), false);
        double scale = part.decimalOr("scale", 0, 1e9, 1);
        try {
            if (!Files.exists(folder.resolve(file))) {
                part.problem("file", "file (" + Decimals.quote(file) + ") must exist, beside the scenario");
                return Optional.empty();
            }
            return trace(folder.resolve(file), unit == null ? Trace.Unit.COUNT : unit, scale);
        } catch (InvalidPathException e) {
            part.problem("file", "file must be a path");
            return Optional.empty();
        }
    }

    Optional<Load> trace(Path path, Trace.Unit unit, double scale) {
        String name = String.valueOf(path.getFileName());
        return TraceReader.read(path, zone, problems).map(trace -> new Load.Recorded(name, trace, unit, scale));
    }

    Optional<QueueingService.Settings> service(YamlMap service) {
        Duration time = service.duration("time");
        double workers = service.decimalOr("workersPerUnit", 0.001, 1e6, 1);
        long queue = service.integerOr("queueLimit", 0, 1_000_000_000_000L, 10_000);
        double arrivals = service.decimalOr("arrivalVariability", 0, 1e6, 1);
        double services = service.decimalOr("serviceVariability", 0, 1e6, 1);
        service.finish();
        return service.build(
                "time", () -> new QueueingService.Settings(time.toMillis(), workers, queue, arrivals, services));
    }

    Optional<Slo> slo(YamlMap slo) {
        Duration response = slo.duration("response");
        slo.finish();
        return slo.build("response", () -> new Slo(response));
    }
}
