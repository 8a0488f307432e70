package io.ess4j.sim.report;

import io.ess4j.model.Money;
import io.ess4j.model.PurchaseOption;
import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.metrics.Activity.Status;
import io.ess4j.sim.metrics.RunTotals;
import io.ess4j.sim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures that a person looks at first. */
final class KeyFigures {
    /** Losing more than one request in so many is worth a warning. */
    private static final long ONE_IN = 10_000;

    private KeyFigures() {}

    /**
     * One figure.
     *
     * @param label what it is
     * @param value the number
     * @param unit its unit, may be empty
     * @param hint a line that puts it into proportion
     * @param tone {@code good}, {@code warn}, {@code bad} or {@code plain}
     */
    record Figure(String label, String value, String unit, String hint, String tone) {}

    static List<Figure> of(Scenario scenario, Measures measures, RunTotals totals) {
        List<Figure> figures = new ArrayList<>();
        Money cost = totals.totalCost();
        figures.add(new Figure(
                "Total cost", Measures.grouped(cost), scenario.about().currency(), shares(measures, totals), "plain"));
        double kept = totals.keptPercent();
        figures.add(new Figure(
                "Objective kept",
                Decimals.fixed(kept, 2),
                "% of time",
                totals.violatedMillis() == 0
                        ? "never broken"
                        : "broken for " + Measures.duration(totals.violatedMillis()),
                kept >= 99.9 ? "good" : kept >= 99 ? "warn" : "bad"));
        figures.add(new Figure(
                "Utilisation",
                Measures.percent(totals.meanUtilisation(), 1),
                "%",
                "mean over all capacity in service",
                "plain"));
        figures.add(new Figure(
                "Peak capacity",
                Measures.grouped(totals.peakCapacity()),
                "units",
                "mean " + Decimals.fixed(totals.meanCapacity(), 1) + " units",
                "plain"));
        figures.add(new Figure(
                "Requests served",
                Measures.grouped(totals.served()),
                "",
                totals.lost() == 0 ? "none lost" : Measures.grouped(totals.lost()) + " lost",
                totals.lost() > totals.arrivals() / ONE_IN ? "warn" : "plain"));
        figures.add(new Figure(
                "Response time",
                Decimals.fixed(totals.meanResponseMillis(), 0),
                "ms",
                "mean; worst period " + Measures.grouped(Math.round(totals.worstResponseMillis())) + " ms",
                "plain"));
        figures.add(new Figure(
                "Peak load",
                Decimals.fixed(totals.peakArrivalsPerSecond(), 1),
                "requests/s",
                "greatest period",
                "plain"));
        long done = totals.activities(Status.SUCCESSFUL) + totals.activities(Status.WARNING);
        long refused = totals.activities(Status.FAILED) + totals.activities(Status.REJECTED);
        figures.add(new Figure(
                "Scaling activities",
                Measures.grouped(done),
                "",
                "+" + Measures.grouped(totals.launched()) + " / −" + Measures.grouped(totals.removed()) + " instances"
                        + (refused > 0 ? ", " + Measures.grouped(refused) + " failed or refused" : ""),
                "plain"));
        return figures;
    }

    private static String shares(Measures measures, RunTotals totals) {
        Map<PurchaseOption, Money> cost = totals.cost();
        List<String> parts = new ArrayList<>();
        long total = Math.max(1, totals.totalCost().nanos());
        for (PurchaseOption option : measures.options()) {
            double share = (double) cost.getOrDefault(option, Money.ZERO).nanos() / total;
            parts.add(Measures.word(option).toLowerCase(Locale.ROOT) + " " + Measures.percent(share, 0) + " %");
        }
        return String.join(", ", parts);
    }
}
