package io.ess4j.sim.scenario;

import io.ess4j.ScalingGroup;
import io.ess4j.ScalingGroupBuilder;
import io.ess4j.Trigger;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import io.ess4j.removal.RemovalCriterion;
import io.ess4j.removal.RemovalPolicy;
import io.ess4j.rule.AlarmTask;
import io.ess4j.rule.PredictiveRule;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.SimpleRule;
import io.ess4j.sim.control.DailyTask;
import io.ess4j.sim.control.HookAnswers;
import io.ess4j.sim.control.MetricFaults;
import io.ess4j.sim.control.RegularChecks;
import io.ess4j.sim.control.Rival;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the section {@code group}. */
final class GroupSection {
    private static final Duration DAY = Duration.ofDays(1);

    private final YamlMap map;
    private final List<ScalingRule> rules = new ArrayList<>();
    private final List<Zone> zones = new ArrayList<>();
    private boolean zonesRead;

    GroupSection(YamlMap map) {
        this.map = map;
    }

    /** The zones in their order, read once. */
    List<Zone> zones() {
        if (!zonesRead) {
            zonesRead = true;
            for (String id : map.texts("zones", true)) {
                map.build("zones", () -> Zone.of(id)).ifPresent(zones::add);
            }
        }
        return zones;
    }

    /** Reads the rest; empty after a problem. */
    Optional<Scenario.Group> read(MarketSection types, Optional<Market> market) {
        int before = map.problemCount();
        int max = (int) map.integer("max", 0, 1_000_000);
        int min = (int) map.integer("min", 0, 1_000_000);
        OptionalInt desired =
                map.has("desired") ? OptionalInt.of((int) map.integer("desired", 0, 1_000_000)) : OptionalInt.empty();
        Duration cooldown = map.durationOr("cooldown", Duration.ofMinutes(5));
        Duration drain = map.durationOr("drain", Duration.ofMinutes(1));
        String name = map.textOr("name", "group");
        RemovalPolicy removal = removal();
        PlacementStrategy placement =
                map.map("placement", true).flatMap(GroupSection::placement).orElse(null);
        rules.addAll(new RuleSection(map).rules());
        List<AlarmTask> alarms = new RuleSection(map).alarms(rules);
        Optional<PredictiveRule> prediction = map.map("prediction", false).flatMap(RuleSection::prediction);
        List<DailyTask> tasks = tasks();
        List<Scenario.Initial> initial = initial(market);
        ReclaimMode reclaim =
                map.choice("reclaim", Map.of("release", ReclaimMode.RELEASE, "recycle", ReclaimMode.RECYCLE), false);
        Optional<Duration> lifetime = map.has("lifetime") ? Optional.of(map.duration("lifetime")) : Optional.empty();
        RegularChecks checks = OperationSection.checks(map, lifetime.isPresent());
        HookAnswers hooks = OperationSection.hooks(map);
        MetricFaults metrics = OperationSection.metrics(map);
        Optional<Rival> policy = map.map("policy", false).flatMap(OperationSection::policy);
        map.finish();
        if (drain.compareTo(DAY) > 0) {
            map.problem("drain", "drain must be at most a day");
        }
        if (desired.isPresent() && min <= max && (desired.getAsInt() < min || desired.getAsInt() > max)) {
            map.problem(
                    "desired",
                    "desired (" + desired.getAsInt() + ") must be from min (" + min + ") to max (" + max + ")");
        }
        if (map.problemCount() > before || placement == null || types.types().isEmpty() || zones().isEmpty()) {
            return Optional.empty();
        }
        ScalingGroupBuilder builder = ScalingGroup.builder(name)
                .zones(zones())
                .placement(placement)
                .removal(removal)
                .cooldown(cooldown)
                .reclaim(ReclaimPolicy.of(reclaim == null ? ReclaimMode.RELEASE : reclaim));
        prediction.ifPresent(builder::prediction);
        Collection<InstanceType> known = types.types().values();
        return map.build(() -> {
            builder.capacity(min, max);
            known.forEach(type -> builder.type(type, types.weight(type)));
            rules.forEach(builder::rule);
            lifetime.ifPresent(builder::lifetime);
            return new Scenario.Group(
                    builder.build(), desired, initial, tasks, drain, alarms, checks, hooks, metrics, policy);
        });
    }

    private RemovalPolicy removal() {
        Map<String, RemovalCriterion> criteria = new LinkedHashMap<>();
        for (RemovalCriterion criterion : RemovalCriterion.values()) {
            criteria.put(criterion.name().toLowerCase(Locale.ROOT).replace('_', '-'), criterion);
        }
        RemovalCriterion criterion = map.choice("removal", criteria, false);
        return RemovalPolicy.of(criterion == null ? RemovalCriterion.OLDEST_INSTANCE : criterion);
    }

    private static Optional<PlacementStrategy> placement(YamlMap map) {
        Map<String, String> names = words("priority", "balanced", "cost-optimized", "exact");
        String strategy = map.choice("strategy", names, true);
        SpotMix.Builder mix = SpotMix.builder()
                .onDemandBase((int) map.integerOr("onDemandBase", 0, 1_000_000, 0))
                .onDemandPercentAboveBase((int) map.integerOr("onDemandPercent", 0, 100, 100))
                .spotPools((int) map.integerOr("spotPools", 1, 20, 1))
                .compensateWithOnDemand(map.flagOr("compensateWithOnDemand", true))
                .replaceExcessOnDemand(map.flagOr("restoreMix", false));
        map.finish();
        if (strategy == null) {
            return Optional.empty();
        }
        return map.build(() -> switch (strategy) {
            case "priority" -> PlacementStrategy.priority(mix.build());
            case "balanced" -> PlacementStrategy.balanced(mix.build());
            case "exact" -> PlacementStrategy.exact(mix.build());
            default -> PlacementStrategy.costOptimized(mix.build());
        });
    }

    private List<DailyTask> tasks() {
        List<DailyTask> tasks = new ArrayList<>();
        Map<String, ScalingRule> simple = new LinkedHashMap<>();
        rules.stream().filter(SimpleRule.class::isInstance).forEach(r -> simple.put(r.name(), r));
        for (YamlMap task : map.maps("schedule", false)) {
            var at = task.time("at");
            List<DayOfWeek> days = days(task);
            Optional<Trigger> trigger = trigger(task, simple);
            task.finish();
            if (!days.isEmpty()) { // else it was told why
                trigger.flatMap(t -> task.build(() -> new DailyTask(at, days, t)))
                        .ifPresent(tasks::add);
            }
        }
        return tasks;
    }

    private static Optional<Trigger> trigger(YamlMap task, Map<String, ScalingRule> rules) {
        OptionalInt min = optional(task, "min");
        OptionalInt max = optional(task, "max");
        OptionalInt desired = optional(task, "desired");
        boolean sets = min.isPresent() || max.isPresent() || desired.isPresent();
        if (task.has("rule") == sets) {
            task.problem("rule", "a task must name a rule, or set min, max or desired; not both");
            return Optional.empty();
        }
        if (sets) {
            return Optional.of(new Trigger.SetCapacity(min, max, desired));
        }
        return Optional.ofNullable(task.choice("rule", rules, true)).map(rule -> Trigger.execute(rule.name()));
    }

    private static OptionalInt optional(YamlMap task, String name) {
        return task.has(name) ? OptionalInt.of((int) task.integer(name, 0, 1_000_000)) : OptionalInt.empty();
    }

    private static List<DayOfWeek> days(YamlMap task) {
        if (!task.has("days")) {
            return List.of(DayOfWeek.values());
        }
        List<DayOfWeek> days = new ArrayList<>();
        for (String name : task.texts("days", true)) {
            List<DayOfWeek> found = List.of(DayOfWeek.values()).stream()
                    .filter(d -> d.name().substring(0, 3).equalsIgnoreCase(name))
                    .toList();
            if (found.isEmpty()) {
                task.problem("days", "days must be of mon, tue, wed, thu, fri, sat, sun");
            }
            days.addAll(found);
        }
        return days;
    }

    private List<Scenario.Initial> initial(Optional<Market> market) {
        List<Scenario.Initial> initial = new ArrayList<>();
        for (YamlMap item : map.maps("initial", false)) {
            String type = item.text("type");
            String zone = item.text("zone");
            PurchaseOption option = item.choice("option", MarketSection.OPTIONS, true);
            int count = (int) item.integer("count", 1, 100_000);
            boolean isProtected = item.flagOr("protected", false);
            item.finish();
            if (market.isEmpty() || option == null) {
                continue;
            }
            Optional<Offering> offering = market.get().catalog().offerings().stream()
                    .filter(o ->
                            o.type().name().equals(type) && o.zone().id().equals(zone) && o.purchaseOption() == option)
                    .findFirst();
            if (offering.isEmpty()) {
                item.problem(
                        "type",
                        "there is no such offering: " + type + " in " + zone + ", "
                                + option.name().toLowerCase(Locale.ROOT));
            } else {
                initial.add(new Scenario.Initial(offering.get(), count, isProtected));
                checkStock(item, market.get(), initial);
            }
        }
        return initial;
    }

    private static void checkStock(YamlMap item, Market market, List<Scenario.Initial> initial) {
        Offering offering = initial.get(initial.size() - 1).offering();
        long sum = initial.stream()
                .filter(i -> i.offering().equals(offering))
                .mapToLong(Scenario.Initial::count)
                .sum();
        int stock = market.stock(market.catalog().offerings().indexOf(offering));
        if (sum > stock) {
            item.problem(
                    "count", "initial instances (" + sum + " of " + offering + ") exceed the stock (" + stock + ")");
        }
    }

    static Map<String, String> words(String... words) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String word : words) {
            map.put(word, word);
        }
        return map;
    }
}
