package io.ess4j.sim.cloud;

import io.ess4j.model.Price;
import io.ess4j.sim.kernel.RandomStream;
import io.ess4j.sim.kernel.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes spot machines back. As long as a pool holds more machines than it may, or costs more than their bid, it is
 * looked at every five minutes; machines in their protected time are passed over; of the others the lowest bid goes
 * first, equal bids at random. Notice is given five minutes before.
 */
final class SpotReclaim {
    static final long LOOK_MILLIS = 300_000;
    static final long NOTICE_MILLIS = 300_000;
    /** Bids from the lowest on; no bid is beyond every price. */
    private static final Comparator<Candidate> LOWEST_BID_FIRST = Comparator.comparing(Candidate::bid)
            .thenComparingLong(Candidate::tie)
            .thenComparing(c -> c.machine().id);

    private static final Price NO_BID = new Price(Long.MAX_VALUE);

    private final Simulation simulation;
    private final RandomStream ties;
    private final SimulatedCloud cloud;

    private record Candidate(Machine machine, Price bid, long tie) {}

    SpotReclaim(Simulation simulation, RandomStream ties, SimulatedCloud cloud) {
        this.simulation = simulation;
        this.ties = ties;
        this.cloud = cloud;
    }

    /** Looks at a pool now and again until nothing is left to be taken back. */
    void check(Pool pool) {
        if (pool.isSpot() && !pool.isChecking && excess(pool) > 0) {
            pool.isChecking = true;
            look(pool, simulation.now());
        }
    }

    private void look(Pool pool, long now) {
        List<Candidate> candidates = new ArrayList<>();
        for (Machine machine : pool.machines.values()) {
            if (!machine.isNoticed && now >= protectedUntil(machine)) {
                candidates.add(new Candidate(machine, pool.model.terms().bid().orElse(NO_BID), ties.nextLong()));
            }
        }
        candidates.sort(LOWEST_BID_FIRST);
        int taken = Math.min(excess(pool), candidates.size());
        candidates.subList(0, taken).forEach(c -> notice(c.machine()));
        if (excess(pool) > 0) {
            simulation.schedule(now + LOOK_MILLIS, later -> look(pool, later));
        } else {
            pool.isChecking = false;
        }
    }

    /** Machines of the pool that must go and have not been told so. */
    private static int excess(Pool pool) {
        int untold =
                (int) pool.machines.values().stream().filter(m -> !m.isNoticed).count();
        if (pool.isAboveBid()) {
            return untold;
        }
        return pool.isUnlimited() ? 0 : Math.max(0, untold - pool.capacity());
    }

    static long protectedUntil(Machine machine) {
        return machine.orderedMillis + machine.pool.model.terms().protection().toMillis();
    }

    /** Tells the owner, and takes the machine back five minutes later. */
    void notice(Machine machine) {
        if (machine.isNoticed || machine.isStopped()) {
            return;
        }
        machine.isNoticed = true;
        long at = simulation.now() + NOTICE_MILLIS;
        int start = machine.starts;
        simulation.schedule(at, now -> {
            if (cloud.isHeld(machine) && machine.starts == start && !machine.isStopped()) {
                cloud.takeBack(machine);
            }
        });
        machine.account.listener().noticed(machine.id, at);
    }
}
