package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.NOON;
import static io.ess4j.lifecycle.Fixtures.after;
import static io.ess4j.lifecycle.Fixtures.in;
import static io.ess4j.lifecycle.Fixtures.out;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.lifecycle.InstanceTransition.Hooks;
import io.ess4j.lifecycle.InstanceTransition.Step;
import io.ess4j.lifecycle.StepSequence.Way;
import io.ess4j.model.LifecycleState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One instance on its way: contract sections 15 and 16. */
class InstanceTransitionTest {
    private static final Bindings BOUND = Bindings.of(List.of("slb"), List.of("rds"));
    private static final TransitionEvent DONE = new TransitionEvent.StepDone();
    private static final TransitionEvent FAILED = new TransitionEvent.StepFailed();
    private static final TransitionEvent TIME = new TransitionEvent.TimePassed();

    private static Step join(Way way, LifecycleHook... hooks) {
        return InstanceTransition.start(
                "i-1",
                StepSequence.joining(way, BOUND, hooks.length > 0),
                new Hooks(List.of(hooks), HookLimits.DEFAULT),
                NOON);
    }

    private static Step leave(Way way, boolean tolerant, Optional<Duration> timeout, LifecycleHook... hooks) {
        LifecycleStep.Stop stop = new LifecycleStep.Stop(false, timeout);
        return InstanceTransition.start(
                "i-1",
                StepSequence.leaving(way, BOUND, hooks.length > 0, stop, tolerant),
                new Hooks(List.of(hooks), HookLimits.DEFAULT),
                NOON);
    }

    private static Step until(Step step, LifecycleStep command, Instant now) {
        Step current = step;
        while (!current.commands().equals(List.of(command))) {
            InstanceTransition next = current.next();
            Instant later = next.at().isAfter(now) ? next.at() : now;
            current = current.commands().isEmpty()
                    ? next.step(TIME, next.deadline().orElseThrow())
                    : next.step(DONE, later);
        }
        return current;
    }

    @Test
    void aJoiningInstanceGoesStepByStepAndWaitsSixtySeconds() {
        Step step = join(Way.CREATE);
        assertThat(step.commands()).containsExactly(LifecycleStep.Plain.CREATE);
        assertThat(step.next().state()).contains(LifecycleState.PENDING);

        Step added = until(step, new LifecycleStep.AddBackend("slb"), after(100));
        Step paused = added.next().step(DONE, after(101));
        Step early = paused.next().step(TIME, after(160));
        Step weight = early.next().step(TIME, after(161));
        Step arrived = weight.next().step(DONE, after(162));

        assertThat(paused.commands()).isEmpty();
        assertThat(paused.next().deadline()).contains(after(161));
        assertThat(early.commands()).isEmpty();
        assertThat(weight.commands()).containsExactly(new LifecycleStep.SetWeight("slb", 0, 50));
        assertThat(arrived.next().result()).contains(TransitionResult.JOINED);
        assertThat(arrived.next().state()).contains(LifecycleState.IN_SERVICE);
        assertThat(arrived.next().step(DONE, after(163)).refusal()).contains(EventRefusal.OVER);
    }

    /** Contract section 15: a failed Pending releases what was created and removes what was attached. */
    @Test
    void anInstanceThatCannotJoinIsTakenOutAgain() {
        Step created = until(join(Way.CREATE), new LifecycleStep.AddBackend("slb"), after(9))
                .next()
                .step(FAILED, after(9));
        Step attached = until(join(Way.ATTACH), new LifecycleStep.AddBackend("slb"), after(9))
                .next()
                .step(FAILED, after(9));

        assertThat(created.commands())
                .containsExactly(
                        new LifecycleStep.Stop(false, Optional.empty()),
                        new LifecycleStep.Revoke("rds"),
                        LifecycleStep.Plain.COUNT_OUT,
                        LifecycleStep.Plain.RELEASE);
        assertThat(created.next().result()).contains(TransitionResult.ROLLED_BACK);
        assertThat(created.next().state()).isEmpty();
        assertThat(created.next().needsReplacement()).isFalse();
        assertThat(attached.commands())
                .containsExactly(
                        new LifecycleStep.Revoke("rds"),
                        LifecycleStep.Plain.COUNT_OUT,
                        LifecycleStep.Plain.LEAVE_GROUP);
    }

    /** Guide 3.3: no stock or arrears; the instance is released and a new one takes its place. */
    @Test
    void aStoppedInstanceThatCannotStartIsReleasedAndReplaced() {
        Step failed = until(join(Way.START), LifecycleStep.Plain.START, after(5))
                .next()
                .step(FAILED, after(6));

        assertThat(failed.commands()).endsWith(LifecycleStep.Plain.COUNT_OUT, LifecycleStep.Plain.RELEASE);
        assertThat(failed.next().result()).contains(TransitionResult.ROLLED_BACK);
        assertThat(failed.next().needsReplacement()).isTrue();
    }

    @Test
    void aHookHoldsTheInstanceBeforeTheLoadBalancer() {
        Step waiting = until(join(Way.CREATE, out("h1", 600)), LifecycleStep.Plain.AWAIT_HOOKS, after(30));
        assertThat(waiting.next().state()).contains(LifecycleState.PENDING_WAIT);
        assertThat(waiting.next().deadline()).contains(after(630));
        assertThat(waiting.next().step(DONE, after(31)).refusal()).contains(EventRefusal.NO_STEP_UNDER_WAY);

        TransitionEvent goOn = new TransitionEvent.InHook(HookEvent.answered("h1", HookResult.CONTINUE));
        TransitionEvent giveUp = new TransitionEvent.InHook(HookEvent.answered("h1", HookResult.ABANDON));

        assertThat(waiting.next().step(goOn, after(40)).commands())
                .containsExactly(new LifecycleStep.AddBackend("slb"));
        assertThat(waiting.next().step(giveUp, after(40)).next().result()).contains(TransitionResult.ROLLED_BACK);
        assertThat(waiting.next().step(TIME, after(630)).commands())
                .containsExactly(new LifecycleStep.AddBackend("slb"));
        assertThat(join(Way.CREATE).next().step(goOn, after(1)).refusal()).contains(EventRefusal.NOT_WAITING_IN_HOOK);
    }

    @Test
    void aLeavingInstanceWaitsWithoutTrafficAndMayComeBack() {
        Step waiting = until(
                leave(Way.RELEASE, false, Optional.empty(), in("h1", 600)),
                LifecycleStep.Plain.AWAIT_HOOKS,
                after(100));
        TransitionEvent rollback = new TransitionEvent.InHook(HookEvent.answered("h1", HookResult.ROLLBACK));

        Step back = waiting.next().step(rollback, after(200));

        assertThat(waiting.next().state()).contains(LifecycleState.REMOVING_WAIT);
        assertThat(back.commands())
                .containsExactly(new LifecycleStep.AddBackend("slb"), new LifecycleStep.SetWeight("slb", 0, 50));
        assertThat(back.next().result()).contains(TransitionResult.RETURNED);
        assertThat(back.next().state()).contains(LifecycleState.IN_SERVICE);
    }

    /** Contract section 1: without a timeout a failed stop rolls back, with one the way goes on. */
    @Test
    void aStopThatFailsReturnsTheInstanceUnlessThereIsATimeout() {
        LifecycleStep.Stop patient = new LifecycleStep.Stop(false, Optional.empty());
        LifecycleStep.Stop brief = new LifecycleStep.Stop(false, Optional.of(Duration.ofSeconds(30)));
        Step stopping = until(leave(Way.RELEASE, false, Optional.empty()), patient, after(70));
        Step hurried = until(leave(Way.RELEASE, false, brief.timeout()), brief, after(70));

        assertThat(stopping.next().deadline()).isEmpty();
        assertThat(stopping.next().step(TIME, after(99_999)).commands()).isEmpty();
        assertThat(stopping.next().step(FAILED, after(150)).next().result()).contains(TransitionResult.RETURNED);
        assertThat(hurried.next().deadline()).contains(hurried.next().since().plusSeconds(30));
        assertThat(hurried.next().step(TIME, after(160)).commands()).containsExactly(new LifecycleStep.Revoke("rds"));
        assertThat(hurried.next().step(FAILED, after(150)).commands()).containsExactly(new LifecycleStep.Revoke("rds"));
    }

    @Test
    void aResourceOutOfOrderHoldsRulesButNotHandsNorHealthChecks() {
        Step byRule = leave(Way.RELEASE, false, Optional.empty()).next().step(FAILED, after(1));
        Step byHand = leave(Way.RELEASE, true, Optional.empty()).next().step(FAILED, after(1));

        assertThat(byRule.next().result()).contains(TransitionResult.RETURNED);
        assertThat(byHand.next().result()).isEmpty();
        assertThat(byHand.next().deadline()).contains(after(61));
        LifecycleStep.Stop stop = new LifecycleStep.Stop(false, Optional.empty());
        assertThat(until(leave(Way.RELEASE, true, Optional.empty()), stop, after(70))
                        .next()
                        .step(FAILED, after(150))
                        .next()
                        .result())
                .contains(TransitionResult.RETURNED);
    }

    @Test
    void whatIsReleasedCannotReturn() {
        Step gone = until(leave(Way.RELEASE, false, Optional.empty()), LifecycleStep.Plain.COUNT_OUT, after(99))
                .next()
                .step(FAILED, after(200));
        Step pooled = until(leave(Way.STOP, false, Optional.empty()), LifecycleStep.Plain.COUNT_OUT, after(99))
                .next()
                .step(DONE, after(200));

        assertThat(gone.next().result()).contains(TransitionResult.LEFT);
        assertThat(gone.commands()).isEmpty();
        assertThat(pooled.next().state()).contains(LifecycleState.STOPPED);
    }

    @Test
    void anInstanceThatHasArrivedWaitsForNothing() {
        Step arrived = until(join(Way.ATTACH), new LifecycleStep.SetWeight("slb", 0, 50), after(99))
                .next()
                .step(DONE, after(200));

        assertThat(arrived.next().result()).contains(TransitionResult.JOINED);
        assertThat(arrived.next().deadline()).isEmpty();
        assertThat(arrived.next().needsReplacement()).isFalse();
        Step started = until(join(Way.START), new LifecycleStep.SetWeight("slb", 0, 50), after(99))
                .next()
                .step(DONE, after(200));
        assertThat(started.next().needsReplacement()).isFalse();
        assertThat(join(Way.START).next().needsReplacement()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 8})
    void aPositionLiesWithinTheSequence(int position) {
        StepSequence seven = StepSequence.joining(Way.ATTACH, BOUND, true);
        InstanceTransition.Hooks hooks = InstanceTransition.Hooks.NONE;
        assertThat(seven.steps()).hasSize(7);

        assertThatThrownBy(() -> new InstanceTransition(
                        "i-1", seven, hooks, position, NOON, Optional.empty(), Optional.empty(), NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("position (" + position + ") must be from 0 to 7");
        assertThat(new InstanceTransition(
                                "i-1",
                                seven,
                                hooks,
                                7,
                                NOON,
                                Optional.empty(),
                                Optional.of(TransitionResult.JOINED),
                                NOON)
                        .state())
                .contains(LifecycleState.IN_SERVICE);
    }

    /** Once it is in the pool or given back, a step that fails is passed over. */
    @ParameterizedTest
    @CsvSource({"RELEASE, LEFT", "STOP, STOPPED"})
    void whatFailsTooLateToReturnIsPassedOver(Way way, TransitionResult result) {
        Step last = until(leave(way, false, Optional.empty()), LifecycleStep.Plain.COUNT_OUT, after(99));

        assertThat(last.next().step(FAILED, after(200)).next().result()).contains(result);
    }

    @Test
    void aStepThatFailsInTimeReturnsTheInstance() {
        Step leaving = until(leave(Way.LEAVE, false, Optional.empty()), LifecycleStep.Plain.LEAVE_GROUP, after(99));

        assertThat(leaving.next().step(FAILED, after(200)).next().result()).contains(TransitionResult.RETURNED);
        assertThat(leaving.next().step(FAILED, after(200)).commands()).startsWith(LifecycleStep.Plain.COUNT_IN);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "101, 0", "0, -1", "0, 101"})
    void aWeightIsFrom0To100(int from, int to) {
        assertThatThrownBy(() -> new LifecycleStep.SetWeight("slb", from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("from (" + from + ") and to (" + to + ") must be from 0 to 100");
        assertThat(new LifecycleStep.SetWeight("slb", 0, 100).undo())
                .contains(new LifecycleStep.SetWeight("slb", 100, 0));
    }

    @Test
    void timeDoesNotRunBackwards() {
        assertThatThrownBy(() -> join(Way.CREATE).next().step(DONE, after(-1)))
                .hasMessageContaining("must not be before the last step");
    }
}
