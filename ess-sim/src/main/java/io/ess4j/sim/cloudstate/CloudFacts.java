package io.ess4j.sim.cloudstate;

import io.ess4j.model.Price;
import io.ess4j.rule.ScalingRule;
import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.JsonText;
import io.ess4j.sim.input.JsonValue;
import io.ess4j.sim.input.JsonValue.ObjectValue;
import io.ess4j.sim.input.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a provider's own JSON tells about groups, gathered from several answers; each is recognised by its
 * content. Read are, of ESS: DescribeScalingGroups, DescribeScalingInstances, DescribeScalingConfigurations,
 * DescribeScalingRules, and DescribeInstances of ECS; of AWS: describe-auto-scaling-groups, describe-instances and
 * describe-spot-price-history. Lists may be bare or wrapped, numbers may be texts, times may be to the minute.
 *
 * <p>A text has at most 8 million characters, nested at most 32 deep. Not safe for use by several threads.
 */
public final class CloudFacts {
    private static final JsonText.Limits LIMITS = new JsonText.Limits(8_000_000, 1_000_000);

    final Map<String, CloudGroup> groups = new LinkedHashMap<>();
    final Map<String, CloudInstance> instances = new LinkedHashMap<>();
    final Map<String, Configuration> configurations = new LinkedHashMap<>();
    final Map<String, List<ScalingRule>> rules = new LinkedHashMap<>();
    final Map<Spot, SpotPrice> spotPrices = new LinkedHashMap<>();

    /** A scaling configuration: when it was made, its types with their weights, and whether it asks for spot. */
    record Configuration(Optional<Instant> created, Map<String, Integer> types, boolean weighted, boolean spot) {}

    /** A spot pool. */
    record Spot(String type, String zone) {}

    /** A price and since when it holds. */
    record SpotPrice(Price price, Instant since) {}

    /** Creates an empty collection. */
    public CloudFacts() {}

    /**
     * Adds an answer.
     *
     * @param file what the text is called in messages
     * @param json the text
     * @throws InputException if it is no JSON, no answer that is read here, or something in it is wrong
     */
    public void add(String file, String json) {
        Problems problems = new Problems();
        JsonValue value = JsonText.read(file, problems, json, 0, LIMITS);
        if (!(value instanceof ObjectValue object)) {
            problems.add(file, value.line(), "must be an object, but is " + value.what());
        } else {
            ProviderFields fields = new ProviderFields(file, problems, object);
            if (!EssAnswers.read(fields, this) && !AwsAnswers.read(fields, this)) {
                problems.add(
                        file,
                        object.line(),
                        "is no answer that is read here; it must have one of ScalingGroups, ScalingInstances, "
                                + "ScalingConfigurations, ScalingRules, AutoScalingGroups, Reservations, Instances, "
                                + "SpotPriceHistory");
            }
        }
        problems.throwIfAny();
    }

    /** Adds what is known about an instance, in whatever order the answers come. */
    void add(CloudInstance instance, boolean ofGroup) {
        CloudInstance known = instances.get(instance.id());
        if (known == null) {
            instances.put(instance.id(), instance);
        } else {
            instances.put(instance.id(), ofGroup ? instance.completedBy(known) : known.completedBy(instance));
        }
    }

    /**
     * The groups.
     *
     * @return in the order in which they were described
     */
    public List<CloudGroup> groups() {
        return List.copyOf(groups.values());
    }

    /**
     * The instances of a group.
     *
     * @param group the group
     * @return in the order in which they were described
     */
    public List<CloudInstance> instances(CloudGroup group) {
        return instances.values().stream()
                .filter(i -> i.group().filter(group.id()::equals).isPresent())
                .toList();
    }

    /**
     * The rules of a group.
     *
     * @param group the group
     * @return in the order in which they were described
     */
    public List<ScalingRule> rules(CloudGroup group) {
        return new ArrayList<>(rules.getOrDefault(group.id(), List.of()));
    }
}
