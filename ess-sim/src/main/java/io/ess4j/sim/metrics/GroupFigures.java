package io.ess4j.sim.metrics;

import io.ess4j.sim.metrics.Figure.Better;
import java.util.ArrayList;
import java.util.List;

/** The main figures of each group in a run of several. */
public final class GroupFigures implements FigureSource {
    private final List<String> names;
    private final List<RunTotals> totals = new ArrayList<>();

    /**
     * Measures nothing yet.
     *
     * @param names the names of the groups in their order; empty in a run of one group, which then adds no figure
     */
    public GroupFigures(List<String> names) {
        this.names = List.copyOf(names);
        names.forEach(name -> totals.add(new RunTotals()));
    }

    @Override
    public void period(Period period) {
        for (int i = 0; i < Math.min(totals.size(), period.groups().size()); i++) {
            totals.get(i).period(period.groups().get(i));
        }
    }

    @Override
    public void activity(Activity activity) {}

    @Override
    public void addTo(Figures.Builder figures) {
        for (int i = 0; i < names.size(); i++) {
            RunTotals group = totals.get(i);
            String section = "groups." + (i + 1) + "_" + names.get(i).replaceAll("[^A-Za-z0-9_]", "_") + ".";
            String label = names.get(i) + ": ";
            double length = (double) Math.max(1, group.lengthMillis());
            figures.amount(section + "cost", label + "cost", Better.LESS, group.totalCost())
                    .whole(section + "arrived", label + "requests", "", Better.NEITHER, group.arrivals())
                    .whole(section + "lost", label + "lost", "", Better.LESS, group.lost())
                    .decimal(
                            section + "keptPercent",
                            label + "time within the objective",
                            "%",
                            Better.MORE,
                            100 * (length - group.violatedMillis()) / length,
                            2)
                    .decimal(section + "meanUnits", label + "mean units", "", Better.NEITHER, group.meanCapacity(), 2);
        }
    }
}
