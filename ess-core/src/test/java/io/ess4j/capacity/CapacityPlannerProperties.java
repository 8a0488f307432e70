package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.capacity.CapacityChange.Direction;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CapacityPlannerProperties {
    /**
     * Contract section 3, word for word: out iff below desired or minimum; in iff at least desired plus largest weight.
     */
    @Property
    void triggersAreTheDocumentedOnes(
            @ForAll @IntRange(max = 60) int total,
            @ForAll @IntRange(max = 20) int min,
            @ForAll @IntRange(max = 20) int extra,
            @ForAll @IntRange(max = 20) int more,
            @ForAll @IntRange(min = 1, max = 12) int largest) {
        int desired = min + extra;
        CapacityLimits limits = CapacityLimits.of(min, desired + more);

        CapacityChange change = CapacityPlanner.converge(total, OptionalInt.of(desired), limits, largest);

        assertThat(change.direction() == Direction.SCALE_OUT).isEqualTo(total < desired || total < min);
        assertThat(change.direction() == Direction.SCALE_IN).isEqualTo(total >= desired + largest);
    }

    /** Without a desired capacity the limits alone lead, and a stable group stays stable. */
    @Property
    void limitsAloneLeadToAStableGroup(
            @ForAll @IntRange(max = 60) int total,
            @ForAll @IntRange(max = 20) int min,
            @ForAll @IntRange(max = 20) int extra,
            @ForAll @IntRange(min = 1, max = 12) int largest) {
        CapacityLimits limits = CapacityLimits.of(min, min + extra);

        CapacityChange change = CapacityPlanner.converge(total, OptionalInt.empty(), limits, largest);

        assertThat(CapacityPlanner.converge(change.goal(), OptionalInt.empty(), limits, largest)
                        .direction())
                .isEqualTo(Direction.HOLD);
        assertThat(change.direction() == Direction.HOLD).isEqualTo(total >= min && total < min + extra + largest);
    }

    @Property
    void clampIsTheNearestAllowedValue(
            @ForAll long wish, @ForAll @IntRange(max = 100) int min, @ForAll @IntRange(max = 100) int extra) {
        CapacityLimits limits = CapacityLimits.of(min, min + extra);
        int clamped = limits.clamp(wish);

        assertThat(limits.contains(clamped)).isTrue();
        assertThat((long) clamped == wish).isEqualTo(limits.contains(wish));
        assertThat(clamped).isEqualTo(wish < min ? min : wish > min + extra ? min + extra : (int) wish);
    }
}
