package io.ess4j.sim.scenario;

import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.Problems;
import io.ess4j.sim.workload.DailyLoad;
import io.ess4j.sim.workload.QueueingService;
import io.ess4j.sim.workload.Trace;
import io.ess4j.sim.workload.TraceReader;
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
    private static final List<String> TYPES = List.of("constant", "daily", "weekly", "bursts", "trace", "splice");

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
            case "weekly" -> weekly(part);
            case "splice" -> spliced(part, name);
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

    private static Optional<Load> weekly(YamlMap part) {
        Optional<Load> day = daily(part);
        List<Double> factors = new ArrayList<>();
        for (String text : part.texts("factors", true)) {
            factors.add(Decimals.parse(text));
        }
        return day.flatMap(load -> part.build("factors", () -> new Load.Weekly(load, factors)));
    }

    private Optional<Load> spliced(YamlMap part, String name) {
        List<Load.Spliced.Segment> segments = new ArrayList<>();
        int number = 0;
        for (YamlMap segment : part.maps("segments", true)) {
            number++;
            Duration length = segment.duration("for");
            Optional<YamlMap> inner = segment.map("load", true);
            Optional<Load> load = inner.isEmpty() ? Optional.empty() : load(inner.get(), name + "." + number);
            inner.ifPresent(YamlMap::finish);
            segment.finish();
            load.flatMap(l -> segment.build("for", () -> new Load.Spliced.Segment(l, length)))
                    .ifPresent(segments::add);
        }
        return segments.isEmpty() ? Optional.empty() : part.build(() -> new Load.Spliced(segments));
    }

    private Optional<Load> trace(YamlMap part) {
        Optional<Path> file = PoolSection.file(part, "file", folder);
        Trace.Unit unit = part.choice("unit", Map.of("count", Trace.Unit.COUNT, "rate", Trace.Unit.RATE), false);
        double scale = part.decimalOr("scale", 0, 1e9, 1);
        double speed = part.decimalOr("speed", 0.001, 1000, 1);
        Duration from = part.durationOr("from", Duration.ZERO);
        Duration length = part.durationOr("length", Duration.ofDays(3660));
        TraceReader.Options usual = TraceReader.Options.DEFAULT;
        var options = new TraceReader.Options(
                part.textOr("column", " ").strip(),
                part.decimalOr("msPerContextToken", 0, 1e6, usual.millisPerContextToken()),
                part.decimalOr("msPerGeneratedToken", 0, 1e6, usual.millisPerGeneratedToken()));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String name = String.valueOf(file.get().getFileName());
        return TraceReader.read(file.get(), zone, options, problems)
                .flatMap(trace -> part.build("from", () -> {
                    boolean whole = from.isZero() && length.toDays() == 3660 && speed == 1;
                    return whole ? trace : trace.part(from.toMillis(), length.toMillis(), speed);
                }))
                .map(trace -> new Load.Recorded(name, trace, unit == null ? Trace.Unit.COUNT : unit, scale));
    }

    Optional<Load> trace(Path path, Trace.Unit unit, double scale) {
        String name = String.valueOf(path.getFileName());
        return TraceReader.read(path, zone, problems).map(trace -> new Load.Recorded(name, trace, unit, scale));
    }

    /** Reads the service; {@code time: trace} takes mean and variability of the recorded requests. */
    Optional<QueueingService.Settings> service(YamlMap service, Optional<Scenario.Demand> demand) {
        Optional<Trace.Service> recorded = recorded(service, demand);
        double time = recorded.isPresent() || service.isWord("time", "trace")
                ? recorded.map(Trace.Service::meanMillis).orElse(1.0)
                : service.duration("time").toMillis();
        double workers = service.decimalOr("workersPerUnit", 0.001, 1e6, 1);
        long queue = service.integerOr("queueLimit", 0, 1_000_000_000_000L, 10_000);
        double arrivals = service.decimalOr("arrivalVariability", 0, 1e6, 1);
        double services = service.decimalOr(
                "serviceVariability",
                0,
                1e6,
                recorded.map(Trace.Service::variability).orElse(1.0));
        service.finish();
        return service.build("time", () -> new QueueingService.Settings(time, workers, queue, arrivals, services));
    }

    private static Optional<Trace.Service> recorded(YamlMap service, Optional<Scenario.Demand> demand) {
        if (!service.isWord("time", "trace")) {
            return Optional.empty();
        }
        Optional<Trace.Service> found = demand.stream()
                .flatMap(d -> d.loads().stream())
                .filter(Load.Recorded.class::isInstance)
                .flatMap(l -> ((Load.Recorded) l).trace().service().stream())
                .findFirst();
        if (found.isEmpty()) {
            service.problem("time", "time (trace) needs a trace of single requests in the workload");
        }
        return found;
    }

    Optional<Slo> slo(YamlMap slo) {
        Duration response = slo.duration("response");
        slo.finish();
        return slo.build("response", () -> new Slo(response));
    }
}
