package io.ess4j.capacity;

/**
 * The linear relaxation of a covering problem and a first solution next to it. Pools with stock only, sorted by unit
 * price, weights and prices divided by their greatest common divisors.
 *
 * <p>All pools before the {@linkplain #breakAt break} are bought out; of the break pool {@code rest / weight} are, a
 * fraction. An instance cannot be needed beyond what covers the whole demand, so stock is cut to that.
 */
final class CoverRelaxation {
    /** How many instances less of the break pool are tried when completing from another pool. */
    private static final int LOOK_BACK = 3;

    final int size;
    /** Position in the problem of the k-th cheapest pool. */
    final int[] pool;

    final long[] price;
    final int[] weight;
    final int[] stock;
    final int maxWeight;
    /** Cost of one scaled price unit. */
    final long priceUnit;

    final long demand;
    final long shortfall;
    final int breakAt;
    /** Units that the break pool has to cover. */
    final long rest;
    /** Scaled cost of all pools before the break. */
    final long costBefore;
    /** Scaled cost that no solution undercuts. */
    final long lowerBound;

    final int[] incumbent;
    final long incumbentCost;

    CoverRelaxation(CoverProblem problem) {
        int n = problem.pools();
        long weightUnit = 0;
        long commonPrice = 0;
        int usable = 0;
        for (int i = 0; i < n; i++) {
            if (problem.stock[i] > 0) {
                weightUnit = gcd(problem.weight[i], weightUnit);
                commonPrice = gcd(problem.price[i], commonPrice);
                usable++;
            }
        }
        this.size = usable;
        this.priceUnit = Math.max(1, commonPrice);
        long unit = Math.max(1, weightUnit);
        this.demand = ceilDiv(problem.demand, unit);
        this.pool = new int[size];
        this.price = new long[size];
        this.weight = new int[size];
        this.stock = new int[size];
        this.maxWeight = sortUsable(problem, unit);

        long missing = demand;
        long cost = 0;
        int k = 0;
        while (k < size && (long) weight[k] * stock[k] < missing) {
            missing -= (long) weight[k] * stock[k];
            cost = Math.addExact(cost, Math.multiplyExact(price[k], (long) stock[k]));
            k++;
        }
        this.breakAt = k;
        this.costBefore = cost;
        this.rest = missing;
        this.incumbent = new int[size];
        if (k == size) {
            // With nothing missing there was no demand.
            this.shortfall = missing > 0 ? problem.demand - problem.units(problem.stock) : 0;
            this.lowerBound = 0;
            this.incumbentCost = 0;
            return;
        }
        this.shortfall = 0;
        this.lowerBound = Math.addExact(cost, ceilProduct(price[k], missing, weight[k]));
        this.incumbentCost = firstSolution();
    }

    private int sortUsable(CoverProblem problem, long unit) {
        int[] source = new int[size];
        int next = 0;
        int largest = 0;
        for (int i = 0; i < problem.pools(); i++) {
            if (problem.stock[i] > 0) {
                price[next] = problem.price[i] / priceUnit;
                weight[next] = (int) (problem.weight[i] / unit);
                largest = Math.max(largest, weight[next]);
                source[next++] = i;
            }
        }
        UnitPriceOrder.sort(price, weight, size, pool);
        for (int k = 0; k < size; k++) {
            pool[k] = source[pool[k]];
            int i = pool[k];
            price[k] = problem.price[i] / priceUnit;
            weight[k] = (int) (problem.weight[i] / unit);
            stock[k] = (int) Math.min(problem.stock[i], ceilDiv(demand, weight[k]));
        }
        return largest;
    }

    /** Whether the first solution is known to be the best: nothing lies between it and the bound. */
    boolean isClosed() {
        return incumbentCost <= lowerBound;
    }

    /** The break pool rounded up, or a little less of it and the rest from one dearer pool, whichever is cheapest. */
    private long firstSolution() {
        long whole = rest / weight[breakAt];
        long roundedUp = ceilDiv(rest, weight[breakAt]);
        long best = cost(roundedUp, breakAt, 0);
        long bestKept = roundedUp;
        int bestPool = breakAt;
        long bestCount = 0;
        for (long kept = whole; kept >= 0 && kept > whole - LOOK_BACK; kept--) {
            long missing = rest - kept * weight[breakAt];
            for (int k = breakAt + 1; k < size && missing > 0; k++) {
                long count = ceilDiv(missing, weight[k]);
                // Dividing is cheaper than multiplying wide: skip what cannot be better.
                if (count <= stock[k] && price[k] <= best / count && cost(kept, k, count) < best) {
                    best = cost(kept, k, count);
                    bestKept = kept;
                    bestPool = k;
                    bestCount = count;
                }
            }
        }
        System.arraycopy(stock, 0, incumbent, 0, breakAt);
        incumbent[breakAt] = (int) bestKept;
        incumbent[bestPool] += (int) bestCount;
        return best;
    }

    /** Cost of a first solution; {@link Long#MAX_VALUE} if it does not fit, since a better one may. */
    private long cost(long kept, int completion, long count) {
        long cost = saturatedSum(saturatedProduct(price[breakAt], kept), saturatedProduct(price[completion], count));
        return saturatedSum(costBefore, cost);
    }

    private static long saturatedSum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private static long saturatedProduct(long a, long b) {
        long product = a * b;
        return Math.multiplyHigh(a, b) != 0 || product < 0 ? Long.MAX_VALUE : product;
    }

    /** The least integer at or above {@code a * b / c}, for results that fit. */
    private static long ceilProduct(long a, long b, int c) {
        // a * (q * c + r) / c = a * q + (a / c) * r + (a % c) * r / c, where the last product is below 2^62.
        long q = b / c;
        long r = b % c;
        long whole = Math.addExact(Math.multiplyExact(a, q), a / c * r);
        return Math.addExact(whole, ceilDiv(a % c * r, c));
    }

    static long ceilDiv(long a, long b) {
        return a == 0 ? 0 : (a - 1) / b + 1;
    }

    private static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long r = x % y;
            x = y;
            y = r;
        }
        return x;
    }
}
