package io.ess4j.sim.metrics;

import io.ess4j.model.Money;
import io.ess4j.sim.metrics.Figure.Better;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run is judged by beyond its sums: money by what it was spent for, elasticity, regret against the clairvoyant
 * bound, interruptions and churn. Constant memory.
 */
public final class WorldFigures implements FigureSource {
    private static final double HOUR = 3_600_000;

    private final List<String> reasons;
    private final ElasticityMeter elasticity = new ElasticityMeter();
    private Map<String, Money> costByReason = new LinkedHashMap<>();
    private Interruptions interruptions = Interruptions.NONE;
    private Money cost = Money.ZERO;
    private long bound;
    private double interrupted;
    private double idleRatioMillis;
    private double capacityMillis;
    private long launched;
    private long removed;
    private double hours;

    /**
     * Measures nothing yet.
     *
     * @param reasons the names of what money is spent for, in the order in which they are told
     */
    public WorldFigures(List<String> reasons) {
        this.reasons = List.copyOf(reasons);
    }

    @Override
    public void period(Period period) {
        Period.World world = period.world();
        double length = (double) period.lengthMillis();
        hours += length / HOUR;
        if (world.requiredUnits() >= 0) {
            elasticity.add((double) world.requiredUnits(), period.capacity().average(), length / HOUR);
        }
        costByReason = world.costByReason();
        interruptions = world.interruptions();
        cost = period.totalCost();
        bound = Math.addExact(bound, world.leastCost().nanos());
        interrupted += world.interruptedRequests();
        double units = period.capacity().average() * length;
        capacityMillis += units;
        idleRatioMillis += units * (1 - period.traffic().utilisation());
    }

    @Override
    public void activity(Activity activity) {
        launched +=
                activity.launched().stream().mapToLong(Activity.Batch::count).sum();
        removed += activity.removed().stream().mapToLong(Activity.Batch::count).sum();
    }

    @Override
    public void addTo(Figures.Builder figures) {
        for (String reason : reasons) {
            figures.amount(
                    "costByReason." + reason,
                    "Spent for " + reason.toLowerCase(Locale.ROOT),
                    Better.LESS,
                    costByReason.getOrDefault(reason, Money.ZERO));
        }
        double idle = capacityMillis == 0 ? 0 : idleRatioMillis / capacityMillis;
        Money serving = costByReason.getOrDefault("SERVING", Money.ZERO);
        figures.amount(
                "costByReason.idle", "Of serving, idle", Better.LESS, new Money((long) (serving.nanos() * idle)));
        regret(figures);
        elasticity(figures);
        interruptions(figures);
        figures.decimal("churn.instancesPerHour", "Instances launched and removed", "1/h", Better.LESS, churn(), 3);
    }

    private double churn() {
        return hours == 0 ? Double.NaN : (launched + removed) / hours;
    }

    private void regret(Figures.Builder figures) {
        double ratio = bound == 0 ? Double.NaN : 100.0 * (cost.nanos() - bound) / bound;
        figures.amount("regret.lowerBound", "Clairvoyant lower bound", Better.NEITHER, new Money(bound))
                .decimal("regret.percent", "Cost above the bound", "%", Better.LESS, ratio, 2);
    }

    private void elasticity(Figures.Builder figures) {
        figures.decimal(
                        "elasticity.accuracyUnder",
                        "Mean shortage",
                        "units",
                        Better.LESS,
                        elasticity.accuracyUnder(),
                        3)
                .decimal("elasticity.accuracyOver", "Mean excess", "units", Better.LESS, elasticity.accuracyOver(), 3)
                .decimal(
                        "elasticity.normalisedUnderPercent",
                        "Mean shortage of demand",
                        "%",
                        Better.LESS,
                        elasticity.normalisedUnder(),
                        2)
                .decimal(
                        "elasticity.normalisedOverPercent",
                        "Mean excess over demand",
                        "%",
                        Better.LESS,
                        elasticity.normalisedOver(),
                        2)
                .decimal(
                        "elasticity.timeshareUnderPercent",
                        "Time with too little",
                        "%",
                        Better.LESS,
                        100 * elasticity.timeshareUnder(),
                        2)
                .decimal(
                        "elasticity.timeshareOverPercent",
                        "Time with too much",
                        "%",
                        Better.LESS,
                        100 * elasticity.timeshareOver(),
                        2)
                .decimal("elasticity.jitterPerHour", "Jitter", "units/h", Better.NEITHER, elasticity.jitter(), 3)
                .decimal(
                        "elasticity.instabilityPercent",
                        "Time moving apart",
                        "%",
                        Better.LESS,
                        100 * elasticity.instability(),
                        2);
    }

    private void interruptions(Figures.Builder figures) {
        figures.whole("interruptions.noticed", "Spot interruptions", "", Better.LESS, interruptions.noticed())
                .whole("interruptions.inTime", "Survived", "", Better.NEITHER, interruptions.inTime())
                .whole("interruptions.late", "Replaced late", "", Better.LESS, interruptions.late())
                .whole("interruptions.unreplaced", "Not replaced before", "", Better.LESS, interruptions.unreplaced())
                .whole("interruptions.open", "Still to come", "", Better.NEITHER, interruptions.open())
                .whole("interruptions.broken", "Instances that broke", "", Better.LESS, interruptions.broken())
                .decimal("interruptions.lostRequests", "Work lost", "requests", Better.LESS, interrupted, 1);
    }
}
