package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.NOON;
import static io.ess4j.lifecycle.Fixtures.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.ScalingProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hostile input: empty, huge, out of order, at the ends of time; each answer is honest or a clear refusal. */
class LifecycleAdversarialTest {
    @Test
    void nothingIsDoneToNobody() {
        Departure departure = new Departure(ReclaimPolicy.DEFAULT, Bindings.NONE, true);

        assertThat(HealthCheck.DEFAULT
                        .plan(Fleet.empty(), ProcessSuspension.NONE)
                        .capacity())
                .isZero();
        assertThat(StopPool.EMPTY.surplus(Fleet.empty(), 0)).isEmpty();
        assertThat(StopPool.EMPTY.inStartOrder(Fleet.empty())).isEmpty();
        assertThat(departure
                        .remove(Fleet.empty(), List.of(), RemovePolicy.RELEASE, true)
                        .changes())
                .isEmpty();
        assertThat(departure
                        .remove(Fleet.empty(), List.of("i-1"), RemovePolicy.RELEASE, true)
                        .refused())
                .hasSize(1);
    }

    @Test
    void anInstanceWithoutBindingsNeedsNoTrafficSteps() {
        StepSequence leave = StepSequence.leaving(
                StepSequence.Way.LEAVE, Bindings.NONE, false, new LifecycleStep.Stop(true, Optional.empty()), true);

        InstanceTransition.Step step = InstanceTransition.start("i-1", leave, InstanceTransition.Hooks.NONE, NOON);
        step = step.next().step(new TransitionEvent.StepDone(), NOON);
        step = step.next().step(new TransitionEvent.StepDone(), NOON);

        assertThat(step.next().result()).contains(TransitionResult.LEFT);
    }

    @Test
    void anEmptySequenceHasArrivedAtOnce() {
        StepSequence empty = new StepSequence(StepSequence.Way.ATTACH, false, List.of());

        assertThat(InstanceTransition.start("i-1", empty, InstanceTransition.Hooks.NONE, NOON)
                        .next()
                        .result())
                .contains(TransitionResult.JOINED);
    }

    /** A step that waits for hooks where none apply goes on. */
    @Test
    void waitingForNoHookTakesNoTime() {
        StepSequence hooked = StepSequence.joining(StepSequence.Way.ATTACH, Bindings.NONE, true);
        InstanceTransition.Step step = InstanceTransition.start("i-1", hooked, InstanceTransition.Hooks.NONE, NOON);
        step = step.next().step(new TransitionEvent.StepDone(), NOON);
        step = step.next().step(new TransitionEvent.StepDone(), NOON);

        assertThat(step.next().result()).contains(TransitionResult.JOINED);
        assertThat(step.next().state()).contains(LifecycleState.IN_SERVICE);
    }

    @Test
    void yearsOfSilenceEndEveryWait() {
        LifecycleWait wait = LifecycleWait.begin(
                LifecycleTransition.SCALE_IN, List.of(Fixtures.in("h1", 30)), HookLimits.DEFAULT, NOON);

        assertThat(wait.step(new HookEvent.TimePassed(), Instant.MAX).next().outcome())
                .contains(HookOutcome.LEAVES);
    }

    @Test
    void aFleetOfTenThousandUnhealthyInstancesGoesAtOnce() {
        Fleet fleet = Fleet.of(IntStream.range(0, 10_000)
                .mapToObj(i -> draft("i-" + i).healthy(false).build())
                .toList());

        assertThat(HealthCheck.DEFAULT.plan(fleet, ProcessSuspension.NONE).released())
                .hasSize(10_000);
    }

    @Test
    void weightsAddUpBeyondAnInt() {
        List<Instance> heavy = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            heavy.add(draft("i-" + i)
                    .weight(Integer.MAX_VALUE)
                    .healthy(false)
                    .state(i == 0 ? LifecycleState.STOPPED : LifecycleState.IN_SERVICE)
                    .build());
        }
        Fleet fleet = Fleet.of(heavy);

        assertThat(HealthCheck.DEFAULT.plan(fleet, ProcessSuspension.NONE).capacity())
                .isEqualTo(2L * Integer.MAX_VALUE);
        assertThat(StopPool.EMPTY.surplus(fleet, Integer.MAX_VALUE)).hasSize(1);
        assertThat(ActivityReport.planned(LifecycleTransition.SCALE_OUT, Integer.MAX_VALUE)
                        .progress())
                .isZero();
    }

    @Test
    void everythingSuspendedStopsEverything() {
        ProcessSuspension all = ProcessSuspension.of(ScalingProcess.values());

        for (TriggerKind kind : TriggerKind.values()) {
            assertThat(all.verdict(kind, LifecycleTransition.SCALE_OUT, false).effect())
                    .as("%s", kind)
                    .isEqualTo(ProcessSuspension.Effect.REFUSED);
        }
    }

    @Test
    void instancesFromTheBeginningOfTimeAreOld() {
        Fleet fleet = Fleet.of(List.of(
                draft("first").joinedAt(Instance.EARLIEST).build(),
                draft("last").joinedAt(Instance.LATEST).build()));

        InstanceLifetime.Plan plan = new InstanceLifetime(Duration.ofDays(1)).plan(fleet, NOON, List.of("gone"));

        assertThat(plan.replace()).isEmpty();
        assertThat(plan.later()).extracting(Instance::id).containsExactly("first");
        assertThat(plan.nextExpiry()).contains(Instance.LATEST.plus(Duration.ofDays(1)));
    }

    @Test
    void listsAreCopied() {
        List<LifecycleHook> hooks = new ArrayList<>(List.of(Fixtures.out("h1", 60)));
        InstanceTransition.Hooks copy = new InstanceTransition.Hooks(hooks, HookLimits.DEFAULT);
        hooks.clear();

        assertThat(copy.hooks()).hasSize(1);
        assertThatThrownBy(() -> copy.hooks().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> new StopPool(Arrays.asList(
                        new StopPool.Stopped("i-1", NOON), new StopPool.Stopped("i-1", NOON.plusSeconds(1)))))
                .hasMessage("stopped instance (i-1) must be given only once");
        assertThatThrownBy(() -> HookScope.ignoring("h1", "h1")).isInstanceOf(IllegalArgumentException.class);
    }
}
