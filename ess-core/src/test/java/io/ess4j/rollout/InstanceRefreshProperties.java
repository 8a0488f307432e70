package io.ess4j.rollout;

import static io.ess4j.rollout.Fixtures.NOON;
import static io.ess4j.rollout.Fixtures.fleet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Random outcomes and requests against a world that keeps every instance; no task gets stuck or breaks its bounds. */
class InstanceRefreshProperties {
    /** The group outside of the machine. */
    private static final class World {
        final TreeSet<String> old = new TreeSet<>();
        final TreeSet<String> fresh = new TreeSet<>();
        final TreeSet<String> back = new TreeSet<>();
        final List<RefreshCommand.Source> launching = new ArrayList<>();
        final List<String> leaving = new ArrayList<>();
        InstanceRefresh task;
        Instant now = NOON;
        int names;
        boolean activated;

        World(InstanceRefresh task, int instances) {
            this.task = task;
            for (int i = 1; i <= instances; i++) {
                old.add("i-" + i);
            }
        }

        int serving() {
            return old.size() + fresh.size() + back.size();
        }

        int present() {
            return serving() + launching.size() + leaving.size();
        }

        /** Tells the task, and carries out what it wants. */
        InstanceRefresh.Step tell(RefreshEvent event) {
            InstanceRefresh.Step step = task.step(event, now);
            task = step.next();
            for (RefreshCommand command : step.commands()) {
                if (command instanceof RefreshCommand.Launch launch) {
                    for (int i = 0; i < launch.count(); i++) {
                        launching.add(launch.source());
                    }
                } else if (command instanceof RefreshCommand.Remove remove) {
                    for (String id : remove.instances()) {
                        assertThat(old.remove(id) || fresh.remove(id)).isTrue();
                        leaving.add(id);
                    }
                } else {
                    activated = true;
                }
            }
            return step;
        }

        void launchEnds(int which, boolean well) {
            RefreshCommand.Source source = launching.remove(which % launching.size());
            if (!well) {
                assertThat(tell(new RefreshEvent.LaunchFailed(source)).refusal())
                        .isEmpty();
                return;
            }
            String id = "n-" + names++;
            (source == RefreshCommand.Source.TARGET ? fresh : back).add(id);
            assertThat(tell(new RefreshEvent.Launched(id, source)).refusal()).isEmpty();
        }

        void removalEnds(int which, boolean well) {
            String id = leaving.remove(which % leaving.size());
            if (well) {
                assertThat(tell(new RefreshEvent.Removed(id)).refusal()).isEmpty();
                return;
            }
            (id.startsWith("i-") ? old : fresh).add(id);
            assertThat(tell(new RefreshEvent.RemoveFailed(id)).refusal()).isEmpty();
        }

        /** One random thing: mostly an outcome, sometimes a request. */
        void happen(int choice) {
            int kind = choice % 12;
            int which = choice / 12;
            if (kind == 11) {
                now = now.plus(Duration.ofMinutes(which % 90));
                tell(new RefreshEvent.TimePassed());
            } else if (kind == 10) {
                tell(List.of(
                                new RefreshEvent.Suspend(),
                                new RefreshEvent.Resume(),
                                new RefreshEvent.Resume(),
                                new RefreshEvent.Cancel(),
                                new RefreshEvent.RollBack())
                        .get(which % 5));
            } else if (kind < 5 && !launching.isEmpty() && !task.status().isOver()) {
                launchEnds(which, kind > 0);
            } else if (!leaving.isEmpty() && !task.status().isOver()) {
                removalEnds(which, kind > 5);
            }
        }

        /** Somebody who lets everything go well. */
        void finish() {
            for (int guard = 0; !task.status().isOver(); guard++) {
                assertThat(guard).as("steps of %s", task).isLessThan(500);
                if (!launching.isEmpty()) {
                    launchEnds(0, true);
                } else if (!leaving.isEmpty()) {
                    removalEnds(0, true);
                } else if (task.status() == RefreshStatus.PAUSED) {
                    tell(new RefreshEvent.Resume());
                } else {
                    assertThat(task.status()).as("nothing is under way").isEqualTo(RefreshStatus.CHECKPOINT_PAUSE);
                    now = task.deadline().orElseThrow();
                    tell(new RefreshEvent.TimePassed());
                }
            }
        }
    }

    @Provide
    Arbitrary<RefreshPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(0, 50, 80, 90, 100),
                        Arbitraries.of(100, 110, 120, 200),
                        Arbitraries.of(
                                Checkpoints.NONE,
                                Checkpoints.at(100),
                                Checkpoints.at(50, 100),
                                Checkpoints.at(10, 11, 60, 100)))
                .as((min, max, checkpoints) -> RefreshPolicy.of(new RefreshTarget.Configuration("asc-new"))
                        .withHealthyPercent(min, max)
                        .withCheckpoints(checkpoints));
    }

    private static World begin(RefreshPolicy policy, int instances) {
        RefreshPlan plan = RefreshPlan.of(policy, RefreshSituation.atRest(fleet(instances), "asc-old"));
        World world = new World(InstanceRefresh.pending(plan, NOON), instances);
        world.tell(new RefreshEvent.Begin());
        return world;
    }

    @Property(tries = 1000)
    void keepsItsBoundsAndEndsInAConsistentState(
            @ForAll @IntRange(max = 12) int instances,
            @ForAll("policies") RefreshPolicy policy,
            @ForAll List<@IntRange(max = 2000) Integer> choices) {
        World world = begin(policy, instances);
        int least = instances - policy.unavailable(instances);
        int most = instances + policy.surge(instances);
        for (int choice : choices) {
            world.happen(choice);
            assertThat(world.serving()).isBetween(least, most);
            assertThat(world.present()).isLessThanOrEqualTo(most);
            assertThat(world.task.exchange().present()).isEqualTo(world.present());
        }
        world.finish();

        assertThat(world.serving()).isEqualTo(instances);
        assertThat(world.present()).isEqualTo(instances);
        assertThat(world.activated).isEqualTo(world.task.status() == RefreshStatus.SUCCESSFUL);
        switch (world.task.status()) {
            case SUCCESSFUL -> assertThat(world.fresh).hasSize(instances);
            case ROLLBACK_SUCCESSFUL -> assertThat(world.fresh).isEmpty();
            case CANCELLED -> assertThat(world.back).isEmpty();
            default -> throw new AssertionError(world.task);
        }
    }

    /** Instances also join and leave by themselves: the task does not get stuck, and replaces all that are left. */
    @Property(tries = 500)
    void endsWhateverNormalScalingDoes(
            @ForAll @IntRange(min = 1, max = 10) int instances,
            @ForAll("policies") RefreshPolicy policy,
            @ForAll List<@IntRange(max = 2000) Integer> choices) {
        World world = begin(policy, instances);
        for (int choice : choices) {
            if (choice % 4 == 0 && !world.task.status().isOver()) {
                if (choice % 8 == 0) {
                    world.fresh.add("s-" + world.names++);
                    world.tell(new RefreshEvent.Joined());
                } else {
                    TreeSet<String> from = world.old.isEmpty() ? world.fresh : world.old;
                    if (!from.isEmpty()) {
                        String id = choice % 3 == 0 ? from.last() : from.first();
                        from.remove(id);
                        assertThat(world.tell(new RefreshEvent.Left(id)).refusal())
                                .isEmpty();
                    }
                }
            } else {
                world.happen(choice);
            }
        }
        world.finish();

        if (world.task.status() == RefreshStatus.SUCCESSFUL) {
            assertThat(world.old).isEmpty();
        }
        assertThat(world.launching).isEmpty();
        assertThat(world.leaving).isEmpty();
    }
}
