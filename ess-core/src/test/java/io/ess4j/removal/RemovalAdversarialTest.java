package io.ess4j.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile input: huge weights and goals, the ends of time, free and dearest instances, one zone each, nobody to go. */
class RemovalAdversarialTest {
    private static final InstanceType TYPE = InstanceType.of("t", 1, 1);
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    static Stream<RemovalPolicy> policies() {
        List<RemovalPolicy> all = new ArrayList<>(List.of(RemovalPolicy.DEFAULT, RemovalPolicy.custom(i -> 0)));
        for (RemovalCriterion criterion : RemovalCriterion.values()) {
            all.add(RemovalPolicy.of(criterion));
        }
        return all.stream();
    }

    private static Instance.Builder at(String id, Instant joined) {
        return Instance.builder(id)
                .type(TYPE)
                .zone(Zone.of("z"))
                .price(Price.perHour("1"))
                .joinedAt(joined);
    }

    private static RemovalRequest request(List<Instance> rows, RemovalGoal goal) {
        return RemovalRequest.of(Fleet.of(rows), goal).at(MONDAY);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void hugeWeightsDoNotOverflow(RemovalPolicy policy) {
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            rows.add(at("i-" + i, MONDAY)
                    .weight(Integer.MAX_VALUE - (i == 0 ? 1 : 0))
                    .build());
        }
        long keep = 3L * Integer.MAX_VALUE;

        for (RemovalScope scope : RemovalScope.values()) {
            RemovalPlan plan = RemovalPlanner.plan(
                    policy, request(rows, RemovalGoal.downTo(keep, 1)).within(scope));
            long left = Fleet.of(rows).capacity() - plan.capacity();

            assertThat(left).isGreaterThanOrEqualTo(keep);
            assertThat(plan.count()).isEqualTo(6 - (left - keep == Integer.MAX_VALUE - 1L ? 1 : 0));
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void goalsBeyondEverythingTakeAllOrNobody(RemovalPolicy policy) {
        List<Instance> rows = List.of(at("a", MONDAY).build(), at("b", MONDAY).build());

        assertThat(RemovalPlanner.plan(policy, request(rows, RemovalGoal.count(Integer.MAX_VALUE)))
                        .count())
                .isEqualTo(2);
        for (RemovalGoal nobody : List.of(
                new RemovalGoal(Integer.MAX_VALUE, Long.MAX_VALUE, 0),
                new RemovalGoal(Integer.MAX_VALUE, 0, Long.MAX_VALUE))) {
            assertThat(RemovalPlanner.plan(policy, request(rows, nobody)).count())
                    .isZero();
        }
        assertThat(RemovalPlanner.plan(
                                policy,
                                request(rows, RemovalGoal.count(2))
                                        .withLeastUnits(Map.of(PurchaseOption.ON_DEMAND, Long.MAX_VALUE)))
                        .count())
                .as("a mix is kept only while others can leave")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theEndsOfTimeAreMoments(RemovalPolicy policy) {
        List<Instance> rows = List.of(
                at("new", Instance.LATEST).build(), at("old", Instance.EARLIEST).build());

        for (Instant now : List.of(Instant.MIN, Instance.EARLIEST, Instance.LATEST, Instant.MAX)) {
            RemovalRequest request = RemovalRequest.of(Fleet.of(rows), RemovalGoal.count(1))
                    .at(now)
                    .withInterruptions(Map.of("new", Instant.MAX, "old", Instant.MIN));
            assertThat(RemovalPlanner.plan(policy, request).count()).isEqualTo(1);
        }
        assertThat(RemovalPlanner.plan(
                                RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE), request(rows, RemovalGoal.count(1)))
                        .removed())
                .extracting(Instance::id)
                .containsExactly("old");
    }

    @ParameterizedTest
    @EnumSource(RemovalScope.class)
    void aThousandZonesLoseTheirShare(RemovalScope scope) {
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add(at("i-" + i, MONDAY).zone(Zone.of("z" + i % 1000)).build());
        }

        RemovalPlan plan = RemovalPlanner.plan(
                RemovalPolicy.DEFAULT, request(rows, RemovalGoal.count(2000)).within(scope), new Random(7));

        assertThat(plan.count()).isEqualTo(2000);
        if (scope == RemovalScope.LARGEST_ZONES) {
            assertThat(plan.removed().stream()
                            .map(i -> i.zone().id())
                            .distinct()
                            .count())
                    .isEqualTo(1000);
        }
    }

    @Test
    void freeAndDearestInstancesAreCompared() {
        List<Instance> rows = List.of(
                at("free", MONDAY).price(Price.ZERO).weight(Integer.MAX_VALUE).build(),
                at("dear", MONDAY).price(new Price(Long.MAX_VALUE)).build(),
                at("less", MONDAY).price(new Price(Long.MAX_VALUE - 1)).build());

        assertThat(RemovalPlanner.plan(
                                RemovalPolicy.of(RemovalCriterion.HIGHEST_UNIT_PRICE),
                                request(rows, RemovalGoal.count(3)))
                        .removed())
                .extracting(Instance::id)
                .containsExactly("dear", "less", "free");
    }

    @ParameterizedTest
    @EnumSource(
            value = LifecycleState.class,
            names = {"IN_SERVICE"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyLeavesWhereNobodyServes(LifecycleState state) {
        List<Instance> rows = List.of(
                at("a", MONDAY).state(state).build(),
                at("b", MONDAY).state(state).build());

        RemovalPlan plan = RemovalPlanner.plan(RemovalPolicy.DEFAULT, request(rows, RemovalGoal.count(2)));

        assertThat(plan.removed()).isEmpty();
        assertThat(plan.kept()).hasSize(2);
        assertThat(RemovalPlanner.tied(RemovalPolicy.DEFAULT, request(rows, RemovalGoal.count(2))))
                .isEmpty();
    }

    @Test
    void wrongArgumentsNameTheValueAndTheRule() {
        RemovalRequest one = request(List.of(at("a", MONDAY).build()), RemovalGoal.count(1));

        assertThatThrownBy(() -> new RemovalGoal(-1, -2, -3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mostInstances (-1), whileAtLeast (-2) and neverBelow (-3) must be >= 0");
        for (long[] goal : new long[][] {{-1, 0, 0}, {0, -1, 0}, {0, 0, -1}}) {
            assertThatThrownBy(() -> new RemovalGoal((int) goal[0], goal[1], goal[2]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(" must be >= 0");
        }
        assertThatThrownBy(() -> one.withLeastUnits(Map.of(PurchaseOption.SPOT, -1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("leastUnits of SPOT (-1) must be >= 0");
        assertThatThrownBy(() -> RemovalPlanner.plan(RemovalPolicy.custom(i -> Long.MIN_VALUE), one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("custom rank of a (" + Long.MIN_VALUE + ") must be from");
    }
}
