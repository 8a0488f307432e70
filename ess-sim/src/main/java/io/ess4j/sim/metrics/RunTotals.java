package io.ess4j.sim.metrics;

import io.ess4j.model.Money;
import io.ess4j.model.PurchaseOption;
import io.ess4j.sim.metrics.Activity.Status;
import io.ess4j.sim.metrics.Figure.Better;
import io.ess4j.sim.metrics.Period.Traffic;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sums of a run, gathered period by period in constant memory. Not safe for use by several threads. */
public final class RunTotals implements RunObserver {
    private static final double MILLIS_PER_HOUR = 3_600_000;

    private final Map<Status, Long> activities = new EnumMap<>(Status.class);
    private Map<PurchaseOption, Long> instanceMillis = new EnumMap<>(PurchaseOption.class);
    private Map<PurchaseOption, Money> cost = new EnumMap<>(PurchaseOption.class);
    private long periods;
    private long lengthMillis;
    private long violatedMillis;
    private long arrivals;
    private long served;
    private long lost;
    private long waiting;
    private double capacityMillis;
    private double busyMillis;
    private double responseWeighted;
    private double worstResponse;
    private double peakArrivalsPerSecond;
    private long peakCapacity;
    private long launched;
    private long removed;

    /** Creates sums of nothing. */
    public RunTotals() {}

    @Override
    public void period(Period period) {
        long length = period.lengthMillis();
        Traffic traffic = period.traffic();
        periods++;
        lengthMillis += length;
        violatedMillis += traffic.violatesSlo() ? length : 0;
        arrivals += traffic.arrivals();
        served += traffic.served();
        lost += traffic.lost();
        waiting = traffic.waiting();
        peakArrivalsPerSecond = Math.max(peakArrivalsPerSecond, traffic.arrivals() * 1000.0 / length);
        if (!Double.isNaN(traffic.responseMillis())) {
            responseWeighted += traffic.responseMillis() * traffic.served();
            worstResponse = Math.max(worstResponse, traffic.responseMillis());
        }
        double units = period.capacity().average() * length;
        capacityMillis += units;
        busyMillis += units * traffic.utilisation();
        peakCapacity = Math.max(peakCapacity, period.capacity().inService());
        cost = period.costSoFar();
        instanceMillis = period.instanceMillisSoFar();
    }

    @Override
    public void activity(Activity activity) {
        activities.merge(activity.status(), 1L, Long::sum);
        launched +=
                activity.launched().stream().mapToLong(Activity.Batch::count).sum();
        removed += activity.removed().stream().mapToLong(Activity.Batch::count).sum();
    }

    /**
     * The number of periods.
     *
     * @return 0 or more
     */
    public long periods() {
        return periods;
    }

    /**
     * Simulated time.
     *
     * @return milliseconds
     */
    public long lengthMillis() {
        return lengthMillis;
    }

    /**
     * Time in periods that broke the service level objective.
     *
     * @return milliseconds
     */
    public long violatedMillis() {
        return violatedMillis;
    }

    /**
     * Requests that arrived: those served, lost and still waiting.
     *
     * @return 0 or more
     */
    public long arrivals() {
        return arrivals;
    }

    /**
     * Requests answered.
     *
     * @return 0 or more
     */
    public long served() {
        return served;
    }

    /**
     * Requests turned away.
     *
     * @return 0 or more
     */
    public long lost() {
        return lost;
    }

    /**
     * Requests that wait at the end.
     *
     * @return 0 or more
     */
    public long waiting() {
        return waiting;
    }

    /**
     * The greatest arrival rate of a period.
     *
     * @return requests a second
     */
    public double peakArrivalsPerSecond() {
        return peakArrivalsPerSecond;
    }

    /**
     * The greatest capacity in service at the end of a period.
     *
     * @return capacity units
     */
    public long peakCapacity() {
        return peakCapacity;
    }

    /**
     * Capacity in service, averaged over time.
     *
     * @return capacity units
     */
    public double meanCapacity() {
        return lengthMillis == 0 ? 0 : capacityMillis / lengthMillis;
    }

    /**
     * The busy share of all capacity that was in service.
     *
     * @return 0 to 1
     */
    public double meanUtilisation() {
        return capacityMillis == 0 ? 0 : busyMillis / capacityMillis;
    }

    /**
     * The mean response time over all requests served.
     *
     * @return milliseconds
     */
    public double meanResponseMillis() {
        return served == 0 ? 0 : responseWeighted / served;
    }

    /**
     * The greatest mean response time of a period.
     *
     * @return milliseconds
     */
    public double worstResponseMillis() {
        return worstResponse;
    }

    /**
     * Money spent.
     *
     * @return an amount for every purchase option, in their order
     */
    public Map<PurchaseOption, Money> cost() {
        return Collections.unmodifiableMap(cost);
    }

    /**
     * Money spent on all purchase options.
     *
     * @return the sum
     */
    public Money totalCost() {
        return cost.values().stream().reduce(Money.ZERO, Money::plus);
    }

    /**
     * Instance hours billed.
     *
     * @param option a purchase option
     * @return hours, summed over the instances
     */
    public double instanceHours(PurchaseOption option) {
        return instanceMillis.getOrDefault(option, 0L) / MILLIS_PER_HOUR;
    }

    /**
     * How many scaling activities ended in a status.
     *
     * @param status the status
     * @return 0 or more
     */
    public long activities(Status status) {
        return activities.getOrDefault(status, 0L);
    }

    /**
     * Instances that activities put into service.
     *
     * @return 0 or more
     */
    public long launched() {
        return launched;
    }

    /**
     * Instances that activities released.
     *
     * @return 0 or more
     */
    public long removed() {
        return removed;
    }

    /**
     * The share of time within the objective.
     *
     * @return per cent, cut to hundredths, so that 100.00 means always
     */
    public double keptPercent() {
        long length = Math.max(1, lengthMillis);
        return Math.floor(10_000.0 * (length - violatedMillis) / length) / 100;
    }

    /**
     * Adds the figures of the run.
     *
     * @param figures where they go
     * @param options the purchase options that are told apart
     */
    public void addTo(Figures.Builder figures, List<PurchaseOption> options) {
        figures.whole("requests.arrived", "Requests", "", Better.NEITHER, arrivals)
                .whole("requests.served", "Requests served", "", Better.MORE, served)
                .whole("requests.lost", "Requests lost", "", Better.LESS, lost)
                .whole("requests.waiting", "Requests waiting at the end", "", Better.LESS, waiting)
                .decimal("requests.peakPerSecond", "Peak load", "1/s", Better.NEITHER, peakArrivalsPerSecond, 2)
                .decimal(
                        "requests.meanResponseMillis",
                        "Response time, mean",
                        "ms",
                        Better.LESS,
                        meanResponseMillis(),
                        1)
                .decimal(
                        "requests.worstPeriodResponseMillis",
                        "Response time, worst period",
                        "ms",
                        Better.LESS,
                        worstResponse,
                        1)
                .whole("slo.violatedSeconds", "Objective broken", "s", Better.LESS, violatedMillis / 1000)
                .decimal("slo.keptPercent", "Objective kept", "%", Better.MORE, keptPercent(), 2)
                .decimal("capacity.meanUnits", "Capacity, mean", "units", Better.NEITHER, meanCapacity(), 2)
                .whole("capacity.peakUnits", "Capacity, peak", "units", Better.NEITHER, peakCapacity)
                .decimal(
                        "capacity.meanUtilisationPercent",
                        "Utilisation, mean",
                        "%",
                        Better.NEITHER,
                        100 * meanUtilisation(),
                        2)
                .amount("cost.total", "Cost", Better.LESS, totalCost());
        for (PurchaseOption option : options) {
            Money amount = cost.getOrDefault(option, Money.ZERO);
            figures.amount("cost." + option.name() + ".amount", "Cost, " + word(option), Better.NEITHER, amount)
                    .decimal(
                            "cost." + option.name() + ".instanceHours",
                            "Instance hours, " + word(option),
                            "h",
                            Better.NEITHER,
                            instanceHours(option),
                            2);
        }
        for (Status status : Status.values()) {
            figures.whole(
                    "activities." + status.name(),
                    "Activities " + word(status),
                    "",
                    status == Status.FAILED ? Better.LESS : Better.NEITHER,
                    activities(status));
        }
        figures.whole("activities.instancesLaunched", "Instances launched", "", Better.NEITHER, launched)
                .whole("activities.instancesRemoved", "Instances removed", "", Better.NEITHER, removed);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
