package io.ess4j.sim.scenario;

import io.ess4j.sim.kernel.RandomStreams;
import io.ess4j.sim.kernel.SimClock;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Figure.Better;
import io.ess4j.sim.metrics.FigureSource;
import io.ess4j.sim.metrics.Figures;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.workload.Workload;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether batches of work are done by their deadlines. Requests are served in the order of their arrival, so that a
 * batch is done when as many have been served or lost as had arrived by the end of its period. Of several groups the
 * first is looked at.
 */
final class BatchFigures implements FigureSource {
    private record Kind(Workload load, long deadlineMillis) {}

    private record Open(long requests, long dueMillis) {}

    private final List<Kind> kinds = new ArrayList<>();
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private long arrived;
    private long done;
    private long started;
    private long inTime;
    private long missed;

    BatchFigures(Scenario scenario) {
        var clock = new SimClock(scenario.span().start());
        var random = new RandomStreams(scenario.seed());
        for (Load load : scenario.load().loads()) {
            if (load instanceof Load.Batch batch) {
                kinds.add(new Kind(
                        load.open(clock, scenario.span().zone(), random),
                        batch.deadline().toMillis()));
            }
        }
    }

    @Override
    public void period(Period period) {
        Period first = period.groups().isEmpty() ? period : period.groups().get(0);
        arrived += first.traffic().arrivals();
        done += first.traffic().served() + first.traffic().lost();
        for (Kind kind : kinds) {
            if (kind.load().expected(first.fromMillis(), first.toMillis()) > 0) {
                started++;
                open.add(new Open(arrived, first.fromMillis() + kind.deadlineMillis()));
            }
        }
        open.removeIf(batch -> isOver(batch, first.toMillis()));
    }

    private boolean isOver(Open batch, long now) {
        if (now <= batch.dueMillis() && done >= batch.requests()) {
            inTime++;
            return true;
        }
        missed += now > batch.dueMillis() ? 1 : 0;
        return now > batch.dueMillis();
    }

    @Override
    public void activity(Activity activity) {}

    @Override
    public void addTo(Figures.Builder figures) {
        figures.whole("batches.started", "Batches of work", "", Better.NEITHER, started)
                .whole("batches.inTime", "Done by their deadline", "", Better.MORE, inTime)
                .whole("batches.missed", "Done too late", "", Better.LESS, missed)
                .whole("batches.open", "Not due yet", "", Better.NEITHER, open.size());
    }
}
