package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bounds that a search under caps uses, worked out by hand. Pools a to d have 5 instances each of 1, 1, 2 and 1 units
 * at 1, 2, 6 and 10; d is the base pool. Where it is kept, the first cap lets a and b bring 4 units, the second b and c
 * 3 units. They share b, so one end keeps the first only and the other the second.
 */
class CapRelaxationTest {
    private static final long[] PRICE = {1, 2, 6, 10};
    private static final int[] WEIGHT = {1, 1, 2, 1};
    private static final int[] STOCK = {5, 5, 5, 5};
    private static final boolean[] IS_BASE = {false, false, false, true};
    private static final List<int[]> MEMBERS = List.of(new int[] {0, 1}, new int[] {1, 2});
    private static final long[] MOST = {4, 3};

    @ParameterizedTest(name = "first cap {0}, demand {1}, {2} from the base, {3} of a and {4} of c held: {5}")
    @CsvSource({
        "true, 0, 0, 0, 0, 0 short 0",
        "true, 3, 0, 0, 0, 3 short 0",
        // 4 of a, then c: two instances, or one and a half
        "true, 8, 0, 0, 0, 16 short 0",
        "true, 7, 0, 0, 0, 13 short 0",
        // what is held is not bought again, and takes of its cap
        "true, 8, 0, 1, 0, 15 short 0",
        "true, 8, 0, 1, 1, 9 short 0",
        // two of d are bought first and not twice
        "true, 8, 2, 0, 0, 30 short 0",
        "true, 19, 2, 0, 0, 84 short 0",
        "true, 20, 2, 0, 0, 84 short 1",
        "true, 8, 6, 0, 0, 52 short 1",
        "true, 30, 0, 0, 0, 84 short 11",
        "true, 30, 0, 0, 1, 78 short 11",
        // 5 of a and 3 of b; then nothing of b and c, but d
        "false, 8, 0, 0, 0, 11 short 0",
        "false, 9, 0, 0, 0, 21 short 0",
        "false, 9, 0, 0, 1, 17 short 0",
        "false, 30, 0, 0, 0, 61 short 17"
    })
    void costsTheLeastUnderTheCapsThatAreKept(
            boolean first, long demand, long base, int heldA, int heldC, String expected) {
        CoverProblem problem = CoverProblem.of(PRICE, WEIGHT, STOCK, demand);
        CapRelaxation relaxation = new CapRelaxation(problem, IS_BASE, base, MEMBERS, MOST, first);

        relaxation.solve(new int[] {heldA, 0, heldC, 0}, STOCK);

        assertThat(relaxation.cost() + " short " + relaxation.shortfall()).isEqualTo(expected);
    }
}
