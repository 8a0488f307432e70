package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.Weights.WeightedType;
import io.ess4j.elasticity.ElasticityStrength;
import io.ess4j.model.Market;
import io.ess4j.naming.HostNameForecast;
import io.ess4j.naming.HostNamePattern;
import io.ess4j.naming.HostNameRules;
import io.ess4j.naming.HostNameSequence;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import io.ess4j.removal.RemovalScope;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.AlarmTask;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.SimpleRule;
import io.ess4j.rule.TargetTracking;
import io.ess4j.rule.TargetTrackingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what is wrong or risky about a group before it runs. Nothing here stops a group from being built: what a
 * service would refuse is an error in the list, so that a caller may hold a group against the limits of its own
 * service.
 *
 * <p>The more is known, the more is found: a market tells about stock, the time to boot about cooldowns, alarm tasks
 * about rules that fight each other.
 *
 * @param limits what the service accepts
 * @param market what can be bought, if known
 * @param boot how long an instance takes until it works, if known
 * @param alarms the alarm tasks of the group
 * @param deployment where and as what the instances run
 */
public record PolicyCheck(
        ServiceLimits limits,
        Optional<Market> market,
        Optional<Duration> boot,
        List<AlarmTask> alarms,
        Deployment deployment) {
    /**
     * Where and as what the instances of a group run.
     *
     * @param inVpc whether in a private network; otherwise in the classic one
     * @param containers whether they are containers; otherwise they are servers
     * @param fromTemplate whether they start from a launch template; otherwise from a scaling configuration
     */
    public record Deployment(boolean inVpc, boolean containers, boolean fromTemplate) {
        /** Servers in a private network, from a scaling configuration. */
        public static final Deployment DEFAULT = new Deployment(true, false, false);
    }

    /** Holds a group against the newest documents alone. */
    public static final PolicyCheck DEFAULT =
            new PolicyCheck(ServiceLimits.DEFAULT, Optional.empty(), Optional.empty(), List.of(), Deployment.DEFAULT);

    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9][\\p{IsHan}A-Za-z0-9_.-]{1,63}");
    private static final Pattern LOCAL_DISKS = Pattern.compile("(ecs\\.)?(d1|d1ne|ga1|gn5|i1|i2)\\..*");
    /** The guide warns of weights such as 1 and 200 and names no bound. */
    private static final int FAR_APART = 100;

    public PolicyCheck {
        requireNonNull(limits, "limits");
        requireNonNull(market, "market");
        boot.ifPresent(time -> {
            if (time.isNegative()) {
                throw new IllegalArgumentException("boot (" + time + ") must not be negative");
            }
        });
        alarms = List.copyOf(alarms);
        requireNonNull(deployment, "deployment");
    }

    /**
     * This check for another deployment.
     *
     * @param known where and as what the instances run
     * @return a changed copy
     */
    public PolicyCheck withDeployment(Deployment known) {
        return new PolicyCheck(limits, market, boot, alarms, known);
    }

    /**
     * This check with a market.
     *
     * @param known prices and stock
     * @return a changed copy
     */
    public PolicyCheck withMarket(Market known) {
        return new PolicyCheck(limits, Optional.of(known), boot, alarms, deployment);
    }

    /**
     * This check with the time that an instance takes until it works.
     *
     * @param time 0 or more
     * @return a changed copy
     * @throws IllegalArgumentException if the time is negative
     */
    public PolicyCheck withBoot(Duration time) {
        return new PolicyCheck(limits, market, Optional.of(time), alarms, deployment);
    }

    /**
     * This check with alarm tasks.
     *
     * @param tasks the tasks of the group
     * @return a changed copy
     */
    public PolicyCheck withAlarms(List<AlarmTask> tasks) {
        return new PolicyCheck(limits, market, boot, tasks, deployment);
    }

    /**
     * This check with the alarm tasks that the service makes for target-tracking rules, beside those it has.
     *
     * @param rules the target-tracking rules of the group and the metrics that they follow
     * @return a changed copy
     */
    public PolicyCheck withTracking(List<TargetTracking> rules) {
        List<AlarmTask> all = new ArrayList<>(alarms);
        rules.forEach(r -> all.addAll(r.alarms()));
        return withAlarms(all);
    }

    /**
     * This check against other limits.
     *
     * @param service what the service accepts
     * @return a changed copy
     */
    public PolicyCheck withLimits(ServiceLimits service) {
        return new PolicyCheck(service, market, boot, alarms, deployment);
    }

    /**
     * Everything that is found about a group.
     *
     * @param group the group
     * @return an unmodifiable list, the worst first, within a severity in the order of {@link PolicyIssue}
     */
    public List<PolicyFinding> findings(ScalingGroup group) {
        List<PolicyFinding> found = new ArrayList<>();
        checkLimits(group, found);
        checkWeights(group, found);
        checkMix(group, found);
        checkNames(group, found);
        market.ifPresent(m -> checkMarket(group, m, found));
        boot.ifPresent(time -> checkBoot(group, time, found));
        checkRules(group, found);
        AlarmFights.check(group, alarms, found);
        checkDeployment(group, found);
        return sorted(found);
    }

    /**
     * What the service says about a change of a group that exists (guide map G3.1-5, G3.3-10, G4.1-9).
     *
     * @param before the group as it is
     * @param after the group as it is to be
     * @param leavesNetwork whether it is to move between the private and the classic network
     * @return an unmodifiable list, the worst first
     */
    public static List<PolicyFinding> changes(ScalingGroup before, ScalingGroup after, boolean leavesNetwork) {
        List<PolicyFinding> found = new ArrayList<>();
        add(found, leavesNetwork, PolicyIssue.NETWORK_CHANGED, "network of " + after.name());
        add(
                found,
                before.reclaim().mode() != after.reclaim().mode(),
                PolicyIssue.RECLAIM_MODE_CHANGED,
                "reclaim mode (" + before.reclaim().mode() + " to "
                        + after.reclaim().mode() + ")");
        add(
                found,
                before.placement().getClass() != after.placement().getClass(),
                PolicyIssue.PLACEMENT_CHANGED,
                "placement of " + after.name());
        return sorted(found);
    }

    static List<PolicyFinding> sorted(List<PolicyFinding> found) {
        found.sort(Comparator.comparing((PolicyFinding f) -> f.issue().severity())
                .reversed()
                .thenComparing(PolicyFinding::issue));
        return List.copyOf(found);
    }

    static void add(List<PolicyFinding> found, boolean wrong, PolicyIssue issue, String subject) {
        if (wrong) {
            found.add(new PolicyFinding(issue, subject));
        }
    }

    private void checkLimits(ScalingGroup group, List<PolicyFinding> found) {
        add(found, !NAME.matcher(group.name()).matches(), PolicyIssue.NAME, "name (" + group.name() + ")");
        int max = group.limits().max();
        add(found, max > limits.mostCapacity(), PolicyIssue.MAXIMUM_ABOVE_QUOTA, "maximum (" + max + ")");
        int zones = group.zones().size();
        add(found, zones > limits.mostZones(), PolicyIssue.TOO_MANY_ZONES, "zones (" + zones + ")");
        add(found, zones == 1, PolicyIssue.ONE_ZONE, "zones (1)");
        int types = group.weights().types().size();
        add(found, types > limits.mostTypes(), PolicyIssue.TOO_MANY_TYPES, "instance types (" + types + ")");
    }

    private void checkWeights(ScalingGroup group, List<PolicyFinding> found) {
        int largest = group.weights().largest();
        int smallest = group.weights().smallest();
        for (WeightedType type : group.weights().types()) {
            String name = type.type().name();
            add(
                    found,
                    type.weight() > limits.mostWeight(),
                    PolicyIssue.WEIGHT_OUT_OF_RANGE,
                    "weight of " + name + " (" + type.weight() + ")");
            add(
                    found,
                    group.reclaim().mode().keeps() && LOCAL_DISKS.matcher(name).matches(),
                    PolicyIssue.RECYCLES_LOCAL_DISKS,
                    "instance type (" + name + ")");
        }
        add(
                found,
                largest / smallest >= FAR_APART,
                PolicyIssue.WEIGHTS_FAR_APART,
                "weights (" + smallest + " to " + largest + ")");
        add(
                found,
                largest > 1 && group.limits().max() < 2L * largest,
                PolicyIssue.CAPACITY_NEAR_LARGEST_WEIGHT,
                "maximum (" + group.limits().max() + ") beside the largest weight (" + largest + ")");
    }

    private void checkMix(ScalingGroup group, List<PolicyFinding> found) {
        SpotMix mix = group.placement().mix();
        add(
                found,
                mix.onDemandBase() > limits.mostOnDemandBase() || mix.spotPools() > limits.mostSpotPools(),
                PolicyIssue.MIX_OUT_OF_RANGE,
                "on-demand base (" + mix.onDemandBase() + ") and spot pools (" + mix.spotPools() + ")");
        int types = group.weights().types().size();
        add(
                found,
                mix.onDemandPercentAboveBase() < 100 && types < mix.spotPools(),
                PolicyIssue.FEWER_TYPES_THAN_SPOT_POOLS,
                "instance types (" + types + ") for spot pools (" + mix.spotPools() + ")");
    }

    private void checkDeployment(ScalingGroup group, List<PolicyFinding> found) {
        boolean manyZones = RemovalScopes.of(group.placement()) == RemovalScope.LARGEST_ZONES
                || group.placement() instanceof PlacementStrategy.CostOptimized;
        add(
                found,
                !deployment.inVpc() && manyZones && group.zones().size() > 1,
                PolicyIssue.ZONES_NEED_VPC,
                "placement over " + group.zones().size() + " zones");
        add(
                found,
                (!deployment.inVpc() || deployment.containers())
                        && group.reclaim().mode().keeps(),
                PolicyIssue.RECYCLING_NEEDS_VPC,
                "reclaim mode (" + group.reclaim().mode() + ")");
        add(
                found,
                group.lifetime().isPresent()
                        && (deployment.containers() || group.reclaim().mode().keeps()),
                PolicyIssue.LIFETIME_NOT_LIMITED_HERE,
                "lifetime of " + group.name());
        boolean fit = group.placement() instanceof PlacementStrategy.Priority
                && group.rules().stream().allMatch(r -> r instanceof SimpleRule || r instanceof TargetTrackingRule);
        add(
                found,
                deployment.containers() && !fit,
                PolicyIssue.CONTAINERS_TAKE_LESS,
                "placement and rules of " + group.name());
        add(
                found,
                deployment.fromTemplate()
                        && group.hostNames()
                                .filter(p -> !(p instanceof HostNamePattern.Fixed)
                                        && !(p instanceof HostNamePattern.Ordered))
                                .isPresent(),
                PolicyIssue.NAMES_NEED_CONFIGURATION,
                "host names (" + group.hostNames().map(Object::toString).orElse("") + ")");
    }

    private static void checkNames(ScalingGroup group, List<PolicyFinding> found) {
        if (group.hostNames().isEmpty()) {
            return;
        }
        HostNamePattern pattern = group.hostNames().get();
        HostNameSequence sequence = HostNameSequence.of(pattern);
        int instances = group.limits().max() / group.weights().smallest();
        long names = sequence.forecast(1, Duration.ofDays(1), Instant.EPOCH)
                .map(HostNameForecast::remaining)
                .orElse(Long.MAX_VALUE);
        add(
                found,
                names < instances,
                PolicyIssue.NAMES_RUN_OUT,
                "host names (" + pattern + "), " + names + " for " + instances + " instances");
        add(
                found,
                !HostNameRules.WINDOWS.problems(pattern).isEmpty(),
                PolicyIssue.NAMES_NOT_FOR_WINDOWS,
                "host names (" + pattern + ")");
    }

    private static void checkMarket(ScalingGroup group, Market market, List<PolicyFinding> found) {
        List<String> pools = new ArrayList<>();
        long units = 0;
        for (int i = 0; i < market.size(); i++) {
            String type = market.offering(i).type().name();
            Optional<WeightedType> ours = group.weights().types().stream()
                    .filter(t -> t.type().name().equals(type))
                    .findFirst();
            if (ours.isPresent() && group.zones().contains(market.offering(i).zone()) && market.stock(i) > 0) {
                String pool = type + " in " + market.offering(i).zone();
                if (!pools.contains(pool)) {
                    pools.add(pool);
                }
                units += (long) market.stock(i) * ours.get().weight();
            }
        }
        add(
                found,
                ElasticityStrength.of(pools.size()) == ElasticityStrength.WEAK,
                PolicyIssue.THIN_STRENGTH,
                "pools with stock (" + pools.size() + ")");
        add(
                found,
                units < group.limits().max(),
                PolicyIssue.MAXIMUM_OUT_OF_REACH,
                "stock (" + units + " units) for a maximum of " + group.limits().max());
    }

    private static void checkBoot(ScalingGroup group, Duration boot, List<PolicyFinding> found) {
        for (ScalingRule rule : group.rules()) {
            if (rule instanceof SimpleRule simple) {
                Duration cooldown = simple.cooldown().orElse(group.cooldown());
                add(
                        found,
                        cooldown.compareTo(boot) < 0,
                        PolicyIssue.COOLDOWN_SHORTER_THAN_BOOT,
                        "cooldown of rule " + rule.name() + " (" + cooldown.toSeconds() + " s) beside a start of "
                                + boot.toSeconds() + " s");
            } else {
                add(
                        found,
                        rule.warmup().compareTo(boot) < 0,
                        PolicyIssue.WARMUP_SHORTER_THAN_BOOT,
                        "warm-up of rule " + rule.name() + " (" + rule.warmup().toSeconds() + " s) beside a start of "
                                + boot.toSeconds() + " s");
            }
        }
    }

    private static void checkRules(ScalingGroup group, List<PolicyFinding> found) {
        for (ScalingRule rule : group.rules()) {
            if (rule instanceof SimpleRule simple && simple.type() == AdjustmentType.TOTAL) {
                add(
                        found,
                        !group.limits().contains(simple.value()),
                        PolicyIssue.RULE_BEYOND_LIMITS,
                        "rule " + rule.name() + " (" + simple.value() + ") beside limits " + group.limits());
            }
        }
    }
}
