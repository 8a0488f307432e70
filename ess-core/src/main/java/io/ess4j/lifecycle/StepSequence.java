package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that take one instance into or out of its group, in their documented order (guide map C-15-3):
 *
 * <table>
 * <caption>Steps; those of bound resources once for each of them</caption>
 * <tr><th>way</th><th>steps</th></tr>
 * <tr><td>CREATE</td><td>create, count in, address, allow-list, start, [hooks], load balancer at weight 0, 60 s,
 *     weight</td></tr>
 * <tr><td>START</td><td>take from pool, count in, allow-list, start, [hooks], load balancer at weight 0, 60 s,
 *     weight</td></tr>
 * <tr><td>ATTACH</td><td>enter group, count in, allow-list, [hooks], load balancer at weight 0, 60 s, weight</td></tr>
 * <tr><td>RELEASE</td><td>weight 0, 60 s, off the load balancer, [hooks], stop, off the allow-list, release, count
 *     out</td></tr>
 * <tr><td>STOP</td><td>weight 0, 60 s, off the load balancer, [hooks], stop, off the allow-list, put into pool, count
 *     out</td></tr>
 * <tr><td>LEAVE</td><td>weight 0, 60 s, off the load balancer, [hooks], off the allow-list, count out, leave
 *     group</td></tr>
 * </table>
 *
 * @param way what the instance is on
 * @param tolerant whether a bound resource that fails is passed over: so for removal by hand and for unhealthy
 *     instances, which may leave even if a load balancer or database is out of order
 * @param steps the steps, first one first
 */
public record StepSequence(Way way, boolean tolerant, List<LifecycleStep> steps) {
    /** How long traffic may drain, and how long a new backend is checked before it gets traffic. */
    public static final Duration DRAIN = Duration.ofMinutes(1);

    /** The ways into and out of a group. */
    public enum Way {
        /** A new instance joins. */
        CREATE(LifecycleTransition.SCALE_OUT, TransitionResult.JOINED),
        /** An instance of the stop pool joins again. */
        START(LifecycleTransition.SCALE_OUT, TransitionResult.JOINED),
        /** An existing instance joins. */
        ATTACH(LifecycleTransition.SCALE_OUT, TransitionResult.JOINED),
        /** The instance leaves and is given back. */
        RELEASE(LifecycleTransition.SCALE_IN, TransitionResult.LEFT),
        /** The instance is stopped and kept. */
        STOP(LifecycleTransition.SCALE_IN, TransitionResult.STOPPED),
        /** The instance leaves and runs on. */
        LEAVE(LifecycleTransition.SCALE_IN, TransitionResult.LEFT);

        private final LifecycleTransition transition;
        private final TransitionResult goal;

        Way(LifecycleTransition transition, TransitionResult goal) {
            this.transition = transition;
            this.goal = goal;
        }

        /**
         * Whether it leads in or out.
         *
         * @return the direction
         */
        public LifecycleTransition transition() {
            return transition;
        }

        /**
         * Where it leads if nothing fails.
         *
         * @return joined, left or stopped
         */
        public TransitionResult goal() {
            return goal;
        }

        /** Where it leads if something fails. */
        TransitionResult failure() {
            return transition == LifecycleTransition.SCALE_OUT
                    ? TransitionResult.ROLLED_BACK
                    : TransitionResult.RETURNED;
        }
    }

    public StepSequence {
        requireNonNull(way, "way");
        steps = List.copyOf(steps);
    }

    /**
     * The steps of an instance that joins.
     *
     * @param way CREATE, START or ATTACH
     * @param bindings what it is to be bound to
     * @param hooked whether it waits in hooks
     * @return the sequence
     * @throws IllegalArgumentException if the way leads out
     */
    public static StepSequence joining(Way way, Bindings bindings, boolean hooked) {
        requireDirection(way, LifecycleTransition.SCALE_OUT);
        List<LifecycleStep> steps = new ArrayList<>();
        steps.add(
                switch (way) {
                    case START -> LifecycleStep.Plain.TAKE_FROM_POOL;
                    case ATTACH -> LifecycleStep.Plain.ENTER_GROUP;
                    default -> LifecycleStep.Plain.CREATE;
                });
        steps.add(LifecycleStep.Plain.COUNT_IN);
        if (way == Way.CREATE) {
            steps.add(LifecycleStep.Plain.ASSIGN_ADDRESS);
        }
        bindings.databases().forEach(id -> steps.add(new LifecycleStep.Allow(id)));
        if (way != Way.ATTACH) {
            steps.add(LifecycleStep.Plain.START);
        }
        if (hooked) {
            steps.add(LifecycleStep.Plain.AWAIT_HOOKS);
        }
        steps.addAll(trafficOn(bindings));
        return new StepSequence(way, false, steps);
    }

    /**
     * The steps of an instance that leaves.
     *
     * @param way RELEASE, STOP or LEAVE
     * @param bindings what it is bound to
     * @param hooked whether it waits in hooks
     * @param stop how it is switched off; not used for LEAVE
     * @param tolerant whether failing bound resources are passed over
     * @return the sequence
     * @throws IllegalArgumentException if the way leads in
     */
    public static StepSequence leaving(
            Way way, Bindings bindings, boolean hooked, LifecycleStep.Stop stop, boolean tolerant) {
        requireDirection(way, LifecycleTransition.SCALE_IN);
        List<LifecycleStep> steps = new ArrayList<>(trafficOff(bindings));
        if (hooked) {
            steps.add(LifecycleStep.Plain.AWAIT_HOOKS);
        }
        if (way != Way.LEAVE) {
            steps.add(stop);
        }
        bindings.databases().forEach(id -> steps.add(new LifecycleStep.Revoke(id)));
        switch (way) {
            case RELEASE -> steps.addAll(List.of(LifecycleStep.Plain.RELEASE, LifecycleStep.Plain.COUNT_OUT));
            case STOP -> steps.addAll(List.of(LifecycleStep.Plain.PUT_INTO_POOL, LifecycleStep.Plain.COUNT_OUT));
            default -> steps.addAll(List.of(LifecycleStep.Plain.COUNT_OUT, LifecycleStep.Plain.LEAVE_GROUP));
        }
        return new StepSequence(way, tolerant, steps);
    }

    private static void requireDirection(Way way, LifecycleTransition transition) {
        if (way.transition() != transition) {
            throw new IllegalArgumentException("way (" + way + ") must be one of " + transition);
        }
    }

    /** Adds to the load balancers, lets them check, gives the weight. */
    private static List<LifecycleStep> trafficOn(Bindings bindings) {
        List<LifecycleStep> steps = new ArrayList<>();
        List<String> balancers = bindings.loadBalancers();
        balancers.forEach(id -> steps.add(new LifecycleStep.AddBackend(id)));
        if (!balancers.isEmpty()) {
            steps.add(new LifecycleStep.Pause(DRAIN));
        }
        balancers.forEach(id -> steps.add(new LifecycleStep.SetWeight(id, 0, bindings.weight())));
        return steps;
    }

    /** Takes the traffic away, lets requests end, removes from the load balancers. */
    private static List<LifecycleStep> trafficOff(Bindings bindings) {
        List<LifecycleStep> steps = new ArrayList<>();
        List<String> balancers = bindings.loadBalancers();
        balancers.forEach(id -> steps.add(new LifecycleStep.SetWeight(id, bindings.weight(), 0)));
        if (!balancers.isEmpty()) {
            steps.add(new LifecycleStep.Pause(DRAIN));
        }
        balancers.forEach(id -> steps.add(new LifecycleStep.RemoveBackend(id)));
        return steps;
    }

    /**
     * What takes the first steps back, last one first.
     *
     * @param done how many steps have been done, 0 to all
     * @return the opposite steps; those that have none are left out
     * @throws IndexOutOfBoundsException if there are not so many steps
     */
    public List<LifecycleStep> undo(int done) {
        List<LifecycleStep> back = new ArrayList<>();
        for (int i = done - 1; i >= 0; i--) {
            steps.get(i).undo().ifPresent(back::add);
        }
        return List.copyOf(back);
    }

    /** Whether the instance is out of reach after the first steps, so that they cannot be taken back. */
    boolean isFinal(int done) {
        return steps.subList(0, done).stream().anyMatch(s -> s instanceof LifecycleStep.Plain plain && plain.isFinal());
    }

    /**
     * How long it takes at least: pauses only.
     *
     * @return the sum of the pauses
     */
    public Duration pauses() {
        Duration sum = Duration.ZERO;
        for (LifecycleStep step : steps) {
            if (step instanceof LifecycleStep.Pause pause) {
                sum = sum.plus(pause.time());
            }
        }
        return sum;
    }
}
