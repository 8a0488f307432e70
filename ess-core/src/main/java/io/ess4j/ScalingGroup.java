package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.ActivityLimits;
import io.ess4j.capacity.CapacityLimits;
import io.ess4j.capacity.Weights;
import io.ess4j.lifecycle.HealthCheck;
import io.ess4j.lifecycle.InstanceLifetime;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Zone;
import io.ess4j.model.text.Names;
import io.ess4j.naming.HostNamePattern;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.removal.RemovalPolicy;
import io.ess4j.rule.PredictiveRule;
import io.ess4j.rule.ScalingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The policies of one group: what it may launch and where, how much, by which rules, and who leaves first. Built by
 * {@link #builder}, which reports all problems at once; the canonical constructor gains components over time.
 *
 * @param name what the group is called
 * @param limits the least and the most capacity
 * @param zones where it may launch, the preferred zone first: at least one, each once
 * @param weights what it may launch, the preferred type first, and what each provides
 * @param placement how it chooses among the offerings
 * @param removal who leaves first
 * @param rules its scaling rules, with names that differ
 * @param cooldown how long alarms wait after an activity, 0 to 86,400 seconds, unless a rule says otherwise
 * @param hostNames how it names its instances, if it does
 * @param activityLimits how much one activity may do
 * @param configuration what new instances are launched from, if the caller keeps track of it
 * @param reclaim what becomes of instances that leave
 * @param healthCheck what makes an instance unhealthy
 * @param lifetime how long an instance may stay, if that is limited
 * @param prediction the one rule that sets limits ahead of time, if there is one
 */
public record ScalingGroup(
        String name,
        CapacityLimits limits,
        List<Zone> zones,
        Weights weights,
        PlacementStrategy placement,
        RemovalPolicy removal,
        List<ScalingRule> rules,
        Duration cooldown,
        Optional<HostNamePattern> hostNames,
        ActivityLimits activityLimits,
        Optional<ConfigurationSource> configuration,
        ReclaimPolicy reclaim,
        HealthCheck healthCheck,
        Optional<InstanceLifetime> lifetime,
        Optional<PredictiveRule> prediction) {
    private static final Duration LONGEST_COOLDOWN = Duration.ofDays(1);

    public ScalingGroup {
        requireNonNull(name, "name");
        requireNonNull(limits, "limits");
        zones = List.copyOf(zones);
        requireNonNull(weights, "weights");
        requireNonNull(placement, "placement");
        requireNonNull(removal, "removal");
        rules = List.copyOf(rules);
        requireNonNull(cooldown, "cooldown");
        requireNonNull(hostNames, "hostNames");
        requireNonNull(activityLimits, "activityLimits");
        requireNonNull(configuration, "configuration");
        requireNonNull(reclaim, "reclaim");
        requireNonNull(healthCheck, "healthCheck");
        requireNonNull(lifetime, "lifetime");
        requireNonNull(prediction, "prediction");
        List<String> problems = new ArrayList<>();
        if (name.isBlank()) {
            problems.add("name of a scaling group must not be blank");
        }
        if (name.length() > Names.MAX_LENGTH) {
            problems.add("name of a scaling group must have at most " + Names.MAX_LENGTH + " characters, but has "
                    + name.length());
        }
        if (zones.isEmpty()) {
            problems.add("zones must name at least one zone");
        }
        unique("zone", zones.stream().map(Zone::id).toList(), problems);
        unique("scaling rule", rules.stream().map(ScalingRule::name).toList(), problems);
        if (cooldown.isNegative() || cooldown.compareTo(LONGEST_COOLDOWN) > 0) {
            problems.add("cooldown (" + cooldown + ") must be from 0 to 86400 seconds");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private static void unique(String what, List<String> names, List<String> problems) {
        // Membership only; the order of hashing is never seen.
        Set<String> seen = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        names.stream().filter(n -> !seen.add(n)).forEach(twice::add);
        twice.forEach(n -> problems.add(what + " (" + n + ") must be named only once"));
    }

    /**
     * Starts a group of that name. Capacity, zones and at least one type must be given; the rest defaults to: cheapest
     * unit price first on demand, oldest configuration and then oldest instance leaves first, no rules, a cooldown of
     * 300 seconds, no host names, at most 500 instances in one activity, instances that leave are released and may stay
     * as long as they are healthy.
     *
     * @param name what the group is called
     * @return a new builder
     */
    public static ScalingGroupBuilder builder(String name) {
        return new ScalingGroupBuilder(name);
    }

    /**
     * The rule of that name.
     *
     * @param rule a name
     * @return the rule
     * @throws IllegalArgumentException if the group has no such rule; the message lists those that it has
     */
    public ScalingRule rule(String rule) {
        for (ScalingRule candidate : rules) {
            if (candidate.name().equals(rule)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("rule (" + Names.shown(rule) + ") must be one of "
                + rules.stream().map(ScalingRule::name).toList());
    }

    /**
     * How long an instance of the group warms up, whichever rule asks.
     *
     * @return the longest warm-up of its rules, 0 without rules
     */
    public Duration warmup() {
        return rules.stream().map(ScalingRule::warmup).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
