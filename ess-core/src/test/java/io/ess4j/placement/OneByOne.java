package io.ess4j.placement;

import io.ess4j.capacity.Weights;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The documented rules applied literally: look at everything, launch one instance, look again. */
final class OneByOne {
    private final Market market;
    private final List<Zone> zones;
    private final List<Weights.WeightedType> types;
    private final Map<Integer, Integer> launched = new TreeMap<>();
    private final int[] zoneCount;
    private final boolean perVcpu;

    OneByOne(Market market, List<Zone> zones, Weights weights, int[] zoneCount) {
        this.market = market;
        this.zones = zones;
        this.types = weights.types();
        this.zoneCount = zoneCount.clone();
        this.perVcpu = types.stream().allMatch(t -> t.weight() == 1);
    }

    /** Launched instances by position in the catalogue. */
    Map<Integer, Integer> launched() {
        return launched;
    }

    /** Guide 4.1: every plan in every zone before the next; a plan costs what its cheapest zone with stock asks. */
    long cheapestPlanFirst(PurchaseOption option, long units) {
        long missing = units;
        int[] plans = plansByPrice(option);
        for (int plan : plans) {
            for (int zone = 0; zone < zones.size(); zone++) {
                while (missing > 0 && take(plan, zone, option)) {
                    missing -= types.get(plan).weight();
                }
            }
        }
        return missing;
    }

    /** Guide 1.5: zones in order, types in order. */
    long priority(PurchaseOption option, long units) {
        long missing = units;
        for (int zone = 0; zone < zones.size(); zone++) {
            for (int type = 0; type < types.size(); type++) {
                while (missing > 0 && take(type, zone, option)) {
                    missing -= types.get(type).weight();
                }
            }
        }
        return missing;
    }

    /** Guide 1.4: the zone with the fewest instances among those that can deliver. */
    long balanced(PurchaseOption option, long units) {
        long missing = units;
        while (missing > 0) {
            int best = -1;
            for (int zone = 0; zone < zones.size(); zone++) {
                if (firstType(zone, option) >= 0 && (best < 0 || zoneCount[zone] < zoneCount[best])) {
                    best = zone;
                }
            }
            if (best < 0) {
                return missing;
            }
            int type = firstType(best, option);
            take(type, best, option);
            missing -= types.get(type).weight();
        }
        return missing;
    }

    private int firstType(int zone, PurchaseOption option) {
        for (int type = 0; type < types.size(); type++) {
            if (left(type, zone, option) > 0) {
                return type;
            }
        }
        return -1;
    }

    private int[] plansByPrice(PurchaseOption option) {
        return IntStream.range(0, types.size())
                .boxed()
                .filter(type -> cheapest(type, option) >= 0)
                .sorted((a, b) -> {
                    int order = Price.compareUnit(
                            new Price(cheapest(a, option)), unit(a), new Price(cheapest(b, option)), unit(b));
                    return order != 0 ? order : Integer.compare(a, b);
                })
                .mapToInt(i -> i)
                .toArray();
    }

    private int unit(int type) {
        return perVcpu ? types.get(type).type().vcpus() : types.get(type).weight();
    }

    private long cheapest(int type, PurchaseOption option) {
        long best = -1;
        for (int zone = 0; zone < zones.size(); zone++) {
            if (left(type, zone, option) > 0) {
                long price = market.nanosPerHour(index(type, zone, option));
                best = best < 0 ? price : Math.min(best, price);
            }
        }
        return best;
    }

    private int index(int type, int zone, PurchaseOption option) {
        return market.catalog().indexOf(types.get(type).type(), zones.get(zone), option);
    }

    private int left(int type, int zone, PurchaseOption option) {
        int index = index(type, zone, option);
        return index < 0 ? 0 : market.stock(index) - launched.getOrDefault(index, 0);
    }

    private boolean take(int type, int zone, PurchaseOption option) {
        if (left(type, zone, option) <= 0) {
            return false;
        }
        launched.merge(index(type, zone, option), 1, Integer::sum);
        zoneCount[zone]++;
        return true;
    }
}
