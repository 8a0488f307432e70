package io.ess4j.elasticity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts the pools that could serve a scale-out (guide 1.7), and what each further zone or type would add.
 *
 * <p>Worked example: three types in zones b and h, where b does not support the disk: 3 of 6 pools are available, which
 * is medium. A further zone in which all three are available makes 6: strong.
 */
public final class StrengthAssessor {
    private static final Comparator<Advice> MOST_ADDED =
            Comparator.comparingInt(Advice::added).reversed();

    private StrengthAssessor() {}

    /**
     * How many pools of a group are available. O(pools / 64), no allocation.
     *
     * @param table the pools as they are now
     * @param group the group's pools
     * @return 0 to the size of the group's selection
     * @throws IllegalArgumentException if the selection was made from another table
     */
    public static int available(PoolTable table, PoolSelection group) {
        PoolGrid grid = checked(table, group);
        long[] available = table.available;
        long[] types = group.types;
        int words = grid.words;
        int count = 0;
        for (int zone = 0; zone < group.zones.length; zone++) {
            if (group.zones[zone]) {
                int from = zone * words;
                for (int w = 0; w < words; w++) {
                    count += Long.bitCount(available[from + w] & types[w]);
                }
            }
        }
        return count;
    }

    /**
     * The strength of a group, its pools with their reasons, and the documented advice. O(pools of the table).
     *
     * @param table the pools as they are now
     * @param group the group's pools
     * @return the assessment
     * @throws IllegalArgumentException if the selection was made from another table
     */
    public static StrengthAssessment assess(PoolTable table, PoolSelection group) {
        PoolGrid grid = checked(table, group);
        List<ResourcePool> pools = new ArrayList<>(group.size());
        for (int zone = 0; zone < group.zones.length; zone++) {
            for (int type = 0; group.zones[zone] && type < grid.types.size(); type++) {
                if (group.hasType(type)) {
                    pools.add(table.pool(type, zone));
                }
            }
        }
        boolean strong = ElasticityStrength.of(available(table, group)) == ElasticityStrength.STRONG;
        return new StrengthAssessment(pools, strong ? List.of() : additions(table, group));
    }

    /**
     * Every zone and every type of the table that would add available pools to a group, most first; equal ones zones
     * before types, then in the order of the table. Unlike the documented advice also for a strong group. O(pools / 64
     * + available pools of further types in the group's zones).
     *
     * @param table the pools as they are now
     * @param group the group's pools
     * @return what to add; empty if nothing helps
     * @throws IllegalArgumentException if the selection was made from another table
     */
    public static List<Advice> additions(PoolTable table, PoolSelection group) {
        PoolGrid grid = checked(table, group);
        int have = 0;
        int[] byZone = new int[grid.zones.size()];
        int[] byType = new int[grid.types.size()];
        for (int zone = 0; zone < byZone.length; zone++) {
            int here = 0;
            for (int w = 0; w < grid.words; w++) {
                long available = table.available[zone * grid.words + w];
                here += Long.bitCount(available & group.types[w]);
                long further = group.zones[zone] ? available & ~group.types[w] : 0;
                for (; further != 0; further &= further - 1) {
                    byType[w * Long.SIZE + Long.numberOfTrailingZeros(further)]++;
                }
            }
            have += group.zones[zone] ? here : 0;
            byZone[zone] = group.zones[zone] ? 0 : here;
        }
        return ranked(grid, have, byZone, byType);
    }

    private static List<Advice> ranked(PoolGrid grid, int have, int[] byZone, int[] byType) {
        List<Advice> advice = new ArrayList<>();
        for (int z = 0; z < byZone.length; z++) {
            if (byZone[z] > 0) {
                advice.add(new Advice.AddZone(grid.zones.get(z), byZone[z], ElasticityStrength.of(have + byZone[z])));
            }
        }
        for (int t = 0; t < byType.length; t++) {
            if (byType[t] > 0) {
                advice.add(new Advice.AddType(grid.types.get(t), byType[t], ElasticityStrength.of(have + byType[t])));
            }
        }
        advice.sort(MOST_ADDED);
        return List.copyOf(advice);
    }

    private static PoolGrid checked(PoolTable table, PoolSelection group) {
        if (table.grid != group.grid) {
            throw new IllegalArgumentException("group must be a selection from this table or a changed copy of it");
        }
        return table.grid;
    }
}
