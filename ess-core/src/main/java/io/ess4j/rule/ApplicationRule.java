package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scaling of one application group, evaluated each minute (guide map G6-1 to G6-16, C-29-1).
 *
 * <p>It scales out when averages reach their thresholds and in when they fall below, so equal thresholds cannot flap.
 * If both triggers breach, by different metrics, it scales out. At least one instance always stays. Instances from the
 * elastic source leave first.
 *
 * @param name the name of the rule
 * @param out when it scales out; absent if that is switched off
 * @param in when it scales in; absent if that is switched off
 * @param mostInstances the largest number of instances, 1 or more; the last step is cut to it
 * @param source where instances come from
 * @param purchase how instances are bought; present if and only if the source buys any
 */
public record ApplicationRule(
        String name,
        Optional<ApplicationTrigger> out,
        Optional<ApplicationTrigger> in,
        int mostInstances,
        ApplicationSource source,
        Optional<ElasticPurchase> purchase) {
    public ApplicationRule {
        RuleChecks.name(name);
        requireNonNull(out, "out");
        requireNonNull(in, "in");
        requireNonNull(source, "source");
        requireNonNull(purchase, "purchase");
        List<String> problems = new ArrayList<>();
        if (mostInstances < 1) {
            problems.add("mostInstances (" + mostInstances + ") must be >= 1");
        }
        if (out.isEmpty() && in.isEmpty()) {
            problems.add("application rule " + name + " must scale out or in");
        }
        if (purchase.isPresent() == (source == ApplicationSource.EXISTING)) {
            problems.add("purchase must be given if and only if the source (" + source + ") buys instances");
        }
        if (out.isPresent() && in.isPresent()) {
            contradictions(out.get(), in.get(), problems);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** For one metric the scale-in threshold may not exceed the scale-out threshold. */
    private static void contradictions(ApplicationTrigger out, ApplicationTrigger in, List<String> problems) {
        for (Map.Entry<ApplicationMetric, Integer> low : in.thresholds().entrySet()) {
            int high = out.thresholds().getOrDefault(low.getKey(), Integer.MAX_VALUE);
            if (low.getValue() > high) {
                problems.add("scale-in threshold of " + low.getKey() + " (" + low.getValue()
                        + ") must be at most its scale-out threshold (" + high + ")");
            }
        }
    }

    /**
     * A rule that takes idle instances of the cluster.
     *
     * @param name the name of the rule
     * @param out when it scales out
     * @param in when it scales in
     * @param mostInstances the largest number of instances, 1 or more
     * @return the rule
     * @throws IllegalArgumentException if a number is out of range or the triggers contradict each other; all problems,
     *     one a line
     */
    public static ApplicationRule existing(
            String name, ApplicationTrigger out, ApplicationTrigger in, int mostInstances) {
        return new ApplicationRule(
                name, Optional.of(out), Optional.of(in), mostInstances, ApplicationSource.EXISTING, Optional.empty());
    }

    /**
     * This rule with a source that buys instances.
     *
     * @param from the source
     * @param how how they are bought
     * @return a changed copy
     * @throws IllegalArgumentException if the source is {@link ApplicationSource#EXISTING}
     */
    public ApplicationRule buying(ApplicationSource from, ElasticPurchase how) {
        return new ApplicationRule(name, out, in, mostInstances, from, Optional.of(how));
    }

    /**
     * What the application does at the end of a minute; O(minutes of the triggers).
     *
     * @param history the averages of past minutes, the latest last; more than the rule needs do no harm
     * @param fleet the instances of the application and the idle ones of its cluster
     * @return the plan and its reason
     */
    public ApplicationPlan evaluate(List<ApplicationMinute> history, ApplicationFleet fleet) {
        if (out.filter(t -> t.breaches(Comparison.AT_LEAST, history)).isPresent()) {
            return scaleOut(out.get().step(), fleet);
        }
        if (in.filter(t -> t.breaches(Comparison.BELOW, history)).isPresent()) {
            return scaleIn(in.get().step(), fleet);
        }
        return ApplicationPlan.hold(ApplicationPlan.Reason.NOT_BREACHED);
    }

    /**
     * When the rule is to be evaluated: at the end of each full minute, so that every minute is judged once however
     * often somebody asks (guide map C-29-1).
     *
     * @param after the end of the period looked at before, itself excluded
     * @param now the end of this period, itself included
     * @return the moments, ascending; empty if no minute has ended
     */
    public static List<Instant> evaluations(Instant after, Instant now) {
        List<Instant> moments = new ArrayList<>();
        Instant next = after.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        while (!next.isAfter(now)) {
            moments.add(next);
            next = next.plus(1, ChronoUnit.MINUTES);
        }
        return List.copyOf(moments);
    }

    private ApplicationPlan scaleOut(int step, ApplicationFleet fleet) {
        int wanted = Math.min(step, mostInstances - fleet.total());
        if (wanted <= 0) {
            return ApplicationPlan.hold(ApplicationPlan.Reason.AT_MOST_INSTANCES);
        }
        int idle = source == ApplicationSource.ELASTIC ? 0 : Math.min(wanted, fleet.idleInCluster());
        int bought = source == ApplicationSource.EXISTING ? 0 : wanted - idle;
        return idle + bought == 0
                ? ApplicationPlan.hold(ApplicationPlan.Reason.NO_IDLE_INSTANCES)
                : new ApplicationPlan(idle, bought, 0, 0, wanted - idle - bought, ApplicationPlan.Reason.SCALES_OUT);
    }

    private static ApplicationPlan scaleIn(int step, ApplicationFleet fleet) {
        int wanted = Math.min(step, fleet.total() - 1);
        if (wanted <= 0) {
            return ApplicationPlan.hold(ApplicationPlan.Reason.ONE_INSTANCE_STAYS);
        }
        int elastic = Math.min(wanted, fleet.elastic());
        return new ApplicationPlan(0, 0, elastic, wanted - elastic, 0, ApplicationPlan.Reason.SCALES_IN);
    }
}
