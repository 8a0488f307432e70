package io.ess4j.sim.cloud;

import io.ess4j.model.Zone;
import io.ess4j.sim.kernel.RandomStream;
import io.ess4j.sim.kernel.RandomStreams;
import io.ess4j.sim.kernel.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets pools run empty and fill again, prices change, and zones fail. All of it happens at times that depend on the
 * seed and the scenario only, never on what anybody buys: two policies meet the same world.
 */
final class MarketEvents {
    private final Simulation simulation;
    private final RandomStreams random;
    private final SimulatedCloud cloud;

    MarketEvents(Simulation simulation, RandomStreams random, SimulatedCloud cloud) {
        this.simulation = simulation;
        this.random = random;
        this.cloud = cloud;
    }

    void schedule(Faults faults, List<Pool> pools) {
        pools.forEach(this::schedule);
        faults.outages().forEach(o -> {
            simulation.schedule(o.fromMillis(), now -> cloud.fail(o.zone(), true));
            simulation.schedule(o.fromMillis() + o.length().toMillis(), now -> cloud.fail(o.zone(), false));
        });
        List<Zone> zones = pools.stream().map(p -> p.offering.zone()).distinct().toList();
        faults.zoneOutages()
                .ifPresent(times -> zones.forEach(zone ->
                        alternate(times, random.stream("cloud/zone/" + zone.id()), down -> cloud.fail(zone, down))));
        faults.marketOutages().ifPresent(outages -> together(outages, pools));
    }

    private void schedule(Pool pool) {
        String name =
                pool.offering.type().name() + "/" + pool.offering.zone().id() + "/" + pool.offering.purchaseOption();
        if (pool.model.supply() instanceof Supply.Outages outages) {
            alternate(outages, random.stream("cloud/supply/" + name), down -> cloud.block(pool, down));
        } else if (pool.model.supply() instanceof Supply.Recorded recorded) {
            replay(pool, recorded);
        }
        pool.model
                .prices()
                .ifPresent(trace -> trace.changes()
                        .forEach(change ->
                                simulation.schedule(change.atMillis(), now -> cloud.reprice(pool, change.price()))));
    }

    /** One event after the other, so that a trace of a year does not fill the queue. */
    private void replay(Pool pool, Supply.Recorded recorded) {
        if (!recorded.trace().isAvailable(recorded.firstTick())) {
            cloud.block(pool, true);
        }
        replayNext(pool, recorded, recorded.firstTick());
    }

    private void replayNext(Pool pool, Supply.Recorded recorded, int tick) {
        int next = recorded.trace().nextChange(tick);
        if (next < Integer.MAX_VALUE) {
            long at = (next - recorded.firstTick()) * recorded.trace().tick().toMillis();
            simulation.schedule(at, now -> {
                cloud.block(pool, !recorded.trace().isAvailable(next));
                replayNext(pool, recorded, next);
            });
        }
    }

    private void alternate(Supply.Outages times, RandomStream stream, Consumer<Boolean> becomes) {
        alternate(times, stream, becomes, true);
    }

    private void alternate(Supply.Outages times, RandomStream stream, Consumer<Boolean> becomes, boolean down) {
        double mean = (down ? times.meanUp() : times.meanDown()).toMillis();
        long wait = Math.max(1, Math.round(Math.min(1e15, mean * stream.nextExponential())));
        simulation.schedule(simulation.now() + wait, now -> {
            becomes.accept(down);
            alternate(times, stream, becomes, !down);
        });
    }

    private void together(Faults.MarketOutages outages, List<Pool> pools) {
        List<Pool> spot = pools.stream().filter(Pool::isSpot).toList();
        RandomStream reach = random.stream("cloud/market/reach");
        List<Pool> hit = new ArrayList<>();
        alternate(outages.times(), random.stream("cloud/market"), down -> {
            if (down) {
                spot.stream().filter(p -> reach.nextDouble() < outages.reach()).forEach(hit::add);
                hit.forEach(p -> cloud.block(p, true));
            } else {
                hit.forEach(p -> cloud.block(p, false));
                hit.clear();
            }
        });
    }
}
