package io.ess4j.placement;

import static io.ess4j.placement.Fixtures.CATALOG_16;
import static io.ess4j.placement.Fixtures.instance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExactReleaseTest {
    private static final List<Offering> TYPES = CATALOG_16.offerings();

    @Test
    void keepsTheCheapestRestThatCovers() {
        Fleet fleet = Fleet.of(List.of(
                instance("i-1", TYPES.get(0), 2),
                instance("i-2", TYPES.get(1), 4),
                instance("i-3", TYPES.get(1), 4),
                instance("i-4", TYPES.get(2), 8)));

        ExactRelease.ReleasePlan plan = ExactRelease.plan(fleet, 10);

        assertThat(plan.released()).containsExactlyInAnyOrder("i-2", "i-3");
        assertThat(plan.keptUnits()).isEqualTo(10);
        assertThat(plan.keptCost()).isEqualTo(Price.perHour("0.82"));
        assertThat(plan.isProven()).isTrue();
    }

    @Test
    void protectedAndPendingInstancesStayAndCount() {
        Fleet fleet = Fleet.of(List.of(
                instance("i-1", TYPES.get(0), 2).withState(LifecycleState.PROTECTED),
                instance("i-2", TYPES.get(1), 4).withState(LifecycleState.PENDING),
                instance("i-3", TYPES.get(1), 4),
                instance("i-4", TYPES.get(1), 4).withState(LifecycleState.STOPPED)));

        ExactRelease.ReleasePlan plan = ExactRelease.plan(fleet, 6);

        assertThat(plan.released()).containsExactly("i-3");
        assertThat(plan.keptUnits()).isEqualTo(6);
    }

    /** Instances of one price differ by what they bring, and by how they were bought if some must be on-demand. */
    @Test
    void instancesOfOnePriceAreToldApartByWeightAndPurchaseOption() {
        Offering spot = Fixtures.spot(Fixtures.C5_LARGE, Fixtures.B, "0.18");
        Fleet weights = Fleet.of(List.of(instance("i-1", TYPES.get(0), 1), instance("i-2", TYPES.get(0), 2)));
        Fleet options = Fleet.of(List.of(instance("i-1", spot, 1), instance("i-2", TYPES.get(0), 1)));

        assertThat(ExactRelease.plan(weights, 2).released()).containsExactly("i-1");
        assertThat(ExactRelease.plan(options, 1, 1).released()).containsExactly("i-1");
        assertThat(ExactRelease.plan(options, 2, 1).released()).isEmpty();
        assertThat(ExactRelease.plan(options.with(List.of(instance("i-3", TYPES.get(1), 1))), 2, 2)
                        .released())
                .containsExactly("i-1");
    }

    /** A pending on-demand instance counts towards what must be on-demand. */
    @Test
    void instancesThatStayCountTowardsOnDemand() {
        Offering spot = Fixtures.spot(Fixtures.C5_LARGE, Fixtures.B, "0.08");
        Fleet fleet = Fleet.of(List.of(
                instance("i-1", TYPES.get(0), 2).withState(LifecycleState.PENDING),
                instance("i-2", spot, 3).withState(LifecycleState.PENDING),
                instance("i-3", spot, 2),
                instance("i-4", TYPES.get(0), 2)));

        assertThat(ExactRelease.plan(fleet, 7, 2).released()).containsExactly("i-4");
        assertThat(ExactRelease.plan(fleet, 7, 3).released()).containsExactly("i-3");
        Fleet prices = Fleet.of(List.of(instance("i-1", TYPES.get(1), 1), instance("i-2", TYPES.get(0), 1)));
        assertThat(ExactRelease.plan(prices, 1).released()).containsExactly("i-1");
        assertThat(ExactRelease.plan(prices, 2).keptCost()).isEqualTo(Price.perHour("0.52"));
    }

    @Test
    void nothingIsReleasedBelowDesired() {
        Fleet fleet = Fleet.of(List.of(instance("i-1", TYPES.get(0), 2)));

        assertThat(ExactRelease.plan(fleet, 5).released()).isEmpty();
        assertThat(ExactRelease.plan(Fleet.empty(), 5).keptUnits()).isZero();
        assertThatThrownBy(() -> ExactRelease.plan(fleet, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("desired (-1) must be >= 0");
    }

    /** Against every subset of up to eight instances, and for any order of the fleet. */
    @Property(tries = 300)
    void equalsBruteForce(
            @ForAll @Size(max = 8) List<@IntRange(max = 2) Integer> types, @ForAll @IntRange(max = 40) int desired) {
        int size = types.size();
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Offering offering = TYPES.get(types.get(i));
            instances.add(instance("i-" + i, offering, offering.type().vcpus()));
        }
        long total = instances.stream().mapToLong(Instance::weight).sum();

        ExactRelease.ReleasePlan plan = ExactRelease.plan(Fleet.of(instances), desired);

        long best = Long.MAX_VALUE;
        for (int kept = 0; kept < 1 << size; kept++) {
            long units = 0;
            long cost = 0;
            for (int i = 0; i < size; i++) {
                boolean stays = (kept >> i & 1) == 1;
                units += stays ? instances.get(i).weight() : 0;
                cost += stays ? instances.get(i).price().nanosPerHour() : 0;
            }
            best = units >= Math.min(desired, total) ? Math.min(best, cost) : best;
        }
        assertThat(plan.keptCost().nanosPerHour()).isEqualTo(best);
        Collections.reverse(instances);
        assertThat(ExactRelease.plan(Fleet.of(instances), desired)).isEqualTo(plan);
    }
}
