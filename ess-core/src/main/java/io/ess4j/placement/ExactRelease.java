package io.ess4j.placement;

import io.ess4j.capacity.CoverProblem;
import io.ess4j.capacity.CoverSolution;
import io.ess4j.capacity.CoverWorkspace;
import io.ess4j.capacity.ExactCover;
import io.ess4j.capacity.SplitCover;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which instances to release so that the rest covers the desired capacity at the least cost: the mirror of
 * {@link PlacementStrategy.Exact}. With instances of weight 2, 4 and 8 at 0.18, 0.34 and 0.64 and a desired capacity of
 * 10, the documented rule releases the dearest per unit first and stops when the next no longer fits; this one keeps
 * exactly 2 and 8.
 *
 * <p>Only instances in service may be released. Pending, protected and standby instances stay and count; stopped and
 * leaving ones do neither. Instances of the same price, weight and purchase option are interchangeable: those that
 * joined first are released first, ties by id.
 *
 * <p>Cost: O(n log n) for n instances plus one {@link SplitCover}.
 */
public final class ExactRelease {
    private static final Comparator<Instance> INTERCHANGEABLE_LAST_JOINED_FIRST = Comparator.comparing(Instance::price)
            .thenComparing(Instance::weight)
            .thenComparing(Instance::purchaseOption)
            .thenComparing(Instance::joinedAt, Comparator.reverseOrder())
            .thenComparing(Instance::id, Comparator.reverseOrder());

    private ExactRelease() {}

    /**
     * What to release, and what is known about its cost.
     *
     * @param released ids of the instances to release, dearest first
     * @param keptUnits the capacity that remains
     * @param keptCost what the instances in service that remain cost
     * @param lowerBound what no other choice costs less than
     */
    public record ReleasePlan(List<String> released, long keptUnits, Price keptCost, Price lowerBound) {
        public ReleasePlan {
            released = List.copyOf(released);
        }

        /**
         * Whether no other choice leaves a cheaper rest.
         *
         * @return true if the cost equals the bound
         */
        public boolean isProven() {
            return keptCost.equals(lowerBound);
        }
    }

    /**
     * Which instances to release.
     *
     * @param fleet the group's instances
     * @param desired the capacity units that must remain, 0 or more
     * @return the plan; nothing is released if the fleet does not exceed the desired capacity
     * @throws IllegalArgumentException if desired is negative
     */
    public static ReleasePlan plan(Fleet fleet, long desired) {
        return plan(fleet, desired, 0);
    }

    /**
     * Which instances to release so that enough of the rest is on-demand.
     *
     * @param fleet the group's instances
     * @param desired the capacity units that must remain, 0 or more
     * @param onDemand how many of them must be on-demand, as far as that many are, 0 or more
     * @return the plan; nothing is released if the fleet does not exceed the desired capacity
     * @throws IllegalArgumentException if a number is negative
     */
    public static ReleasePlan plan(Fleet fleet, long desired, long onDemand) {
        if (desired < 0) {
            throw new IllegalArgumentException("desired (" + desired + ") must be >= 0");
        }
        if (onDemand < 0) {
            throw new IllegalArgumentException("onDemand (" + onDemand + ") must be >= 0");
        }
        List<Instance> inService = new ArrayList<>();
        long fixed = 0;
        long fixedOnDemand = 0;
        for (Instance instance : fleet) {
            if (instance.state() == LifecycleState.IN_SERVICE) {
                inService.add(instance);
            } else if (instance.state().countsTowardsCapacity()) {
                fixed += instance.weight();
                fixedOnDemand += instance.purchaseOption() == PurchaseOption.ON_DEMAND ? instance.weight() : 0;
            }
        }
        inService.sort(INTERCHANGEABLE_LAST_JOINED_FIRST);
        int[] start = new int[inService.size() + 1];
        int kinds = 0;
        for (int i = 0; i < inService.size(); i++) {
            if (i == 0 || !interchangeable(inService.get(i - 1), inService.get(i))) {
                start[kinds++] = i;
            }
        }
        start[kinds] = inService.size();
        boolean[] isOnDemand = new boolean[kinds];
        for (int k = 0; k < kinds; k++) {
            isOnDemand[k] = inService.get(start[k]).purchaseOption() == PurchaseOption.ON_DEMAND;
        }
        long demand = Math.max(0, desired - fixed);
        CoverSolution kept = SplitCover.solve(
                problem(inService, start, kinds, demand),
                isOnDemand,
                Math.min(demand, Math.max(0, onDemand - fixedOnDemand)),
                true,
                ExactCover.DEFAULT_STEP_LIMIT,
                new CoverWorkspace());
        List<String> released = new ArrayList<>();
        for (int k = kinds - 1; k >= 0; k--) {
            for (int i = start[k + 1] - 1; i >= start[k] + kept.count(k); i--) {
                released.add(inService.get(i).id());
            }
        }
        return new ReleasePlan(released, fixed + kept.units(), new Price(kept.cost()), new Price(kept.lowerBound()));
    }

    private static CoverProblem problem(List<Instance> inService, int[] start, int kinds, long demand) {
        long[] price = new long[kinds];
        int[] weight = new int[kinds];
        int[] stock = new int[kinds];
        for (int k = 0; k < kinds; k++) {
            price[k] = inService.get(start[k]).price().nanosPerHour();
            weight[k] = inService.get(start[k]).weight();
            stock[k] = start[k + 1] - start[k];
        }
        return CoverProblem.of(price, weight, stock, demand);
    }

    private static boolean interchangeable(Instance a, Instance b) {
        return a.price().equals(b.price()) && a.weight() == b.weight() && a.purchaseOption() == b.purchaseOption();
    }
}
