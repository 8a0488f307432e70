package io.ess4j.sim.cloud;

/** Is told what becomes of the machines that were ordered. */
public interface CloudListener {
    /**
     * A machine has booted.
     *
     * @param id its id
     */
    void booted(String id);

    /**
     * A machine did not boot; it is already released.
     *
     * @param id its id
     */
    void bootFailed(String id);
}
