package io.ess4j.removal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import io.ess4j.model.table.FleetTable;
import io.ess4j.testing.Generators;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cuts by sample against counted cuts and against taking rows one by one, on fleets that are large enough to be sampled
 * and built to deceive a sample.
 */
class CutSelectionProperties {
    private static final InstanceType TYPE = InstanceType.of("ecs.g6.large", 2, 8192);

    /** How the ages lie in the fleet. */
    enum Ages {
        RANDOM,
        ALL_EQUAL,
        FEW,
        RISING,
        FALLING,
        REPEATING,
        /** All but one row in a hundred joined at once. */
        RARE,
        /** What the sample looks at is younger than everything else. */
        HIDDEN
    }

    private static long age(Ages ages, int row, int size, SplittableRandom random) {
        return switch (ages) {
            case RANDOM -> random.nextInt(1_000_000);
            case ALL_EQUAL -> 0;
            case FEW -> random.nextInt(3);
            case RISING -> row;
            case FALLING -> size - row;
            case REPEATING -> row % 64;
            case RARE -> random.nextInt(100) == 0 ? random.nextInt(1000) : 500;
            case HIDDEN -> row % 16 == 0 ? random.nextInt(1000) : 2000 + random.nextInt(1000);
        };
    }

    private static FleetTable fleet(Ages ages, int size, int zones, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Instance> rows = new ArrayList<>(size);
        for (int row = 0; row < size; row++) {
            Instance.Builder instance = Instance.builder("i-" + Integer.toHexString(random.nextInt(1 << 8) << 20 | row))
                    .type(TYPE)
                    .zone(Zone.of("zone-" + random.nextInt(zones)))
                    .price(Price.perHour("0.5"))
                    .joinedAt(Generators.MONDAY.plusSeconds(age(ages, row, size, random)))
                    .state(random.nextInt(20) == 0 ? LifecycleState.PROTECTED : LifecycleState.IN_SERVICE);
            if (random.nextInt(10) > 0) {
                instance.source(new ConfigurationSource("asc-" + row % 3, Generators.MONDAY.plusSeconds(row % 3)));
            }
            rows.add(instance.build());
        }
        return FleetTable.of(Fleet.of(rows));
    }

    /** Sorts everybody, then takes the first of the largest zones, one at a time. */
    private static List<Integer> sortedAndDealt(FleetTable table, LeavingOrder order, boolean byZone, int amount) {
        int zones = byZone ? table.zones().size() : 1;
        int[] counts = new int[zones];
        List<ArrayDeque<Integer>> queues = new ArrayList<>();
        for (int zone = 0; zone < zones; zone++) {
            queues.add(new ArrayDeque<>());
        }
        for (int row = 0; row < table.size(); row++) {
            counts[byZone ? table.zone(row) : 0]++;
        }
        IntStream.range(0, table.size())
                .filter(order::isEligible)
                .boxed()
                .sorted(order::compare)
                .forEach(row -> queues.get(byZone ? table.zone(row) : 0).add(row));
        List<Integer> dealt = new ArrayList<>();
        while (dealt.size() < amount && queues.stream().anyMatch(q -> !q.isEmpty())) {
            int zone = IntStream.range(0, zones)
                    .boxed()
                    .filter(z -> !queues.get(z).isEmpty())
                    .min(Comparator.comparing((Integer z) -> -counts[z])
                            .thenComparing(z -> queues.get(z).element(), order::compare))
                    .orElseThrow();
            dealt.add(queues.get(zone).remove());
            counts[zone]--;
        }
        return dealt;
    }

    @Provide
    Arbitrary<RemovalPolicy> policies() {
        return Arbitraries.of(
                RemovalPolicy.DEFAULT,
                RemovalPolicy.of(RemovalCriterion.NEWEST_INSTANCE),
                RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE, RemovalCriterion.NEWEST_CONFIGURATION),
                RemovalPolicy.of(RemovalCriterion.HIGHEST_UNIT_PRICE, RemovalCriterion.OLDEST_CONFIGURATION));
    }

    /**
     * A sample that never held, or one that left all rows to compare, would give the same plans at several times the
     * cost. Of a hundred zones it sees too few rows each.
     */
    @ParameterizedTest(name = "{0}, {1} zones, {2} percent")
    @CsvSource({
        "OLDEST_INSTANCE, 4, 1, 20",
        "OLDEST_INSTANCE, 4, 10, 9",
        "NEWEST_INSTANCE, 4, 50, 6",
        "NEWEST_INSTANCE, 1, 93, 20",
        "OLDEST_INSTANCE, 100, 10, 1"
    })
    void aSampleOfRandomAgesHoldsAndNarrows(RemovalCriterion age, int zones, int percent, int narrower) {
        int size = 16 * SampledCuts.LEAST_ROWS;
        int amount = size / 100 * percent;
        FleetTable table = fleet(Ages.RANDOM, size, zones, 42);
        RemovalRequest request =
                RemovalRequest.of(table, RemovalGoal.count(amount)).within(RemovalScope.LARGEST_ZONES);
        LeavingOrder order = new LeavingOrder(RemovalPolicy.of(age), request, null);
        ZoneQuotas quotas = ZoneQuotas.of(table, order, RemovalScope.LARGEST_ZONES, amount);
        Cuts cuts = Cuts.find(table, order, quotas);
        assertThat(SampledCuts.fit(cuts, order, size)).isTrue();

        SampledCuts.narrow(cuts, table, order, quotas);

        long[] leaving = new CutSelection(table, order, quotas).apply(cuts);
        BitSet expected = new BitSet();
        sortedAndDealt(table, order, true, amount).forEach(expected::set);
        assertThat(BitSet.valueOf(requireNonNull(leaving))).isEqualTo(expected);
        int[] kind = table.columns().kind();
        int compared = (int) IntStream.range(0, size)
                .filter(row -> cuts.isCut[kind[row]])
                .filter(row -> order.value(row) >= cuts.sure[kind[row]] && order.value(row) <= cuts.maybe[kind[row]])
                .count();
        assertThat(compared).isBetween(cuts.expected * 3 / 4, cuts.expected * 4 / 3);
        assertThat(compared).isLessThanOrEqualTo(size / narrower);
    }

    @Property(tries = 40)
    void largeFleetsLoseTheSameRowsAsOneByOne(
            @ForAll Ages ages,
            @ForAll @IntRange(min = 1, max = 6) int zones,
            @ForAll @IntRange(min = 0, max = 100) int percent,
            @ForAll boolean byZone,
            @ForAll("policies") RemovalPolicy policy,
            @ForAll long seed) {
        int size = 8 * SampledCuts.LEAST_ROWS + (int) (seed & 0xFFF);
        FleetTable table = fleet(ages, size, zones, seed);
        RemovalGoal goal = RemovalGoal.count(size * percent / 100 + (int) (seed >>> 60));
        RemovalScope scope = byZone ? RemovalScope.LARGEST_ZONES : RemovalScope.ALL;
        RemovalRequest request = RemovalRequest.of(table, goal).within(scope);
        LeavingOrder order = new LeavingOrder(policy, request, null);

        BitSet expected = new BitSet();
        List<Integer> dealt =
                sortedAndDealt(table, order, byZone, request.goal().mostInstances());
        dealt.forEach(expected::set);
        assertThat(OneByOne.take(table, order, request))
                .containsExactly(dealt.stream().mapToInt(row -> row).toArray());
        RemovalPlan plan = RemovalPlanner.plan(policy, request);
        BitSet leaving = new BitSet();
        IntStream.range(0, size).filter(plan::leaves).forEach(leaving::set);
        assertThat(leaving).isEqualTo(expected);
    }
}
