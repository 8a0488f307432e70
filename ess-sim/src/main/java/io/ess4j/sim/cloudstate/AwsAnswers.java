package io.ess4j.sim.cloudstate;

import io.ess4j.lifecycle.GroupStatus;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.ScalingProcess;
import io.ess4j.placement.SpotMix;
import io.ess4j.removal.RemovalCriterion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the answers of EC2 Auto Scaling, and of EC2 about instances and spot prices. */
final class AwsAnswers {
    private static final int MOST = 1_000_000;
    private static final Map<String, RemovalCriterion> CRITERIA = Map.of(
            "OldestInstance", RemovalCriterion.OLDEST_INSTANCE,
            "NewestInstance", RemovalCriterion.NEWEST_INSTANCE,
            "OldestLaunchConfiguration", RemovalCriterion.OLDEST_CONFIGURATION,
            "OldestLaunchTemplate", RemovalCriterion.OLDEST_TEMPLATE_VERSION,
            "ClosestToNextInstanceHour", RemovalCriterion.CLOSEST_TO_BILLING_HOUR);
    private static final Map<String, ScalingProcess> PROCESSES = Map.of(
            "Launch", ScalingProcess.SCALE_OUT,
            "Terminate", ScalingProcess.SCALE_IN,
            "HealthCheck", ScalingProcess.HEALTH_CHECK,
            "AlarmNotification", ScalingProcess.ALARM_NOTIFICATION,
            "ScheduledActions", ScalingProcess.SCHEDULED_ACTION);

    private AwsAnswers() {}

    /** Reads an answer; false if it is none of these. */
    static boolean read(ProviderFields answer, CloudFacts facts) {
        if (answer.has("AutoScalingGroups")) {
            answer.objects("AutoScalingGroups").forEach(g -> group(g, facts));
        } else if (answer.has("Reservations")) {
            answer.objects("Reservations").forEach(r -> r.objects("Instances").forEach(i -> machine(i, facts)));
        } else if (answer.has("SpotPriceHistory")) {
            answer.objects("SpotPriceHistory").forEach(p -> spotPrice(p, facts));
        } else {
            return false;
        }
        return true;
    }

    private static void group(ProviderFields g, CloudFacts facts) {
        String name = g.required("AutoScalingGroupName");
        g.required("MinSize");
        g.required("MaxSize");
        Optional<ProviderFields> mixed = g.object("MixedInstancesPolicy");
        Map<String, Integer> weights = new LinkedHashMap<>();
        boolean weighted = false;
        List<ProviderFields> overrides = mixed.flatMap(m -> m.object("LaunchTemplate"))
                .map(t -> t.objects("Overrides"))
                .orElse(List.of());
        for (ProviderFields override : overrides) {
            OptionalInt weight = override.number("WeightedCapacity", 1, 999);
            weighted |= weight.isPresent();
            weights.put(override.required("InstanceType"), weight.orElse(1));
        }
        facts.groups.put(
                name,
                new CloudGroup(
                        name,
                        name,
                        g.number("MinSize", 0, MOST).orElse(0),
                        g.number("MaxSize", 0, MOST).orElse(0),
                        g.number("DesiredCapacity", 0, MOST),
                        Duration.ofSeconds(
                                g.number("DefaultCooldown", 0, 86_400).orElse(300)),
                        g.text("Status").isPresent() ? GroupStatus.DELETING : GroupStatus.ACTIVE,
                        g.texts("AvailabilityZones"),
                        "balanced",
                        mix(mixed.flatMap(m -> m.object("InstancesDistribution"))),
                        removal(g),
                        weights,
                        weighted,
                        Optional.empty(),
                        ReclaimMode.RELEASE,
                        suspended(g)));
        for (ProviderFields i : g.objects("Instances")) {
            facts.add(instance(i, name), true);
        }
    }

    private static SpotMix mix(Optional<ProviderFields> distribution) {
        if (distribution.isEmpty()) {
            return SpotMix.onDemandOnly();
        }
        ProviderFields d = distribution.get();
        return SpotMix.builder()
                .onDemandBase(d.number("OnDemandBaseCapacity", 0, MOST).orElse(0))
                .onDemandPercentAboveBase(
                        d.number("OnDemandPercentageAboveBaseCapacity", 0, 100).orElse(100))
                .spotPools(d.number("SpotInstancePools", 1, 20).orElse(1))
                .compensateWithOnDemand(false)
                .build();
    }

    /** The default policy is that of the oldest template, then the oldest instance. */
    private static List<RemovalCriterion> removal(ProviderFields g) {
        List<RemovalCriterion> removal = new ArrayList<>();
        for (String name : g.texts("TerminationPolicies")) {
            RemovalCriterion criterion = CRITERIA.get(name);
            if (criterion != null && !removal.contains(criterion) && removal.size() < 2) {
                removal.add(criterion);
            } else if (criterion == null && !name.equals("Default") && !name.equals("AllocationStrategy")) {
                g.problem(
                        "TerminationPolicies",
                        "of " + CRITERIA.keySet().stream().sorted().toList() + " or Default");
            }
        }
        return removal.isEmpty()
                ? List.of(RemovalCriterion.OLDEST_TEMPLATE_VERSION, RemovalCriterion.OLDEST_INSTANCE)
                : removal;
    }

    private static List<ScalingProcess> suspended(ProviderFields g) {
        List<ScalingProcess> suspended = new ArrayList<>();
        for (ProviderFields p : g.objects("SuspendedProcesses")) {
            Optional.ofNullable(PROCESSES.get(p.required("ProcessName"))).ifPresent(suspended::add);
        }
        return suspended;
    }

    private static CloudInstance instance(ProviderFields i, String group) {
        Optional<String> source = i.object("LaunchTemplate")
                .map(t ->
                        t.required("LaunchTemplateId") + ":" + t.text("Version").orElse("1"))
                .or(() -> i.text("LaunchConfigurationName"));
        LifecycleState state = state(i);
        boolean isProtected = i.flag("ProtectedFromScaleIn", false) && state == LifecycleState.IN_SERVICE;
        return new CloudInstance(
                i.required("InstanceId"),
                Optional.of(group),
                i.text("InstanceType"),
                i.text("AvailabilityZone"),
                Optional.empty(),
                Optional.empty(),
                i.number("WeightedCapacity", 1, 999),
                source,
                isProtected ? LifecycleState.PROTECTED : state,
                !i.text("HealthStatus").orElse("Healthy").equals("Unhealthy"),
                InstanceOrigin.CREATED);
    }

    private static LifecycleState state(ProviderFields i) {
        String word = i.text("LifecycleState").orElse("InService");
        return switch (word) {
            case "InService", "EnteringStandby" -> LifecycleState.IN_SERVICE;
            case "Pending", "Pending:Proceed" -> LifecycleState.PENDING;
            case "Pending:Wait" -> LifecycleState.PENDING_WAIT;
            case "Standby" -> LifecycleState.STANDBY;
            case "Terminating", "Terminating:Proceed", "Terminated", "Detaching", "Detached" -> LifecycleState.REMOVING;
            case "Terminating:Wait" -> LifecycleState.REMOVING_WAIT;
            case "Warmed:Stopped", "Warmed:Hibernated" -> LifecycleState.STOPPED;
            default -> {
                i.problem("LifecycleState", "a state of instances in a group");
                yield LifecycleState.IN_SERVICE;
            }
        };
    }

    private static void machine(ProviderFields i, CloudFacts facts) {
        facts.add(
                new CloudInstance(
                        i.required("InstanceId"),
                        Optional.empty(),
                        i.text("InstanceType"),
                        i.object("Placement").flatMap(p -> p.text("AvailabilityZone")),
                        Optional.of(
                                i.text("InstanceLifecycle").orElse("").equals("spot")
                                        ? PurchaseOption.SPOT
                                        : PurchaseOption.ON_DEMAND),
                        i.time("LaunchTime"),
                        OptionalInt.empty(),
                        Optional.empty(),
                        LifecycleState.IN_SERVICE,
                        true,
                        InstanceOrigin.CREATED),
                false);
    }

    /** The latest price of a pool counts; prices of other systems than Linux are left out. */
    private static void spotPrice(ProviderFields p, CloudFacts facts) {
        if (!p.text("ProductDescription").orElse("Linux/UNIX").startsWith("Linux/UNIX")) {
            return;
        }
        var pool = new CloudFacts.Spot(p.required("InstanceType"), p.required("AvailabilityZone"));
        Instant since = p.time("Timestamp").orElse(Instant.EPOCH);
        String text = p.required("SpotPrice");
        try {
            CloudFacts.SpotPrice known = facts.spotPrices.get(pool);
            Price price = Price.perHour(text);
            if (known == null || known.since().isBefore(since)) {
                facts.spotPrices.put(pool, new CloudFacts.SpotPrice(price, since));
            }
        } catch (IllegalArgumentException e) {
            if (!text.equals("?")) {
                p.problem("SpotPrice", "a price");
            }
        }
    }
}
