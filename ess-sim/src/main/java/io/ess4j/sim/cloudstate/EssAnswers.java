package io.ess4j.sim.cloudstate;

import io.ess4j.lifecycle.GroupStatus;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.ScalingProcess;
import io.ess4j.placement.SpotMix;
import io.ess4j.removal.RemovalCriterion;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.SimpleRule;
import io.ess4j.rule.Step;
import io.ess4j.rule.StepRule;
import io.ess4j.rule.TargetTrackingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads the answers of Alibaba Cloud ESS, and of ECS about its instances. */
final class EssAnswers {
    private static final int MOST = 1_000_000;
    private static final Map<String, RemovalCriterion> CRITERIA = Map.of(
            "OldestInstance", RemovalCriterion.OLDEST_INSTANCE,
            "NewestInstance", RemovalCriterion.NEWEST_INSTANCE,
            "OldestScalingConfiguration", RemovalCriterion.OLDEST_CONFIGURATION,
            "NewestScalingConfiguration", RemovalCriterion.NEWEST_CONFIGURATION);
    private static final Map<String, AdjustmentType> ADJUSTMENTS = Map.of(
            "QuantityChangeInCapacity", AdjustmentType.QUANTITY,
            "PercentChangeInCapacity", AdjustmentType.PERCENT,
            "TotalCapacity", AdjustmentType.TOTAL);

    private EssAnswers() {}

    /** Reads an answer; false if it is none of these. */
    static boolean read(ProviderFields answer, CloudFacts facts) {
        if (answer.has("ScalingGroups")) {
            answer.objects("ScalingGroups").forEach(g -> group(g, facts));
        } else if (answer.has("ScalingInstances")) {
            answer.objects("ScalingInstances").forEach(i -> instance(i, facts));
        } else if (answer.has("ScalingConfigurations")) {
            answer.objects("ScalingConfigurations").forEach(c -> configuration(c, facts));
        } else if (answer.has("ScalingRules")) {
            answer.objects("ScalingRules").forEach(r -> rule(r, facts));
        } else if (answer.has("Instances") && answer.has("RequestId")) {
            answer.objects("Instances").forEach(i -> machine(i, facts));
        } else {
            return false;
        }
        return true;
    }

    private static void group(ProviderFields g, CloudFacts facts) {
        String id = g.required("ScalingGroupId");
        int min = g.number("MinSize", 0, MOST).orElse(0);
        int max = g.number("MaxSize", 0, MOST).orElse(0);
        g.required("MinSize");
        g.required("MaxSize");
        Map<String, Integer> weights = new LinkedHashMap<>();
        boolean weighted = false;
        for (ProviderFields o : g.objects("LaunchTemplateOverrides")) {
            OptionalInt weight = o.number("WeightedCapacity", 1, 500);
            weighted |= weight.isPresent();
            weights.put(o.required("InstanceType"), weight.orElse(1));
        }
        facts.groups.put(
                id,
                new CloudGroup(
                        id,
                        g.text("ScalingGroupName").orElse(id),
                        min,
                        max,
                        g.number("DesiredCapacity", 0, MOST),
                        Duration.ofSeconds(
                                g.number("DefaultCooldown", 0, 86_400).orElse(300)),
                        status(g),
                        List.of(),
                        placement(g),
                        mix(g),
                        removal(g),
                        weights,
                        weighted,
                        g.text("ActiveScalingConfigurationId"),
                        g.text("ScalingPolicy").orElse("release").equals("recycle")
                                ? ReclaimMode.RECYCLE
                                : ReclaimMode.RELEASE,
                        suspended(g)));
    }

    private static GroupStatus status(ProviderFields g) {
        String word = g.text("LifecycleState").orElse("Active");
        return switch (word) {
            case "Active" -> GroupStatus.ACTIVE;
            case "Inactive" -> GroupStatus.INACTIVE;
            case "Deleting" -> GroupStatus.DELETING;
            default -> {
                g.problem("LifecycleState", "Active, Inactive or Deleting");
                yield GroupStatus.ACTIVE;
            }
        };
    }

    private static String placement(ProviderFields g) {
        return switch (g.text("MultiAZPolicy").orElse("PRIORITY")) {
            case "PRIORITY" -> "priority";
            case "BALANCE" -> "balanced";
            case "COST_OPTIMIZED" -> "cost-optimized";
            default -> {
                g.problem("MultiAZPolicy", "PRIORITY, BALANCE or COST_OPTIMIZED");
                yield "priority";
            }
        };
    }

    private static SpotMix mix(ProviderFields g) {
        return SpotMix.builder()
                .onDemandBase(g.number("OnDemandBaseCapacity", 0, MOST).orElse(0))
                .onDemandPercentAboveBase(
                        g.number("OnDemandPercentageAboveBaseCapacity", 0, 100).orElse(100))
                .spotPools(g.number("SpotInstancePools", 1, 10).orElse(1))
                .compensateWithOnDemand(g.flag("CompensateWithOnDemand", true))
                .build();
    }

    private static List<RemovalCriterion> removal(ProviderFields g) {
        List<RemovalCriterion> removal = new ArrayList<>();
        for (String name : g.texts("RemovalPolicies")) {
            RemovalCriterion criterion = CRITERIA.get(name);
            if (criterion == null) {
                g.problem(
                        "RemovalPolicies",
                        "of " + CRITERIA.keySet().stream().sorted().toList());
            } else if (!removal.contains(criterion)) {
                removal.add(criterion);
            }
        }
        return removal.isEmpty()
                ? List.of(RemovalCriterion.OLDEST_CONFIGURATION, RemovalCriterion.OLDEST_INSTANCE)
                : removal;
    }

    private static List<ScalingProcess> suspended(ProviderFields g) {
        List<ScalingProcess> suspended = new ArrayList<>();
        for (String name : g.texts("SuspendedProcesses")) {
            String plain = name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
            Optional<ScalingProcess> process = Arrays.stream(ScalingProcess.values())
                    .filter(p ->
                            p.name().replace("_", "").toLowerCase(Locale.ROOT).equals(plain))
                    .findFirst();
            process.ifPresentOrElse(suspended::add, () -> g.problem("SuspendedProcesses", "processes of the service"));
        }
        return suspended;
    }

    private static void instance(ProviderFields i, CloudFacts facts) {
        facts.add(
                new CloudInstance(
                        i.required("InstanceId"),
                        i.text("ScalingGroupId"),
                        i.text("InstanceType"),
                        i.text("ZoneId"),
                        option(i),
                        i.time("CreatedTime").or(() -> i.time("CreationTime")),
                        i.number("WeightedCapacity", 1, 500),
                        i.text("ScalingConfigurationId").or(() -> i.text("LaunchTemplateId")),
                        state(i),
                        !i.text("HealthStatus").orElse("Healthy").equals("Unhealthy"),
                        origin(i)),
                true);
    }

    /** What a scaling group does not tell about its instances, ECS does. */
    private static void machine(ProviderFields i, CloudFacts facts) {
        facts.add(
                new CloudInstance(
                        i.required("InstanceId"),
                        Optional.empty(),
                        i.text("InstanceType"),
                        i.text("ZoneId"),
                        i.text("InstanceChargeType").orElse("").equals("PrePaid")
                                ? Optional.of(PurchaseOption.SUBSCRIPTION)
                                : option(i),
                        i.time("CreationTime"),
                        OptionalInt.empty(),
                        Optional.empty(),
                        LifecycleState.IN_SERVICE,
                        true,
                        InstanceOrigin.CREATED),
                false);
    }

    private static Optional<PurchaseOption> option(ProviderFields i) {
        return i.text("SpotStrategy").map(s -> s.equals("NoSpot") ? PurchaseOption.ON_DEMAND : PurchaseOption.SPOT);
    }

    private static LifecycleState state(ProviderFields i) {
        String word = i.text("LifecycleState").orElse("InService");
        return switch (word) {
            case "InService" -> LifecycleState.IN_SERVICE;
            case "Pending" -> LifecycleState.PENDING;
            case "Pending:Wait" -> LifecycleState.PENDING_WAIT;
            case "Protected" -> LifecycleState.PROTECTED;
            case "Standby" -> LifecycleState.STANDBY;
            case "Stopped" -> LifecycleState.STOPPED;
            case "Removing" -> LifecycleState.REMOVING;
            case "Removing:Wait" -> LifecycleState.REMOVING_WAIT;
            default -> {
                i.problem("LifecycleState", "a state of instances in a group");
                yield LifecycleState.IN_SERVICE;
            }
        };
    }

    private static InstanceOrigin origin(ProviderFields i) {
        boolean attached = i.text("CreationType").orElse("AutoCreated").equals("Attached");
        if (!attached) {
            return InstanceOrigin.CREATED;
        }
        return i.flag("Entrusted", false) ? InstanceOrigin.ENTRUSTED : InstanceOrigin.ATTACHED;
    }

    private static void configuration(ProviderFields c, CloudFacts facts) {
        Map<String, Integer> types = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(c.texts("InstanceTypes"));
        if (names.isEmpty()) {
            c.text("InstanceType").ifPresent(names::add);
        }
        List<String> weights = c.texts("WeightedCapacities");
        for (int n = 0; n < names.size(); n++) {
            boolean known = n < weights.size() && weights.get(n).matches("[1-9]\\d{0,2}");
            types.put(names.get(n), known ? Integer.parseInt(weights.get(n)) : 1);
        }
        facts.configurations.put(
                c.required("ScalingConfigurationId"),
                new CloudFacts.Configuration(
                        c.time("CreationTime"),
                        types,
                        !weights.isEmpty(),
                        !c.text("SpotStrategy").orElse("NoSpot").equals("NoSpot")));
    }

    private static void rule(ProviderFields r, CloudFacts facts) {
        String name = r.text("ScalingRuleName").orElseGet(() -> r.required("ScalingRuleId"));
        String group = r.required("ScalingGroupId");
        Duration warmup = Duration.ofSeconds(
                r.number("EstimatedInstanceWarmup", 0, 86_400).orElse(300));
        try {
            ScalingRule rule = switch (r.text("ScalingRuleType").orElse("SimpleScalingRule")) {
                case "SimpleScalingRule" -> simple(r, name);
                case "TargetTrackingScalingRule" ->
                    new TargetTrackingRule(
                            name,
                            r.decimal("TargetValue").orElse(Double.NaN),
                            10,
                            r.flag("DisableScaleIn", false),
                            warmup);
                case "StepScalingRule" ->
                    new StepRule(name, adjustment(r), steps(r), r.number("MinAdjustmentMagnitude", 1, MOST), warmup);
                default -> null;
            };
            if (rule != null) {
                facts.rules.computeIfAbsent(group, g -> new ArrayList<>()).add(rule);
            }
        } catch (IllegalArgumentException e) {
            r.problem("ScalingRuleName", "a rule that is allowed: " + e.getMessage());
        }
    }

    private static ScalingRule simple(ProviderFields r, String name) {
        OptionalInt cooldown = r.number("Cooldown", 0, 86_400);
        return new SimpleRule(
                name,
                adjustment(r),
                r.number("AdjustmentValue", -MOST, MOST).orElse(0),
                r.number("MinAdjustmentMagnitude", 1, MOST),
                cooldown.isPresent() ? Optional.of(Duration.ofSeconds(cooldown.getAsInt())) : Optional.empty());
    }

    private static AdjustmentType adjustment(ProviderFields r) {
        AdjustmentType type = ADJUSTMENTS.get(r.required("AdjustmentType"));
        if (type == null) {
            r.problem(
                    "AdjustmentType",
                    "of " + ADJUSTMENTS.keySet().stream().sorted().toList());
            return AdjustmentType.QUANTITY;
        }
        return type;
    }

    private static List<Step> steps(ProviderFields r) {
        List<Step> steps = new ArrayList<>();
        for (ProviderFields s : r.objects("StepAdjustments")) {
            OptionalDouble lower = s.decimal("MetricIntervalLowerBound");
            OptionalDouble upper = s.decimal("MetricIntervalUpperBound");
            steps.add(new Step(
                    lower, upper, s.number("ScalingAdjustment", -MOST, MOST).orElse(0)));
        }
        return steps;
    }
}
