package io.ess4j.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Karpenter's rules against replacing for nothing (guide map C-20-5, C-20-6). */
class ReplacementOptionsTest {
    private static final List<String> SIZES = List.of("nano", "small", "xl", "2xl");

    private static Offering offering(String type, String zone, String price) {
        return new Offering(InstanceType.of(type, 1, 1024), Zone.of(zone), PurchaseOption.SPOT, Price.perHour(price));
    }

    /** The sizes cost 1, 2, 3 and 4. */
    private static Offering sized(String type) {
        return offering(type, "h", String.valueOf(SIZES.indexOf(type) + 1));
    }

    private static List<Instance> instances(String types) {
        List<Instance> all = new ArrayList<>();
        for (String type : types.split(" ", -1)) {
            all.add(Instance.builder("i-" + all.size())
                    .offering(sized(type))
                    .joinedAt(Instant.EPOCH)
                    .build());
        }
        return all;
    }

    @ParameterizedTest(name = "{0}: {1} leave, of {2} stay {3}")
    @CsvSource({
        "K7,                          2xl 2xl small, small xl 2xl,      ''",
        "K7,                          2xl 2xl small, nano small xl 2xl, nano",
        "only the dear one is one,    2xl small,     nano xl 2xl,       nano xl",
        "none is of a type that leaves, 2xl,         nano small xl,     nano small xl",
        "no options,                  2xl,           '',                ''"
    })
    void aTypeThatLeavesMustBecomeCheaper(String source, String leaving, String options, String left) {
        List<Offering> all = new ArrayList<>();
        for (String type : options.isEmpty() ? new String[0] : options.split(" ", -1)) {
            all.add(sized(type));
        }

        assertThat(String.join(
                        " ",
                        ReplacementOptions.cheaperThanSameType(instances(leaving), all).stream()
                                .map(o -> o.type().name())
                                .toList()))
                .as(source)
                .isEqualTo(left);
    }

    private static List<Offering> cheaperTypes(int count) {
        List<Offering> options = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            options.add(offering("t" + (10 + i), "h", "0." + (10 + i)));
        }
        return options;
    }

    /** K8: with 14 cheaper types a spot instance stays, with 15 it may be replaced by the 15 cheapest. */
    @Test
    void aSpotInstanceNeedsFifteenCheaperTypes() {
        Price price = Price.perHour("0.50");
        List<Offering> options = cheaperTypes(14);
        options.add(offering("same", "h", "0.50"));
        options.add(offering("dearer", "h", "0.51"));
        options.add(offering("t10", "i", "0.05"));

        assertThat(ReplacementOptions.ofSpot(price, options, ReplacementOptions.SPOT_FLEXIBILITY))
                .as("another zone of a type is no other type")
                .isEmpty();
        options.add(offering("t99", "h", "0.49"));
        options.add(offering("t98", "h", "0.495"));
        Collections.shuffle(options, new Random(7));
        List<Offering> fifteen = ReplacementOptions.ofSpot(price, options, ReplacementOptions.SPOT_FLEXIBILITY);

        assertThat(fifteen).hasSize(15).isSortedAccordingTo((a, b) -> a.price().compareTo(b.price()));
        assertThat(fifteen.get(0)).isEqualTo(offering("t10", "i", "0.05"));
        assertThat(fifteen.get(14)).isEqualTo(offering("t99", "h", "0.49"));
        assertThat(fifteen).extracting(o -> o.type().name()).doesNotHaveDuplicates();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplacementOptions.ofSpot(price, options, 0))
                .withMessage("flexibility (0) must be >= 1");
    }

    /** K5: price by workloads, 10 by 1, 1 by 8, 5 by 3; K6: five nodes at 4.84 with a workload each. */
    @Test
    void whoSavesMostForItsDisruptionGoesFirst() {
        List<DisruptionCandidate> candidates = new ArrayList<>(List.of(
                new DisruptionCandidate("B", Price.perHour("1"), 8),
                new DisruptionCandidate("c", Price.perHour("5"), 3),
                new DisruptionCandidate("C", Price.perHour("2.5"), 1),
                new DisruptionCandidate("A", Price.perHour("10"), 1)));
        candidates.sort(DisruptionCandidate.MOST_SAVED_FIRST);
        assertThat(candidates).extracting(DisruptionCandidate::id).containsExactly("A", "C", "c", "B");

        List<DisruptionCandidate> five = Collections.nCopies(5, new DisruptionCandidate("n", Price.perHour("4.84"), 1));
        assertThat(DisruptionCandidate.disruption(five)).isEqualTo(10);
        assertThat(five.stream().map(DisruptionCandidate::price).reduce(Price.ZERO, Price::plus))
                .isEqualTo(Price.perHour("24.2"));
        assertThat(DisruptionCandidate.disruption(List.of())).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisruptionCandidate("n", Price.ZERO, -1))
                .withMessage("workloads of n (-1) must be from 0 to 1000000000");
    }
}
