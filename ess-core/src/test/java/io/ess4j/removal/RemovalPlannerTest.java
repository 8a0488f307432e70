package io.ess4j.removal;

import static io.ess4j.removal.RemovalCriterion.HIGHEST_UNIT_PRICE;
import static io.ess4j.removal.RemovalCriterion.NEWEST_CONFIGURATION;
import static io.ess4j.removal.RemovalCriterion.NEWEST_INSTANCE;
import static io.ess4j.removal.RemovalCriterion.OLDEST_CONFIGURATION;
import static io.ess4j.removal.RemovalCriterion.OLDEST_INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalPlannerTest {
    private static final InstanceType TYPE = InstanceType.of("ecs.g6.large", 2, 8192);
    private static final Instant DAY = Instant.parse("2021-05-17T00:00:00Z");
    private static final ConfigurationSource ASC_1 = new ConfigurationSource("asc-1", DAY.minusSeconds(86_400));
    private static final ConfigurationSource ASC_2 = new ConfigurationSource("asc-2", DAY);

    /** Fleet F of contract section 5, without prices: i-1 to i-3 from asc-1, i-4 and i-5 from asc-2, one a day. */
    private static final Fleet GUIDE = Fleet.of(List.of(
            instance("i-1", 0, ASC_1),
            instance("i-2", 1, ASC_1),
            instance("i-3", 2, ASC_1),
            instance("i-4", 3, ASC_2),
            instance("i-5", 4, ASC_2)));

    private static Instance.Builder builder(String id, int day) {
        return Instance.builder(id)
                .type(TYPE)
                .zone(Zone.of("h"))
                .price(Price.perHour("1"))
                .joinedAt(DAY.plusSeconds(day * 86_400L));
    }

    private static Instance instance(String id, int day, ConfigurationSource source) {
        return builder(id, day).source(source).build();
    }

    private static List<String> removed(RemovalCriterion criterion, Fleet fleet, int count) {
        return RemovalPlanner.plan(
                        RemovalPolicy.of(criterion),
                        RemovalRequest.of(fleet, RemovalGoal.count(count)).at(DAY))
                .removed()
                .stream()
                .map(Instance::id)
                .toList();
    }

    /** Guide 4.2, rows of the table whose second stage is none, under the priority policy. */
    @Test
    void followsTheCriterion() {
        assertThat(removed(OLDEST_INSTANCE, GUIDE, 2)).containsExactly("i-1", "i-2");
        assertThat(removed(NEWEST_INSTANCE, GUIDE, 2)).containsExactly("i-5", "i-4");
        assertThat(removed(OLDEST_CONFIGURATION, GUIDE, 4)).containsExactly("i-1", "i-2", "i-3", "i-4");
    }

    @Test
    void configurationsAgeByTheTimeOfAddingAndAttachedInstancesComeLast() {
        ConfigurationSource lateVersion1 = new ConfigurationSource("lt-1:1", DAY.plusSeconds(9));
        Fleet fleet = Fleet.of(List.of(
                builder("a", 0).origin(InstanceOrigin.ATTACHED).build(),
                instance("b", 1, lateVersion1),
                instance("c", 2, ASC_2)));

        assertThat(removed(OLDEST_CONFIGURATION, fleet, 3)).containsExactly("c", "b", "a");
    }

    @Test
    void tiesGoById() {
        Fleet fleet = Fleet.of(List.of(instance("c", 0, ASC_1), instance("a", 0, ASC_1), instance("b", 0, ASC_1)));

        for (RemovalCriterion criterion : RemovalCriterion.values()) {
            assertThat(removed(criterion, fleet, 2)).as("%s", criterion).containsExactly("a", "b");
        }
    }

    @Test
    void saysWhyEveryOtherInstanceStays() {
        Fleet fleet = Fleet.of(List.of(
                builder("waits", 0).state(LifecycleState.PENDING).build(),
                builder("protected", 0).state(LifecycleState.PROTECTED).build(),
                builder("aside", 0).state(LifecycleState.STANDBY).build(),
                builder("asleep", 0).state(LifecycleState.STOPPED).build(),
                builder("first", 1).build(),
                builder("second", 2).build()));

        RemovalPlan plan = RemovalPlanner.plan(RemovalPolicy.of(OLDEST_INSTANCE), fleet, RemovalGoal.count(1));

        assertThat(plan.removed()).extracting(Instance::id).containsExactly("first");
        assertThat(plan.kept())
                .extracting(k -> k.instance().id() + " " + k.reason())
                .containsExactly(
                        "waits NOT_IN_SERVICE",
                        "protected PROTECTED",
                        "aside STANDBY",
                        "asleep NOT_IN_SERVICE",
                        "second OTHERS_LEAVE_FIRST");
    }

    /**
     * Contract section 3: the next victim is taken while the rest stays at or above the goal; one too heavy is passed
     * over.
     */
    @Test
    void neverTakesCapacityBelowTheGoal() {
        List<Instance> rows = new ArrayList<>();
        int[] weights = {8, 4, 2, 2};
        for (int i = 0; i < weights.length; i++) {
            rows.add(builder("i-" + i, i).weight(weights[i]).build());
        }
        Fleet fleet = Fleet.of(rows);

        RemovalPlan plan = RemovalPlanner.plan(RemovalPolicy.of(OLDEST_INSTANCE), fleet, new RemovalGoal(9, 11, 10));

        assertThat(plan.removed()).extracting(Instance::id).containsExactly("i-1", "i-2");
        assertThat(plan.capacity()).isEqualTo(6);
        assertThat(plan.kept())
                .extracting(RemovalPlan.Kept::reason)
                .containsExactly(KeptReason.OTHERS_LEAVE_FIRST, KeptReason.OTHERS_LEAVE_FIRST);
        RemovalPlan stuck = RemovalPlanner.plan(
                RemovalPolicy.of(OLDEST_INSTANCE), fleet.without(List.of("i-2", "i-3")), new RemovalGoal(9, 11, 10));
        assertThat(stuck.removed()).isEmpty();
        assertThat(stuck.kept())
                .extracting(RemovalPlan.Kept::reason)
                .containsOnly(KeptReason.CAPACITY_WOULD_FALL_BELOW_GOAL);
    }

    /**
     * Guide 4.2, a mix is kept while others can leave: of 12 on-demand units 8 may go, so the third oldest stays for a
     * spot instance. What is stopped is no capacity to spare.
     */
    @Test
    void keepsUnitsOfAPurchaseOptionWhileOthersCanLeave() {
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(builder("i-" + i, i)
                    .weight(i == 5 ? 2 : 4)
                    .purchaseOption(i < 4 ? PurchaseOption.ON_DEMAND : PurchaseOption.SPOT)
                    .state(i == 0 ? LifecycleState.STOPPED : LifecycleState.IN_SERVICE)
                    .build());
        }
        RemovalRequest four = RemovalRequest.of(Fleet.of(rows), RemovalGoal.count(4))
                .withLeastUnits(Map.of(PurchaseOption.ON_DEMAND, 4L));
        RemovalRequest five = RemovalRequest.of(Fleet.of(rows), RemovalGoal.count(5))
                .withLeastUnits(Map.of(PurchaseOption.ON_DEMAND, 4L));

        assertThat(RemovalPlanner.plan(RemovalPolicy.of(OLDEST_INSTANCE), four).removed())
                .extracting(Instance::id)
                .containsExactly("i-1", "i-2", "i-4", "i-5");
        assertThat(RemovalPlanner.plan(RemovalPolicy.of(OLDEST_INSTANCE), five).removed())
                .extracting(Instance::id)
                .containsExactly("i-1", "i-2", "i-4", "i-5", "i-3");
    }

    /**
     * Both spot instances leave first; of the on-demand ones that the mix needs one may follow, or 1 would not stay.
     */
    @Test
    void theGoalHoldsForInstancesOfBothRounds() {
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rows.add(builder("i-" + i, i)
                    .purchaseOption(i < 2 ? PurchaseOption.ON_DEMAND : PurchaseOption.SPOT)
                    .build());
        }
        RemovalRequest request = RemovalRequest.of(Fleet.of(rows), new RemovalGoal(4, 0, 1))
                .withLeastUnits(Map.of(PurchaseOption.ON_DEMAND, 2L));

        assertThat(RemovalPlanner.plan(RemovalPolicy.of(OLDEST_INSTANCE), request)
                        .removed())
                .extracting(Instance::id)
                .containsExactly("i-2", "i-3", "i-0");
    }

    /**
     * Instances leave while capacity is at least the bound, so one leaves at the bound itself, and down to the goal.
     */
    @ParameterizedTest(name = "weights {0}, while at least {1}, never below {2}: {3}")
    @CsvSource({
        "2 1 1, 4, 0, i-0",
        "2 1 1, 5, 0, ''",
        "2 1 1, 2, 0, i-0 i-1",
        "2 1 1, 1, 0, i-0 i-1 i-2",
        "2 1 1, 0, 3, i-1",
        "2 1 1, 0, 4, ''",
        "1 1 1, 3, 0, i-0",
        "1 1 1, 4, 0, ''",
        "1 1 1, 0, 0, i-0 i-1 i-2",
        "1 1 1, 0, 2, i-0",
        "1 1 1, 0, 3, ''",
        "2 2 2, 0, 3, i-0",
        "2 2 2, 4, 0, i-0 i-1",
        "2 2 2, 9, 9, ''"
    })
    void removalGoesOnAtTheBoundItself(String weights, long whileAtLeast, long neverBelow, String removed) {
        List<Instance> rows = new ArrayList<>();
        for (String weight : weights.split(" ", -1)) {
            rows.add(builder("i-" + rows.size(), rows.size())
                    .weight(Integer.parseInt(weight))
                    .build());
        }

        RemovalPlan plan = RemovalPlanner.plan(
                RemovalPolicy.of(OLDEST_INSTANCE), Fleet.of(rows), new RemovalGoal(9, whileAtLeast, neverBelow));

        assertThat(plan.removed().stream().map(Instance::id).collect(Collectors.joining(" ")))
                .isEqualTo(removed);
    }

    /** Two stages that depend on the kind count one after the other, and one that does so counts behind the age. */
    @Test
    void theSecondStageDecidesWhatTheFirstHoldsEqual() {
        Instance cheapAndOld = builder("a", 0).source(ASC_1).build();
        Instance dearAndNew =
                builder("b", 0).price(Price.perHour("2")).source(ASC_2).build();
        Instance dearAndOld =
                builder("c", 0).price(Price.perHour("2")).source(ASC_1).build();
        Fleet fleet = Fleet.of(cheapAndOld, dearAndNew, dearAndOld);

        assertThat(RemovalPlanner.plan(
                                RemovalPolicy.of(HIGHEST_UNIT_PRICE, OLDEST_CONFIGURATION), fleet, RemovalGoal.count(3))
                        .removed())
                .containsExactly(dearAndOld, dearAndNew, cheapAndOld);
        assertThat(RemovalPlanner.plan(
                                RemovalPolicy.of(OLDEST_INSTANCE, NEWEST_CONFIGURATION), fleet, RemovalGoal.count(3))
                        .removed())
                .containsExactly(dearAndNew, cheapAndOld, dearAndOld);
    }

    /** After four of five the zones a and b stand at three like c, of which all are protected; so a loses one more. */
    @Test
    void aZoneOfWhichNobodyMayLeaveTakesNoPartInATie() {
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            String zone = i < 3 ? "c" : i % 2 == 0 ? "b" : "a";
            rows.add(builder(String.format("i-%02d", i), i)
                    .zone(Zone.of(zone))
                    .state(i < 3 ? LifecycleState.PROTECTED : LifecycleState.IN_SERVICE)
                    .build());
        }
        RemovalRequest request =
                RemovalRequest.of(Fleet.of(rows), RemovalGoal.count(5)).within(RemovalScope.LARGEST_ZONES);

        assertThat(RemovalPlanner.plan(RemovalPolicy.of(OLDEST_INSTANCE), request)
                        .removed())
                .extracting(Instance::id)
                .containsExactly("i-03", "i-04", "i-05", "i-06", "i-07");
    }

    /** At the bound one more was wanted, but it would bring capacity below the goal. */
    @Test
    void whoStaysAtTheBoundStaysForTheGoal() {
        Fleet fleet = Fleet.of(
                builder("a", 0).weight(4).build(), builder("b", 1).weight(4).build());

        RemovalPlan plan = RemovalPlanner.plan(RemovalPolicy.of(OLDEST_INSTANCE), fleet, new RemovalGoal(9, 8, 6));

        assertThat(plan.removed()).isEmpty();
        assertThat(plan.kept())
                .extracting(RemovalPlan.Kept::reason)
                .containsOnly(KeptReason.CAPACITY_WOULD_FALL_BELOW_GOAL);
    }

    /**
     * All are of one age; who is too heavy, or has no capacity of its purchase option to spare, is not among the tied.
     */
    @Test
    void theTiedAreThoseAmongWhichChanceChooses() {
        RemovalPolicy oldest = RemovalPolicy.of(OLDEST_INSTANCE);
        Fleet weights =
                Fleet.of(builder("a", 0).weight(4).build(), builder("b", 0).build());
        Instance onDemand =
                builder("c", 0).purchaseOption(PurchaseOption.ON_DEMAND).build();
        Instance spot = builder("d", 0).purchaseOption(PurchaseOption.SPOT).build();
        Instance another = builder("e", 0).purchaseOption(PurchaseOption.SPOT).build();

        assertThat(tied(oldest, RemovalRequest.of(weights, new RemovalGoal(9, 0, 4))))
                .containsExactly("b");
        assertThat(tied(oldest, RemovalRequest.of(weights, new RemovalGoal(9, 0, 1))))
                .containsExactly("a", "b");
        assertThat(tied(oldest, RemovalRequest.of(weights, new RemovalGoal(9, 0, 5))))
                .isEmpty();
        RemovalRequest mixed = RemovalRequest.of(Fleet.of(onDemand, spot, another), RemovalGoal.count(1));
        assertThat(tied(oldest, mixed)).containsExactly("c", "d", "e");
        assertThat(tied(oldest, mixed.withLeastUnits(Map.of(PurchaseOption.ON_DEMAND, 0L))))
                .containsExactly("c", "d", "e");
        assertThat(tied(oldest, mixed.withLeastUnits(Map.of(PurchaseOption.ON_DEMAND, 1L))))
                .containsExactly("d", "e");
        assertThat(tied(oldest, mixed.withLeastUnits(Map.of(PurchaseOption.ON_DEMAND, 1L, PurchaseOption.SPOT, 2L))))
                .containsExactly("c", "d", "e");
        assertThat(tied(oldest, mixed.withLeastUnits(Map.of(PurchaseOption.SPOT, 2L))))
                .containsExactly("c");
    }

    private static List<String> tied(RemovalPolicy policy, RemovalRequest request) {
        return RemovalPlanner.tied(policy, request).stream().map(Instance::id).toList();
    }

    @Test
    void plansAreEqualWhenPolicyRequestAndLeavingRowsAre() {
        RemovalPolicy oldest = RemovalPolicy.of(OLDEST_INSTANCE);
        RemovalRequest two = RemovalRequest.of(GUIDE, RemovalGoal.count(2));
        RemovalRequest again = RemovalRequest.of(Fleet.of(new ArrayList<>(GUIDE)), RemovalGoal.count(2));

        new EqualsTester()
                .addEqualityGroup(RemovalPlanner.plan(oldest, two), RemovalPlanner.plan(oldest, again))
                .addEqualityGroup(RemovalPlanner.plan(RemovalPolicy.of(NEWEST_INSTANCE), two))
                .addEqualityGroup(RemovalPlanner.plan(RemovalPolicy.of(OLDEST_CONFIGURATION), two))
                .addEqualityGroup(RemovalPlanner.plan(oldest, GUIDE, RemovalGoal.count(3)))
                .addEqualityGroup(RemovalPlanner.plan(oldest, GUIDE, new RemovalGoal(2, 1, 0)))
                .testEquals();
        // Chance may choose other rows for the same policy and request.
        RemovalPlan byId = RemovalPlanner.plan(RemovalPolicy.of(OLDEST_CONFIGURATION), two);
        assertThat(RemovalPlanner.plan(RemovalPolicy.of(OLDEST_CONFIGURATION), two, new Random(2)))
                .isNotEqualTo(byId)
                .doesNotHaveSameHashCodeAs(byId);
        assertThat(byId.policy()).isEqualTo(RemovalPolicy.of(OLDEST_CONFIGURATION));
        assertThat(byId.request()).isEqualTo(two);
    }

    @Test
    void plansPrintTheFirstTenIdsOfTheFleet() {
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add(instance("i-" + (char) ('a' + i), 20 - i, ASC_1));
        }
        Fleet fleet = Fleet.of(rows);
        RemovalPolicy newest = RemovalPolicy.of(NEWEST_INSTANCE);

        assertThat(RemovalPlanner.plan(newest, fleet, RemovalGoal.count(2))).hasToString("RemovalPlan of 2 [i-a, i-b]");
        assertThat(RemovalPlanner.plan(newest, fleet, RemovalGoal.count(10)))
                .hasToString("RemovalPlan of 10 [i-a, i-b, i-c, i-d, i-e, i-f, i-g, i-h, i-i, i-j]");
        assertThat(RemovalPlanner.plan(newest, fleet, RemovalGoal.count(12)))
                .hasToString("RemovalPlan of 12 [i-a, i-b, i-c, i-d, i-e, i-f, i-g, i-h, i-i, i-j]...");
    }

    @Test
    void rowsOutsideTheFleetAreRefused() {
        RemovalPlan plan = RemovalPlanner.plan(RemovalPolicy.of(OLDEST_INSTANCE), GUIDE, RemovalGoal.count(1));

        assertThat(plan.leaves(0)).isTrue();
        assertThat(plan.leaves(4)).isFalse();
        assertThatThrownBy(() -> plan.leaves(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> plan.leaves(5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void takesNothingFromNothing() {
        assertThat(removed(OLDEST_INSTANCE, Fleet.empty(), 3)).isEmpty();
        assertThat(removed(OLDEST_INSTANCE, GUIDE, 0)).isEmpty();
        assertThat(removed(OLDEST_INSTANCE, GUIDE, Integer.MAX_VALUE)).hasSize(5);
        assertThatThrownBy(() -> RemovalGoal.count(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RemovalGoal.downTo(1, 0)).hasMessage("largestWeight (0) must be >= 1");
        assertThatThrownBy(() -> RemovalGoal.downTo(Long.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
    }
}
