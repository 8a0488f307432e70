package io.ess4j.sim.report;

import io.ess4j.model.Money;
import io.ess4j.model.PurchaseOption;
import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.metrics.Activity.Status;
import io.ess4j.sim.metrics.Figure;
import io.ess4j.sim.metrics.Figures;
import io.ess4j.sim.metrics.RunTotals;
import io.ess4j.sim.scenario.RunFigures;
import io.ess4j.sim.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The summary of a run for a terminal: 80 columns, colours only if asked for. */
public final class SummaryText {
    private static final int WIDTH = 78;
    private static final int BAR = 24;
    /** Sections that have lines of their own. */
    private static final List<String> TOLD = List.of("requests", "slo", "capacity", "cost", "activities");

    private final Scenario scenario;
    private final Measures measures;
    private final RunTotals totals;
    private final Figures figures;
    private final boolean colour;
    private final StringBuilder text = new StringBuilder();

    private SummaryText(Scenario scenario, RunFigures measured, boolean colour) {
        this.scenario = scenario;
        this.measures = new Measures(scenario);
        this.totals = measured.totals();
        this.figures = measured.figures();
        this.colour = colour;
    }

    /**
     * Writes a summary.
     *
     * @param scenario what was run
     * @param measured what was measured
     * @param colour whether to use ANSI colours
     * @return the text, lines ended by {@code \n}
     */
    public static String of(Scenario scenario, RunFigures measured, boolean colour) {
        return new SummaryText(scenario, measured, colour).write();
    }

    private String write() {
        text.append('\n').append(style("1", scenario.about().name())).append('\n');
        wrapped(Measures.duration(scenario.span().length().toMillis()) + " from "
                + measures.time(0).replace('T', ' ').substring(0, 16) + " "
                + scenario.span().zone().getId() + ", seed " + scenario.seed());
        wrapped("load: " + scenario.load().source());
        wrapped("prices: " + scenario.about().prices());
        cost();
        service();
        capacity();
        further();
        return text.toString();
    }

    /** Whatever else is measured, one heading for each section; those where nothing happened are named at the end. */
    private void further() {
        Map<String, List<Figure>> sections = new LinkedHashMap<>();
        for (Figure figure : figures.all()) {
            String of = figure.name().substring(0, figure.name().indexOf('.'));
            if (!TOLD.contains(of)) {
                sections.computeIfAbsent(words(of), absent -> new ArrayList<>()).add(figure);
            }
        }
        List<String> empty = new ArrayList<>();
        sections.forEach((title, rows) -> {
            if (rows.stream().allMatch(SummaryText::isNothing)) {
                empty.add(title);
            } else {
                heading(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1), "");
                rows.forEach(figure ->
                        line(figure.label(), 30, figure.value().isPresent() ? figure.text() : "-", figure.unit()));
            }
        });
        if (!empty.isEmpty()) {
            text.append('\n');
            wrapped("none: " + String.join(", ", empty));
        }
    }

    private static boolean isNothing(Figure figure) {
        return figure.value().map(value -> value.signum() == 0).orElse(true);
    }

    /** The name of a section as words: {@code costByReason} is "cost by reason". */
    private static String words(String section) {
        return section.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private void cost() {
        heading("Cost", scenario.about().currency());
        long total = totals.totalCost().nanos();
        for (PurchaseOption option : measures.options()) {
            Money amount = totals.cost().getOrDefault(option, Money.ZERO);
            double share = total == 0 ? 0 : (double) amount.nanos() / total;
            String hours = Measures.grouped(Math.round(totals.instanceHours(option)));
            line(
                    Measures.word(option),
                    Measures.grouped(amount),
                    style("36", bar(share)) + " " + pad(Measures.percent(share, 1), 5) + " %  " + pad(hours, 7) + " h");
        }
        line(style("1", "Total"), style("1", Measures.grouped(totals.totalCost())), "");
    }

    private void service() {
        heading("Service", "");
        double kept = totals.keptPercent();
        String tone = kept >= 99.9 ? "32" : kept >= 99 ? "33" : "31";
        line(
                "Objective kept",
                style(tone, Decimals.fixed(kept, 2) + " %"),
                totals.violatedMillis() == 0
                        ? "of the time"
                        : "of the time; broken for " + Measures.duration(totals.violatedMillis()));
        line(
                "Response, mean",
                Decimals.fixed(totals.meanResponseMillis(), 0) + " ms",
                "objective " + scenario.slo().response().toMillis() + " ms; worst period "
                        + Measures.grouped(Math.round(totals.worstResponseMillis())) + " ms");
        line(
                "Requests",
                Measures.grouped(totals.arrivals()),
                "peak " + Decimals.fixed(totals.peakArrivalsPerSecond(), 1) + " a second");
        line(
                "Lost",
                Measures.grouped(totals.lost()),
                totals.waiting() == 0 ? "" : totals.waiting() + " waiting at the end");
    }

    private void capacity() {
        heading("Capacity", "units");
        line(
                "Mean",
                Decimals.fixed(totals.meanCapacity(), 1),
                Measures.percent(totals.meanUtilisation(), 1) + " % utilised");
        line("Peak", Measures.grouped(totals.peakCapacity()), "");
        long done = totals.activities(Status.SUCCESSFUL) + totals.activities(Status.WARNING);
        List<String> other = new ArrayList<>();
        for (Status status : List.of(Status.WARNING, Status.FAILED, Status.REJECTED)) {
            if (totals.activities(status) > 0) {
                other.add(totals.activities(status) + " "
                        + (status == Status.WARNING ? "in part" : status.name().toLowerCase(Locale.ROOT)));
            }
        }
        line(
                "Activities",
                Measures.grouped(done),
                "+" + Measures.grouped(totals.launched()) + " / -" + Measures.grouped(totals.removed()) + " instances"
                        + (other.isEmpty() ? "" : "; " + String.join(", ", other)));
    }

    private void heading(String title, String unit) {
        text.append('\n').append("  ").append(style("1;34", title));
        text.append(unit.isEmpty() ? "" : style("2", " in " + unit)).append('\n');
    }

    private void line(String name, String value, String rest) {
        line(name, 16, value, rest);
    }

    private void line(String name, int width, String value, String rest) {
        text.append("  ").append(name).append(" ".repeat(Math.max(1, width - visible(name))));
        text.append(" ".repeat(Math.max(0, 12 - visible(value)))).append(value);
        text.append(rest.isEmpty() ? "" : "  " + rest).append('\n');
    }

    /** Breaks a line at spaces. */
    private void wrapped(String line) {
        String rest = line;
        String indent = "  ";
        while (indent.length() + rest.length() > WIDTH) {
            int cut = rest.lastIndexOf(' ', WIDTH - indent.length());
            if (cut <= 0) {
                break;
            }
            text.append(style("2", indent + rest.substring(0, cut))).append('\n');
            rest = rest.substring(cut + 1);
            indent = "    ";
        }
        text.append(style("2", indent + rest)).append('\n');
    }

    private static String bar(double share) {
        int full = (int) Math.round(share * BAR);
        return "█".repeat(full) + "·".repeat(BAR - full);
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private String style(String code, String words) {
        return colour ? "\u001b[" + code + "m" + words + "\u001b[0m" : words;
    }

    private static int visible(String words) {
        return words.replaceAll("\u001b\\[[0-9;]*m", "").length();
    }
}
