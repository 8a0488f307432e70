package io.ess4j.sim.report;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.scenario.RunFigures;
import io.ess4j.sim.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the files of a run into a folder: {@code timeline.csv} and {@code activities.jsonl} as the run goes,
 * {@code summary.json} and {@code report.html} at its end. Memory does not depend on the length of the run. The same
 * run gives the same bytes. Files of the same names are overwritten, others are left alone.
 */
public final class RunReport implements RunObserver, AutoCloseable {
    private final Path folder;
    private final Scenario scenario;
    private final Measures measures;
    private final ReportData data;
    private final Writer timelineFile;
    private final Writer activityFile;
    private final TimelineCsv timeline;
    private final ActivityLog activities;

    /**
     * Creates the folder, if needed, and the first two files.
     *
     * @param folder where the files go
     * @param scenario what is run
     * @throws IOException if the folder or a file cannot be written
     */
    public RunReport(Path folder, Scenario scenario) throws IOException {
        this.folder = requireNonNull(folder, "folder");
        this.scenario = requireNonNull(scenario, "scenario");
        this.measures = new Measures(scenario);
        this.data = new ReportData(scenario, measures);
        Files.createDirectories(folder);
        this.timelineFile = writer("timeline.csv");
        this.activityFile = writer("activities.jsonl");
        this.timeline = new TimelineCsv(timelineFile, scenario, measures);
        this.activities = new ActivityLog(activityFile, measures);
    }

    private Writer writer(String name) throws IOException {
        return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
    }

    @Override
    public void period(Period period) {
        try {
            timeline.write(period);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data.add(period);
    }

    @Override
    public void activity(Activity activity) {
        try {
            activities.write(activity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data.add(activity);
    }

    /**
     * Writes the files that need the whole run.
     *
     * @param measured what was measured in the run
     * @throws IOException if a file cannot be written
     */
    public void finish(RunFigures measured) throws IOException {
        try (Writer out = writer("summary.json")) {
            new SummaryJson(scenario, measures, measured.figures()).write(out);
            out.write('\n');
        }
        try (Writer out = writer("report.html")) {
            new HtmlReport(scenario, measures, measured, data).write(out);
        }
    }

    @Override
    public void close() throws IOException {
        try (Writer first = timelineFile;
                Writer second = activityFile) {
            first.flush();
            second.flush();
        }
    }
}
