package io.ess4j.sim.scenario;

import io.ess4j.model.Market;
import io.ess4j.model.Zone;
import io.ess4j.sim.cloud.CloudSettings;
import io.ess4j.sim.cloud.PriceList;
import io.ess4j.sim.cloud.SpotAdvisor;
import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.Problems;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Reads a scenario from YAML. Everything that is wrong is reported at once, each problem with file and line: fields
 * that are missing, unknown, of the wrong type or out of range, and whatever the policies themselves refuse.
 *
 * <p>A file is at most 1 MiB, nested at most 32 levels, without aliases.
 */
public final class ScenarioReader {
    private final Problems problems = new Problems();
    private final Overrides overrides;

    private ScenarioReader(Overrides overrides) {
        this.overrides = overrides;
    }

    /**
     * Reads a file.
     *
     * @param path the file; traces named in it are found beside it
     * @param overrides what replaces parts of it
     * @return the scenario
     * @throws InputException with everything that is wrong
     */
    public static Scenario read(Path path, Overrides overrides) {
        var reader = new ScenarioReader(overrides);
        String file = path.toString();
        Path parent = path.getParent();
        Path folder = parent == null ? Path.of("") : parent;
        return reader.finish(
                new YamlSource(file, reader.problems).load(path).flatMap(text -> reader.parse(file, folder, text)));
    }

    /**
     * Reads a built-in scenario.
     *
     * @param scenario which
     * @param overrides what replaces parts of it
     * @return the scenario
     * @throws InputException with everything that is wrong with what the overrides name
     */
    public static Scenario read(BuiltInScenario scenario, Overrides overrides) {
        return parse(scenario.fileName(), scenario.text(), overrides);
    }

    /**
     * Reads text.
     *
     * @param file what to call the text in problems
     * @param text the YAML
     * @param overrides what replaces parts of it
     * @return the scenario
     * @throws InputException with everything that is wrong
     */
    public static Scenario parse(String file, String text, Overrides overrides) {
        var reader = new ScenarioReader(overrides);
        return reader.finish(reader.parse(file, Path.of(""), text));
    }

    private Scenario finish(Optional<Scenario> scenario) {
        problems.throwIfAny();
        return scenario.orElseThrow(() -> new AssertionError("no scenario and no problem"));
    }

    private Optional<Scenario> parse(String file, Path folder, String text) {
        Optional<PriceList> prices = overrides.prices().flatMap(p -> PriceList.read(p.path(), p.region(), problems));
        Optional<YamlMap> top = new YamlSource(file, problems).parse(text, overrides.settings());
        if (top.isEmpty() || (overrides.prices().isPresent() && prices.isEmpty())) {
            return Optional.empty();
        }
        return read(top.get(), folder, prices);
    }

    private Optional<Scenario> read(YamlMap top, Path folder, Optional<PriceList> prices) {
        Scenario.About about = about(top, prices);
        ZoneId zone = zone(top);
        var workload = new WorkloadSection(zone, folder, problems);
        var groups = new GroupsSection(workload, overrides);
        groups.readDemand(top);
        Optional<Scenario.Span> span = span(top, zone, groups.firstDemand());
        long seed = top.integerOr("seed", Long.MIN_VALUE, Long.MAX_VALUE, 1);

        Optional<SpotAdvisor> advisor = top.map("spotAdvisor", false).flatMap(map -> advisor(map, folder));
        var market = new MarketSection(prices.orElse(null), advisor, new PoolSection(folder, problems));
        market.readTypes(top);
        List<Zone> zones = groups.zones();
        Optional<Market> sold = market.readOfferings(top, zones);
        List<Scenario.Member> members = groups.read(market, sold);
        Optional<CloudSettings> cloud =
                top.map("cloud", true).flatMap(map -> CloudSection.read(map, market.types(), zones));
        top.finish();
        if (problems.count() > 0) {
            return Optional.empty();
        }
        return top.build(() -> new Scenario(
                about,
                span.orElseThrow(),
                overrides.seed().orElse(seed),
                members,
                sold.orElseThrow(),
                market.pools(),
                cloud.orElseThrow()));
    }

    private Optional<SpotAdvisor> advisor(YamlMap map, Path folder) {
        Optional<Path> file = PoolSection.file(map, "file", folder);
        String region = map.text("region");
        map.finish();
        return file.flatMap(path -> SpotAdvisor.read(path, region, problems));
    }

    private Scenario.About about(YamlMap top, Optional<PriceList> prices) {
        String name = top.text("name");
        String description = top.textOr("description", " ").strip();
        String currency = top.text("currency");
        String stated = top.textOr("prices", "as stated in the scenario");
        String source = overrides
                .prices()
                .map(p -> "on-demand from " + p.path().getFileName() + ", region " + p.region() + " ("
                        + prices.map(PriceList::size).orElse(0) + " prices, "
                        + prices.map(PriceList::skipped).orElse(0) + " unknown skipped)")
                .orElse(stated);
        return new Scenario.About(
                name, description, prices.map(PriceList::currency).orElse(currency), source);
    }

    private static ZoneId zone(YamlMap top) {
        String id = top.textOr("timeZone", "UTC");
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            top.problem("timeZone", "timeZone must be a time zone such as Asia/Shanghai or UTC");
            return ZoneOffset.UTC;
        }
    }

    private Optional<Scenario.Span> span(YamlMap top, ZoneId zone, Optional<Scenario.Demand> demand) {
        Duration period = top.durationOr("period", Duration.ofMinutes(1));
        boolean traced = overrides.trace().isPresent();
        // with a trace from outside, start and length are the trace's
        LocalDateTime start = traced && !top.has("start") ? LocalDateTime.MIN : top.dateTime("start");
        Duration length = traced && !top.has("length") ? Duration.ZERO : top.duration("length");
        if (!traced) {
            return top.build(
                    "length", () -> new Scenario.Span(start.atZone(zone).toInstant(), zone, length, period));
        }
        return demand.flatMap(d -> d.loads().get(0) instanceof Load.Recorded recorded
                ? top.build(
                        "period",
                        () -> new Scenario.Span(
                                recorded.trace().start(),
                                zone,
                                Duration.ofMillis(recorded.trace().lengthMillis()),
                                period))
                : Optional.empty());
    }
}
