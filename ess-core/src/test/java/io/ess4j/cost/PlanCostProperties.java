package io.ess4j.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.cost.PlanCost.Bought;
import io.ess4j.model.Price;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The bound of a purchase against all purchases there are. */
class PlanCostProperties {
    @Provide
    Arbitrary<Bought> pools() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3))
                .as((price, weight, stock, bought) ->
                        new Bought(new Price(price), weight, stock, Math.min(stock, bought)));
    }

    @Property(tries = 1000)
    void theBoundIsTheCheapestPurchaseThatCoversAsMuch(
            @ForAll @Size(max = 5) List<@net.jqwik.api.From("pools") Bought> pools,
            @ForAll @LongRange(max = 20) long demand) {
        PlanCost cost = PlanCost.of(pools, demand);

        long covered = Math.min(demand, cost.units());
        assertThat(cost.proven()).isTrue();
        assertThat(cost.lowerBound().nanosPerHour()).isEqualTo(cheapest(pools, 0, covered));
        assertThat(cost.shortfall()).isEqualTo(demand - covered);
    }

    private static long cheapest(List<Bought> pools, int from, long units) {
        if (units <= 0) {
            return 0;
        }
        if (from == pools.size()) {
            return Long.MAX_VALUE;
        }
        Bought pool = pools.get(from);
        List<Long> costs = new ArrayList<>();
        for (int n = 0; n <= pool.stock(); n++) {
            long rest = cheapest(pools, from + 1, units - (long) n * pool.weight());
            costs.add(rest == Long.MAX_VALUE ? rest : rest + n * pool.price().nanosPerHour());
        }
        return costs.stream().mapToLong(Long::longValue).min().orElseThrow();
    }
}
