package io.ess4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.testing.Generators;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FleetTest {
    private static final InstanceType TYPE = InstanceType.of("ecs.g6.large", 2, 8192);

    private static Instance instance(String id, String zone) {
        return Instance.builder(id)
                .type(TYPE)
                .zone(Zone.of(zone))
                .price(Price.perHour("0.5"))
                .joinedAt(Generators.MONDAY)
                .build();
    }

    @Test
    void withReplacesByIdAndAppendsTheRest() {
        Fleet fleet = Fleet.of(List.of(instance("a", "h"), instance("b", "h")));

        Fleet changed = fleet.with(List.of(instance("c", "i"), instance("a", "i")));

        assertThat(changed).extracting(Instance::id).containsExactly("a", "b", "c");
        assertThat(changed).extracting(i -> i.zone().id()).containsExactly("i", "h", "i");
        assertThat(fleet.count(Zone.of("i"))).as("the old fleet").isZero();
        assertThat(changed.count(Zone.of("i"))).isEqualTo(2);
    }

    @Test
    void withoutLeavesOutAndPassesOverUnknownIds() {
        Fleet fleet = Fleet.of(List.of(instance("a", "h"), instance("b", "h"), instance("c", "i")));

        assertThat(fleet.without(List.of("b", "unknown", "b")))
                .extracting(Instance::id)
                .containsExactly("a", "c");
    }

    @Test
    void refusesAnIdTwice() {
        List<Instance> twice = List.of(instance("a", "h"), instance("a", "i"));
        assertThatThrownBy(() -> Fleet.of(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instance id (a) must be unique in a fleet");
        assertThatThrownBy(() -> Fleet.empty().with(twice)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fleet.of(List.of(instance("a", "h"))).with(twice))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreZonesThanItsColumnsCanHold() {
        List<Instance> many = IntStream.rangeClosed(0, Character.MAX_VALUE)
                .mapToObj(i -> instance("i-" + i, "z-" + i))
                .toList();
        assertThatThrownBy(() -> Fleet.of(many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a fleet must have at most 65535 zones");
        assertThat(Fleet.of(many.subList(0, Character.MAX_VALUE)).zones()).hasSize(Character.MAX_VALUE);
    }

    @Test
    void forgetsZonesTypesAndSourcesOfWhichNobodyIsLeft() {
        Fleet fleet = Fleet.of(List.of(instance("a", "h"), instance("b", "i"), instance("c", "i")));

        Fleet rest = fleet.without(List.of("a"));

        assertThat(rest.zones()).containsExactly(Zone.of("i"));
        assertThat(rest.count(Zone.of("h"))).isZero();
        assertThat(rest.with(List.of(instance("a", "h"))).zones()).containsExactly(Zone.of("i"), Zone.of("h"));
    }

    @Test
    void keepsTimesToTheNanosecondOnBothSidesOf1970() {
        for (String text : List.of("1677-09-22T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "2262-04-11T00:00:00Z")) {
            Instant at = Instant.parse(text);
            Instance i = Instance.builder("a")
                    .type(TYPE)
                    .zone(Zone.of("h"))
                    .price(Price.ZERO)
                    .joinedAt(at)
                    .build();
            assertThat(Fleet.of(List.of(i)).instance(0).joinedAt()).isEqualTo(at);
            assertThatThrownBy(() -> Instance.builder("a")
                            .type(TYPE)
                            .zone(Zone.of("h"))
                            .price(Price.ZERO)
                            .joinedAt(Instant.MAX)
                            .build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("joinedAt of a");
        }
    }

    /** Two of one kind and one of another; an offering tells type, zone, purchase option and price of an instance. */
    @Test
    void capacityIsTheSumOfWeights() {
        Offering spot = new Offering(TYPE, Zone.of("h"), PurchaseOption.SPOT, Price.perHour("0.1"));
        Instance.Builder three = Instance.builder("a").offering(spot).weight(3).joinedAt(Generators.MONDAY);
        Fleet fleet = Fleet.of(
                three.build(),
                Instance.builder("b")
                        .offering(spot)
                        .weight(3)
                        .joinedAt(Generators.MONDAY)
                        .build(),
                instance("c", "i"));

        assertThat(fleet.capacity()).isEqualTo(7);
        assertThat(fleet.id(1)).isEqualTo("b");
        assertThat(fleet.get(0).type()).isEqualTo(TYPE);
        assertThat(fleet.get(0).zone()).isEqualTo(Zone.of("h"));
        assertThat(fleet.get(0).purchaseOption()).isEqualTo(PurchaseOption.SPOT);
        assertThat(fleet.get(0).price()).isEqualTo(Price.perHour("0.1"));
    }

    @Test
    void isEmptyWithoutInstances() {
        assertThat(Fleet.empty()).isEmpty();
        assertThat(Fleet.empty().capacity()).isZero();
        assertThat(Fleet.empty().count(Zone.of("h"))).isZero();
        assertThat(Fleet.empty().count(TYPE)).isZero();
        assertThat(Fleet.empty().find("a")).isEmpty();
    }

    @Test
    void anInstanceNamesEveryPartThatIsMissing() {
        assertThatThrownBy(() -> Instance.builder("a").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instance a lacks type, zone, price, joinedAt");
        Instance.Builder builder = Instance.builder("a").type(TYPE);
        assertThatThrownBy(builder::build).hasMessage("instance a lacks zone, price, joinedAt");
        builder.zone(Zone.of("h"));
        assertThatThrownBy(builder::build).hasMessage("instance a lacks price, joinedAt");
        builder.price(Price.ZERO);
        assertThatThrownBy(builder::build).hasMessage("instance a lacks joinedAt");
    }
}
