package io.ess4j.sim.report;

import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.metrics.Figure;
import io.ess4j.sim.metrics.Figure.Better;
import io.ess4j.sim.scenario.Scenario;
import io.ess4j.sim.sweep.Choices.Choice;
import io.ess4j.sim.sweep.Choices.Parting;
import io.ess4j.sim.sweep.Comparison;
import io.ess4j.sim.sweep.Contender;
import io.ess4j.sim.sweep.Estimate;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes {@code compare.html}: contenders side by side, differences with their intervals, and where they part. */
public final class ComparePage {
    private final Comparison comparison;
    private final List<Course> courses;
    private final List<Optional<Parting>> partings;
    private final Scenario scenario;
    private final Measures measures;

    /**
     * Prepares a page.
     *
     * @param comparison the comparison
     * @param courses the course of each contender with the first seed
     * @param partings where each contender parts from the first one; the first entry is not looked at
     */
    public ComparePage(Comparison comparison, List<Course> courses, List<Optional<Parting>> partings) {
        this.comparison = comparison;
        this.courses = List.copyOf(courses);
        this.partings = List.copyOf(partings);
        this.scenario = comparison.contenders().get(0).scenario();
        this.measures = new Measures(scenario);
    }

    /**
     * Writes the page.
     *
     * @param out where it goes; not closed
     * @throws IOException if it cannot be written
     */
    public void write(Writer out) throws IOException {
        List<String> names =
                comparison.contenders().stream().map(Contender::name).toList();
        HtmlPage.write(
                out,
                "compare",
                scenario.about().name() + ": " + String.join(" or ", names),
                "The same load and the same chances for each. Differences are to " + names.get(0)
                        + ", seed by seed; what lies outside of a 95 % confidence interval around zero is coloured.",
                this::data);
    }

    private void data(JsonGenerator json) {
        meta(json);
        json.writeArrayPropertyStart("cards");
        json.writeEndArray();
        json.writeArrayPropertyStart("contenders");
        for (int c = 0; c < courses.size(); c++) {
            json.writeStartObject();
            json.writeStringProperty("name", comparison.contenders().get(c).name());
            courses.get(c).write(json);
            json.writeEndObject();
        }
        json.writeEndArray();
        figures(json);
        json.writeArrayPropertyStart("partings");
        for (int c = 1; c < partings.size(); c++) {
            parting(json, c);
        }
        json.writeEndArray();
    }

    private void meta(JsonGenerator json) {
        json.writeObjectPropertyStart("meta");
        json.writeStringProperty("currency", scenario.about().currency());
        json.writeNumberProperty("sloMillis", scenario.slo().response().toMillis());
        json.writeStringProperty("loadUnit", "requests/s");
        json.writeArrayPropertyStart("weekdays");
        List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat").forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("facts");
        HtmlPage.fact(
                json,
                "Time",
                measures.time(0).replace('T', ' ').substring(0, 16) + ", "
                        + Measures.duration(scenario.span().length().toMillis()) + ", "
                        + scenario.span().zone().getId());
        HtmlPage.fact(json, "Load", scenario.load().source());
        HtmlPage.fact(
                json,
                "Seeds",
                comparison.seeds().size() + ", charts with seed "
                        + comparison.seeds().get(0));
        json.writeEndArray();
        json.writeObjectPropertyStart("aria");
        json.writeStringProperty("load", "Line chart of the load and the capacity in service of each contender.");
        json.writeStringProperty("cost", "Line chart of money spent so far. " + ends("cost.total"));
        json.writeStringProperty(
                "response", "Line chart of the slowest period's response time. " + ends("slo.keptPercent"));
        json.writeEndObject();
        json.writeEndObject();
    }

    private String ends(String figure) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < courses.size(); c++) {
            text.append(comparison.contenders().get(c).name())
                    .append(": ")
                    .append(ParetoPage.text(comparison.mean(c, figure)))
                    .append(". ");
        }
        return text.toString();
    }

    private void figures(JsonGenerator json) {
        json.writeArrayPropertyStart("figures");
        for (Figure figure : comparison.columns()) {
            json.writeStartObject();
            json.writeStringProperty("label", figure.label());
            json.writeStringProperty("unit", figure.unit());
            json.writeArrayPropertyStart("means");
            for (int c = 0; c < courses.size(); c++) {
                json.writeString(ParetoPage.text(comparison.mean(c, figure.name())));
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("differences");
            for (int c = 1; c < courses.size(); c++) {
                Estimate difference = comparison.difference(c, figure.name());
                json.writeStartObject();
                json.writeStringProperty("text", signed(difference));
                json.writeStringProperty("tone", tone(figure, difference));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * A difference with its sign and interval.
     *
     * @param difference the estimate
     * @return such as {@code -3.10 ± 0.52}
     */
    public static String signed(Estimate difference) {
        if (difference.count() == 0) {
            return "–";
        }
        String mean = Decimals.fixed(difference.mean(), 2);
        return (difference.mean() > 0 && !mean.equals("0.00") ? "+" : "")
                + mean
                + (difference.halfWidth().isPresent()
                        ? " ± " + Decimals.fixed(difference.halfWidth().getAsDouble(), 2)
                        : "");
    }

    /**
     * What a difference means.
     *
     * @param figure the figure
     * @param difference the difference to the first contender
     * @return {@code good}, {@code bad} or {@code plain}; plain if it may be chance or neither way is better
     */
    public static String tone(Figure figure, Estimate difference) {
        if (!difference.isClear() || figure.better() == Better.NEITHER) {
            return "plain";
        }
        return difference.mean() < 0 == (figure.better() == Better.LESS) ? "good" : "bad";
    }

    private void parting(JsonGenerator json, int contender) {
        json.writeStartObject();
        json.writeStringProperty(
                "names",
                comparison.contenders().get(0).name() + " and "
                        + comparison.contenders().get(contender).name());
        json.writeArrayPropertyStart("lines");
        partingLines(contender).forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    /**
     * Where a contender parts from the first one, in sentences.
     *
     * @param contender its number, from 1
     * @return one sentence for when, and one for each of the two
     */
    public List<String> partingLines(int contender) {
        Optional<Parting> parting = partings.get(contender);
        if (parting.isEmpty()) {
            return List.of("They decide the same from the beginning to the end.");
        }
        Parting at = parting.get();
        return List.of(
                "At " + time(at.at()) + ", after " + at.same() + " equal decisions:",
                line(comparison.contenders().get(0).name(), at.first()),
                line(comparison.contenders().get(contender).name(), at.second()));
    }

    private static String line(String name, Optional<Choice> choice) {
        return choice.map(c -> name + " " + c.action() + ". " + c.cause()).orElse(name + " did nothing then.");
    }

    private String time(Instant at) {
        return measures.time(Duration.between(scenario.span().start(), at).toMillis())
                .replace('T', ' ');
    }
}
