package io.ess4j.sim.cloud;

import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import java.util.Optional;

/**
 * Where a group buys: one customer's account with a provider. Implement it to bring your own provider;
 * {@link SimulatedCloud} has one that keeps stock, boots, fails, interrupts and bills.
 */
public interface Provider {
    /**
     * Sets who is told what becomes of the machines; it replaces the one before.
     *
     * @param listener the listener
     */
    void listen(CloudListener listener);

    /**
     * What can be bought now.
     *
     * @return prices and stock of this moment; always of the same catalogue
     */
    Market market();

    /**
     * Orders a machine. The listener is told later when it has booted or failed.
     *
     * @param offering what to buy
     * @return the id, unique in the run, or empty if the order is refused
     */
    Optional<String> order(Offering offering);

    /**
     * Adds a machine that is already running.
     *
     * @param offering what it is
     * @return the id, or empty if the offering is sold out or unknown
     */
    Optional<String> addRunning(Offering offering);

    /**
     * A machine is being taken out of service; it is paid for until it is released or stopped.
     *
     * @param id the machine
     */
    default void leaving(String id) {}

    /**
     * Stops a machine and keeps it (guide 3.3).
     *
     * @param id the machine
     * @return whether it was running
     */
    boolean stop(String id);

    /**
     * Starts a stopped machine. The listener is told later when it is ready, or that it did not start.
     *
     * @param id the machine
     * @return whether there was such a stopped machine
     */
    boolean start(String id);

    /**
     * Gives a machine back.
     *
     * @param id the machine
     * @return whether there was such a machine
     */
    boolean release(String id);

    /**
     * The bill of this account.
     *
     * @return the live bill
     */
    Billing billing();
}
