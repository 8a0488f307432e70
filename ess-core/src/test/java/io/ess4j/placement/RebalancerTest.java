package io.ess4j.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Zone;
import io.ess4j.placement.RebalancePlan.Refusal;
import io.ess4j.placement.RebalancePlan.ZoneCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebalancerTest {
    private static final InstanceType TYPE = InstanceType.of("t.a", 2, 1024);

    @Test
    void levelsZonesByCreatingFirst() {
        RebalancePlan plan = plan(new int[] {6, 2, 1}, new int[3], 100);

        assertThat(plan.create()).containsExactly(count(1, 1), count(2, 2));
        assertThat(plan.remove()).containsExactly(count(0, 3));
        assertThat(plan.moves()).isEqualTo(3);
        assertThat(plan.batch()).isEqualTo(3);
    }

    /** Contract section 20, conformance RB1: a maximum of 15 may be exceeded by ceil(1.5) = 2. */
    @ParameterizedTest(name = "maximum {0}, {1} instances: batches of {2}")
    @CsvSource({"15, 15, 2", "10, 10, 1", "5, 5, 1", "1, 1, 0", "20, 10, 5", "0, 10, 0"})
    void exceedsTheMaximumByTenPercent(int max, int instances, int batch) {
        int[] counts = {instances, 0};

        assertThat(plan(counts, new int[2], max).batch()).isEqualTo(Math.min(batch, instances / 2));
    }

    /** Contract section 20: a difference of 2 is the least that is significant. */
    @Test
    void aDifferenceOfTwoIsEnough() {
        assertThat(plan(new int[] {3, 1}, new int[2], 10).moves()).isEqualTo(1);
        assertThat(plan(new int[] {2, 1}, new int[2], 10).moves()).isZero();
    }

    /** Zones with the most keep what does not divide evenly; stopped instances count as much as they level. */
    @Test
    void movesNoMoreThanLevels() {
        assertThat(plan(new int[] {1, 4, 2}, new int[3], 100).create()).containsExactly(count(0, 1));
        assertThat(plan(new int[] {1, 4, 2}, new int[3], 100).remove()).containsExactly(count(1, 1));
        assertThat(plan(new int[] {2, 1, 4}, new int[3], 100).create()).containsExactly(count(1, 1));
        assertThat(plan(new int[] {3, 3, 1}, new int[3], 100).remove()).containsExactly(count(1, 1));
        assertThat(plan(new int[] {5, 5, 1}, new int[3], 100).create()).containsExactly(count(2, 2));
        assertThat(plan(new int[] {5, 5, 1}, new int[3], 100).remove()).containsExactly(count(0, 1), count(1, 1));

        RebalancePlan stopped = plan(new int[] {6, 2, 1}, new int[] {0, 3, 0}, 100);
        assertThat(stopped.create()).containsExactly(count(2, 2));
        assertThat(stopped.remove()).containsExactly(count(0, 2));
        assertThat(plan(new int[] {6, 0}, new int[] {0, 2}, 100).moves()).isEqualTo(2);
        assertThat(plan(new int[] {6, 0}, new int[] {2, 0}, 100).moves()).isEqualTo(3);
        // 10 and one more may stand; eleven do.
        assertThat(plan(new int[] {8, 3}, new int[2], 10).refusal()).contains(Refusal.NO_SURPLUS);
    }

    @Test
    void movesAtMostTwenty() {
        assertThat(plan(new int[] {100, 0}, new int[2], 1000).moves()).isEqualTo(20);
    }

    /** Peers Z4 and Z5, Azure zone balance: a = active, d = deallocated. */
    @Test
    void stoppedInstancesAreASecondCondition() {
        assertThat(plan(new int[] {5, 5, 0}, new int[] {0, 0, 5}, 100).refusal())
                .contains(Refusal.BALANCED_WITH_STOPPED);
        assertThat(plan(new int[] {2, 4, 4}, new int[] {5, 0, 0}, 100).refusal())
                .contains(Refusal.BALANCED_WITH_STOPPED);
    }

    /** Guide map C-20-1: a zone gives no more than it is above both levels, and takes no more than it is below both. */
    @ParameterizedTest(name = "active {0}, stopped {1}: create {2}, remove {3}")
    @CsvSource({
        "3 3 0, 3 0 0, z2 1, z0 1",
        "3 3 0, 0 3 0, z2 1, z1 1",
        "1 0 5, 0 3 0, z0 1, z2 1",
        "0 1 5, 3 0 0, z1 1, z2 1"
    })
    void bothLevelsLimitWhatMoves(String active, String stopped, String create, String remove) {
        RebalancePlan plan = plan(counts(active), counts(stopped), 100);

        assertThat(plan.create()).extracting(c -> c.zone() + " " + c.count()).containsExactly(create);
        assertThat(plan.remove()).extracting(c -> c.zone() + " " + c.count()).containsExactly(remove);
    }

    private static int[] counts(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }

    @Test
    void refusesWithAReason() {
        assertThat(plan(new int[] {5}, new int[1], 10).refusal()).contains(Refusal.FEWER_THAN_TWO_ZONES);
        assertThat(plan(new int[] {3, 2}, new int[2], 10).refusal()).contains(Refusal.BALANCED);
        assertThat(Rebalancer.plan(
                                zones(2),
                                new int[2],
                                fleet(new int[] {4, 0}, new int[2], LifecycleState.IN_SERVICE),
                                10)
                        .refusal())
                .contains(Refusal.NO_ROOM);
        assertThat(Rebalancer.plan(zones(2), room(2), fleet(new int[] {4, 0}, new int[2], LifecycleState.PROTECTED), 10)
                        .refusal())
                .contains(Refusal.NOTHING_MOVABLE);
        assertThat(plan(new int[] {4, 0}, new int[2], 2).refusal()).contains(Refusal.NO_SURPLUS);
        assertThatThrownBy(() -> Rebalancer.plan(zones(2), new int[1], Fleet.empty(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("room (1 zones) must have as many zones as zones (2), and max (1) must be >= 0");
    }

    /** No loops: a group that follows plans becomes level and stays so. */
    @Property(tries = 300)
    void followingPlansEndsBalanced(@ForAll @Size(min = 2, max = 6) List<@IntRange(max = 60) Integer> start) {
        int[] counts = start.stream().mapToInt(i -> i).toArray();
        int total = Arrays.stream(counts).sum();
        int runs = 0;
        RebalancePlan plan = plan(counts, new int[counts.length], 2 * total + 10);
        while (plan.refusal().isEmpty()) {
            for (ZoneCount c : plan.create()) {
                counts[Integer.parseInt(c.zone().id().substring(1))] += c.count();
            }
            for (ZoneCount c : plan.remove()) {
                counts[Integer.parseInt(c.zone().id().substring(1))] -= c.count();
            }
            assertThat(++runs).isLessThanOrEqualTo(total / 20 + 1);
            plan = plan(counts, new int[counts.length], 2 * total + 10);
        }
        assertThat(plan.refusal()).contains(Refusal.BALANCED);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(total);
        assertThat(Arrays.stream(counts).max().orElseThrow()
                        - Arrays.stream(counts).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    private static RebalancePlan plan(int[] active, int[] stopped, int max) {
        return Rebalancer.plan(
                zones(active.length), room(active.length), fleet(active, stopped, LifecycleState.IN_SERVICE), max);
    }

    private static List<Zone> zones(int count) {
        return Fixtures.zones(count);
    }

    private static int[] room(int zones) {
        int[] room = new int[zones];
        Arrays.fill(room, Integer.MAX_VALUE);
        return room;
    }

    private static ZoneCount count(int zone, int count) {
        return new ZoneCount(Zone.of("z" + zone), count);
    }

    private static Fleet fleet(int[] active, int[] stopped, LifecycleState state) {
        List<Instance> instances = new ArrayList<>();
        for (int z = 0; z < active.length; z++) {
            for (int i = 0; i < active[z] + stopped[z]; i++) {
                instances.add(Fixtures.instance("i-" + z + "-" + i, Fixtures.spot(TYPE, Zone.of("z" + z), "0.1"), 1)
                        .withState(i < active[z] ? state : LifecycleState.STOPPED));
            }
        }
        return Fleet.of(instances);
    }
}
