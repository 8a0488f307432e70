package io.ess4j.sim.sweep;

import io.ess4j.ScalingPlan;
import io.ess4j.model.Instance;
import io.ess4j.model.Market;
import io.ess4j.placement.Launch;
import io.ess4j.sim.control.PlanWords;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The decisions of a run that changed something, to find where two runs part. */
public final class Choices implements RunObserver {
    private final List<Choice> all = new ArrayList<>();

    /**
     * A decision that changed something.
     *
     * @param at when
     * @param action what was done, such as {@code bought 2 x ecs.c5.large in a, spot}
     * @param cause why, in a sentence
     */
    public record Choice(Instant at, String action, String cause) {}

    /**
     * Where two runs part: up to here they have done the same.
     *
     * @param at when
     * @param first what the first run did then; empty if nothing
     * @param second what the second run did then; empty if nothing
     * @param same how many decisions before were the same
     */
    public record Parting(Instant at, Optional<Choice> first, Optional<Choice> second, int same) {}

    /** Notes nothing yet. */
    public Choices() {}

    @Override
    public void period(Period period) {}

    @Override
    public void activity(Activity activity) {}

    @Override
    public void decision(ScalingPlan plan, Market market) {
        String action = action(plan);
        if (!action.isEmpty()) {
            all.add(new Choice(plan.at(), action, PlanWords.cause(plan)));
        }
    }

    /**
     * The first decision in which another run differs.
     *
     * @param other the other run
     * @return where they part; empty if they do the same to the end
     */
    public Optional<Parting> partingFrom(Choices other) {
        int same = 0;
        while (same < Math.min(all.size(), other.all.size()) && alike(all.get(same), other.all.get(same))) {
            same++;
        }
        Optional<Choice> mine = same < all.size() ? Optional.of(all.get(same)) : Optional.empty();
        Optional<Choice> theirs = same < other.all.size() ? Optional.of(other.all.get(same)) : Optional.empty();
        if (mine.isEmpty() && theirs.isEmpty()) {
            return Optional.empty();
        }
        Instant at = mine.map(Choice::at).orElse(Instant.MAX);
        Instant otherAt = theirs.map(Choice::at).orElse(Instant.MAX);
        Instant first = at.isBefore(otherAt) ? at : otherAt;
        return Optional.of(
                new Parting(first, mine.filter(c -> c.at.equals(first)), theirs.filter(c -> c.at.equals(first)), same));
    }

    private static boolean alike(Choice a, Choice b) {
        return a.at.equals(b.at) && a.action.equals(b.action);
    }

    private static String action(ScalingPlan plan) {
        List<String> parts = new ArrayList<>();
        if (!plan.launches().isEmpty()) {
            parts.add("bought " + launches(plan.launches()));
        }
        if (!plan.starts().isEmpty()) {
            parts.add("started " + plan.starts().size() + " stopped");
        }
        if (!plan.removals().isEmpty()) {
            parts.add("removed " + removals(plan.removals()));
        }
        if (!plan.limits().equals(plan.before().limits())) {
            parts.add("set the limits to " + plan.limits());
        }
        if (!plan.desired().equals(plan.before().desired())) {
            parts.add("set the desired capacity to "
                    + (plan.desired().isPresent() ? plan.desired().getAsInt() : "none"));
        }
        return String.join("; ", parts);
    }

    private static String launches(List<Launch> launches) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Launch launch : launches) {
            counts.merge(
                    launch.offering().type() + " in " + launch.offering().zone() + ", "
                            + word(launch.offering().purchaseOption()),
                    launch.count(),
                    Integer::sum);
        }
        return list(counts);
    }

    private static String removals(List<Instance> instances) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Instance i : instances) {
            counts.merge(i.type() + " in " + i.zone() + ", " + word(i.purchaseOption()), 1, Integer::sum);
        }
        return list(counts);
    }

    private static String list(Map<String, Integer> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((what, count) -> parts.add(count + " x " + what));
        return String.join(" and ", parts);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
