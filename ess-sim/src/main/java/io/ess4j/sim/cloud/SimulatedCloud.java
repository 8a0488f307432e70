package io.ess4j.sim.cloud;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Catalog;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.PurchaseOption;
import io.ess4j.sim.kernel.RandomStream;
import io.ess4j.sim.kernel.RandomStreams;
import io.ess4j.sim.kernel.Simulation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider that sells instances: it keeps stock, boots what is ordered, lets some boots fail, and bills from order to
 * release. An order beyond the stock is refused at once; a failing boot is found out when the boot time is over.
 *
 * <p>Random streams: {@code cloud/boot} for boot times, {@code cloud/failure} for failures, one draw of each per order.
 */
public final class SimulatedCloud {
    private final Simulation simulation;
    private final Catalog catalog;
    private final Settings settings;
    private final int[] stock;
    private final RandomStream bootTimes;
    private final RandomStream failures;
    private final Billing billing = new Billing();
    // looked up by id, never walked
    private final Map<String, Machine> machines = new HashMap<>();
    private CloudListener listener = new CloudListener() {
        @Override
        public void booted(String id) {}

        @Override
        public void bootFailed(String id) {}
    };
    private @Nullable Market market;
    private long ordered;

    private record Machine(Offering offering, int row) {}

    /**
     * How the provider behaves.
     *
     * @param boot the distribution of boot times
     * @param launchFailureRatio the share of orders whose boot fails, 0 to 1
     */
    public record Settings(BootModel boot, double launchFailureRatio) {
        public Settings {
            requireNonNull(boot, "boot");
            if (!(launchFailureRatio >= 0 && launchFailureRatio <= 1)) {
                throw new IllegalArgumentException(
                        "launchFailureRatio (" + launchFailureRatio + ") must be from 0 to 1");
            }
        }
    }

    /**
     * Creates a provider without machines.
     *
     * @param simulation where its events occur
     * @param market what it sells at the start: prices and stock
     * @param settings how it behaves
     * @param random the random streams of the run
     */
    public SimulatedCloud(Simulation simulation, Market market, Settings settings, RandomStreams random) {
        this.simulation = requireNonNull(simulation, "simulation");
        this.catalog = market.catalog();
        this.settings = requireNonNull(settings, "settings");
        this.stock = new int[market.size()];
        for (int row = 0; row < stock.length; row++) {
            stock[row] = market.stock(row);
        }
        this.bootTimes = random.stream("cloud/boot");
        this.failures = random.stream("cloud/failure");
    }

    /**
     * Sets who is told of boots; it replaces the one before.
     *
     * @param newListener the listener
     */
    public void listen(CloudListener newListener) {
        listener = requireNonNull(newListener, "newListener");
    }

    /**
     * What can be bought now.
     *
     * @return prices and stock of this moment
     */
    public Market market() {
        Market now = market;
        if (now == null) {
            Market.Builder builder = Market.builder(catalog);
            for (int row = 0; row < stock.length; row++) {
                Offering o = catalog.offerings().get(row);
                builder.stock(o.type(), o.zone(), o.purchaseOption(), stock[row]);
            }
            now = builder.build();
            market = now;
        }
        return now;
    }

    /**
     * Orders a machine. It is billed from now on, and the listener is told when it has booted or failed.
     *
     * @param offering what to buy
     * @return the id, or empty if the offering is sold out or unknown
     */
    public Optional<String> order(Offering offering) {
        Optional<String> id = take(offering);
        long boot = settings.boot().drawMillis(bootTimes);
        boolean fails = failures.nextDouble() < settings.launchFailureRatio();
        id.ifPresent(machine -> simulation.schedule(simulation.now() + boot, now -> bootEnds(machine, fails)));
        return id;
    }

    /**
     * Adds a machine that is already running; it is billed from now on.
     *
     * @param offering what it is
     * @return the id, or empty if the offering is sold out or unknown
     */
    public Optional<String> addRunning(Offering offering) {
        return take(offering);
    }

    private Optional<String> take(Offering offering) {
        int row = catalog.indexOf(offering.type(), offering.zone(), offering.purchaseOption());
        if (row < 0 || stock[row] == 0) {
            return Optional.empty();
        }
        if (stock[row] != Market.UNLIMITED) {
            stock[row]--;
            market = null;
        }
        String id = "i-" + Long.toString(1_000_000 + ++ordered).substring(1);
        machines.put(id, new Machine(offering, row));
        billing.start(offering.purchaseOption(), offering.price(), simulation.now());
        return Optional.of(id);
    }

    private void bootEnds(String id, boolean fails) {
        if (!machines.containsKey(id)) {
            return;
        }
        if (fails) {
            release(id);
            listener.bootFailed(id);
        } else {
            listener.booted(id);
        }
    }

    /**
     * Gives a machine back: its bill ends and its stock returns.
     *
     * @param id the machine
     * @return whether there was such a machine
     */
    public boolean release(String id) {
        Machine machine = machines.remove(id);
        if (machine == null) {
            return false;
        }
        if (stock[machine.row] != Market.UNLIMITED) {
            stock[machine.row]++;
            market = null;
        }
        Offering offering = machine.offering;
        billing.stop(offering.purchaseOption(), offering.price(), simulation.now());
        return true;
    }

    /**
     * The bill.
     *
     * @return the live bill
     */
    public Billing billing() {
        return billing;
    }

    /**
     * Machines that are billed now.
     *
     * @param option a purchase option
     * @return the number
     */
    public long machines(PurchaseOption option) {
        return billing.instances(option);
    }
}
