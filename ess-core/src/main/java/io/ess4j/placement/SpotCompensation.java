package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.Market;
import io.ess4j.model.PurchaseOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces spot instances before the provider takes them back: on the notice, five minutes ahead, replacements of the
 * same capacity are launched, cheapest spot type first, then on-demand if the mix allows; once they are in service the
 * old ones leave (guide 1.2, contract section 21).
 */
public final class SpotCompensation {
    private SpotCompensation() {}

    /**
     * What to launch and which instances leave once it is in service.
     *
     * @param replacements launches that bring the capacity of the leaving instances
     * @param leaving ids of the spot instances that are replaced, in the order of the fleet; those whose capacity could
     *     not be replaced are taken back all the same
     */
    public record CompensationPlan(LaunchPlan replacements, List<String> leaving) {
        public CompensationPlan {
            requireNonNull(replacements, "replacements");
            leaving = List.copyOf(leaving);
        }
    }

    /**
     * Plans the replacement of instances that the provider will take back.
     *
     * @param planner the planner of the group
     * @param strategy how replacements are placed
     * @param market prices and stock now
     * @param fleet the instances of the group
     * @param noticed ids of the instances that a notice names; ids that the fleet does not hold as counting spot
     *     instances are passed over
     * @return the plan
     */
    public static CompensationPlan plan(
            LaunchPlanner planner, PlacementStrategy strategy, Market market, Fleet fleet, List<String> noticed) {
        List<String> leaving = new ArrayList<>();
        long units = 0;
        for (Instance instance : fleet) {
            if (instance.purchaseOption() == PurchaseOption.SPOT
                    && instance.state().countsTowardsCapacity()
                    && noticed.contains(instance.id())) {
                leaving.add(instance.id());
                units += instance.weight();
            }
        }
        // The leaving instances no longer count, neither for zones nor for the mix.
        return new CompensationPlan(planner.plan(strategy, market, fleet.without(leaving), units), leaving);
    }

    /**
     * How many units of on-demand capacity exceed what the mix asks for and could be replaced by spot instances later
     * ({@code SpotAutoReplaceOnDemand}).
     *
     * @param mix the mix of the group
     * @param onDemandNow units that are on-demand, 0 or more
     * @param spotNow units that are spot, 0 or more
     * @return units, 0 or more
     */
    public static long excessOnDemand(SpotMix mix, long onDemandNow, long spotNow) {
        return Math.max(0, onDemandNow - mix.onDemandTarget(Math.addExact(onDemandNow, spotNow)));
    }
}
