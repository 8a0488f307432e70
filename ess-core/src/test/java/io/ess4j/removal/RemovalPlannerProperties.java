package io.ess4j.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.testing.Generators;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The planner against the documented procedure: one removal at a time over plain lists, everything looked at anew. */
class RemovalPlannerProperties {
    @Provide
    Arbitrary<List<Instance>> rosters() {
        return Generators.rosters(25);
    }

    /** Fleets of one weight, which take the fast path; larger, and mostly in service. */
    @Provide
    Arbitrary<List<Instance>> evenRosters() {
        Arbitrary<LifecycleState> states = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(LifecycleState.IN_SERVICE)),
                Tuple.of(2, Arbitraries.of(LifecycleState.class)));
        return Combinators.combine(Generators.rosters(60), states.list().ofSize(60), Arbitraries.of(1, 3))
                .as((rows, drawn, weight) -> {
                    List<Instance> even = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        even.add(Generators.with(rows.get(i), drawn.get(i), weight));
                    }
                    return even;
                });
    }

    @Provide
    Arbitrary<RemovalPolicy> policies() {
        Arbitrary<RemovalCriterion> criteria = Arbitraries.of(RemovalCriterion.class);
        return Combinators.combine(criteria, criteria.optional())
                .as((first, second) -> second.filter(s -> s != first)
                        .map(s -> RemovalPolicy.of(first, s))
                        .orElse(RemovalPolicy.of(first)));
    }

    private static BigInteger unitPrice(Instance i, UnitBasis basis) {
        // Exact: all divisors of these generators divide 12.
        int units = basis == UnitBasis.WEIGHT ? i.weight() : i.type().vcpus();
        return BigInteger.valueOf(i.price().nanosPerHour() * 12 / units);
    }

    private static Comparator<Instance> stage(RemovalCriterion criterion, UnitBasis basis) {
        Comparator<ConfigurationSource> added = Comparator.comparing(ConfigurationSource::addedAt);
        Comparator<ConfigurationSource> version =
                Comparator.comparing(s -> s.templateVersion().orElse(0));
        return switch (criterion) {
            case OLDEST_INSTANCE -> Comparator.comparing(Instance::joinedAt);
            case NEWEST_INSTANCE -> Comparator.comparing(Instance::joinedAt).reversed();
            case OLDEST_CONFIGURATION -> bySource(added);
            case NEWEST_CONFIGURATION -> bySource(added.reversed());
            case OLDEST_TEMPLATE_VERSION -> bySource(version);
            case NEWEST_TEMPLATE_VERSION -> bySource(version.reversed());
            case CLOSEST_TO_BILLING_HOUR ->
                Comparator.comparing(i -> {
                    long age = Duration.between(i.joinedAt(), Generators.MONDAY.plusSeconds(7000))
                            .toSeconds();
                    return 3600 - age % 3600;
                });
            case HIGHEST_UNIT_PRICE ->
                Comparator.comparing((Instance i) -> unitPrice(i, basis)).reversed();
            case EARLIEST_INTERRUPTION -> Comparator.comparing(i -> 0);
            case PENDING_FIRST -> Comparator.comparing(i -> i.state() == LifecycleState.IN_SERVICE);
        };
    }

    private static Comparator<Instance> bySource(Comparator<ConfigurationSource> order) {
        return Comparator.comparing((Instance i) -> i.source().orElse(null), Comparator.nullsLast(order));
    }

    private static List<String> oneByOne(RemovalPolicy policy, RemovalRequest request) {
        List<Instance> left = new ArrayList<>(request.fleet());
        List<String> gone = new ArrayList<>();
        RemovalGoal goal = request.goal();
        while (gone.size() < goal.mostInstances()) {
            List<Instance> counted =
                    left.stream().filter(i -> i.state().countsTowardsCapacity()).toList();
            long total = counted.stream().mapToLong(Instance::weight).sum();
            boolean pendingToo = policy.stages().contains(RemovalCriterion.PENDING_FIRST);
            List<Instance> candidates = counted.stream()
                    .filter(i -> i.state() == LifecycleState.IN_SERVICE
                            || (pendingToo && !i.state().isStable()))
                    .filter(i -> total - i.weight() >= goal.neverBelow())
                    .toList();
            if (total < goal.whileAtLeast() || candidates.isEmpty()) {
                break;
            }
            Comparator<Instance> order = Comparator.comparing(Instance::id);
            for (int s = policy.stages().size() - 1; s >= 0; s--) {
                order = stage(policy.stages().get(s), request.basis()).thenComparing(order);
            }
            Comparator<Instance> scope = switch (request.scope()) {
                case ALL -> Comparator.comparing(i -> 0);
                case DEAREST ->
                    Comparator.comparing((Instance i) -> unitPrice(i, request.basis()))
                            .reversed();
                case LARGEST_ZONES ->
                    Comparator.comparing((Instance i) -> counted.stream()
                                    .filter(o -> o.zone().equals(i.zone()))
                                    .count())
                            .reversed();
            };
            List<Instance> spared = candidates.stream()
                    .filter(i -> units(counted, i.purchaseOption()) - i.weight()
                            >= request.leastUnits().getOrDefault(i.purchaseOption(), Long.MIN_VALUE))
                    .toList();
            Instance victim = Collections.min(spared.isEmpty() ? candidates : spared, scope.thenComparing(order));
            gone.add(victim.id());
            left.remove(victim);
        }
        return gone;
    }

    private static long units(List<Instance> instances, PurchaseOption option) {
        return instances.stream()
                .filter(i -> i.purchaseOption() == option)
                .mapToLong(Instance::weight)
                .sum();
    }

    private static void check(
            List<Instance> rows, RemovalPolicy policy, RemovalScope scope, UnitBasis basis, RemovalGoal goal) {
        check(rows, policy, scope, basis, goal, Map.of());
    }

    private static void check(
            List<Instance> rows,
            RemovalPolicy policy,
            RemovalScope scope,
            UnitBasis basis,
            RemovalGoal goal,
            Map<PurchaseOption, Long> leastUnits) {
        List<Instance> priced = rows.stream()
                .map(i -> withPrice(i, new Price(i.price().nanosPerHour() / 1_000_000_000L)))
                .toList();
        RemovalRequest request = RemovalRequest.of(Fleet.of(priced), goal)
                .within(scope)
                .pricedPer(basis)
                .at(Generators.MONDAY.plusSeconds(7000))
                .withLeastUnits(leastUnits);
        RemovalPlan plan = RemovalPlanner.plan(policy, request);

        assertThat(plan.removed()).extracting(Instance::id).containsExactlyElementsOf(oneByOne(policy, request));
        assertThat(plan.count()).isEqualTo(plan.removed().size());
        assertThat(plan.capacity())
                .isEqualTo(plan.removed().stream().mapToLong(Instance::weight).sum());
    }

    /** Few distinct prices, so that many instances are equally dear. */
    private static Instance withPrice(Instance i, Price price) {
        return new Instance(
                i.id(),
                i.type(),
                i.zone(),
                i.purchaseOption(),
                price,
                i.weight(),
                i.source(),
                i.joinedAt(),
                i.state(),
                i.healthy(),
                i.origin());
    }

    @Property
    void equalsOneAtATimeWithAnyWeights(
            @ForAll("rosters") List<Instance> rows,
            @ForAll("policies") RemovalPolicy policy,
            @ForAll RemovalScope scope,
            @ForAll UnitBasis basis,
            @ForAll @IntRange(max = 30) int most,
            @ForAll @IntRange(max = 60) int whileAtLeast,
            @ForAll @IntRange(max = 60) int neverBelow) {
        check(rows, policy, scope, basis, new RemovalGoal(most, whileAtLeast, neverBelow));
    }

    @Property(tries = 1000)
    void equalsOneAtATimeWithEvenWeights(
            @ForAll("evenRosters") List<Instance> rows,
            @ForAll("policies") RemovalPolicy policy,
            @ForAll RemovalScope scope,
            @ForAll @IntRange(max = 65) int most,
            @ForAll @IntRange(max = 40) int whileAtLeast,
            @ForAll @IntRange(max = 40) int neverBelow) {
        check(rows, policy, scope, UnitBasis.WEIGHT, new RemovalGoal(most, whileAtLeast, neverBelow));
    }

    /** A mix is kept as long as others can leave, whatever the weights. */
    @Property
    void equalsOneAtATimeWhenAMixIsKept(
            @ForAll("rosters") List<Instance> rows,
            @ForAll("policies") RemovalPolicy policy,
            @ForAll RemovalScope scope,
            @ForAll @IntRange(max = 30) int most,
            @ForAll @IntRange(max = 60) int whileAtLeast,
            @ForAll @IntRange(max = 60) int neverBelow,
            @ForAll @LongRange(min = -1, max = 40) long onDemand,
            @ForAll @LongRange(min = -1, max = 40) long spot) {
        Map<PurchaseOption, Long> least = new EnumMap<>(PurchaseOption.class);
        if (onDemand >= 0) {
            least.put(PurchaseOption.ON_DEMAND, onDemand);
        }
        if (spot >= 0) {
            least.put(PurchaseOption.SPOT, spot);
        }
        check(rows, policy, scope, UnitBasis.WEIGHT, new RemovalGoal(most, whileAtLeast, neverBelow), least);
    }

    @Property
    void doesNotDependOnTheOrderOfTheFleet(
            @ForAll("rosters") List<Instance> rows,
            @ForAll("policies") RemovalPolicy policy,
            @ForAll RemovalScope scope,
            @ForAll @IntRange(max = 30) int count,
            @ForAll Random order) {
        List<Instance> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, order);
        RemovalRequest request = RemovalRequest.of(Fleet.of(rows), RemovalGoal.count(count))
                .within(scope)
                .at(Generators.MONDAY);
        RemovalRequest other = RemovalRequest.of(Fleet.of(shuffled), RemovalGoal.count(count))
                .within(scope)
                .at(Generators.MONDAY);

        assertThat(RemovalPlanner.plan(policy, other).removed())
                .isEqualTo(RemovalPlanner.plan(policy, request).removed());
    }

    @Property
    void everyInstanceIsEitherRemovedOrKept(
            @ForAll("rosters") List<Instance> rows, @ForAll @IntRange(max = 30) int count) {
        RemovalPlan plan = RemovalPlanner.plan(RemovalPolicy.DEFAULT, Fleet.of(rows), RemovalGoal.count(count));
        List<String> all = new ArrayList<>();
        plan.removed().forEach(i -> all.add(i.id()));
        plan.kept().forEach(k -> all.add(k.instance().id()));

        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(Instance::id).toList());
    }

    /** With a generator, the stages still rule: whoever leaves first is one of the tied. */
    @Property
    void chanceChoosesOnlyAmongTheTied(
            @ForAll("rosters") List<Instance> rows,
            @ForAll("policies") RemovalPolicy policy,
            @ForAll RemovalScope scope,
            @ForAll @IntRange(max = 31) int leastOnDemand,
            @ForAll Random chance) {
        RemovalRequest request = RemovalRequest.of(Fleet.of(rows), RemovalGoal.count(1))
                .within(scope)
                .at(Generators.MONDAY)
                .withLeastUnits(Map.of(PurchaseOption.ON_DEMAND, (long) leastOnDemand));
        List<Instance> tied = RemovalPlanner.tied(policy, request);
        List<Instance> drawn = RemovalPlanner.plan(policy, request, chance).removed();

        assertThat(tied).containsAll(drawn);
        assertThat(drawn).hasSize(Math.min(1, tied.size()));
    }
}
