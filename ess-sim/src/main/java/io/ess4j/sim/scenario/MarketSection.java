package io.ess4j.sim.scenario;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Catalog;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.sim.cloud.PoolModel;
import io.ess4j.sim.cloud.PriceList;
import io.ess4j.sim.cloud.SpotAdvisor;
import io.ess4j.sim.input.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the sections {@code instanceTypes}, {@code offerings} and {@code cloud}. */
final class MarketSection {
    static final Map<String, PurchaseOption> OPTIONS = options();

    private final @Nullable PriceList prices;
    private final Optional<SpotAdvisor> advisor;
    private final PoolSection pools;
    private final Map<String, InstanceType> types = new LinkedHashMap<>();
    private final Map<String, Integer> weights = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** An offering as the file states it, for one zone. */
    private record Row(InstanceType type, Zone zone, PurchaseOption option, Price price, int stock, PoolModel model) {}

    MarketSection(@Nullable PriceList prices, Optional<SpotAdvisor> advisor, PoolSection pools) {
        this.prices = prices;
        this.advisor = advisor;
        this.pools = pools;
    }

    /** The pools that are not steady, by their rows. */
    Map<Integer, PoolModel> pools() {
        Map<Integer, PoolModel> models = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.get(row).model.equals(PoolModel.STEADY)) {
                models.put(row, rows.get(row).model);
            }
        }
        return models;
    }

    private static Map<String, PurchaseOption> options() {
        Map<String, PurchaseOption> options = new LinkedHashMap<>();
        options.put("on-demand", PurchaseOption.ON_DEMAND);
        options.put("spot", PurchaseOption.SPOT);
        options.put("subscription", PurchaseOption.SUBSCRIPTION);
        return options;
    }

    /** Reads the instance types; afterwards they are known by name. */
    void readTypes(YamlMap top) {
        for (YamlMap map : top.maps("instanceTypes", true)) {
            String name = map.text("name");
            int vcpus = (int) map.integer("vcpus", 1, 10_000);
            double memory = map.decimal("memory", 0.001, 1_000_000);
            int weight = (int) map.integerOr("weight", 1, 500, 1);
            map.finish();
            if (types.containsKey(name)) {
                map.problem("name", "instance type " + Decimals.quote(name) + " is described twice");
            }
            map.build("name", () -> InstanceType.of(name, vcpus, Math.max(1, Math.round(memory * 1024))))
                    .ifPresent(type -> {
                        types.put(name, type);
                        weights.put(name, weight);
                    });
        }
    }

    Map<String, InstanceType> types() {
        return types;
    }

    int weight(InstanceType type) {
        return weights.getOrDefault(type.name(), 1);
    }

    /** Reads the offerings; empty after a problem. */
    Optional<Market> readOfferings(YamlMap top, List<Zone> zones) {
        for (YamlMap map : top.maps("offerings", true)) {
            readOffering(map, zones);
            map.finish();
        }
        Optional<Catalog> catalog = top.build(
                "offerings",
                () -> Catalog.of(rows.stream()
                        .map(r -> new Offering(r.type, r.zone, r.option, r.price))
                        .toList()));
        return catalog.map(c -> {
            Market.Builder market = Market.builder(c);
            rows.forEach(r -> market.stock(r.type, r.zone, r.option, r.stock));
            return market.build();
        });
    }

    private void readOffering(YamlMap map, List<Zone> groupZones) {
        InstanceType type = map.choice("type", types, true);
        PurchaseOption option = map.choice("option", OPTIONS, true);
        List<Zone> zones = groupZones;
        if (map.has("zones")) {
            zones = new ArrayList<>();
            for (String id : map.texts("zones", true)) {
                Zone zone = groupZones.stream()
                        .filter(z -> z.id().equals(id))
                        .findFirst()
                        .orElse(null);
                if (zone == null) {
                    map.problem("zones", "zone " + Decimals.quote(id) + " is not one of the group's");
                } else {
                    zones.add(zone);
                }
            }
        }
        int stock = map.has("stock") ? (int) map.integer("stock", 0, 1_000_000) : Market.UNLIMITED;
        Optional<SpotAdvisor.Advice> advice = advisor.filter(a -> type != null)
                .flatMap(a -> a.advice(requireNonNull(type).name()));
        Optional<Price> price = price(map, type, option, advice);
        PoolModel model = pools.read(
                map, option, advice.map(a -> OptionalInt.of(a.bucket())).orElse(OptionalInt.empty()));
        if (type != null && option != null && price.isPresent()) {
            for (Zone zone : zones) {
                rows.add(new Row(type, zone, option, price.get(), stock, model));
            }
        }
    }

    private Optional<Price> price(
            YamlMap map,
            @Nullable InstanceType type,
            @Nullable PurchaseOption option,
            Optional<SpotAdvisor.Advice> advice) {
        boolean priceGiven = map.has("price");
        boolean percentStated = map.has("percentOfOnDemand");
        double statedPercent = percentStated ? map.decimal("percentOfOnDemand", 0, 100) : 0;
        boolean isAdvised = !percentStated && !priceGiven && option == PurchaseOption.SPOT && advice.isPresent();
        boolean percentGiven = percentStated || isAdvised;
        double percent = isAdvised ? 100.0 - advice.get().savingsPercent() : statedPercent;
        Optional<Price> stated = map.price("price");
        if (percentGiven && (priceGiven || option == PurchaseOption.ON_DEMAND)) {
            map.problem("percentOfOnDemand", "percentOfOnDemand is for spot and subscription without a price");
            return Optional.empty();
        }
        if (type == null || option == null) {
            return Optional.empty();
        }
        if (option == PurchaseOption.ON_DEMAND) {
            return onDemandPrice(map, type, priceGiven, stated);
        }
        if (percentGiven) {
            return rows.stream()
                    .filter(r -> r.type.equals(type) && r.option == PurchaseOption.ON_DEMAND)
                    .findFirst()
                    .map(r -> share(r.price, percent))
                    .or(() -> {
                        map.problem(
                                "percentOfOnDemand", "there is no on-demand offering of " + type + " above this one");
                        return Optional.empty();
                    });
        }
        if (!priceGiven) {
            map.problem("type", "missing field price or percentOfOnDemand of " + type);
        }
        return stated;
    }

    private Optional<Price> onDemandPrice(YamlMap map, InstanceType type, boolean given, Optional<Price> stated) {
        if (prices != null) {
            Optional<Price> listed = prices.price(type.name());
            if (listed.isEmpty()) {
                map.problem("type", "the price list has no price of " + type + " in region " + prices.region());
            }
            return listed;
        }
        if (!given) {
            map.problem("type", "missing field price of " + type + "; give it here or a price list with --prices");
        }
        return stated;
    }

    private static Price share(Price price, double percent) {
        return new Price(BigDecimal.valueOf(price.nanosPerHour())
                .multiply(BigDecimal.valueOf(percent))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
