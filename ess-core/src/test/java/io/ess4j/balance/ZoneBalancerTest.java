package io.ess4j.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of zone balance; each row names its source. */
class ZoneBalancerTest {
    private static final int PLENTY = Integer.MAX_VALUE;

    /** Kubernetes Cluster Autoscaler, balancing_processor_test.go: group sizes and maxima, nodes to add, new sizes. */
    static Stream<Arguments> clusterAutoscalerCases() {
        return Stream.of(
                row("C1 one group, one more", ints(1), ints(10), 1, ints(2)),
                row("C1 one group, four more", ints(1), ints(10), 4, ints(5)),
                row("C3 full group", ints(1), ints(1), 1, ints(1)),
                row("C4 one of two full, one more", ints(1, 1), ints(1, 3), 1, ints(1, 2)),
                row("C4 one of two full, five more", ints(1, 1), ints(1, 3), 5, ints(1, 3)),
                row("C5 level, then the larger maximum", ints(1, 3), ints(3, 10), 4, ints(3, 5)),
                row("C7 group over its maximum is left alone", ints(6, 1), ints(3, 3), 1, ints(6, 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clusterAutoscalerCases")
    void balancesLikeClusterAutoscaler(String name, int[] sizes, int[] maxima, long amount, int[] expected) {
        int[] room = new int[sizes.length];
        for (int j = 0; j < sizes.length; j++) {
            room[j] = Math.max(0, maxima[j] - sizes[j]);
        }

        int[] gains = ZoneBalancer.additions(sizes, room, amount);

        assertThat(sum(sizes, gains)).as(name).containsExactly(expected);
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                row("guide 1.4: 100 over one zone", ints(0), ints(PLENTY), 100, ints(100)),
                row("guide 1.4: 100 over two zones", ints(0, 0), ints(PLENTY, PLENTY), 100, ints(50, 50)),
                row(
                        "guide 1.4: 100 over three zones",
                        ints(0, 0, 0),
                        ints(PLENTY, PLENTY, PLENTY),
                        100,
                        ints(34, 33, 33)),
                row("guide 1.4: 100 over six", new int[6], plenty(6), 100, ints(17, 17, 17, 17, 16, 16)),
                row("class example", ints(5, 1, 3), plenty(3), 7, ints(1, 4, 2)),
                row("ties go to the lowest index", ints(2, 2, 2), plenty(3), 2, ints(1, 1, 0)),
                row("zone without room does not set the level", ints(0, 9, 9), ints(0, 5, 5), 3, ints(0, 2, 1)),
                row("level above the lowest count plus amount", ints(0, 100), ints(1, 5), 3, ints(1, 2)),
                row("nothing to add", ints(3, 1), plenty(2), 0, ints(0, 0)),
                row("no room at all", ints(3, 1), ints(0, 0), 4, ints(0, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additions")
    void addsWhereFewestStand(String name, int[] counts, int[] room, long amount, int[] expected) {
        assertThat(ZoneBalancer.additions(counts, room, amount)).as(name).containsExactly(expected);
    }

    static Stream<Arguments> removals() {
        return Stream.of(
                row("peers A21: zone with two gives one", ints(2, 1), ints(0, 0), 1, ints(1, 0)),
                row("semantics 5: zone I has 3 of 5", ints(2, 3), ints(0, 0), 1, ints(0, 1)),
                row("protected ones stay", ints(5, 2), ints(5, 0), 3, ints(0, 2)),
                row("floor above the count", ints(1, 2), ints(4, 0), 3, ints(0, 2)),
                row("ties from the lowest index", ints(3, 3, 3), ints(0, 0, 0), 4, ints(2, 1, 1)),
                row("all of them", ints(3, 1), ints(0, 0), 9, ints(3, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("removals")
    void removesWhereMostStand(String name, int[] counts, int[] floors, long amount, int[] expected) {
        assertThat(ZoneBalancer.removals(counts, floors, amount)).as(name).containsExactly(expected);
    }

    static Stream<Arguments> shares() {
        return Stream.of(
                row("class example", ints(3, 2, 2), 10, ints(4, 3, 3)),
                // Balinski and Young, Fair Representation, five states, 26 seats, recomputed: 7179 / 7.5 is the largest
                // next quotient
                row(
                        "Webster: 9061 7179 5259 3319 1182, 26 seats",
                        ints(9061, 7179, 5259, 3319, 1182),
                        26,
                        ints(9, 8, 5, 3, 1)),
                row("share 0 gains nothing", ints(0, 1, 1), 3, ints(0, 2, 1)),
                row("no shares at all", ints(0, 0), 3, ints(0, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shares")
    void addsInProportion(String name, int[] shares, long amount, int[] expected) {
        int[] empty = new int[shares.length];

        assertThat(ZoneBalancer.proportionalAdditions(empty, plenty(shares.length), shares, amount))
                .as(name)
                .containsExactly(expected);
    }

    @Test
    void reportsHowManyWerePlaced() {
        int[] gains = new int[2];

        assertThat(ZoneBalancer.additions(ints(0, 0), ints(2, 3), 3, gains)).isEqualTo(3);
        assertThat(ZoneBalancer.additions(ints(0, 0), ints(2, 3), 9, gains)).isEqualTo(5);
        assertThat(ZoneBalancer.removals(ints(4, 3), ints(3, 3), 9, gains)).isEqualTo(1);
        assertThat(gains).containsExactly(1, 0);
    }

    static Stream<Arguments> guesses() {
        return Stream.of(
                Arguments.of("two zones rise, 10 are missing", 50, 10, 2, 55),
                Arguments.of("rounded down", 50, 3, 2, 51),
                Arguments.of("a surplus leads back, rounded down", 50, -3, 2, 48),
                Arguments.of("no zone rises: as if one did", 50, 7, 0, 57),
                Arguments.of("heights of removals are negative", -50, 10, 2, -45));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guesses")
    void guessesTheLevelAlongTheSlope(String name, long guess, long missing, long rising, long expected) {
        assertThat(WaterLevel.along(guess, missing, rising)).as(name).isEqualTo(expected);
    }

    @Test
    void halvesBetweenHeightsOfEitherSign() {
        assertThat(WaterLevel.middle(3, 10)).isEqualTo(6);
        assertThat(WaterLevel.middle(-10, -3)).isEqualTo(-7);
        assertThat(WaterLevel.between(40, 40, 60)).isEqualTo(41);
        assertThat(WaterLevel.between(40, 50, 60)).isEqualTo(50);
        assertThat(WaterLevel.between(40, 60, 60)).isEqualTo(59);
    }

    private static Arguments row(String name, int[] counts, int[] bounds, long amount, int[] expected) {
        return Arguments.of(name, counts, bounds, amount, expected);
    }

    private static Arguments row(String name, int[] shares, long amount, int[] expected) {
        return Arguments.of(name, shares, amount, expected);
    }

    private static int[] ints(int... values) {
        return values;
    }

    private static int[] plenty(int zones) {
        int[] room = new int[zones];
        java.util.Arrays.fill(room, PLENTY);
        return room;
    }

    private static int[] sum(int[] a, int[] b) {
        int[] sum = new int[a.length];
        for (int j = 0; j < a.length; j++) {
            sum[j] = a[j] + b[j];
        }
        return sum;
    }
}
