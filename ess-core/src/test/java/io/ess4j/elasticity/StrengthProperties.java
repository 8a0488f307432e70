package io.ess4j.elasticity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Bitsets against a list of pools that is filtered one by one. */
class StrengthProperties {
    /**
     * Pools, and which types and zones a group has.
     *
     * @param fails what each pool fails, zone by zone; half of the pools fail nothing
     */
    record Grid(int types, int zones, List<Integer> fails, List<Boolean> myTypes, List<Boolean> myZones) {
        byte[] failing() {
            byte[] failing = new byte[types * zones];
            for (int i = 0; i < failing.length; i++) {
                failing[i] = fails.get(i).byteValue();
            }
            return failing;
        }
    }

    @Provide
    Arbitrary<Grid> grids() {
        Arbitrary<Integer> fails = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(0, 255)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 140),
                        Arbitraries.integers().between(0, 5))
                .flatAs((types, zones) -> Combinators.combine(
                                fails.list().ofSize(types * zones),
                                Arbitraries.of(false, true).list().ofSize(types),
                                Arbitraries.of(false, true).list().ofSize(zones))
                        .as((f, t, z) -> new Grid(types, zones, f, t, z)));
    }

    private static <T> List<T> chosen(List<T> all, List<Boolean> which) {
        List<T> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (which.get(i)) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    @Property(tries = 500)
    void countsAndReasonsAreThoseOfEachPool(@ForAll("grids") Grid grid) {
        List<InstanceType> types = types(grid.types());
        List<Zone> zones = zones(grid.zones());
        int typeCount = types.size();
        int zoneCount = zones.size();
        byte[] failing = grid.failing();
        List<InstanceType> myTypes = chosen(types, grid.myTypes());
        List<Zone> myZones = chosen(zones, grid.myZones());
        PoolTable table = PoolTable.ofFailing(types, zones, failing);
        PoolSelection group = table.select(myTypes, myZones);

        List<ResourcePool> expected = new ArrayList<>();
        for (int z = 0; z < zoneCount; z++) {
            for (int t = 0; t < typeCount; t++) {
                if (myTypes.contains(types.get(t)) && myZones.contains(zones.get(z))) {
                    expected.add(pool(types.get(t), zones.get(z), failing[z * typeCount + t]));
                }
            }
        }
        StrengthAssessment assessment = StrengthAssessor.assess(table, group);

        assertThat(assessment.pools()).isEqualTo(expected);
        assertThat(StrengthAssessor.available(table, group))
                .isEqualTo((int)
                        expected.stream().filter(p -> p.failing().isEmpty()).count())
                .isEqualTo(assessment.available());
        assertThat(group.size()).isEqualTo(expected.size());
    }

    @Property(tries = 300)
    void everyAdditionAddsWhatItSays(@ForAll("grids") Grid grid) {
        List<InstanceType> types = types(grid.types());
        List<Zone> zones = zones(grid.zones());
        PoolTable table = PoolTable.ofFailing(types, zones, grid.failing());
        List<InstanceType> myTypes = chosen(types, grid.myTypes());
        List<Zone> myZones = chosen(zones, grid.myZones());
        int have = StrengthAssessor.available(table, table.select(myTypes, myZones));

        List<Advice> expected = new ArrayList<>();
        for (Zone zone : zones) {
            int more = StrengthAssessor.available(table, table.select(myTypes, plus(myZones, zone))) - have;
            if (more > 0) {
                expected.add(new Advice.AddZone(zone, more, ElasticityStrength.of(have + more)));
            }
        }
        for (InstanceType type : types) {
            int more = StrengthAssessor.available(table, table.select(plus(myTypes, type), myZones)) - have;
            if (more > 0) {
                expected.add(new Advice.AddType(type, more, ElasticityStrength.of(have + more)));
            }
        }
        expected.sort((a, b) -> Integer.compare(b.added(), a.added()));

        assertThat(StrengthAssessor.additions(table, table.select(myTypes, myZones)))
                .isEqualTo(expected);
    }

    @Property(tries = 300)
    void aTableChangedPoolByPoolIsTheTableBuiltAtOnce(@ForAll("grids") Grid grid) {
        List<InstanceType> types = types(grid.types());
        List<Zone> zones = zones(grid.zones());
        int typeCount = types.size();
        byte[] failing = grid.failing();
        PoolTable changed = PoolTable.of(types, zones);
        for (PoolConstraint c : PoolConstraint.values()) {
            changed = changed.with(
                    c, (type, zone) -> (failing[zones.indexOf(zone) * typeCount + types.indexOf(type)] & c.bit()) == 0);
        }
        PoolTable built = PoolTable.ofFailing(types, zones, failing);

        assertThat(StrengthAssessor.assess(changed, changed.select(types, zones)))
                .isEqualTo(StrengthAssessor.assess(built, built.select(types, zones)));
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    private static ResourcePool pool(InstanceType type, Zone zone, byte failing) {
        List<PoolConstraint> reasons = new ArrayList<>();
        for (PoolConstraint c : PoolConstraint.values()) {
            if ((failing >> c.ordinal() & 1) == 1) {
                reasons.add(c);
            }
        }
        return new ResourcePool(type, zone, reasons);
    }

    private static List<InstanceType> types(int count) {
        List<InstanceType> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            types.add(InstanceType.of("t" + i, 1, 1));
        }
        return types;
    }

    private static List<Zone> zones(int count) {
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            zones.add(Zone.of("z" + i));
        }
        return zones;
    }
}
