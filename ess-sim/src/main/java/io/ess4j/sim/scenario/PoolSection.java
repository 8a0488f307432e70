package io.ess4j.sim.scenario;

import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.sim.cloud.AvailabilityTraceReader;
import io.ess4j.sim.cloud.PoolModel;
import io.ess4j.sim.cloud.PriceTrace;
import io.ess4j.sim.cloud.PriceTraceReader;
import io.ess4j.sim.cloud.SpotTerms;
import io.ess4j.sim.cloud.Supply;
import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.Problems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads how the pool of an offering behaves over time. */
final class PoolSection {
    private static final Duration TICK = Duration.ofMinutes(10);

    private final Path folder;
    private final Problems problems;

    PoolSection(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The model of an offering; steady if the file says nothing. */
    PoolModel read(YamlMap offering, @Nullable PurchaseOption option, OptionalInt advisedBucket) {
        Supply supply = offering.map("supply", false).flatMap(this::supply).orElse(Supply.STEADY);
        Optional<PriceTrace> prices = Optional.empty();
        if (offering.has("prices")) {
            prices = file(offering, "prices").flatMap(path -> PriceTraceReader.read(path, problems));
        }
        boolean bucketGiven = offering.has("interruptionBucket");
        int bucket = bucketGiven ? (int) offering.integer("interruptionBucket", 0, 4) : advisedBucket.orElse(-1);
        boolean isProtected = offering.flagOr("protection", true);
        Optional<Price> bid = offering.has("bid") ? offering.price("bid") : Optional.empty();
        if (option != PurchaseOption.SPOT) {
            for (String name : new String[] {"prices", "interruptionBucket", "protection", "bid"}) {
                if (offering.has(name)) {
                    offering.problem(name, name + " is for spot offerings");
                }
            }
        }
        double rate = bucket < 0 || option != PurchaseOption.SPOT ? 0 : PoolModel.interruptionsPerHour(bucket);
        var terms = new SpotTerms(isProtected ? SpotTerms.DEFAULT.protection() : Duration.ZERO, bid);
        return new PoolModel(supply, prices, rate, terms);
    }

    private Optional<Supply> supply(YamlMap map) {
        String type = map.choice("type", GroupSection.words("trace", "outages"), true);
        Optional<Supply> supply = Optional.empty();
        if ("trace".equals(type)) {
            Duration tick = map.durationOr("tick", TICK);
            int first = (int) map.integerOr("firstTick", 0, 10_000_000, 0);
            supply = file(map, "file")
                    .flatMap(path -> AvailabilityTraceReader.read(path, tick, problems))
                    .flatMap(trace -> map.build(() -> new Supply.Recorded(trace, first)));
        } else if ("outages".equals(type)) {
            supply = CloudSection.outages(map).map(o -> o);
        }
        map.finish();
        return supply;
    }

    /** A file beside the scenario. */
    private Optional<Path> file(YamlMap map, String field) {
        return file(map, field, folder);
    }

    static Optional<Path> file(YamlMap map, String field, Path folder) {
        String file = map.text(field);
        if (!map.has(field)) {
            return Optional.empty();
        }
        try {
            Path path = folder.resolve(file);
            if (Files.exists(path)) {
                return Optional.of(path);
            }
            map.problem(field, field + " (" + Decimals.quote(file) + ") must exist, beside the scenario");
        } catch (InvalidPathException e) {
            map.problem(field, field + " must be a path");
        }
        return Optional.empty();
    }
}
