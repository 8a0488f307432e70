package io.ess4j.elasticity;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * All pools that a group has or could have, type by zone, with one bit per pool and constraint: kept between
 * assessments, and changed a column at a time when stock or support changes.
 *
 * <p>Columns are shared between a table and its changed copies; a copy costs the columns that differ and the AND of all
 * five, O(pools x constraints / 64).
 */
public final class PoolTable {
    static final List<PoolConstraint> CONSTRAINTS = List.of(PoolConstraint.values());

    /** The lowest bit of each of eight bytes. */
    private static final long LOW_BITS = 0x0101010101010101L;
    /** Multiplied by this, the lowest bits of eight bytes gather in the top byte, the first byte's lowest. */
    private static final long GATHER = 0x0102040810204080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    final PoolGrid grid;
    /** Bits of the pools for which all constraints hold. */
    final long[] available;
    /** By ordinal of the constraint: bits of the pools for which it holds. */
    private final long[][] holds;

    private PoolTable(PoolGrid grid, long[][] holds) {
        this.grid = grid;
        this.holds = holds;
        this.available = holds[0].clone();
        for (int c = 1; c < holds.length; c++) {
            long[] column = holds[c];
            for (int w = 0; w < available.length; w++) {
                available[w] &= column[w];
            }
        }
    }

    /**
     * Pools without any constraint that fails.
     *
     * @param types the instance types, each name once
     * @param zones the zones, such as those of the vSwitches; a zone that occurs again adds nothing
     * @return the table
     * @throws IllegalArgumentException if a type occurs twice
     */
    public static PoolTable of(Collection<InstanceType> types, Collection<Zone> zones) {
        PoolGrid grid = new PoolGrid(types, zones);
        return new PoolTable(grid, columns(grid, new byte[grid.size()]));
    }

    /**
     * Pools from rows of bits: the fastest way to build a table.
     *
     * @param types the instance types, each name once
     * @param zones the zones; a zone that occurs again adds nothing
     * @param failing for each pool the {@linkplain PoolConstraint#bit bits} of the constraints that fail: the first
     *     zone's pools in the order of the types, then the next zone's
     * @return the table
     * @throws IllegalArgumentException if a type occurs twice, or there are not types x zones bytes
     */
    public static PoolTable ofFailing(Collection<InstanceType> types, Collection<Zone> zones, byte[] failing) {
        PoolGrid grid = new PoolGrid(types, zones);
        if (failing.length != grid.size()) {
            throw new IllegalArgumentException(
                    "failing (" + failing.length + " bytes) must have one for each of " + grid.size() + " pools");
        }
        return new PoolTable(grid, columns(grid, failing));
    }

    private static long[][] columns(PoolGrid grid, byte[] failing) {
        int types = grid.types.size();
        long[][] holds = new long[CONSTRAINTS.size()][grid.length()];
        long[] rows = new long[Byte.SIZE];
        for (int zone = 0; zone < grid.zones.size(); zone++) {
            for (int type = 0; type < types; type += Long.SIZE) {
                int present = Math.min(types - type, Long.SIZE);
                read(failing, zone * types + type, present, rows);
                long used = -1L >>> (Long.SIZE - present);
                int word = grid.word(type, zone);
                for (int c = 0; c < holds.length; c++) {
                    holds[c][word] = ~column(rows, c) & used;
                }
            }
        }
        return holds;
    }

    /** Up to 64 bytes, eight to a number; those beyond what is present are 0. */
    private static void read(byte[] bytes, int from, int present, long[] rows) {
        for (int i = 0; i < Byte.SIZE; i++) {
            int left = present - i * Byte.SIZE;
            rows[i] = left <= 0 ? 0 : eight(bytes, from + i * Byte.SIZE, Math.min(left, Byte.SIZE));
        }
    }

    /** One bit of each of 64 bytes. */
    private static long column(long[] rows, int bit) {
        long column = 0;
        for (int i = 0; i < Byte.SIZE; i++) {
            column |= (((rows[i] >>> bit) & LOW_BITS) * GATHER) >>> (Long.SIZE - Byte.SIZE) << (i * Byte.SIZE);
        }
        return column;
    }

    private static long eight(byte[] bytes, int from, int present) {
        if (present == Byte.SIZE) {
            return (long) LONGS.get(bytes, from);
        }
        long packed = 0;
        for (int i = 0; i < present; i++) {
            packed |= (bytes[from + i] & 0xFFL) << (i * Byte.SIZE);
        }
        return packed;
    }

    /**
     * This table with one constraint decided anew for every pool.
     *
     * @param constraint which constraint
     * @param test whether it holds for a type in a zone; called once per pool, zone by zone
     * @return the changed table
     */
    public PoolTable with(PoolConstraint constraint, BiPredicate<InstanceType, Zone> test) {
        long[] column = new long[grid.length()];
        for (int zone = 0; zone < grid.zones.size(); zone++) {
            for (int type = 0; type < grid.types.size(); type++) {
                if (test.test(grid.types.get(type), grid.zones.get(zone))) {
                    column[grid.word(type, zone)] |= 1L << type;
                }
            }
        }
        return with(constraint, column);
    }

    /**
     * This table with one constraint of one pool changed.
     *
     * @param constraint which constraint
     * @param type the pool's instance type; only its name counts
     * @param zone the pool's zone
     * @param held whether the constraint holds now
     * @return the changed table
     * @throws IllegalArgumentException if the type or the zone is not in the table
     */
    public PoolTable with(PoolConstraint constraint, InstanceType type, Zone zone, boolean held) {
        int t = grid.type(type);
        int word = grid.word(t, grid.zone(zone));
        long[] column = holds[constraint.ordinal()].clone();
        column[word] = held ? column[word] | 1L << t : column[word] & ~(1L << t);
        return with(constraint, column);
    }

    /**
     * This table with {@link PoolConstraint#SOLD_IN_ZONE} and {@link PoolConstraint#STOCK} as they are in a market.
     *
     * @param market what can be bought now
     * @param option the purchase option that the group would use
     * @return the changed table; a pool that is not sold has no stock either
     */
    public PoolTable with(Market market, PurchaseOption option) {
        return with(
                        PoolConstraint.SOLD_IN_ZONE,
                        (type, zone) -> market.catalog().indexOf(type, zone, option) >= 0)
                .with(PoolConstraint.STOCK, (type, zone) -> {
                    int row = market.catalog().indexOf(type, zone, option);
                    return row >= 0 && market.stock(row) > 0;
                });
    }

    private PoolTable with(PoolConstraint constraint, long[] column) {
        long[][] changed = holds.clone();
        changed[constraint.ordinal()] = column;
        return new PoolTable(grid, changed);
    }

    /**
     * The pools of a group, to be kept and used with this table and all changed copies of it.
     *
     * @param types the group's instance types; only their names count
     * @param zones the zones of the group's vSwitches; a zone that occurs again adds nothing
     * @return the selection
     * @throws IllegalArgumentException if a type or a zone is not in the table
     */
    public PoolSelection select(Collection<InstanceType> types, Collection<Zone> zones) {
        return new PoolSelection(grid, types, zones);
    }

    /**
     * The instance types.
     *
     * @return an unmodifiable list in the order given
     */
    public List<InstanceType> types() {
        return grid.types;
    }

    /**
     * The zones.
     *
     * @return an unmodifiable list in the order of first appearance
     */
    public List<Zone> zones() {
        return grid.zones;
    }

    /**
     * How many pools there are.
     *
     * @return types x zones
     */
    public int size() {
        return grid.size();
    }

    ResourcePool pool(int type, int zone) {
        int word = grid.word(type, zone);
        int failing = 0;
        for (int c = 0; c < holds.length; c++) {
            failing |= (int) (~holds[c][word] >>> type & 1) << c;
        }
        return ResourcePool.of(grid.types.get(type), grid.zones.get(zone), failing);
    }
}
