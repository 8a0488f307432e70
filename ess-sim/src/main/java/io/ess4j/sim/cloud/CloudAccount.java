package io.ess4j.sim.cloud;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.PurchaseOption;
import java.util.Optional;
import java.util.OptionalLong;

/** One group's account with a {@link SimulatedCloud}: its machines, its bill and who is told. */
public final class CloudAccount implements Provider {
    private static final CloudListener NOBODY = new CloudListener() {
        @Override
        public void booted(String id) {}

        @Override
        public void bootFailed(String id) {}
    };

    private final SimulatedCloud cloud;
    private final Billing billing = new Billing();
    private CloudListener listener = NOBODY;

    CloudAccount(SimulatedCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public void listen(CloudListener newListener) {
        listener = requireNonNull(newListener, "newListener");
    }

    CloudListener listener() {
        return listener;
    }

    @Override
    public Market market() {
        return cloud.market();
    }

    @Override
    public Optional<String> order(Offering offering) {
        return cloud.order(this, offering);
    }

    @Override
    public Optional<String> addRunning(Offering offering) {
        return cloud.addRunning(this, offering);
    }

    @Override
    public void leaving(String id) {
        cloud.machine(this, id).filter(m -> !m.isStopped()).ifPresent(m -> cloud.bill(m, CostReason.LEAVING));
    }

    @Override
    public boolean stop(String id) {
        Optional<Machine> machine = cloud.machine(this, id).filter(m -> !m.isStopped());
        machine.ifPresent(cloud::stop);
        return machine.isPresent();
    }

    @Override
    public boolean start(String id) {
        Optional<Machine> machine = cloud.machine(this, id).filter(Machine::isStopped);
        machine.ifPresent(cloud::start);
        return machine.isPresent();
    }

    @Override
    public boolean release(String id) {
        Optional<Machine> machine = cloud.machine(this, id);
        machine.ifPresent(cloud::release);
        return machine.isPresent();
    }

    @Override
    public Billing billing() {
        return billing;
    }

    /**
     * Machines that run now, stopped ones not counted.
     *
     * @param option a purchase option
     * @return the number
     */
    public long machines(PurchaseOption option) {
        return billing.instances(option);
    }

    /**
     * The fixed public address of a machine, which is another one after every start (guide 3.3).
     *
     * @param id the machine
     * @return a number that stands for the address; empty if there is no such machine
     */
    public OptionalLong fixedAddress(String id) {
        Optional<Machine> machine = cloud.machine(this, id);
        return machine.isPresent() ? OptionalLong.of(machine.get().fixedAddress) : OptionalLong.empty();
    }

    /**
     * The elastic address of a machine, which stays (guide 3.3).
     *
     * @param id the machine
     * @return a number that stands for the address; empty if there is no such machine
     */
    public OptionalLong elasticAddress(String id) {
        Optional<Machine> machine = cloud.machine(this, id);
        return machine.isPresent() ? OptionalLong.of(machine.get().elasticAddress) : OptionalLong.empty();
    }
}
