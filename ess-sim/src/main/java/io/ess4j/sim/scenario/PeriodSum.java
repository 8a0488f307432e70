package io.ess4j.sim.scenario;

import io.ess4j.model.Money;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.sim.metrics.Interruptions;
import io.ess4j.sim.metrics.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sum of what several groups did in the same period. Utilisation is weighted by capacity and response time by
 * requests; the objective is broken if one group breaks its own.
 */
final class PeriodSum {
    private PeriodSum() {}

    static Period of(Scenario scenario, List<Period> groups) {
        Period first = groups.get(0);
        Map<PurchaseOption, Money> cost = new EnumMap<>(PurchaseOption.class);
        Map<PurchaseOption, Long> millis = new EnumMap<>(PurchaseOption.class);
        for (Period group : groups) {
            group.costSoFar().forEach((option, amount) -> cost.merge(option, amount, Money::plus));
            group.instanceMillisSoFar().forEach((option, time) -> millis.merge(option, time, Long::sum));
        }
        return new Period(
                first.fromMillis(),
                first.toMillis(),
                traffic(groups),
                capacity(scenario, groups),
                cost,
                millis,
                world(groups),
                groups);
    }

    private static Period.Traffic traffic(List<Period> groups) {
        long arrivals = 0;
        long served = 0;
        long lost = 0;
        long waiting = 0;
        double busy = 0;
        double units = 0;
        double response = 0;
        boolean isViolated = false;
        for (Period group : groups) {
            Period.Traffic t = group.traffic();
            arrivals += t.arrivals();
            served += t.served();
            lost += t.lost();
            waiting += t.waiting();
            busy += t.utilisation() * group.capacity().average();
            units += group.capacity().average();
            response += t.served() > 0 ? t.responseMillis() * t.served() : 0;
            isViolated |= t.violatesSlo();
        }
        return new Period.Traffic(
                arrivals,
                served,
                lost,
                waiting,
                units > 0 ? Math.min(1, busy / units) : 0,
                served > 0 ? response / served : Double.NaN,
                isViolated);
    }

    private static Period.Capacity capacity(Scenario scenario, List<Period> groups) {
        long desired = 0;
        double average = 0;
        long inService = 0;
        long pending = 0;
        Map<Zone, Integer> zones = new LinkedHashMap<>();
        scenario.zones().forEach(zone -> zones.put(zone, 0));
        Map<PurchaseOption, Integer> options = new EnumMap<>(PurchaseOption.class);
        for (int i = 0; i < groups.size(); i++) {
            Period.Capacity c = groups.get(i).capacity();
            desired += c.desired();
            average += c.average();
            inService += c.inService();
            pending += c.pending();
            List<Zone> own = scenario.groups().get(i).group().policies().zones();
            for (int z = 0; z < own.size(); z++) {
                zones.merge(own.get(z), c.instancesByZone().get(z), Integer::sum);
            }
            c.instancesByOption().forEach((option, count) -> options.merge(option, count, Integer::sum));
        }
        return new Period.Capacity(desired, average, inService, pending, new ArrayList<>(zones.values()), options);
    }

    private static Period.World world(List<Period> groups) {
        long required = 0;
        Money least = Money.ZERO;
        double interrupted = 0;
        Interruptions sum = Interruptions.NONE;
        Map<String, Money> reasons = new LinkedHashMap<>();
        for (Period group : groups) {
            Period.World w = group.world();
            required += w.requiredUnits();
            least = least.plus(w.leastCost());
            interrupted += w.interruptedRequests();
            sum = sum.plus(w.interruptions());
            w.costByReason().forEach((reason, amount) -> reasons.merge(reason, amount, Money::plus));
        }
        return new Period.World(required, least, Optional.empty(), sum, interrupted, reasons);
    }
}
