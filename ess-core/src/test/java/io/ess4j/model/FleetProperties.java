package io.ess4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.testing.Generators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A fleet against a plain list of instances. */
class FleetProperties {
    @Provide
    Arbitrary<List<Instance>> rosters() {
        return Generators.rosters(30);
    }

    @Property
    void looksLikeTheListItWasMadeOf(@ForAll("rosters") List<Instance> rows) {
        Fleet fleet = Fleet.of(rows);

        assertThat(fleet).isEqualTo(rows).hasSameHashCodeAs(rows);
        for (Instance i : rows) {
            assertThat(fleet.find(i.id())).contains(i);
        }
    }

    @Property
    void findingSeveralIsFindingEach(
            @ForAll("rosters") List<Instance> rows, @ForAll List<@IntRange(max = 12) Integer> picks) {
        Fleet fleet = Fleet.of(rows);
        List<String> ids = picks.stream()
                .map(i -> i < rows.size() ? rows.get(i).id() : "absent-" + i)
                .toList();

        assertThat(fleet.findAll(ids))
                .isEqualTo(ids.stream().flatMap(id -> fleet.find(id).stream()).toList());
    }

    @Property
    void countsAgreeWithStreams(@ForAll("rosters") List<Instance> rows) {
        Fleet fleet = Fleet.of(rows);

        for (LifecycleState state : LifecycleState.values()) {
            assertThat(fleet.count(state)).isEqualTo((int)
                    rows.stream().filter(i -> i.state() == state).count());
            assertThat(fleet.capacity(state))
                    .isEqualTo(rows.stream()
                            .filter(i -> i.state() == state)
                            .mapToLong(Instance::weight)
                            .sum());
        }
        for (Zone zone : fleet.zones()) {
            assertThat(fleet.count(zone)).isEqualTo((int)
                    rows.stream().filter(i -> i.zone().equals(zone)).count());
            for (LifecycleState state : LifecycleState.values()) {
                assertThat(fleet.count(zone, state)).isEqualTo((int) rows.stream()
                        .filter(i -> i.zone().equals(zone) && i.state() == state)
                        .count());
            }
        }
        for (InstanceType type : fleet.types()) {
            assertThat(fleet.count(type)).isEqualTo((int)
                    rows.stream().filter(i -> i.type().equals(type)).count());
        }
        assertThat(fleet.capacity())
                .isEqualTo(rows.stream()
                        .filter(i -> i.state().countsTowardsCapacity())
                        .mapToLong(Instance::weight)
                        .sum());
        assertThat(fleet.stableCapacity())
                .isEqualTo(rows.stream()
                        .filter(i -> i.state().isStable())
                        .mapToLong(Instance::weight)
                        .sum());
    }

    @Property
    void changesAgreeWithAMap(@ForAll("rosters") List<Instance> rows, @ForAll("rosters") List<Instance> changes) {
        Map<String, Instance> expected = new LinkedHashMap<>();
        rows.forEach(i -> expected.put(i.id(), i));
        changes.forEach(i -> expected.put(i.id(), i));

        assertThat(Fleet.of(rows).with(changes)).isEqualTo(new ArrayList<>(expected.values()));
    }

    @Property
    void leavingOutAgreesWithAFilter(@ForAll("rosters") List<Instance> rows, @ForAll("rosters") List<Instance> others) {
        List<String> gone = others.stream().map(Instance::id).toList();

        assertThat(Fleet.of(rows).without(gone))
                .isEqualTo(rows.stream().filter(i -> !gone.contains(i.id())).toList());
    }
}
