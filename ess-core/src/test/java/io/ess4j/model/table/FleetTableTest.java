package io.ess4j.model.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What engines read of a fleet: columns, kinds, and times as numbers. */
class FleetTableTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    private static Instance.Builder draft(String id) {
        return Instance.builder(id)
                .type(InstanceType.of("t", 1, 1))
                .zone(Zone.of("h"))
                .price(Price.ZERO)
                .joinedAt(MONDAY);
    }

    private static FleetTable table(Instance... instances) {
        return FleetTable.of(Fleet.of(instances));
    }

    /** Times are exact as far as a long reaches, and stop at its ends. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "1970-01-01T00:00:00.000000001Z, 1",
        "1969-12-31T23:59:59.999999999Z, -1",
        "2262-04-11T23:47:15.999999999Z, 9223372035999999999",
        "2262-04-11T23:47:16Z, 9223372036854775807",
        "1677-09-21T00:12:45Z, -9223372035000000000",
        "1677-09-21T00:12:44Z, -9223372036854775808",
        "+1000000000-12-31T23:59:59.999999999Z, 9223372036854775807",
        "-1000000000-01-01T00:00:00Z, -9223372036854775808",
    })
    void timesAreNanosecondsAsFarAsTheyReach(Instant at, long nanos) {
        assertThat(FleetTable.nanos(at)).isEqualTo(nanos);
    }

    @Test
    void knowsItsExtremes() {
        FleetTable three = table(
                draft("a").build(),
                draft("b").joinedAt(MONDAY.plusNanos(1)).build(),
                draft("c").joinedAt(MONDAY.minusNanos(1)).build());

        assertThat(three.earliestJoin()).isEqualTo(FleetTable.nanos(MONDAY) - 1);
        assertThat(three.latestJoin()).isEqualTo(FleetTable.nanos(MONDAY) + 1);
        assertThat(FleetTable.EMPTY.earliestJoin()).isEqualTo(Long.MAX_VALUE);
        assertThat(FleetTable.EMPTY.latestJoin()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void weightsAreEvenIfAllAreTheSame() {
        assertThat(FleetTable.EMPTY.isEvenlyWeighted()).isTrue();
        assertThat(table(
                                draft("a").weight(3).build(),
                                draft("b").weight(3).healthy(false).build())
                        .isEvenlyWeighted())
                .isTrue();
        assertThat(table(
                                draft("a").weight(3).build(),
                                draft("b").weight(2).build(),
                                draft("c").weight(3).build())
                        .isEvenlyWeighted())
                .isFalse();
    }

    /** Rows that differ in id and time only are of one kind. */
    @Test
    void countsInstancesByKind() {
        FleetTable table = table(
                draft("a").build(),
                draft("b").weight(2).build(),
                draft("c").joinedAt(MONDAY.plusSeconds(1)).build(),
                draft("d").zone(Zone.of("i")).state(LifecycleState.STOPPED).build());

        assertThat(table.kinds().count()).containsExactly(2, 1, 1);
        assertThat(table.columns().kind()).containsExactly(0, 1, 0, 2);
        assertThat(table.columns().id()).containsExactly("a", "b", "c", "d");
        assertThat(table.columns().size()).isEqualTo(4);
        assertThat(table.weight(1)).isEqualTo(2);
        assertThat(table.zone(3)).isEqualTo(1);
        assertThat(table.count(1, LifecycleState.STOPPED.ordinal())).isEqualTo(1);
        assertThat(table.count(0, LifecycleState.IN_SERVICE.ordinal())).isEqualTo(3);
        FleetTable copied = FleetTable.of(table.without(List.of("b")));
        assertThat(copied.kinds().count()).containsExactly(2, 1);
        assertThat(copied.columns().kind()).containsExactly(0, 0, 1);
    }

    /** Every state, purchase option and origin, healthy or not, comes back from its bits. */
    @Test
    void packsWhatAnInstanceIs() {
        for (LifecycleState state : LifecycleState.values()) {
            for (PurchaseOption option : PurchaseOption.values()) {
                for (InstanceOrigin origin : InstanceOrigin.values()) {
                    for (boolean healthy : new boolean[] {false, true}) {
                        Instance instance = draft("a")
                                .state(state)
                                .purchaseOption(option)
                                .origin(origin)
                                .healthy(healthy)
                                .build();
                        short packed = table(instance).packed(0);

                        assertThat(Packed.state(packed)).isEqualTo(state.ordinal());
                        assertThat(Packed.option(packed)).isEqualTo(option.ordinal());
                        assertThat(Packed.origin(packed)).isEqualTo(origin.ordinal());
                        assertThat(Packed.healthy(packed)).isEqualTo(healthy);
                        assertThat(table(instance).instance(0)).isEqualTo(instance);
                    }
                }
            }
        }
    }

    /** Kinds that differ in one part only are kept apart, however many there are. */
    @Test
    void tellsKindsApartByEveryPart() {
        List<Instance> rows = new ArrayList<>();
        ConfigurationSource one = new ConfigurationSource("asc-1", MONDAY);
        for (int i = 0; i < 40; i++) {
            rows.add(draft("p" + i).price(new Price(i)).build());
            rows.add(draft("w" + i).weight(i + 1).price(new Price(99)).build());
            rows.add(draft("z" + i).zone(Zone.of("z" + i)).build());
            rows.add(draft("t" + i)
                    .type(InstanceType.of("t" + i, 1, 1))
                    .source(one)
                    .build());
            rows.add(draft("s" + i)
                    .source(new ConfigurationSource("asc-" + i, MONDAY))
                    .build());
        }
        FleetTable table = FleetTable.copyOf(rows);

        assertThat(table).isEqualTo(rows);
        assertThat(table.kinds().size()).isEqualTo(200);
        assertThat(table.sources()).hasSize(40);
        assertThat(table.with(rows)).isEqualTo(rows);
        assertThat(FleetTable.of(table.without(List.of("p0"))).kinds().size()).isEqualTo(199);
        assertThat(FleetTable.copyOf(table)).isSameAs(table);
    }

    /** Kinds that come again are found, also those from before there was room for a hundred. */
    @Test
    void countsKindsThatComeAgain() {
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(draft("i-" + i).price(new Price(i % 100)).build());
        }

        assertThat(FleetTable.copyOf(rows).kinds().count()).hasSize(100).containsOnly(3);
    }

    @Test
    void anIndexKnowsTheOrderOfItsIds() {
        IdIndex index = new IdIndex(3);

        assertThat(index.find("a")).isEqualTo(-1);
        assertThat(index.add("a")).isTrue();
        assertThat(index.add("b")).isTrue();
        assertThat(index.add("a")).isFalse();
        assertThat(index.add("c")).isTrue();
        assertThat(List.of(index.find("a"), index.find("b"), index.find("c"), index.find("d")))
                .containsExactly(0, 1, 2, -1);
        assertThat(new IdIndex(0).find("a")).isEqualTo(-1);
    }

    /** "Aa" and "BB" have one hash code: of 128 such words half stand in each other's way and are still found. */
    @Test
    void anIndexFindsIdsThatCollide() {
        List<String> words = new ArrayList<>(List.of(""));
        for (int i = 0; i < 7; i++) {
            List<String> longer = new ArrayList<>();
            words.forEach(w -> longer.addAll(List.of(w + "Aa", w + "BB")));
            words = longer;
        }
        IdIndex index = new IdIndex(words.size());
        for (String word : words) {
            assertThat(index.add(word)).isTrue();
        }
        for (int i = 0; i < words.size(); i++) {
            assertThat(index.find(words.get(i))).isEqualTo(i);
            assertThat(index.add(words.get(i))).isFalse();
        }
        assertThat(index.find("AaAaAaAaAaAaAaAa")).isEqualTo(-1);
    }

    @Test
    void aChangeThatNamesAnIdTwiceIsRefused() {
        Fleet fleet = Fleet.of(draft("a").build(), draft("b").build());
        List<Instance> known = List.of(draft("a").build(), draft("a").weight(2).build());
        List<Instance> unknown =
                List.of(draft("c").build(), draft("c").weight(2).build());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fleet.with(known))
                .withMessage("instance id (a) must be unique in a fleet");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fleet.with(unknown))
                .withMessage("instance id (c) must be unique in a fleet");
    }
}
