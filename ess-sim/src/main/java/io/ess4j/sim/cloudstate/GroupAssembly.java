package io.ess4j.sim.cloudstate;

import io.ess4j.GroupState;
import io.ess4j.ScalingGroup;
import io.ess4j.ScalingGroupBuilder;
import io.ess4j.lifecycle.ProcessSuspension;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.model.Catalog;
import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.removal.RemovalPolicy;
import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a real group together from what its provider told, what a price list knows, and what a person added. Nothing is
 * made up: what is missing is a problem that says how to give it, and what was concluded is noted.
 */
public final class GroupAssembly {
    private final CloudFacts facts;
    private final CloudGroup group;
    private final TypeFacts known;
    private final Assumptions assumed;
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Map<String, InstanceType> types = new LinkedHashMap<>();

    private GroupAssembly(CloudFacts facts, CloudGroup group, TypeFacts known, Assumptions assumed) {
        this.facts = facts;
        this.group = group;
        this.known = known;
        this.assumed = assumed;
    }

    /**
     * Puts a group together.
     *
     * @param facts what the provider told
     * @param group which of its groups
     * @param known what is known about instance types
     * @param assumed what a person added
     * @return the group
     * @throws InputException with everything that is missing
     */
    public static RealGroup of(CloudFacts facts, CloudGroup group, TypeFacts known, Assumptions assumed) {
        return new GroupAssembly(facts, group, known, assumed).assemble();
    }

    private RealGroup assemble() {
        List<CloudInstance> members = facts.instances(group);
        List<Zone> zones = zones(members);
        Map<String, Integer> weights = weights(members);
        weights.keySet().forEach(this::type);
        throwIfMissing();
        List<Offering> offerings = offerings(zones, weights.keySet());
        throwIfMissing();
        try {
            Catalog catalog = Catalog.of(offerings);
            ScalingGroup policies = policies(zones, weights);
            List<Instance> instances = new ArrayList<>();
            members.forEach(m -> instance(m, zones, weights, catalog).ifPresent(instances::add));
            throwIfMissing();
            GroupState state = GroupState.of(policies, Fleet.of(instances))
                    .withStatus(group.status())
                    .withSuspension(new ProcessSuspension(group.suspended()));
            return new RealGroup(
                    policies,
                    group.desired().isPresent()
                            ? state.withDesired(group.desired().getAsInt())
                            : state,
                    Market.of(catalog),
                    List.copyOf(notes));
        } catch (IllegalArgumentException e) {
            String.valueOf(e.getMessage()).lines().filter(l -> !l.endsWith(":")).forEach(missing::add);
            throwIfMissing();
            throw e;
        }
    }

    private void throwIfMissing() {
        Problems problems = new Problems();
        missing.forEach(m -> problems.add(group.name(), 0, m));
        problems.throwIfAny();
    }

    private List<Zone> zones(List<CloudInstance> members) {
        List<String> ids = assumed.zones().isEmpty() ? group.zones() : assumed.zones();
        if (ids.isEmpty()) {
            ids = members.stream().flatMap(m -> m.zone().stream()).distinct().toList();
            if (!ids.isEmpty()) {
                notes.add("The zones are those of its instances, " + String.join(", ", ids)
                        + "; name all of them in their order with --zones.");
            }
        }
        if (ids.isEmpty()) {
            missing.add("its zones are not told; name them in the order of priority with --zones");
        }
        return ids.stream().map(Zone::of).toList();
    }

    private Map<String, Integer> weights(List<CloudInstance> members) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        if (!assumed.types().isEmpty()) {
            assumed.types()
                    .forEach(t -> weights.put(t, weight(t, group.weights().getOrDefault(t, 1))));
            return weights;
        }
        Map<String, Integer> told = group.weights();
        if (told.isEmpty()) {
            told = group.configuration()
                    .map(facts.configurations::get)
                    .map(CloudFacts.Configuration::types)
                    .orElse(Map.of());
        }
        told.forEach((type, weight) -> weights.put(type, weight(type, weight)));
        if (weights.isEmpty()) {
            for (CloudInstance member : members) {
                member.type()
                        .ifPresent(t -> weights.put(t, weight(t, member.weight().orElse(1))));
            }
            if (!weights.isEmpty()) {
                notes.add("The instance types are those of its instances, " + String.join(", ", weights.keySet())
                        + "; name all of them in their order with --types.");
            }
        }
        if (weights.isEmpty()) {
            missing.add(
                    "its instance types are not told; add the answer about its scaling configurations, or name them "
                            + "with --types");
        }
        return weights;
    }

    private int weight(String type, int told) {
        return known.of(type).weight().orElse(told);
    }

    private Optional<InstanceType> type(String name) {
        InstanceType made = types.get(name);
        if (made != null) {
            return Optional.of(made);
        }
        TypeFacts.Fact fact = known.of(name);
        if (fact.vcpus().isEmpty() || fact.memoryMib().isEmpty()) {
            missing.add("the size of " + name + " is not known; give it with --type " + name
                    + ":vcpus=N,memory=GIB, or a price list that has it");
            return Optional.empty();
        }
        InstanceType type =
                InstanceType.of(name, fact.vcpus().getAsInt(), fact.memoryMib().get());
        types.put(name, type);
        return Optional.of(type);
    }

    private List<Offering> offerings(List<Zone> zones, Set<String> names) {
        List<Offering> offerings = new ArrayList<>();
        boolean spot = false;
        for (String name : names) {
            Optional<InstanceType> type = type(name);
            Optional<Price> price = known.of(name).price();
            if (price.isEmpty()) {
                missing.add("the price of " + name + " is not known; give it with --type " + name
                        + ":price=AMOUNT, or a price list that has it");
            }
            for (Zone zone : zones) {
                if (type.isPresent() && price.isPresent()) {
                    offerings.add(new Offering(type.get(), zone, PurchaseOption.ON_DEMAND, price.get()));
                }
                Optional<Price> market = spotPrice(name, zone.id());
                if (type.isPresent() && market.isPresent()) {
                    offerings.add(new Offering(type.get(), zone, PurchaseOption.SPOT, market.get()));
                    spot = true;
                }
            }
        }
        if (group.mix().onDemandPercentAboveBase() < 100) {
            if (!spot) {
                missing.add("it buys spot instances, but no spot price is known; add the spot price history, or give "
                        + "--type NAME:spot=AMOUNT");
            } else {
                for (String name : names) {
                    for (Zone zone : zones) {
                        if (spotPrice(name, zone.id()).isEmpty()) {
                            notes.add("No spot price of " + name + " in " + zone
                                    + " is known; it is taken as not sold there.");
                        }
                    }
                }
            }
        }
        return offerings;
    }

    private Optional<Price> spotPrice(String type, String zone) {
        return Optional.ofNullable(facts.spotPrices.get(new CloudFacts.Spot(type, zone)))
                .map(CloudFacts.SpotPrice::price)
                .or(() -> known.of(type).spot());
    }

    private ScalingGroup policies(List<Zone> zones, Map<String, Integer> weights) {
        ScalingGroupBuilder builder = ScalingGroup.builder(group.name())
                .capacity(group.min(), group.max())
                .zones(zones)
                .placement(placement())
                .removal(
                        group.removal().size() > 1
                                ? RemovalPolicy.of(
                                        group.removal().get(0), group.removal().get(1))
                                : RemovalPolicy.of(group.removal().get(0)))
                .cooldown(group.cooldown())
                .reclaim(
                        group.reclaim() == ReclaimMode.RECYCLE
                                ? new ReclaimPolicy(ReclaimMode.RECYCLE, Optional.empty())
                                : ReclaimPolicy.DEFAULT);
        weights.forEach((name, weight) -> type(name).ifPresent(type -> builder.type(type, weight)));
        facts.rules(group).forEach(builder::rule);
        return builder.build();
    }

    private PlacementStrategy placement() {
        return switch (group.placement()) {
            case "balanced" -> PlacementStrategy.balanced(group.mix());
            case "cost-optimized" -> PlacementStrategy.costOptimized(group.mix());
            default -> PlacementStrategy.priority(group.mix());
        };
    }

    private Optional<Instance> instance(
            CloudInstance member, List<Zone> zones, Map<String, Integer> weights, Catalog catalog) {
        Optional<CloudFacts.Configuration> configuration = member.source().map(facts.configurations::get);
        Optional<String> name = member.type()
                .or(() -> configuration
                        .filter(c -> c.types().size() == 1)
                        .map(c -> c.types().keySet().iterator().next()))
                .or(assumed::type);
        Optional<String> zone = member.zone()
                .or(() -> zones.size() == 1 ? Optional.of(zones.get(0).id()) : Optional.empty())
                .or(assumed::zone);
        Optional<PurchaseOption> option =
                member.option().or(() -> onlyOnDemand(configuration)).or(assumed::option);
        Optional<Instant> joined = member.joined().or(assumed::joined);
        tell(member, name, "type", "--assume type=NAME");
        tell(member, zone, "zone", "--assume zone=NAME");
        tell(member, option, "purchase option", "--assume option=on-demand");
        tell(member, joined, "time of creation", "--assume joined=2026-01-05T08:00:00Z");
        Optional<InstanceType> type = name.flatMap(this::type);
        if (type.isEmpty() || zone.isEmpty() || option.isEmpty() || joined.isEmpty()) {
            return Optional.empty();
        }
        Instance.Builder builder = Instance.builder(member.id())
                .type(type.get())
                .zone(Zone.of(zone.get()))
                .purchaseOption(option.get())
                .price(price(type.get(), Zone.of(zone.get()), option.get(), catalog))
                .weight(member.weight().orElse(weights.getOrDefault(name.orElseThrow(), 1)))
                .joinedAt(joined.get())
                .state(member.state())
                .healthy(member.healthy())
                .origin(member.origin());
        member.source().ifPresent(id -> builder.source(source(id, configuration, joined.get())));
        return Optional.of(builder.build());
    }

    /** A group that buys no spot, from a configuration that asks for none, has none. */
    private Optional<PurchaseOption> onlyOnDemand(Optional<CloudFacts.Configuration> configuration) {
        boolean spot = group.mix().onDemandPercentAboveBase() < 100
                || configuration.filter(CloudFacts.Configuration::spot).isPresent();
        if (spot || (configuration.isEmpty() && !group.zones().isEmpty())) {
            return Optional.empty();
        }
        notes.add("Its instances are taken as on-demand, for the group buys no spot.");
        return Optional.of(PurchaseOption.ON_DEMAND);
    }

    private void tell(CloudInstance member, Optional<?> value, String what, String how) {
        if (value.isEmpty()) {
            missing.add("the " + what + " of " + member.id()
                    + " is not told; add the answer about its instances (DescribeInstances, describe-instances), or give "
                    + how);
        }
    }

    private Price price(InstanceType type, Zone zone, PurchaseOption option, Catalog catalog) {
        return catalog.find(type, zone, option)
                .map(Offering::price)
                .or(() -> catalog.find(type, zone, PurchaseOption.ON_DEMAND).map(Offering::price))
                .or(() -> known.of(type.name()).price())
                .orElseGet(() -> {
                    notes.add("The price of " + type + " in " + zone + " is not known and counts as 0.");
                    return Price.ZERO;
                });
    }

    private ConfigurationSource source(String id, Optional<CloudFacts.Configuration> configuration, Instant joined) {
        int colon = id.lastIndexOf(':');
        if (colon > 0 && id.substring(colon + 1).matches("[1-9]\\d{0,8}")) {
            return ConfigurationSource.ofTemplate(
                    id.substring(0, colon), Integer.parseInt(id.substring(colon + 1)), Instant.EPOCH);
        }
        Optional<Instant> created = configuration.flatMap(CloudFacts.Configuration::created);
        if (created.isEmpty()) {
            notes.add("The age of scaling configuration " + id
                    + " is not told; it counts as old as the first of its instances.");
        }
        return new ConfigurationSource(id, created.orElseGet(() -> oldest(id).orElse(joined)));
    }

    private Optional<Instant> oldest(String source) {
        return facts.instances(group).stream()
                .filter(i -> i.source().filter(source::equals).isPresent())
                .flatMap(i -> i.joined().stream())
                .min(Instant::compareTo);
    }
}
