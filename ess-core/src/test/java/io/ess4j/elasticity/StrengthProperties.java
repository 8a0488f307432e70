package io.ess4j.elasticity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Bitsets against a list of pools that is filtered one by one. */
class StrengthProperties {
    @Property(tries = 500)
    void countsAndReasonsAreThoseOfEachPool(
            @ForAll @IntRange(max = 140) int typeCount, @ForAll @IntRange(max = 5) int zoneCount, @ForAll long seed) {
        Random random = new Random(seed);
        List<InstanceType> types = types(typeCount);
        List<Zone> zones = zones(zoneCount);
        byte[] failing = failing(random, typeCount * zoneCount);
        List<InstanceType> myTypes =
                types.stream().filter(t -> random.nextBoolean()).toList();
        List<Zone> myZones = zones.stream().filter(z -> random.nextBoolean()).toList();
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
    void everyAdditionAddsWhatItSays(
            @ForAll @IntRange(max = 70) int typeCount, @ForAll @IntRange(max = 5) int zoneCount, @ForAll long seed) {
        Random random = new Random(seed);
        List<InstanceType> types = types(typeCount);
        List<Zone> zones = zones(zoneCount);
        PoolTable table = PoolTable.ofFailing(types, zones, failing(random, typeCount * zoneCount));
        List<InstanceType> myTypes =
                types.stream().filter(t -> random.nextBoolean()).toList();
        List<Zone> myZones = zones.stream().filter(z -> random.nextBoolean()).toList();
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
    void aTableChangedPoolByPoolIsTheTableBuiltAtOnce(
            @ForAll @IntRange(max = 70) int typeCount, @ForAll @IntRange(max = 3) int zoneCount, @ForAll long seed) {
        Random random = new Random(seed);
        List<InstanceType> types = types(typeCount);
        List<Zone> zones = zones(zoneCount);
        byte[] failing = failing(random, typeCount * zoneCount);
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

    /** Half of the pools fail nowhere. */
    private static byte[] failing(Random random, int size) {
        byte[] failing = new byte[size];
        for (int i = 0; i < size; i++) {
            failing[i] = (byte) (random.nextBoolean() ? 0 : random.nextInt(256));
        }
        return failing;
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
