package io.ess4j.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.sim.metrics.ClairvoyantBound.Offer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The bound against every plan of small worlds. */
class ClairvoyantBoundProperties {
    private static final long HOUR = 3_600_000;

    @Provide
    Arbitrary<List<Offer>> offers() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000).map(n -> n * 12),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.longs().between(0, 3))
                .as(Offer::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Property
    void noPlanOfWholeMachinesIsCheaper(
            @ForAll("offers") List<Offer> offers,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 8) Integer> needs) {
        var bound = new ClairvoyantBound();
        long sum = 0;
        long best = 0;
        for (int need : needs) {
            sum += bound.cost(need, offers, HOUR).nanos();
            long plan = cheapest(offers, 0, need);
            if (plan == Long.MAX_VALUE) {
                return; // nobody could serve this load
            }
            best += plan;
        }

        assertThat(sum).isLessThanOrEqualTo(best);
    }

    /** With machines of one unit the bound is what the cheapest plan costs. */
    @Property
    void isReachedByMachinesOfOneUnit(@ForAll("offers") List<Offer> any, @ForAll @IntRange(max = 8) int need) {
        List<Offer> offers = any.stream()
                .map(o -> new Offer(o.nanosPerHour(), 1, o.machines()))
                .toList();
        long plan = cheapest(offers, 0, need);

        if (plan < Long.MAX_VALUE) {
            assertThat(new ClairvoyantBound().cost(need, offers, HOUR).nanos()).isEqualTo(plan);
        }
    }

    /** The cheapest way to cover some units with whole machines, by trying all. */
    private static long cheapest(List<Offer> offers, int from, int need) {
        if (need <= 0) {
            return 0;
        }
        if (from == offers.size()) {
            return Long.MAX_VALUE;
        }
        Offer offer = offers.get(from);
        long best = Long.MAX_VALUE;
        for (int taken = 0; taken <= offer.machines(); taken++) {
            long rest = cheapest(offers, from + 1, need - taken * offer.weight());
            if (rest < Long.MAX_VALUE) {
                best = Math.min(best, rest + taken * offer.nanosPerHour());
            }
        }
        return best;
    }
}
