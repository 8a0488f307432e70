package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** One step on the way of an instance into or out of its group, as data: the caller carries it out. */
public sealed interface LifecycleStep {
    /**
     * The step that takes this one back.
     *
     * @return the opposite step; empty if there is nothing to take back, or no way to
     */
    Optional<LifecycleStep> undo();

    /**
     * Whether it concerns a bound resource and not the instance itself.
     *
     * @return true for load balancers and databases
     */
    default boolean isBinding() {
        return false;
    }

    /** Steps that need no more words. */
    enum Plain implements LifecycleStep {
        /** Buy the instance. */
        CREATE,
        /** Take the instance out of the stop pool, to be started. */
        TAKE_FROM_POOL,
        /** Take an existing instance into the group. */
        ENTER_GROUP,
        /** Count it into the capacity of the group. */
        COUNT_IN,
        /** Give it an address. */
        ASSIGN_ADDRESS,
        /** Switch it on. */
        START,
        /** Notify its hooks and let it wait in them. */
        AWAIT_HOOKS,
        /** Take it out of the capacity of the group. */
        COUNT_OUT,
        /** Give it back to the provider. */
        RELEASE,
        /** Let it go; it runs on. */
        LEAVE_GROUP,
        /** Keep it in the stop pool. */
        PUT_INTO_POOL;

        @Override
        public Optional<LifecycleStep> undo() {
            return switch (this) {
                // A stopped instance that cannot get into service is released (guide map G3.3-3).
                case CREATE, TAKE_FROM_POOL -> Optional.of(RELEASE);
                case ENTER_GROUP -> Optional.of(LEAVE_GROUP);
                case COUNT_IN -> Optional.of(COUNT_OUT);
                case COUNT_OUT -> Optional.of(COUNT_IN);
                case START -> Optional.of(new Stop(false, Optional.empty()));
                case PUT_INTO_POOL, ASSIGN_ADDRESS, AWAIT_HOOKS, RELEASE, LEAVE_GROUP -> Optional.empty();
            };
        }

        /** Whether the instance is out of reach afterwards. */
        boolean isFinal() {
            return this == RELEASE || this == LEAVE_GROUP || this == PUT_INTO_POOL;
        }
    }

    /**
     * Switch the instance off.
     *
     * @param forced whether to pull the plug, which loses what is in memory
     * @param timeout after which time the way goes on, whatever the instance does; absent to wait until it has stopped
     */
    record Stop(boolean forced, Optional<Duration> timeout) implements LifecycleStep {
        public Stop {
            requireNonNull(timeout, "timeout");
        }

        @Override
        public Optional<LifecycleStep> undo() {
            return Optional.of(Plain.START);
        }
    }

    /**
     * Let some time pass, so that requests under way can end.
     *
     * @param time how long
     */
    record Pause(Duration time) implements LifecycleStep {
        public Pause {
            requireNonNull(time, "time");
        }

        @Override
        public Optional<LifecycleStep> undo() {
            return Optional.empty();
        }
    }

    /**
     * Put the address of the instance on the allow-list of a database.
     *
     * @param database the id of the database
     */
    record Allow(String database) implements LifecycleStep {
        public Allow {
            requireNonNull(database, "database");
        }

        @Override
        public Optional<LifecycleStep> undo() {
            return Optional.of(new Revoke(database));
        }

        @Override
        public boolean isBinding() {
            return true;
        }
    }

    /**
     * Take the address of the instance off the allow-list of a database.
     *
     * @param database the id of the database
     */
    record Revoke(String database) implements LifecycleStep {
        public Revoke {
            requireNonNull(database, "database");
        }

        @Override
        public Optional<LifecycleStep> undo() {
            return Optional.of(new Allow(database));
        }

        @Override
        public boolean isBinding() {
            return true;
        }
    }

    /**
     * Add the instance to a load balancer at weight 0: known to it, but without traffic.
     *
     * @param loadBalancer the id of the load balancer
     */
    record AddBackend(String loadBalancer) implements LifecycleStep {
        public AddBackend {
            requireNonNull(loadBalancer, "loadBalancer");
        }

        @Override
        public Optional<LifecycleStep> undo() {
            return Optional.of(new RemoveBackend(loadBalancer));
        }

        @Override
        public boolean isBinding() {
            return true;
        }
    }

    /**
     * Remove the instance from a load balancer.
     *
     * @param loadBalancer the id of the load balancer
     */
    record RemoveBackend(String loadBalancer) implements LifecycleStep {
        public RemoveBackend {
            requireNonNull(loadBalancer, "loadBalancer");
        }

        @Override
        public Optional<LifecycleStep> undo() {
            return Optional.of(new AddBackend(loadBalancer));
        }

        @Override
        public boolean isBinding() {
            return true;
        }
    }

    /**
     * Change how much traffic a load balancer sends to the instance.
     *
     * @param loadBalancer the id of the load balancer
     * @param from the weight before, 0 to 100
     * @param to the weight afterwards, 0 to 100; 0 is no traffic
     */
    record SetWeight(String loadBalancer, int from, int to) implements LifecycleStep {
        public SetWeight {
            requireNonNull(loadBalancer, "loadBalancer");
            if (from < 0 || from > 100 || to < 0 || to > 100) {
                throw new IllegalArgumentException("from (" + from + ") and to (" + to + ") must be from 0 to 100");
            }
        }

        @Override
        public Optional<LifecycleStep> undo() {
            return Optional.of(new SetWeight(loadBalancer, to, from));
        }

        @Override
        public boolean isBinding() {
            return true;
        }
    }
}
