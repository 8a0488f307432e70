package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An instance refresh on its way: new instances come, old ones leave, and at no time do fewer serve or more exist than
 * the policy allows (guide map C-28-5 to C-28-12).
 *
 * <p>Worked example: 10 instances at 80 to 120 percent. The first step launches 2 and removes 2; as each old one is
 * gone or each new one serves, the next follows. At both 100 percent one is launched, one removed, and so on.
 *
 * <p>A checkpoint is reached when its share of new instances serves, the old ones are gone, and nothing is under way.
 * Cancelling brings what was begun to an end, so that the group has its size again. Rolling back replaces the new
 * instances by ones of the active configuration. What could not be created or removed is tried again at once; after a
 * week the task fails.
 *
 * @param plan who takes part
 * @param status how far it is
 * @param exchange who goes and who comes
 * @param checkpointsPassed how many checkpoints are behind it
 * @param pausedUntil when a checkpoint pause ends; present during one
 * @param startedAt when it began
 * @param at the time of the last step
 */
public record InstanceRefresh(
        RefreshPlan plan,
        RefreshStatus status,
        Exchange exchange,
        int checkpointsPassed,
        Optional<Instant> pausedUntil,
        Instant startedAt,
        Instant at) {
    /** How long a refresh may take. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** What is said of a refresh that took longer. */
    public static final String OVERDUE = "The task exceeded its maximum run time of one week. So the task failed.";

    /** Why an event changed nothing. */
    public enum Refusal {
        /** The task is over. */
        OVER,
        /** The task is not in a state for it. */
        WRONG_STATUS,
        /** The task does not wait for such an instance. */
        UNEXPECTED_INSTANCE,
        /** The task leads to a template version that may have moved. */
        NO_ROLLBACK
    }

    /**
     * What a step has come to.
     *
     * @param next the task afterwards
     * @param commands what to do now, in order
     * @param refusal why the event changed nothing, if it did not; time may have passed all the same
     */
    public record Step(InstanceRefresh next, List<RefreshCommand> commands, Optional<Refusal> refusal) {
        public Step {
            commands = List.copyOf(commands);
        }
    }

    public InstanceRefresh {
        requireNonNull(plan, "plan");
        requireNonNull(status, "status");
        requireNonNull(exchange, "exchange");
        requireNonNull(pausedUntil, "pausedUntil");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(at, "at");
    }

    /**
     * A task that waits to begin.
     *
     * @param plan who takes part
     * @param now the present moment
     * @return the task
     * @throws IllegalArgumentException if the plan was refused
     */
    public static InstanceRefresh pending(RefreshPlan plan, Instant now) {
        if (!plan.refusals().isEmpty()) {
            throw new IllegalArgumentException("plan must not be refused, but is because of " + plan.refusals());
        }
        Exchange exchange = Exchange.of(plan.serving(), plan.replaced());
        return new InstanceRefresh(plan, RefreshStatus.PENDING, exchange, 0, Optional.empty(), now, now);
    }

    /**
     * What follows from an event, in O(n).
     *
     * @param event what happened
     * @param now when, not before the last step
     * @return the task afterwards, and what to do now
     * @throws IllegalArgumentException if time runs backwards
     */
    public Step step(RefreshEvent event, Instant now) {
        if (now.isBefore(at)) {
            throw new IllegalArgumentException("now (" + now + ") must not be before the last step (" + at + ")");
        }
        InstanceRefresh current = afterTime(now);
        if (current.status.isOver()) {
            Optional<Refusal> late =
                    event instanceof RefreshEvent.TimePassed ? Optional.empty() : Optional.of(Refusal.OVER);
            return new Step(current, List.of(), late);
        }
        Answer answer = RefreshTransition.of(current, event);
        List<RefreshCommand> commands = new ArrayList<>();
        InstanceRefresh next = answer.next().advance(commands);
        return new Step(next, commands, answer.refusal());
    }

    /** What an event alone leads to, before the next commands are worked out. */
    record Answer(InstanceRefresh next, Optional<Refusal> refusal) {}

    private InstanceRefresh afterTime(Instant now) {
        InstanceRefresh current =
                new InstanceRefresh(plan, status, exchange, checkpointsPassed, pausedUntil, startedAt, now);
        if (status != RefreshStatus.PENDING && !now.isBefore(startedAt.plus(LONGEST))) {
            return current.to(status.overdue());
        }
        boolean pauseIsOver = pausedUntil.filter(end -> !now.isBefore(end)).isPresent();
        return pauseIsOver ? current.passCheckpoints() : current;
    }

    private InstanceRefresh advance(List<RefreshCommand> commands) {
        return switch (status) {
            case IN_PROGRESS -> goOn(commands);
            case CANCELLING -> finishPairs(commands);
            case ROLLBACK_IN_PROGRESS ->
                exchange.isComplete() ? to(RefreshStatus.ROLLBACK_SUCCESSFUL) : pace(Integer.MAX_VALUE, commands);
            case PENDING,
                    PAUSED,
                    CHECKPOINT_PAUSE,
                    FAILED,
                    SUCCESSFUL,
                    CANCELLED,
                    ROLLBACK_SUCCESSFUL,
                    ROLLBACK_FAILED -> this;
        };
    }

    /** As many leave as have come and the other way round; nothing new is begun. */
    private InstanceRefresh finishPairs(List<RefreshCommand> commands) {
        Exchange.Pace pace = exchange.evenOut(least(), most());
        boolean ends = !exchange.isInFlight() && pace.launched() + pace.removed() == 0;
        return ends ? to(RefreshStatus.CANCELLED) : carryOut(pace, commands);
    }

    private InstanceRefresh goOn(List<RefreshCommand> commands) {
        if (exchange.isComplete()) {
            commands.add(new RefreshCommand.Activate(plan.policy().target()));
            return to(RefreshStatus.SUCCESSFUL);
        }
        Optional<Integer> checkpoint = nextCheckpoint();
        boolean reached = checkpoint.filter(exchange::hasReached).isPresent();
        if (reached) {
            return new InstanceRefresh(
                    plan,
                    RefreshStatus.CHECKPOINT_PAUSE,
                    exchange,
                    checkpointsPassed + 1,
                    Optional.of(at.plus(plan.policy().checkpoints().pause())),
                    startedAt,
                    at);
        }
        return pace(checkpoint.orElse(Integer.MAX_VALUE), commands);
    }

    private InstanceRefresh pace(int limit, List<RefreshCommand> commands) {
        return carryOut(exchange.pace(limit, least(), most()), commands);
    }

    private int least() {
        return reference() - plan.policy().unavailable(reference());
    }

    private int most() {
        return reference() + plan.policy().surge(reference());
    }

    private InstanceRefresh carryOut(Exchange.Pace pace, List<RefreshCommand> commands) {
        if (pace.launched() > 0) {
            commands.add(new RefreshCommand.Launch(pace.launched(), source()));
        }
        if (pace.removed() > 0) {
            commands.add(new RefreshCommand.Remove(exchange.outgoing().subList(0, pace.removed())));
        }
        return with(exchange.after(pace));
    }

    RefreshCommand.Source source() {
        return status == RefreshStatus.ROLLBACK_IN_PROGRESS
                ? RefreshCommand.Source.ACTIVE
                : RefreshCommand.Source.TARGET;
    }

    /** How many instances are to be replaced at the next checkpoint; the last one, 100 percent, is the end itself. */
    private Optional<Integer> nextCheckpoint() {
        List<Integer> percentages = plan.policy().checkpoints().percentages();
        if (checkpointsPassed >= percentages.size() || percentages.get(checkpointsPassed) == 100) {
            return Optional.empty();
        }
        long all = (long) plan.matching() + exchange.wanted();
        long share = (all * percentages.get(checkpointsPassed) + 99) / 100 - plan.matching();
        return Optional.of((int) Math.max(0, share));
    }

    /** Goes on, past checkpoints that are reached already: it waits once at each share, and not at the start. */
    InstanceRefresh passCheckpoints() {
        InstanceRefresh next = new InstanceRefresh(
                plan, RefreshStatus.IN_PROGRESS, exchange, checkpointsPassed, Optional.empty(), startedAt, at);
        return nextCheckpoint().filter(c -> c <= exchange.begun()).isPresent()
                ? next.withCheckpointsPassed(checkpointsPassed + 1).passCheckpoints()
                : next;
    }

    private InstanceRefresh withCheckpointsPassed(int passed) {
        return new InstanceRefresh(plan, status, exchange, passed, pausedUntil, startedAt, at);
    }

    InstanceRefresh to(RefreshStatus next) {
        return new InstanceRefresh(plan, next, exchange, checkpointsPassed, Optional.empty(), startedAt, at);
    }

    InstanceRefresh with(Exchange next) {
        return new InstanceRefresh(plan, status, next, checkpointsPassed, pausedUntil, startedAt, at);
    }

    InstanceRefresh begun() {
        return new InstanceRefresh(
                plan, RefreshStatus.IN_PROGRESS, exchange, checkpointsPassed, Optional.empty(), at, at);
    }

    /**
     * How many instances serve when all is well. Normal scaling changes it.
     *
     * @return the count that the percentages of the policy are taken of
     */
    public int reference() {
        return exchange.reference();
    }

    /**
     * How many instances are to be replaced in all.
     *
     * @return the count; while rolling back, how many are to come back
     */
    public int totalNeeded() {
        return exchange.wanted();
    }

    /**
     * How many of them are replaced.
     *
     * @return how many new instances serve; while rolling back, how many have come back
     */
    public int finished() {
        return exchange.arrived().size();
    }

    /**
     * When something happens without an event from outside.
     *
     * @return the end of a checkpoint pause, or of the week; empty if it waits to begin or is over
     */
    public Optional<Instant> deadline() {
        if (status == RefreshStatus.PENDING || status.isOver()) {
            return Optional.empty();
        }
        Instant week = startedAt.plus(LONGEST);
        return Optional.of(pausedUntil.filter(end -> end.isBefore(week)).orElse(week));
    }
}
