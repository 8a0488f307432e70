package io.ess4j.placement;

import io.ess4j.model.Fleet;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.model.table.FleetColumns;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Kinds;
import io.ess4j.model.table.Packed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A launch plan in the making: what is left of each pool, what has been taken, and what was passed over. Lives for one
 * call of the planner.
 */
final class LaunchDraft {
    private static final LifecycleState[] STATES = LifecycleState.values();
    private static final PurchaseOption[] OPTIONS = PurchaseOption.values();
    private static final SkippedPool.Reason[] REASONS = SkippedPool.Reason.values();

    final PoolTable pools;
    final Market market;
    final long[] price;
    final int[] left;
    final int[] count;
    /** Instances in each zone of the group, with those that this plan adds. */
    final int[] zoneCount;

    private final byte[] skip;
    private final int[] taken;
    private int takenPools;
    private final int[] passed;
    private int passedPools;
    private final List<String> started = new ArrayList<>();
    private final long[] startedUnits = new long[OPTIONS.length];

    LaunchDraft(PoolTable pools, Market market, Fleet fleet) {
        this.pools = pools;
        this.market = market;
        this.price = new long[pools.size];
        this.left = new int[pools.size];
        this.count = new int[pools.size];
        this.skip = new byte[pools.size];
        this.taken = new int[pools.size];
        this.passed = new int[pools.size];
        for (int pool = 0; pool < pools.size; pool++) {
            int offering = pools.offering[pool];
            if (offering >= 0) {
                price[pool] = market.nanosPerHour(offering);
                left[pool] = market.stock(offering);
            }
        }
        this.zoneCount = new int[pools.zones];
        List<Zone> fleetZones = fleet.zones();
        for (int i = 0; i < fleetZones.size(); i++) {
            int zone = pools.zoneIndex(fleetZones.get(i));
            if (zone >= 0) {
                zoneCount[zone] = countable(fleet, fleetZones.get(i));
            }
        }
    }

    private static int countable(Fleet fleet, Zone zone) {
        int sum = 0;
        for (LifecycleState state : STATES) {
            sum += state.countsTowardsCapacity() ? fleet.count(zone, state) : 0;
        }
        return sum;
    }

    /** The price now plus interruptions per hour times the cost of one, rounded half up. */
    long riskPrice(int pool, Money interruptionCost) {
        long perMillionHours = market.interruptionsPerMillionHours(pools.offering[pool]);
        long cost = interruptionCost.nanos();
        // Divided first: rate and cost may each be large.
        long whole = Math.multiplyExact(cost / 1_000_000, perMillionHours);
        long part = (cost % 1_000_000 * perMillionHours + 500_000) / 1_000_000;
        return Math.addExact(price[pool], Math.addExact(whole, part));
    }

    /** What has been taken costs, interruptions counted. */
    Price riskCost(Money interruptionCost) {
        Price sum = Price.ZERO;
        for (int i = 0; i < takenPools; i++) {
            sum = sum.plus(new Price(riskPrice(taken[i], interruptionCost)).times(count[taken[i]]));
        }
        return sum;
    }

    /** Treats an offering of the catalogue as sold out; -1 for none. */
    void sellOut(int offering) {
        for (int pool = 0; offering >= 0 && pool < pools.size; pool++) {
            left[pool] = pools.offering[pool] == offering ? 0 : left[pool];
        }
    }

    boolean isOffered(int pool) {
        return pools.offering[pool] >= 0;
    }

    int weight(int pool) {
        return pools.weight[pools.type(pool)];
    }

    /** Takes a pool out of the running and notes why, if there was anything to take. */
    void close(int pool, SkippedPool.Reason reason) {
        if (left[pool] > 0) {
            left[pool] = 0;
            skip[pool] = (byte) (reason.ordinal() + 1);
        }
    }

    /** Closes spot pools above the price limits of a mix. */
    void closeAboveMaxPrice(SpotMix mix) {
        for (SpotMix.MaxPrice limit : mix.maxPrices()) {
            int type = pools.typeIndex(limit.type());
            for (int zone = 0; type >= 0 && zone < pools.zones; zone++) {
                int pool = pools.pool(true, zone, type);
                if (price[pool] > limit.price().nanosPerHour()) {
                    close(pool, SkippedPool.Reason.ABOVE_MAX_PRICE);
                }
            }
        }
    }

    /** Notes that a preferred pool had nothing to give. */
    void pass(int pool) {
        if (count[pool] > 0 || !isOffered(pool)) {
            return;
        }
        if (skip[pool] == 0) {
            skip[pool] = (byte) (SkippedPool.Reason.SOLD_OUT.ordinal() + 1);
        }
        if (skip[pool] > 0) {
            passed[passedPools++] = pool;
            // Negative: noted already.
            skip[pool] = (byte) -skip[pool];
        }
    }

    void take(int pool, int instances) {
        if (count[pool] == 0) {
            taken[takenPools++] = pool;
        }
        count[pool] += instances;
        left[pool] -= instances;
        zoneCount[pools.zone(pool)] += instances;
    }

    /**
     * Starts stopped healthy instances, in the order of the fleet, until the units are covered; returns what is
     * missing.
     */
    long startStopped(Fleet fleet, long units) {
        long missing = units;
        if (missing > 0 && fleet.count(LifecycleState.STOPPED) > 0) {
            FleetTable table = FleetTable.of(fleet);
            FleetColumns columns = table.columns();
            for (int row = 0; row < columns.size() && missing > 0; row++) {
                short packed = table.packed(row);
                if (Packed.state(packed) == LifecycleState.STOPPED.ordinal() && Packed.healthy(packed)) {
                    started.add(columns.id()[row]);
                    startedUnits[Packed.option(packed)] += table.weight(row);
                    missing -= table.weight(row);
                    int zone = pools.zoneIndex(table.zones().get(table.zone(row)));
                    if (zone >= 0) {
                        zoneCount[zone]++;
                    }
                }
            }
        }
        return Math.max(0, missing);
    }

    /**
     * Gives instances back, the last taken pool first, until that much is saved, at most what all cost; returns the
     * units given back.
     */
    long giveBack(long amount) {
        long toSave = amount;
        long units = 0;
        for (int i = takenPools - 1; toSave > 0; i--) {
            int pool = taken[i];
            if (price[pool] > 0) {
                int instances = (int) Math.min(count[pool], (toSave - 1) / price[pool] + 1);
                toSave -= instances * price[pool];
                units += (long) instances * weight(pool);
                count[pool] -= instances;
            }
        }
        return units;
    }

    /** Units of the fleet under a purchase option that count towards capacity, with those that this plan starts. */
    long unitsNow(Fleet fleet, PurchaseOption option) {
        Kinds kinds = FleetTable.of(fleet).kinds();
        long units = startedUnits[option.ordinal()];
        for (int kind = 0; kind < kinds.size(); kind++) {
            short packed = kinds.packed()[kind];
            if (Packed.option(packed) == option.ordinal() && STATES[Packed.state(packed)].countsTowardsCapacity()) {
                units += (long) kinds.weight()[kind] * kinds.count()[kind];
            }
        }
        return units;
    }

    /** The stopped instances that this plan starts, in the order of the fleet. */
    List<String> started() {
        return started;
    }

    long launchedUnits() {
        long units = 0;
        for (int i = 0; i < takenPools; i++) {
            units += (long) count[taken[i]] * weight(taken[i]);
        }
        return units;
    }

    boolean anyOffered(boolean spot) {
        int from = spot ? pools.half : 0;
        for (int pool = from; pool < from + pools.half; pool++) {
            if (isOffered(pool)) {
                return true;
            }
        }
        return false;
    }

    boolean anyLeft(boolean spot) {
        int from = spot ? pools.half : 0;
        for (int pool = from; pool < from + pools.half; pool++) {
            if (left[pool] > 0) {
                return true;
            }
        }
        return false;
    }

    boolean anyClosed(SkippedPool.Reason reason) {
        for (byte s : skip) {
            if (Math.abs(s) == reason.ordinal() + 1) {
                return true;
            }
        }
        return false;
    }

    LaunchPlan toPlan(long requested, long shortfall, Optional<ShortfallReason> reason, Optional<CostProof> proof) {
        List<Launch> launches = new ArrayList<>(takenPools);
        for (int i = 0; i < takenPools; i++) {
            int pool = taken[i];
            if (count[pool] > 0) {
                launches.add(new Launch(market.offering(pools.offering[pool]), count[pool], weight(pool)));
            }
        }
        SkippedPool[] skipped = new SkippedPool[passedPools];
        for (int i = 0; i < passedPools; i++) {
            int pool = passed[i];
            skipped[i] = new SkippedPool(market.offering(pools.offering[pool]), REASONS[Math.abs(skip[pool]) - 1]);
        }
        return new LaunchPlan(
                requested,
                started,
                Arrays.stream(startedUnits).sum(),
                launches,
                Arrays.asList(skipped),
                shortfall,
                reason,
                proof);
    }
}
