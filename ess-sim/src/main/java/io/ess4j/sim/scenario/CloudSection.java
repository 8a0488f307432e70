package io.ess4j.sim.scenario;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import io.ess4j.sim.cloud.BillingRules;
import io.ess4j.sim.cloud.BootModel;
import io.ess4j.sim.cloud.CloudSettings;
import io.ess4j.sim.cloud.Faults;
import io.ess4j.sim.cloud.Supply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the section {@code cloud}. */
final class CloudSection {
    private CloudSection() {}

    static Optional<CloudSettings> read(YamlMap cloud, Map<String, InstanceType> types, List<Zone> zones) {
        Optional<BootModel> boot = cloud.map("boot", true).flatMap(CloudSection::boot);
        Map<String, BootModel> byType = bootByType(cloud, types);
        Duration script = cloud.durationOr("script", Duration.ZERO);
        double failures = cloud.decimalOr("launchFailurePercent", 0, 100, 0);
        double starts = cloud.decimalOr("startFailurePercent", 0, 100, 0);
        Optional<BillingRules> billing = cloud.map("billing", false).flatMap(CloudSection::billing);
        Optional<YamlMap> faults = cloud.map("faults", false);
        Optional<Faults> wrong = faults.flatMap(map -> faults(map, zones));
        cloud.finish();
        return boot.flatMap(b -> cloud.build(() -> new CloudSettings(
                b,
                byType,
                script,
                failures / 100,
                starts / 100,
                billing.orElse(BillingRules.EXACT),
                wrong.orElse(Faults.NONE))));
    }

    private static Map<String, BootModel> bootByType(YamlMap cloud, Map<String, InstanceType> types) {
        Map<String, BootModel> byType = new LinkedHashMap<>();
        for (YamlMap map : cloud.maps("bootByType", false)) {
            InstanceType type = map.choice("type", types, true);
            Optional<BootModel> boot = map.map("boot", true).flatMap(CloudSection::boot);
            map.finish();
            if (type != null) {
                boot.ifPresent(b -> byType.put(type.name(), b));
            }
        }
        return byType;
    }

    private static Optional<BootModel> boot(YamlMap map) {
        String type = map.choice("type", GroupSection.words("fixed", "uniform", "lognormal"), true);
        Optional<BootModel> boot = Optional.empty();
        if ("fixed".equals(type)) {
            Duration time = map.duration("time");
            boot = map.build(() -> new BootModel.Fixed(time));
        } else if ("uniform".equals(type)) {
            Duration min = map.duration("min");
            Duration max = map.duration("max");
            boot = map.build(() -> new BootModel.Uniform(min, max));
        } else if ("lognormal".equals(type)) {
            Duration median = map.duration("median");
            Duration p95 = map.duration("p95");
            boot = map.build(() -> new BootModel.Lognormal(median, p95));
        }
        map.finish();
        return boot;
    }

    private static Optional<BillingRules> billing(YamlMap map) {
        Duration unit = map.durationOr("unit", Duration.ofMillis(1));
        Duration minimum = map.durationOr("minimum", Duration.ZERO);
        Price stopped = map.has("stoppedPrice") ? map.price("stoppedPrice").orElse(Price.ZERO) : Price.ZERO;
        map.finish();
        return map.build(() -> new BillingRules(unit, minimum, stopped));
    }

    private static Optional<Faults> faults(YamlMap map, List<Zone> zones) {
        Optional<Duration> failure =
                map.has("meanTimeToFailure") ? Optional.of(map.duration("meanTimeToFailure")) : Optional.empty();
        OptionalInt orders = map.has("ordersPerMinute")
                ? OptionalInt.of((int) map.integer("ordersPerMinute", 1, 1_000_000))
                : OptionalInt.empty();
        Map<String, Zone> byId = new LinkedHashMap<>();
        zones.forEach(zone -> byId.put(zone.id(), zone));
        List<Faults.ZoneOutage> outages = new ArrayList<>();
        for (YamlMap outage : map.maps("zones", false)) {
            Zone zone = outage.choice("zone", byId, true);
            Duration after = outage.duration("after");
            Duration length = outage.duration("length");
            outage.finish();
            if (zone != null) {
                outage.build(() -> new Faults.ZoneOutage(zone, after.toMillis(), length))
                        .ifPresent(outages::add);
            }
        }
        Optional<Supply.Outages> random = map.map("zoneOutages", false).flatMap(m -> {
            Optional<Supply.Outages> times = outages(m);
            m.finish();
            return times;
        });
        Optional<Faults.MarketOutages> market = map.map("marketOutages", false).flatMap(m -> {
            Optional<Supply.Outages> times = outages(m);
            double reach = m.decimalOr("reachPercent", 0.1, 100, 100);
            m.finish();
            return times.flatMap(t -> m.build(() -> new Faults.MarketOutages(t, reach / 100)));
        });
        map.finish();
        return map.build(() -> new Faults(failure, outages, random, market, orders));
    }

    static Optional<Supply.Outages> outages(YamlMap map) {
        Duration up = map.duration("meanUp");
        Duration down = map.duration("meanDown");
        return map.build(() -> new Supply.Outages(up, down));
    }
}
