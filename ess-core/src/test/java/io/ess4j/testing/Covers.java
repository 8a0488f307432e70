package io.ess4j.testing;

import io.ess4j.capacity.CoverProblem;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary covering problems of several kinds; each shrinks to few, cheap, light pools and a small demand. */
public final class Covers {
    /** What makes a problem hard. */
    public enum Kind {
        RANDOM,
        EQUAL_UNIT_PRICES,
        NEARLY_EQUAL,
        /** One dear pool of weight 1 among even weights: an odd demand needs it or one unit too many. */
        PARITY_TRAP,
        COMMON_DIVISOR,
        FREE_ONES,
        FEW_WEIGHTS
    }

    /** How large problems may become; all numbers are included. */
    public record Size(int leastPools, int mostPools, int mostWeight, int mostStock, int mostDemand) {}

    private record Pool(int price, int weight, int stock, int detail) {}

    private Covers() {}

    /** Problems of every kind. */
    public static Arbitrary<CoverProblem> problems(Size size) {
        return Arbitraries.of(Kind.class).flatMap(kind -> problems(kind, size));
    }

    /** Problems of one kind. */
    public static Arbitrary<CoverProblem> problems(Kind kind, Size size) {
        Arbitrary<Integer> stock = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(4, Arbitraries.integers().between(0, size.mostStock())));
        Arbitrary<List<Pool>> pools = Combinators.combine(
                        Arbitraries.integers().between(1, 1000),
                        Arbitraries.integers().between(1, size.mostWeight()),
                        stock,
                        Arbitraries.integers().between(0, 19))
                .as(Pool::new)
                .list()
                .ofMinSize(size.leastPools())
                .ofMaxSize(size.mostPools());
        return Combinators.combine(pools, Arbitraries.integers().between(0, size.mostDemand()))
                .as((list, demand) -> problem(kind, list, demand));
    }

    private static CoverProblem problem(Kind kind, List<Pool> pools, int demand) {
        long[] price = new long[pools.size()];
        int[] weight = new int[pools.size()];
        int[] stock = new int[pools.size()];
        for (int i = 0; i < price.length; i++) {
            Pool pool = pools.get(i);
            stock[i] = pool.stock();
            weight[i] = weight(kind, pool, i);
            price[i] = price(kind, pool, weight[i], i);
        }
        return CoverProblem.of(price, weight, stock, demand);
    }

    private static int weight(Kind kind, Pool pool, int position) {
        return switch (kind) {
            case PARITY_TRAP -> position == 0 ? 1 : 2 * pool.weight();
            case COMMON_DIVISOR -> 6 * pool.weight();
            case FEW_WEIGHTS -> 1 << pool.weight() % 3;
            default -> pool.weight();
        };
    }

    private static long price(Kind kind, Pool pool, int weight, int position) {
        return switch (kind) {
            case EQUAL_UNIT_PRICES -> 1000L * weight;
            case NEARLY_EQUAL -> 1000L * weight + pool.detail();
            case PARITY_TRAP -> position == 0 ? 100_000 : 1000L * weight + pool.detail();
            case COMMON_DIVISOR -> 100L * pool.price();
            case FREE_ONES -> pool.detail() < 7 ? 0 : pool.price();
            default -> pool.price();
        };
    }
}
