package io.ess4j.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.capacity.CapacityChange.Direction;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The triggers of guide 1.6 and contract sections 2, 3 and 14. A desired capacity of -1 stands for none. */
class CapacityPlannerTest {
    @ParameterizedTest(name = "{0}: total {1}, desired {2}, limits {3}..{4}, largest weight {5}")
    @CsvSource({
        // source, total, desired, min, max, largest, direction, reason, goal, units
        "guide 1.6 W1,              0,  6, 0, 20, 4, SCALE_OUT, BELOW_DESIRED, 6, 6",
        "guide 1.6 W3 stable,      20, 20, 0, 99, 8, HOLD,      AT_DESIRED,   20, 0",
        "guide 1.6 W3 stable,      27, 20, 0, 99, 8, HOLD,      AT_DESIRED,   27, 0",
        "guide 1.6 W3,             28, 20, 0, 99, 8, SCALE_IN,  ABOVE_DESIRED, 20, 8",
        "guide 1.6 W3,             19, 20, 0, 99, 8, SCALE_OUT, BELOW_DESIRED, 20, 1",
        "desired far below the max, 28, 20, 0, 30, 8, SCALE_IN,  ABOVE_DESIRED, 20, 8",
        "desired at the max,        38, 30, 0, 30, 8, SCALE_IN,  ABOVE_MAXIMUM, 30, 8",
        "peers A12,                32, 30, 0, 99, 8, HOLD,      AT_DESIRED,   32, 0",
        "contract 14 max lowered,   5, -1, 0,  3, 1, SCALE_IN,  ABOVE_MAXIMUM, 3, 2",
        "contract 14 min raised,    1, -1, 3,  9, 1, SCALE_OUT, BELOW_MINIMUM, 3, 2",
        "contract 1 enable,         2, -1, 5,  9, 1, SCALE_OUT, BELOW_MINIMUM, 5, 3",
        "contract 13 desired check, 2,  3, 0,  9, 1, SCALE_OUT, BELOW_DESIRED, 3, 1",
        "within,                    4, -1, 2,  9, 1, HOLD,      WITHIN_LIMITS, 4, 0",
        "overshoot below weight,   11, -1, 2,  9, 4, HOLD,      WITHIN_LIMITS, 11, 0",
        "overshoot at weight,      13, -1, 2,  9, 4, SCALE_IN,  ABOVE_MAXIMUM, 9, 4",
        "desired below min,         0,  1, 2,  9, 1, SCALE_OUT, BELOW_MINIMUM, 2, 2",
        "zero is a desired value,   3,  0, 0,  9, 1, SCALE_IN,  ABOVE_DESIRED, 0, 3",
        "empty and content,         0,  0, 0,  0, 1, HOLD,      AT_DESIRED,    0, 0"
    })
    void decidesByTotalGoalAndLargestWeight(
            String source,
            long total,
            int desired,
            int min,
            int max,
            int largest,
            Direction direction,
            CapacityReason reason,
            long goal,
            long units) {
        OptionalInt wish = desired < 0 ? OptionalInt.empty() : OptionalInt.of(desired);

        assertThat(CapacityPlanner.converge(total, wish, CapacityLimits.of(min, max), largest))
                .as(source)
                .isEqualTo(new CapacityChange(direction, reason, goal, units));
    }

    @Test
    void staysExactAtTheEndsOfTheRange() {
        CapacityLimits limits = CapacityLimits.of(0, Integer.MAX_VALUE);

        assertThat(CapacityPlanner.converge(Long.MAX_VALUE, OptionalInt.empty(), limits, Integer.MAX_VALUE)
                        .units())
                .isEqualTo(Long.MAX_VALUE - Integer.MAX_VALUE);
        assertThat(CapacityPlanner.converge(0, OptionalInt.of(Integer.MAX_VALUE), limits, 1)
                        .units())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void refusesWhatCannotBe() {
        CapacityLimits limits = CapacityLimits.of(0, 1);
        assertThatThrownBy(() -> CapacityPlanner.converge(-1, OptionalInt.empty(), limits, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("total (-1) must be >= 0");
        assertThatThrownBy(() -> CapacityPlanner.converge(0, OptionalInt.empty(), limits, 0))
                .hasMessage("largestWeight (0) must be >= 1");
        assertThatThrownBy(() -> CapacityLimits.of(3, 2)).hasMessage("max (2) must be >= min (3)");
        assertThatThrownBy(() -> CapacityLimits.of(-1, 2)).hasMessage("min (-1) must be >= 0");
        assertThat(CapacityLimits.of(1, 2)).hasToString("1..2");
        assertThat(new ActivityLimits(1).mostInstances()).isEqualTo(1);
        assertThatThrownBy(() -> new ActivityLimits(0)).hasMessage("mostInstances (0) must be >= 1");
        assertThatThrownBy(() -> new CapacityChange(Direction.HOLD, CapacityReason.AT_DESIRED, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"HOLD, 1", "SCALE_OUT, 0", "SCALE_IN, 0", "SCALE_IN, -1", "HOLD, -1"})
    void refusesChangesThatContradictThemselves(Direction direction, long units) {
        assertThatThrownBy(() -> new CapacityChange(direction, CapacityReason.AT_DESIRED, 1, units))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("units (" + units + ") must be 0 when holding and >= 1 otherwise");
    }

    /** Guide 1.6: instances of types that the weights do not name keep the weight that they have. */
    @Test
    void changedWeightsChangeInstancesOfTheirTypesOnly() {
        InstanceType a = InstanceType.of("a", 2, 1);
        InstanceType b = InstanceType.of("b", 4, 1);
        Instance one = instance("i-1", a, 1);
        Instance two = instance("i-2", b, 3);
        Fleet fleet = Fleet.of(List.of(one, two));

        assertThat(Weights.builder().type(a, 5).build().applyTo(fleet)).containsExactly(one.withWeight(5), two);
        assertThat(Weights.byVcpus(List.of(a, b)).applyTo(fleet)).containsExactly(one.withWeight(2), two.withWeight(4));
        assertThat(Weights.builder().type(a, 1).type(b, 3).build().applyTo(fleet))
                .isSameAs(fleet);
        assertThat(Weights.byVcpus(List.of(a, b))).hasToString("[a=2, b=4]");
    }

    private static Instance instance(String id, InstanceType type, int weight) {
        return Instance.builder(id)
                .type(type)
                .zone(Zone.of("z"))
                .price(Price.ZERO)
                .joinedAt(Instant.EPOCH)
                .weight(weight)
                .build();
    }

    @Test
    void weightsKnowTheirEnds() {
        InstanceType a = InstanceType.of("a", 1, 1);
        InstanceType b = InstanceType.of("b", 1, 1);
        Weights weights = Weights.builder().type(a, 500).type(b, 2).build();

        assertThat(weights.largest()).isEqualTo(500);
        assertThat(weights.smallest()).isEqualTo(2);
        assertThat(Weights.unweighted(List.of(a, b)).largest()).isEqualTo(1);
        assertThatThrownBy(() -> Weights.unweighted(List.of(a, b, a, b)))
                .hasMessage("instance type a must be weighted only once\ninstance type b must be weighted only once");
        assertThatThrownBy(() -> Weights.unweighted(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new Weights.WeightedType(a, 0)).hasMessage("weight of a (0) must be >= 1");
    }
}
