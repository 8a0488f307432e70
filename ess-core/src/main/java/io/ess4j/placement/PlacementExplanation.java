package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a launch plan looks as it does: what became of every offering that the group could use, and what would have been
 * bought otherwise. Made by {@link LaunchPlanner#explain} from the same input as the plan; plans themselves carry none
 * of it.
 *
 * @param plan the plan that is explained
 * @param candidates every offering of the group's types in its zones, on-demand first, by zone and type as the group
 *     names them
 * @param runnerUp what would be bought if the first choice were sold out; absent if nothing is launched
 */
public record PlacementExplanation(LaunchPlan plan, List<Candidate> candidates, Optional<RunnerUp> runnerUp) {
    /** At which stage an offering was kept or dropped. */
    public enum Verdict {
        /** Chosen. */
        LAUNCHED,
        /** Dropped first: the strategy never uses this purchase option. */
        PURCHASE_OPTION_NOT_USED,
        /** Dropped second: above the price limit of its type. */
        ABOVE_MAX_PRICE,
        /** Dropped second: a spot offering that is no cheaper than on-demand. */
        NOT_BELOW_ON_DEMAND,
        /** Dropped third: no stock. */
        SOLD_OUT,
        /**
         * Kept to the end and not chosen although units are missing: a cap, a budget, the balance of zones, a reserve
         * or the mix forbids it. The plan's shortfall reason says which.
         */
        HELD_BACK,
        /** Kept to the end and ranked behind what was chosen. */
        RANKED_BEHIND
    }

    /**
     * An offering and what became of it.
     *
     * @param offering the offering at its price now
     * @param weight capacity units of one instance
     * @param stock how many could be had
     * @param launched how many the plan launches
     * @param verdict at which stage it was kept or dropped
     */
    public record Candidate(Offering offering, int weight, int stock, int launched, Verdict verdict) {
        public Candidate {
            requireNonNull(offering, "offering");
            requireNonNull(verdict, "verdict");
        }
    }

    /**
     * The plan without the first choice.
     *
     * @param without the offering that is taken as sold out
     * @param plan what would be bought then
     * @param extraNanosPerHour what that plan costs more, in 1e-9 currency units per hour; negative if it is cheaper,
     *     which shows that the strategy does not minimise cost
     */
    public record RunnerUp(Offering without, LaunchPlan plan, long extraNanosPerHour) {
        public RunnerUp {
            requireNonNull(without, "without");
            requireNonNull(plan, "plan");
        }
    }

    public PlacementExplanation {
        requireNonNull(plan, "plan");
        candidates = List.copyOf(candidates);
        requireNonNull(runnerUp, "runnerUp");
    }

    /**
     * The explanation as text for people, one line a candidate. The wording may change.
     *
     * @return lines separated by {@code \n}
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("asked for ").append(plan.requested()).append(" units, launching ");
        text.append(plan.launchedUnits()).append(" for ").append(plan.cost()).append(" an hour");
        for (Candidate c : candidates) {
            String verdict = c.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            text.append('\n').append(c.offering()).append(": ").append(verdict);
            if (c.launched() > 0) {
                text.append(' ').append(c.launched());
            }
        }
        runnerUp.ifPresent(
                r -> text.append("\nwithout ").append(r.without()).append(": ").append(words(r)));
        return text.toString();
    }

    private static String words(RunnerUp next) {
        if (next.plan().launches().isEmpty()) {
            return "nothing can be launched";
        }
        String launches = next.plan().launches().stream().map(Launch::toString).collect(Collectors.joining(", "));
        long extra = next.extraNanosPerHour();
        String difference = new Price(Math.abs(extra)) + (extra < 0 ? " less" : " more") + " an hour";
        return launches + ", " + difference;
    }
}
