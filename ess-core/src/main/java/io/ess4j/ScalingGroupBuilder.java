package io.ess4j;

import static java.util.Objects.requireNonNull;

import io.ess4j.capacity.ActivityLimits;
import io.ess4j.capacity.CapacityLimits;
import io.ess4j.capacity.Weights;
import io.ess4j.lifecycle.HealthCheck;
import io.ess4j.lifecycle.InstanceLifetime;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.InstanceType;
import io.ess4j.model.VSwitch;
import io.ess4j.model.Zone;
import io.ess4j.model.text.Names;
import io.ess4j.naming.HostNamePattern;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import io.ess4j.removal.RemovalPolicy;
import io.ess4j.rule.PredictiveRule;
import io.ess4j.rule.ScalingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the policies of a {@link ScalingGroup}; {@link #build} reports every problem, one a line. Not thread-safe.
 */
public final class ScalingGroupBuilder {
    private static final Duration DEFAULT_COOLDOWN = Duration.ofMinutes(5);

    private final String name;
    private final List<String> problems = new ArrayList<>();
    private final List<Zone> zones = new ArrayList<>();
    private final List<Weights.WeightedType> types = new ArrayList<>();
    private final List<String> withoutWeight = new ArrayList<>();
    private final List<ScalingRule> rules = new ArrayList<>();
    private boolean weightsGiven;
    private @Nullable CapacityLimits limits;
    private boolean limitsGiven;
    private PlacementStrategy placement = PlacementStrategy.costOptimized(SpotMix.onDemandOnly());
    private RemovalPolicy removal = RemovalPolicy.DEFAULT;
    private Duration cooldown = DEFAULT_COOLDOWN;
    private Optional<HostNamePattern> hostNames = Optional.empty();
    private ActivityLimits activityLimits = ActivityLimits.DEFAULT;
    private Optional<ConfigurationSource> configuration = Optional.empty();
    private ReclaimPolicy reclaim = ReclaimPolicy.DEFAULT;
    private HealthCheck healthCheck = HealthCheck.DEFAULT;
    private Optional<InstanceLifetime> lifetime = Optional.empty();
    private Optional<PredictiveRule> prediction = Optional.empty();

    ScalingGroupBuilder(String name) {
        this.name = requireNonNull(name, "name");
    }

    /**
     * Sets the limits.
     *
     * @param min the least capacity in units, 0 or more
     * @param max the most capacity in units, at least {@code min}
     * @return this builder
     */
    public ScalingGroupBuilder capacity(int min, int max) {
        limitsGiven = true;
        limits = attempt(() -> CapacityLimits.of(min, max));
        return this;
    }

    /**
     * Sets where the group may launch.
     *
     * @param inOrder the zones, the preferred one first
     * @return this builder
     */
    public ScalingGroupBuilder zones(Zone... inOrder) {
        return zones(List.of(inOrder));
    }

    /**
     * Sets where the group may launch.
     *
     * @param inOrder the zones, the preferred one first
     * @return this builder
     */
    public ScalingGroupBuilder zones(List<Zone> inOrder) {
        zones.clear();
        zones.addAll(inOrder);
        return this;
    }

    /**
     * Sets where the group may launch by its switches, all in one private network.
     *
     * @param inOrder the switches, the preferred one first
     * @return this builder
     */
    public ScalingGroupBuilder vSwitches(List<VSwitch> inOrder) {
        List<VSwitch> effective = attempt(() -> VSwitch.effective(inOrder, Optional.empty()));
        return zones(
                effective == null
                        ? inOrder.stream().map(VSwitch::zone).distinct().toList()
                        : effective.stream().map(VSwitch::zone).distinct().toList());
    }

    /**
     * Adds an instance type of an unweighted group, which provides one unit, after those added before.
     *
     * @param type the type
     * @return this builder
     */
    public ScalingGroupBuilder type(InstanceType type) {
        withoutWeight.add(type.name());
        types.add(new Weights.WeightedType(type, 1));
        return this;
    }

    /**
     * Adds an instance type after those added before.
     *
     * @param type the type
     * @param weight the capacity units that one instance provides, 1 or more
     * @return this builder
     */
    public ScalingGroupBuilder type(InstanceType type, int weight) {
        Weights.WeightedType weighted = attempt(() -> new Weights.WeightedType(type, weight));
        if (weighted != null) {
            types.add(weighted);
        }
        weightsGiven = true;
        return this;
    }

    /**
     * Sets how the group chooses among the offerings.
     *
     * @param strategy the strategy
     * @return this builder
     */
    public ScalingGroupBuilder placement(PlacementStrategy strategy) {
        placement = requireNonNull(strategy, "strategy");
        return this;
    }

    /**
     * Sets who leaves first.
     *
     * @param policy the policy
     * @return this builder
     */
    public ScalingGroupBuilder removal(RemovalPolicy policy) {
        removal = requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Adds a scaling rule.
     *
     * @param rule the rule
     * @return this builder
     */
    public ScalingGroupBuilder rule(ScalingRule rule) {
        rules.add(requireNonNull(rule, "rule"));
        return this;
    }

    /**
     * Sets how long alarms wait after an activity.
     *
     * @param time 0 to 86,400 seconds
     * @return this builder
     */
    public ScalingGroupBuilder cooldown(Duration time) {
        cooldown = requireNonNull(time, "time");
        return this;
    }

    /**
     * Sets how instances are named.
     *
     * @param pattern the text of a pattern, as {@link HostNamePattern#parse} reads it
     * @return this builder
     */
    public ScalingGroupBuilder hostNames(String pattern) {
        hostNames = Optional.ofNullable(attempt(() -> HostNamePattern.parse(pattern)));
        return this;
    }

    /**
     * Sets how much one activity may do.
     *
     * @param mostInstances how many instances one activity may launch and start, or remove: 1 or more
     * @return this builder
     */
    public ScalingGroupBuilder mostInstancesPerActivity(int mostInstances) {
        ActivityLimits given = attempt(() -> new ActivityLimits(mostInstances));
        activityLimits = given == null ? activityLimits : given;
        return this;
    }

    /**
     * Sets what new instances are launched from.
     *
     * @param source the active configuration
     * @return this builder
     */
    public ScalingGroupBuilder configuration(ConfigurationSource source) {
        configuration = Optional.of(source);
        return this;
    }

    /**
     * Sets what becomes of instances that leave.
     *
     * @param policy released, or stopped to be started again later
     * @return this builder
     */
    public ScalingGroupBuilder reclaim(ReclaimPolicy policy) {
        reclaim = requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets what makes an instance unhealthy.
     *
     * @param check the check
     * @return this builder
     */
    public ScalingGroupBuilder healthCheck(HealthCheck check) {
        healthCheck = requireNonNull(check, "check");
        return this;
    }

    /**
     * Sets how long an instance may stay before it is replaced.
     *
     * @param longest one day or more
     * @return this builder
     */
    public ScalingGroupBuilder lifetime(Duration longest) {
        lifetime = Optional.ofNullable(attempt(() -> new InstanceLifetime(longest)));
        return this;
    }

    /**
     * Sets the predictive rule; a group has at most one.
     *
     * @param rule the rule
     * @return this builder
     */
    public ScalingGroupBuilder prediction(PredictiveRule rule) {
        if (prediction.isPresent()) {
            problems.add("predictive rule (" + rule.name() + ") must be the only one, beside "
                    + prediction.get().name());
        }
        prediction = Optional.of(rule);
        return this;
    }

    /**
     * The group.
     *
     * @return a new group
     * @throws IllegalArgumentException if something is missing or out of range; all problems at once, one a line
     */
    public ScalingGroup build() {
        List<String> all = new ArrayList<>(problems);
        if (!limitsGiven) {
            all.add("capacity must be given");
        }
        Weights weights = types.isEmpty() ? null : attempt(all, () -> new Weights(types));
        if (types.isEmpty() && problems.stream().noneMatch(p -> p.startsWith("weight of "))) {
            all.add("at least one instance type must be given");
        }
        if (weightsGiven) {
            withoutWeight.forEach(type -> all.add("weight of " + type + " must be given, for other types have one"));
        }
        // Stand-ins let the remaining checks run, so that their problems are reported in the same breath.
        CapacityLimits checkedLimits = limits == null ? CapacityLimits.of(0, 0) : limits;
        Weights checkedWeights = weights == null ? Weights.unweighted(List.of(InstanceType.of("none", 1, 1))) : weights;
        ScalingGroup group = attempt(
                all,
                () -> new ScalingGroup(
                        name,
                        checkedLimits,
                        zones,
                        checkedWeights,
                        placement,
                        removal,
                        rules,
                        cooldown,
                        hostNames,
                        activityLimits,
                        configuration,
                        reclaim,
                        healthCheck,
                        lifetime,
                        prediction));
        if (group == null || !all.isEmpty()) {
            throw new IllegalArgumentException("scaling group " + Names.shown(name) + ":\n" + String.join("\n", all));
        }
        return group;
    }

    private <T> @Nullable T attempt(Supplier<T> value) {
        return attempt(problems, value);
    }

    private static <T> @Nullable T attempt(List<String> problems, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return null;
        }
    }
}
