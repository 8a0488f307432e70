package io.ess4j.rollout;

import static io.ess4j.rollout.Fixtures.IMAGE;
import static io.ess4j.rollout.Fixtures.fleet;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.ScalingProcess;
import io.ess4j.rollout.RollingUpdate.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Random events and failures at any step against a world that keeps what the commands have done. */
class RollingUpdateProperties {
    /** The group outside of the machine. */
    private static final class World {
        final Set<String> standby = new TreeSet<>();
        final Set<String> everInStandby = new TreeSet<>();
        final Set<ScalingProcess> suspended = EnumSet.of(ScalingProcess.SCALE_IN);
        final List<UpdateCommand> rewritten = new ArrayList<>();
        int largest;

        void carryOut(UpdateCommand command) {
            if (command instanceof UpdateCommand.Suspend suspend) {
                assertThat(Collections.disjoint(suspended, suspend.processes())).isTrue();
                suspended.addAll(suspend.processes());
            } else if (command instanceof UpdateCommand.Resume resume) {
                suspended.removeAll(resume.processes());
            } else if (command instanceof UpdateCommand.EnterStandby enter) {
                enter.instances()
                        .forEach(id -> assertThat(standby.add(id) && everInStandby.add(id))
                                .isTrue());
                largest = Math.max(largest, enter.instances().size());
            } else if (command instanceof UpdateCommand.Update update) {
                assertThat(standby).contains(update.instance());
            } else if (command instanceof UpdateCommand.ExitStandby exit) {
                assertThat(standby.remove(exit.instance())).isTrue();
            } else {
                rewritten.add(command);
            }
        }
    }

    @Provide
    Arbitrary<List<UpdateEvent>> events() {
        Arbitrary<String> ids = Arbitraries.integers().between(1, 9).map(i -> "i-" + i);
        Arbitrary<UpdateEvent> event = Arbitraries.frequencyOf(
                Tuple.of(8, ids.map(UpdateEvent.Updated::new)),
                Tuple.of(3, ids.map(UpdateEvent.Failed::new)),
                Tuple.of(2, ids.map(UpdateEvent.Retry::new)),
                Tuple.of(1, ids.map(UpdateEvent.Skip::new)),
                Tuple.of(1, ids.map(UpdateEvent.GiveUp::new)),
                Tuple.of(3, Arbitraries.just(new UpdateEvent.Proceed())),
                Tuple.of(
                        1,
                        Arbitraries.integers()
                                .between(1, 8)
                                .map(i -> i == 1 ? new UpdateEvent.Cancel() : new UpdateEvent.Proceed())));
        return event.list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<RollingUpdatePolicy> policies() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.of(PauseOption.class),
                        Arbitraries.integers().between(0, 2))
                .as((batches, pause, failures) ->
                        RollingUpdatePolicy.of(IMAGE, batches).pausing(pause).withMostFailures(failures));
    }

    /** Somebody who answers everything: failures are given up, pauses ended, updates succeed. */
    private static Optional<UpdateEvent> nextAnswer(RollingUpdate task) {
        if (task.status().isOver()) {
            return Optional.empty();
        }
        if (task.status() == Status.BATCH_PAUSE) {
            return Optional.of(new UpdateEvent.Proceed());
        }
        for (RollingUpdate.Member member : task.members()) {
            if (member.status() == RollingUpdate.MemberStatus.UPDATING) {
                return Optional.of(new UpdateEvent.Updated(member.id()));
            }
            if (member.status() == RollingUpdate.MemberStatus.FAILED && task.status() == Status.FAILURE_PAUSE) {
                return Optional.of(new UpdateEvent.GiveUp(member.id()));
            }
        }
        throw new AssertionError("stuck at " + task);
    }

    @Property(tries = 1000)
    void everyTaskEndsInAConsistentState(
            @ForAll @IntRange(min = 1, max = 9) int instances,
            @ForAll("policies") RollingUpdatePolicy policy,
            @ForAll("events") List<UpdateEvent> events) {
        World world = new World();
        UpdateSituation situation =
                UpdateSituation.atRest(fleet(instances)).withSuspended(List.of(ScalingProcess.SCALE_IN));
        RollingUpdatePlan plan = RollingUpdatePlan.of(policy, situation);
        RollingUpdate.Step step = RollingUpdate.start(plan);
        step.commands().forEach(world::carryOut);
        for (UpdateEvent event : events) {
            step = follow(step, event, world);
        }
        for (Optional<UpdateEvent> answer = nextAnswer(step.next());
                answer.isPresent();
                answer = nextAnswer(step.next())) {
            step = follow(step, answer.get(), world);
        }

        RollingUpdate task = step.next();
        Set<ScalingProcess> held = EnumSet.of(ScalingProcess.SCALE_IN);
        held.addAll(task.heldProcesses());
        assertThat(world.suspended).isEqualTo(held);
        assertThat(world.largest).isLessThanOrEqualTo(plan.batches().get(0).size());
        if (task.status() != Status.CANCELLED) {
            assertThat(task.heldProcesses()).isEmpty();
            assertThat(world.rewritten).hasSize(task.updated().isEmpty() ? 0 : 1);
        }
        assertThat(world.everInStandby).containsAll(task.updated());
        assertThat(Collections.disjoint(task.updated(), world.standby)).isTrue();
    }

    private static RollingUpdate.Step follow(RollingUpdate.Step before, UpdateEvent event, World world) {
        RollingUpdate.Step step = before.next().step(event);
        step.commands().forEach(world::carryOut);
        assertThat(world.standby)
                .containsExactlyElementsOf(new TreeSet<>(step.next().inStandby()));
        if (step.refusal().isPresent()) {
            assertThat(step.next()).isEqualTo(before.next());
        }
        RollingUpdate task = step.next();
        long updating = task.count(RollingUpdate.MemberStatus.UPDATING);
        if (task.status() == Status.RUNNING) {
            assertThat(updating).isPositive();
        }
        boolean tooMany = task.count(RollingUpdate.MemberStatus.FAILED)
                > task.plan().policy().mostFailures();
        assertThat(task.status() == Status.CANCELLED || tooMany == (task.status() == Status.FAILURE_PAUSE))
                .isTrue();
        return step;
    }
}
