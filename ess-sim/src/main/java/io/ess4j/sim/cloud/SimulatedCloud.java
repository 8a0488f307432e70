package io.ess4j.sim.cloud;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Catalog;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import io.ess4j.sim.kernel.RandomStream;
import io.ess4j.sim.kernel.RandomStreams;
import io.ess4j.sim.kernel.Simulation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider that sells instances to one or more accounts from the same stock. It boots what is ordered, lets some
 * boots fail, bills from order to release, lets pools run empty and prices change, takes spot machines back, and breaks
 * machines and zones.
 *
 * <p>Random streams: {@code cloud/boot} and {@code cloud/failure}, one draw of each per order or start;
 * {@code cloud/health} and {@code cloud/interruption}, one of each per machine put into service; {@code cloud/reclaim}
 * for equal bids. Streams of what happens at times that nobody can influence have the names of pools and zones.
 */
public final class SimulatedCloud {
    private static final long MINUTE = 60_000;

    private final Simulation simulation;
    private final Catalog catalog;
    private final CloudSettings settings;
    private final List<Pool> pools = new ArrayList<>();
    private final RandomStream bootTimes;
    private final RandomStream failures;
    private final RandomStream health;
    private final RandomStream interruptions;
    private final SpotReclaim reclaim;
    // looked up by id, never walked
    private final Map<String, Machine> machines = new HashMap<>();
    private @Nullable Market market;
    private List<BestOffer> best = List.of();
    private long ordered;
    private long addresses;
    private long minute = -1;
    private int ordersInMinute;

    /**
     * Creates a provider without machines whose pools never change.
     *
     * @param simulation where its events occur
     * @param market what it sells at the start: prices and stock
     * @param settings how it behaves
     * @param random the random streams of the run
     */
    public SimulatedCloud(Simulation simulation, Market market, CloudSettings settings, RandomStreams random) {
        this(simulation, market, Map.of(), settings, random);
    }

    /**
     * Creates a provider without machines.
     *
     * @param simulation where its events occur
     * @param market what it sells at the start: prices and stock
     * @param models how pools behave, by the positions of their offerings in the catalogue; the others never change
     * @param settings how it behaves
     * @param random the random streams of the run
     */
    public SimulatedCloud(
            Simulation simulation,
            Market market,
            Map<Integer, PoolModel> models,
            CloudSettings settings,
            RandomStreams random) {
        this.simulation = requireNonNull(simulation, "simulation");
        this.catalog = market.catalog();
        this.settings = requireNonNull(settings, "settings");
        for (int row = 0; row < market.size(); row++) {
            PoolModel model = models.getOrDefault(row, PoolModel.STEADY);
            pools.add(new Pool(row, catalog.offerings().get(row), market.price(row), market.stock(row), model));
        }
        this.bootTimes = random.stream("cloud/boot");
        this.failures = random.stream("cloud/failure");
        this.health = random.stream("cloud/health");
        this.interruptions = random.stream("cloud/interruption");
        this.reclaim = new SpotReclaim(simulation, random.stream("cloud/reclaim"), this);
        new MarketEvents(simulation, random, this).schedule(settings.faults(), pools);
    }

    /**
     * Opens an account.
     *
     * @return an account without machines
     */
    public CloudAccount account() {
        return new CloudAccount(this);
    }

    /**
     * What can be bought now.
     *
     * @return prices, stock and interruption rates of this moment
     */
    public Market market() {
        Market now = market;
        if (now == null) {
            Market.Builder builder = Market.builder(catalog);
            for (Pool pool : pools) {
                Offering o = pool.offering;
                builder.stock(o.type(), o.zone(), o.purchaseOption(), pool.isAboveBid() ? 0 : pool.stock())
                        .price(o.type(), o.zone(), o.purchaseOption(), pool.paidPrice())
                        .interruptions(o.type(), o.zone(), o.purchaseOption(), (int)
                                Math.round(pool.model.interruptionsPerHour() * 1e6));
            }
            now = builder.build();
            market = now;
        }
        return now;
    }

    /** A pool has another price or stock. */
    private void changed(Pool pool) {
        market = null;
        boolean isEmpty = pool.capacity() == 0 || pool.isAboveBid();
        pool.emptySinceMillis = !isEmpty ? -1 : pool.emptySinceMillis < 0 ? simulation.now() : pool.emptySinceMillis;
        pool.leastNanosPerHour =
                Math.min(pool.leastNanosPerHour, pool.paidPrice().nanosPerHour());
        reclaim.check(pool);
    }

    /**
     * The best that anybody could have bought and held in the period that ends now, whatever was bought.
     *
     * @param periodMillis the length of the period
     * @return one offer for each row of the catalogue, in its order; the same list as before if nothing has changed
     */
    public List<BestOffer> bestOffers(long periodMillis) {
        List<BestOffer> offers = new ArrayList<>(pools.size());
        for (Pool pool : pools) {
            offers.add(new BestOffer(
                    new Price(pool.leastNanosPerHour), pool.mostMachines(simulation.now(), periodMillis)));
            pool.leastNanosPerHour = pool.paidPrice().nanosPerHour();
        }
        best = offers.equals(best) ? best : offers;
        return best;
    }

    /**
     * The best price and stock of an offering in a period.
     *
     * @param price the least price
     * @param machines how many could be had at most
     */
    public record BestOffer(Price price, int machines) {}

    void block(Pool pool, boolean blocked) {
        pool.block(blocked);
        changed(pool);
    }

    void reprice(Pool pool, Price price) {
        Price before = pool.paidPrice();
        pool.marketPrice = price;
        Price after = pool.paidPrice();
        for (Machine machine : pool.machines.values()) {
            if (pool.isSpot() && machine.price.equals(before)) {
                CostReason reason = machine.reason;
                stopBill(machine);
                machine.price = after;
                startBill(machine, reason);
            }
        }
        changed(pool);
    }

    void fail(Zone zone, boolean down) {
        for (Pool pool : pools) {
            if (pool.offering.zone().equals(zone)) {
                block(pool, down);
                if (down) {
                    List.copyOf(pool.machines.values()).forEach(this::breakDown);
                }
            }
        }
    }

    private void breakDown(Machine machine) {
        if (!machine.isBroken && isHeld(machine) && !machine.isStopped()) {
            machine.isBroken = true;
            if (machine.reason != CostReason.STARTING) {
                machine.account.listener().broke(machine.id);
            }
        }
    }

    Optional<String> order(CloudAccount account, Offering offering) {
        Optional<Machine> machine = isThrottled() ? Optional.empty() : take(account, offering);
        long boot = settings.boot(offering.type().name()).drawMillis(bootTimes);
        boolean fails = failures.nextDouble() < settings.launchFailureRatio();
        machine.ifPresent(m -> awaitBoot(m, boot + settings.script().toMillis(), fails));
        return machine.map(m -> m.id);
    }

    private boolean isThrottled() {
        if (settings.faults().ordersPerMinute().isEmpty()) {
            return false;
        }
        long now = simulation.now() / MINUTE;
        ordersInMinute = now == minute ? ordersInMinute + 1 : 1;
        minute = now;
        return ordersInMinute > settings.faults().ordersPerMinute().getAsInt();
    }

    Optional<String> addRunning(CloudAccount account, Offering offering) {
        Optional<Machine> machine = take(account, offering);
        machine.ifPresent(this::serve);
        return machine.map(m -> m.id);
    }

    private Optional<Machine> take(CloudAccount account, Offering offering) {
        int row = catalog.indexOf(offering.type(), offering.zone(), offering.purchaseOption());
        if (row < 0 || pools.get(row).stock() == 0 || pools.get(row).isAboveBid()) {
            return Optional.empty();
        }
        Pool pool = pools.get(row);
        String id = "i-" + Long.toString(1_000_000 + ++ordered).substring(1);
        Price price = pool.isSpot() ? pool.paidPrice() : offering.price();
        var machine = new Machine(id, account, pool, price, simulation.now(), ++addresses);
        machines.put(id, machine);
        hold(machine);
        startBill(machine, CostReason.STARTING);
        return Optional.of(machine);
    }

    private void hold(Machine machine) {
        machine.pool.machines.put(machine.id, machine);
        market = machine.pool.isUnlimited() ? market : null;
    }

    private void letGo(Machine machine) {
        machine.pool.machines.remove(machine.id);
        market = machine.pool.isUnlimited() ? market : null;
    }

    private void awaitBoot(Machine machine, long millis, boolean fails) {
        int start = machine.starts;
        simulation.schedule(simulation.now() + millis, now -> {
            if (isHeld(machine) && machine.starts == start && machine.reason == CostReason.STARTING) {
                bootEnds(machine, fails || machine.isBroken);
            }
        });
    }

    private void bootEnds(Machine machine, boolean fails) {
        if (!fails) {
            serve(machine);
            machine.account.listener().booted(machine.id);
        } else if (machine.starts == 0) {
            release(machine);
            machine.account.listener().bootFailed(machine.id);
        } else {
            stop(machine);
            machine.account.listener().bootFailed(machine.id);
        }
    }

    /** A machine is ready: from now on it may break or be taken back. */
    private void serve(Machine machine) {
        bill(machine, CostReason.SERVING);
        long now = simulation.now();
        int start = machine.starts;
        settings.faults()
                .meanTimeToFailure()
                .ifPresent(mean -> simulation.schedule(now + exponential(health, (double) mean.toMillis()), at -> {
                    if (machine.starts == start) {
                        breakDown(machine);
                    }
                }));
        double rate = machine.pool.model.interruptionsPerHour();
        if (rate > 0 && machine.pool.isSpot()) {
            long from = Math.max(now, SpotReclaim.protectedUntil(machine));
            simulation.schedule(from + exponential(interruptions, 3_600_000 / rate), at -> {
                if (isHeld(machine) && machine.starts == start) {
                    reclaim.notice(machine);
                }
            });
        }
    }

    private static long exponential(RandomStream stream, double meanMillis) {
        return Math.max(1, Math.round(Math.min(1e15, meanMillis * stream.nextExponential())));
    }

    void stop(Machine machine) {
        endRunning(machine);
        letGo(machine);
        machine.price = settings.billing().stopped();
        startBill(machine, CostReason.STOPPED);
    }

    void start(Machine machine) {
        machine.starts++;
        machine.isBroken = false;
        machine.isNoticed = false;
        Pool pool = machine.pool;
        boolean sold = pool.stock() == 0 || pool.isAboveBid();
        long boot = settings.boot(pool.offering.type().name()).drawMillis(bootTimes);
        boolean fails = failures.nextDouble() < settings.startFailureRatio();
        if (sold) {
            // found out at once, but told later, so that nobody is called back while it still asks
            simulation.schedule(
                    simulation.now(), now -> machine.account.listener().bootFailed(machine.id));
            return;
        }
        stopBill(machine);
        hold(machine);
        machine.price = pool.paidPrice();
        machine.runningSinceMillis = simulation.now();
        machine.fixedAddress = ++addresses;
        startBill(machine, CostReason.STARTING);
        awaitBoot(machine, boot, fails);
    }

    void takeBack(Machine machine) {
        release(machine);
        machine.account.listener().reclaimed(machine.id);
    }

    void release(Machine machine) {
        machines.remove(machine.id);
        if (machine.isStopped()) {
            stopBill(machine);
        } else {
            endRunning(machine);
            letGo(machine);
        }
    }

    Optional<Machine> machine(CloudAccount account, String id) {
        return Optional.ofNullable(machines.get(id)).filter(m -> m.account == account);
    }

    boolean isHeld(Machine machine) {
        return machines.get(machine.id) == machine;
    }

    /** What a machine costs from now on counts for another reason. */
    void bill(Machine machine, CostReason reason) {
        stopBill(machine);
        startBill(machine, reason);
    }

    private void startBill(Machine machine, CostReason reason) {
        machine.reason = reason;
        machine.account
                .billing()
                .start(machine.pool.offering.purchaseOption(), reason, machine.price, simulation.now());
    }

    private void stopBill(Machine machine) {
        machine.account
                .billing()
                .stop(machine.pool.offering.purchaseOption(), machine.reason, machine.price, simulation.now());
    }

    private void endRunning(Machine machine) {
        stopBill(machine);
        long lived = simulation.now() - machine.runningSinceMillis;
        long rounded = settings.billing().billedMillis(lived) - lived;
        if (rounded > 0) {
            machine.account.billing().round(machine.pool.offering.purchaseOption(), machine.price, rounded);
        }
    }
}
