package io.ess4j.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.testing.Generators;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The planner against one removal at a time over plain lists. */
class RemovalPlannerProperties {
    @Provide
    Arbitrary<List<Instance>> rosters() {
        return Generators.rosters(25);
    }

    private static Comparator<Instance> order(RemovalCriterion criterion) {
        Comparator<Instance> first = switch (criterion) {
            case OLDEST_INSTANCE -> Comparator.comparing(Instance::joinedAt);
            case NEWEST_INSTANCE -> Comparator.comparing(Instance::joinedAt).reversed();
            case OLDEST_CONFIGURATION ->
                Comparator.comparing(
                        (Instance i) -> i.source().orElse(null),
                        Comparator.nullsLast(Comparator.comparing(ConfigurationSource::addedAt)
                                .thenComparing(ConfigurationSource::id)));
        };
        return first.thenComparing(Instance::id);
    }

    private static List<String> oneByOne(List<Instance> rows, RemovalCriterion criterion, RemovalGoal goal) {
        List<Instance> left = new ArrayList<>(rows);
        List<String> gone = new ArrayList<>();
        while (gone.size() < goal.mostInstances()) {
            long total = left.stream()
                    .filter(i -> i.state().countsTowardsCapacity())
                    .mapToLong(Instance::weight)
                    .sum();
            if (total < goal.whileAtLeast()) {
                break;
            }
            List<Instance> fitting = left.stream()
                    .filter(i -> i.state() == LifecycleState.IN_SERVICE && total - i.weight() >= goal.neverBelow())
                    .sorted(order(criterion))
                    .toList();
            if (fitting.isEmpty()) {
                break;
            }
            gone.add(fitting.get(0).id());
            left.remove(fitting.get(0));
        }
        return gone;
    }

    @Property
    void equalsOneAtATime(
            @ForAll("rosters") List<Instance> rows,
            @ForAll RemovalCriterion criterion,
            @ForAll @IntRange(max = 30) int most,
            @ForAll @IntRange(max = 60) int whileAtLeast,
            @ForAll @IntRange(max = 60) int neverBelow) {
        RemovalGoal goal = new RemovalGoal(most, whileAtLeast, neverBelow);

        assertThat(RemovalPlanner.plan(RemovalPolicy.of(criterion), Fleet.of(rows), goal)
                        .removed())
                .extracting(Instance::id)
                .containsExactlyElementsOf(oneByOne(rows, criterion, goal));
    }

    @Property
    void doesNotDependOnTheOrderOfTheFleet(
            @ForAll("rosters") List<Instance> rows,
            @ForAll RemovalCriterion criterion,
            @ForAll @IntRange(max = 30) int count,
            @ForAll long seed) {
        List<Instance> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        RemovalPolicy policy = RemovalPolicy.of(criterion);

        assertThat(RemovalPlanner.plan(policy, Fleet.of(shuffled), RemovalGoal.count(count))
                        .removed())
                .isEqualTo(RemovalPlanner.plan(policy, Fleet.of(rows), RemovalGoal.count(count))
                        .removed());
    }

    @Property
    void everyInstanceIsEitherRemovedOrKept(
            @ForAll("rosters") List<Instance> rows, @ForAll @IntRange(max = 30) int count) {
        RemovalPlan plan = RemovalPlanner.plan(
                RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE), Fleet.of(rows), RemovalGoal.count(count));
        List<String> all = new ArrayList<>();
        plan.removed().forEach(i -> all.add(i.id()));
        plan.kept().forEach(k -> all.add(k.instance().id()));

        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(Instance::id).toList());
    }
}
