package io.ess4j.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The water level against the documented rule applied one instance at a time. */
class ZoneBalancerProperties {
    @SuppressWarnings("ArrayRecordComponent")
    record Zones(int[] counts, int[] bounds, int[] shares) {
        @Override
        public String toString() {
            return "counts " + Arrays.toString(counts) + ", bounds " + Arrays.toString(bounds) + ", shares "
                    + Arrays.toString(shares);
        }
    }

    @Provide
    Arbitrary<Zones> zones() {
        return Arbitraries.integers().between(1, 9).flatMap(z -> {
            Arbitrary<int[]> small = ints(0, 12).array(int[].class).ofSize(z);
            return Combinators.combine(
                            small,
                            ints(0, 10).array(int[].class).ofSize(z),
                            ints(0, 7).array(int[].class).ofSize(z))
                    .as(Zones::new);
        });
    }

    @Provide
    Arbitrary<Zones> hugeZones() {
        Arbitrary<Integer> near = Arbitraries.oneOf(ints(Integer.MAX_VALUE - 9, Integer.MAX_VALUE), ints(0, 9));
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(z -> Combinators.combine(
                                near.array(int[].class).ofSize(z),
                                near.array(int[].class).ofSize(z),
                                ints(0, ProportionalFill.MAX_SHARE)
                                        .array(int[].class)
                                        .ofSize(z))
                        .as(Zones::new));
    }

    @Property(tries = 2000)
    void additionsEqualOneByOne(@ForAll("zones") Zones zones, @ForAll @IntRange(max = 60) int amount) {
        assertThat(ZoneBalancer.additions(zones.counts, zones.bounds, amount))
                .containsExactly(oneByOne(zones, amount, 1, false));
    }

    @Property(tries = 2000)
    void removalsEqualOneByOne(@ForAll("zones") Zones zones, @ForAll @IntRange(max = 60) int amount) {
        assertThat(ZoneBalancer.removals(zones.counts, zones.bounds, amount))
                .containsExactly(oneByOne(zones, amount, -1, false));
    }

    @Property(tries = 2000)
    void proportionalEqualsOneByOne(@ForAll("zones") Zones zones, @ForAll @IntRange(max = 60) int amount) {
        assertThat(ZoneBalancer.proportionalAdditions(zones.counts, zones.bounds, zones.shares, amount))
                .containsExactly(oneByOne(zones, amount, 1, true));
    }

    @Property
    void hugeCountsKeepTheInvariants(@ForAll("hugeZones") Zones zones, @ForAll("amounts") long amount) {
        int[] gains = ZoneBalancer.additions(zones.counts, zones.bounds, amount);

        long placed = 0;
        long capacity = 0;
        long lowestWithRoom = Long.MAX_VALUE;
        long highestGaining = Long.MIN_VALUE;
        for (int j = 0; j < gains.length; j++) {
            assertThat(gains[j]).isBetween(0, zones.bounds[j]);
            placed += gains[j];
            capacity += zones.bounds[j];
            long after = (long) zones.counts[j] + gains[j];
            lowestWithRoom = gains[j] < zones.bounds[j] ? Math.min(lowestWithRoom, after) : lowestWithRoom;
            highestGaining = gains[j] > 0 ? Math.max(highestGaining, after) : highestGaining;
        }
        assertThat(placed).isEqualTo(Math.min(amount, capacity));
        if (lowestWithRoom != Long.MAX_VALUE && highestGaining != Long.MIN_VALUE) {
            assertThat(highestGaining - lowestWithRoom).isLessThanOrEqualTo(1);
        }
    }

    @Property
    void hugeCountsRemoveEvenly(@ForAll("hugeZones") Zones zones, @ForAll("amounts") long amount) {
        int[] losses = ZoneBalancer.removals(zones.counts, zones.bounds, amount);

        long taken = 0;
        long capacity = 0;
        for (int j = 0; j < losses.length; j++) {
            int most = Math.max(0, zones.counts[j] - zones.bounds[j]);
            assertThat(losses[j]).isBetween(0, most);
            taken += losses[j];
            capacity += most;
        }
        assertThat(taken).isEqualTo(Math.min(amount, capacity));
    }

    @Property
    void hugeSharesStayInRoomAndPlaceAll(@ForAll("hugeZones") Zones zones, @ForAll("amounts") long amount) {
        int[] gains = ZoneBalancer.proportionalAdditions(zones.counts, zones.bounds, zones.shares, amount);

        long placed = 0;
        long capacity = 0;
        for (int j = 0; j < gains.length; j++) {
            assertThat(gains[j]).isBetween(0, zones.bounds[j]);
            placed += gains[j];
            capacity += zones.shares[j] == 0 ? 0 : zones.bounds[j];
        }
        assertThat(placed).isEqualTo(Math.min(amount, capacity));
    }

    @Property
    void twoStepsEqualOne(
            @ForAll("zones") Zones zones, @ForAll @IntRange(max = 30) int a, @ForAll @IntRange(max = 30) int b) {
        int[] first = ZoneBalancer.additions(zones.counts, zones.bounds, a);
        int z = first.length;
        int[] counts = new int[z];
        int[] room = new int[z];
        for (int j = 0; j < z; j++) {
            counts[j] = zones.counts[j] + first[j];
            room[j] = zones.bounds[j] - first[j];
        }
        int[] second = ZoneBalancer.additions(counts, room, b);

        int[] together = ZoneBalancer.additions(zones.counts, zones.bounds, a + b);

        for (int j = 0; j < z; j++) {
            assertThat(first[j] + second[j]).isEqualTo(together[j]);
        }
    }

    @Provide
    Arbitrary<Long> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 40),
                Arbitraries.longs().between(Integer.MAX_VALUE - 20L, 2L * Integer.MAX_VALUE + 20),
                Arbitraries.just(Long.MAX_VALUE));
    }

    /** The rule as the documents state it: one instance, look again, one more. */
    private static int[] oneByOne(Zones zones, int amount, int direction, boolean proportional) {
        int z = zones.counts.length;
        int[] taken = new int[z];
        for (int step = 0; step < amount; step++) {
            int best = -1;
            for (int j = 0; j < z; j++) {
                int room = direction > 0 ? zones.bounds[j] : zones.counts[j] - zones.bounds[j];
                boolean open = taken[j] < room && (!proportional || zones.shares[j] > 0);
                if (open && (best < 0 || before(zones, taken, direction, proportional, j, best))) {
                    best = j;
                }
            }
            if (best < 0) {
                break;
            }
            taken[best]++;
        }
        return taken;
    }

    private static boolean before(Zones zones, int[] taken, int direction, boolean proportional, int a, int b) {
        long standingA = zones.counts[a] + (long) direction * taken[a];
        long standingB = zones.counts[b] + (long) direction * taken[b];
        if (proportional) {
            return (2 * standingA + 1) * zones.shares[b] < (2 * standingB + 1) * zones.shares[a];
        }
        return direction * standingA < direction * standingB;
    }

    private static Arbitrary<Integer> ints(int least, int most) {
        return Arbitraries.integers().between(least, most);
    }
}
