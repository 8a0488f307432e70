package io.ess4j.sim.scenario;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.PurchaseOption;
import io.ess4j.sim.cloud.CostReason;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.FigureSource;
import io.ess4j.sim.metrics.Figures;
import io.ess4j.sim.metrics.GroupFigures;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.ResponseFigures;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.metrics.RunTotals;
import io.ess4j.sim.metrics.WorldFigures;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that is measured in a run of a scenario. A new kind of measurement is a {@link FigureSource} in the list
 * here, and appears in every output.
 */
public final class RunFigures implements RunObserver {
    private final Scenario scenario;
    private final RunTotals totals = new RunTotals();
    private final List<FigureSource> further;

    /**
     * Measures nothing yet.
     *
     * @param scenario what is run
     */
    public RunFigures(Scenario scenario) {
        this.scenario = requireNonNull(scenario, "scenario");
        this.further = List.of(
                new ResponseFigures((double) scenario.slo().response().toMillis()),
                new WorldFigures(
                        Arrays.stream(CostReason.values()).map(CostReason::name).toList()),
                new GroupFigures(
                        scenario.groups().size() > 1
                                ? scenario.groups().stream()
                                        .map(Scenario.Member::name)
                                        .toList()
                                : List.of()));
    }

    @Override
    public void period(Period period) {
        totals.period(period);
        further.forEach(source -> source.period(period));
    }

    @Override
    public void activity(Activity activity) {
        totals.activity(activity);
        further.forEach(source -> source.activity(activity));
    }

    /**
     * The sums.
     *
     * @return the live sums of the run
     */
    public RunTotals totals() {
        return totals;
    }

    /**
     * The figures of the run so far.
     *
     * @return the sums first
     */
    public Figures figures() {
        Figures.Builder builder = Figures.builder(scenario.about().currency());
        totals.addTo(builder, options());
        further.forEach(source -> source.addTo(builder));
        return builder.build();
    }

    /** The purchase options that the market sells, in their order. */
    private List<PurchaseOption> options() {
        return Arrays.stream(PurchaseOption.values())
                .filter(option ->
                        scenario.market().catalog().offerings().stream().anyMatch(o -> o.purchaseOption() == option))
                .toList();
    }
}
