package io.ess4j.sim.report;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.input.PartFile;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.scenario.RunFigures;
import io.ess4j.sim.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the files of a run into a folder: {@code timeline.csv} and {@code activities.jsonl} as the run goes,
 * {@code summary.json} and {@code report.html} at its end. Memory does not depend on the length of the run. The same
 * run gives the same bytes. The files appear when all of them are complete; those of the same names are replaced,
 * others are left alone.
 */
public final class RunReport implements RunObserver, AutoCloseable {
    private final Path folder;
    private final Scenario scenario;
    private final Measures measures;
    private final ReportData data;
    private final boolean newFolder;
    private final PartFile timelineFile;
    private final PartFile activityFile;
    private boolean finished;
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
        this.newFolder = !Files.isDirectory(folder);
        Files.createDirectories(folder);
        this.timelineFile = PartFile.open(folder.resolve("timeline.csv"));
        this.activityFile = PartFile.open(folder.resolve("activities.jsonl"));
        this.timeline = new TimelineCsv(timelineFile.writer(), scenario, measures);
        this.activities = new ActivityLog(activityFile.writer(), measures);
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
        try (PartFile summary = PartFile.open(folder.resolve("summary.json"));
                PartFile page = PartFile.open(folder.resolve("report.html"))) {
            new SummaryJson(scenario, measures, measured.figures()).write(summary.writer());
            summary.writer().write('\n');
            new HtmlReport(scenario, measures, measured, data).write(page.writer());
            timelineFile.finish();
            activityFile.finish();
            summary.finish();
            page.finish();
        }
        finished = true;
    }

    /** Removes whatever a run that did not end has left behind. */
    @Override
    public void close() throws IOException {
        timelineFile.close();
        activityFile.close();
        if (!finished && newFolder) {
            Files.deleteIfExists(folder);
        }
    }
}
