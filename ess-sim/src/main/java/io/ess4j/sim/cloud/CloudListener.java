package io.ess4j.sim.cloud;

/** Is told what becomes of the machines of an account. */
public interface CloudListener {
    /**
     * A machine that was ordered or started again is ready.
     *
     * @param id its id
     */
    void booted(String id);

    /**
     * A machine that was ordered did not boot and is already released; or one that was to start again did not, and is
     * still stopped.
     *
     * @param id its id
     */
    void bootFailed(String id);

    /**
     * The provider will take a spot machine back soon.
     *
     * @param id its id
     * @param atMillis when
     */
    default void noticed(String id, long atMillis) {}

    /**
     * The provider has taken a spot machine back; it is already released.
     *
     * @param id its id
     */
    default void reclaimed(String id) {}

    /**
     * A machine works no more. It is billed until it is released.
     *
     * @param id its id
     */
    default void broke(String id) {}
}
