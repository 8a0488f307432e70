package io.ess4j;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.PurchaseOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The counters that a console shows of a group (guide map C-2-1). The states divide the instances, so their capacities
 * add up to all; stopped instances are shown in the total though they count towards no limit: 2 in service and 1
 * stopped are 3 (guide map G3.3-13).
 *
 * @param instances how many instances there are, in whatever state
 * @param totalCapacity the weights of all of them together
 * @param active capacity in service
 * @param pending capacity that is joining
 * @param pendingWait capacity that is joining and waits in a hook
 * @param removing capacity that is leaving
 * @param removingWait capacity that is leaving and waits in a hook
 * @param protectedCapacity capacity protected from scaling in
 * @param standby capacity set aside
 * @param stopped capacity in the stop pool
 * @param spot of all capacity, what is bought on the spot market
 * @param init capacity that is being initialised before it is added; it is not in the group yet, nor in the total
 */
public record GroupCounters(
        int instances,
        long totalCapacity,
        long active,
        long pending,
        long pendingWait,
        long removing,
        long removingWait,
        long protectedCapacity,
        long standby,
        long stopped,
        long spot,
        long init) {
    public GroupCounters {
        List<String> problems = new ArrayList<>();
        atLeastZero("instances", instances, problems);
        atLeastZero("totalCapacity", totalCapacity, problems);
        atLeastZero("active", active, problems);
        atLeastZero("pending", pending, problems);
        atLeastZero("pendingWait", pendingWait, problems);
        atLeastZero("removing", removing, problems);
        atLeastZero("removingWait", removingWait, problems);
        atLeastZero("protectedCapacity", protectedCapacity, problems);
        atLeastZero("standby", standby, problems);
        atLeastZero("stopped", stopped, problems);
        atLeastZero("spot", spot, problems);
        atLeastZero("init", init, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private static void atLeastZero(String name, long count, List<String> problems) {
        if (count < 0) {
            problems.add(name + " (" + count + ") must be >= 0");
        }
    }

    /**
     * These counters with capacity that is being initialised. Plans know none of it: what they launch is pending at
     * once.
     *
     * @param units capacity units, 0 or more
     * @return a changed copy
     * @throws IllegalArgumentException if it is negative
     */
    public GroupCounters withInit(long units) {
        return new GroupCounters(
                instances,
                totalCapacity,
                active,
                pending,
                pendingWait,
                removing,
                removingWait,
                protectedCapacity,
                standby,
                stopped,
                spot,
                units);
    }

    /**
     * The counters of a fleet, in O(n); nothing is being initialised.
     *
     * @param fleet the instances
     * @return the counters
     */
    public static GroupCounters of(Fleet fleet) {
        long total = 0;
        for (LifecycleState state : LifecycleState.values()) {
            total += fleet.capacity(state);
        }
        return new GroupCounters(
                fleet.size(),
                total,
                fleet.capacity(LifecycleState.IN_SERVICE),
                fleet.capacity(LifecycleState.PENDING),
                fleet.capacity(LifecycleState.PENDING_WAIT),
                fleet.capacity(LifecycleState.REMOVING),
                fleet.capacity(LifecycleState.REMOVING_WAIT),
                fleet.capacity(LifecycleState.PROTECTED),
                fleet.capacity(LifecycleState.STANDBY),
                fleet.capacity(LifecycleState.STOPPED),
                fleet.stream()
                        .filter(i -> i.purchaseOption() == PurchaseOption.SPOT)
                        .mapToLong(Instance::weight)
                        .sum(),
                0);
    }
}
