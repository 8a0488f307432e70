package io.ess4j.sim.report;

import io.ess4j.model.Money;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.scenario.Scenario;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Writes {@code timeline.csv}: one row a period, as it comes. */
final class TimelineCsv {
    private final Writer out;
    private final Measures measures;
    private final StringBuilder row = new StringBuilder();

    TimelineCsv(Writer out, Scenario scenario, Measures measures) throws IOException {
        this.out = out;
        this.measures = measures;
        row.append("time,arrivals,served,lost,waiting,utilisation_percent,response_ms,slo_violated,")
                .append("desired_units,capacity_units_mean,capacity_units,pending_units");
        for (PurchaseOption option : PurchaseOption.values()) {
            row.append(",instances_").append(name(option));
        }
        for (Zone zone : scenario.zones()) {
            row.append(',').append(field("instances_in_" + zone.id()));
        }
        for (PurchaseOption option : PurchaseOption.values()) {
            row.append(",cost_").append(name(option));
        }
        row.append(",cost_total");
        end();
    }

    void write(Period period) throws IOException {
        Period.Traffic traffic = period.traffic();
        Period.Capacity capacity = period.capacity();
        row.append(measures.time(period.fromMillis()));
        add(traffic.arrivals());
        add(traffic.served());
        add(traffic.lost());
        add(traffic.waiting());
        row.append(',').append(Decimals.fixed(100 * traffic.utilisation(), 2));
        row.append(',');
        if (!Double.isNaN(traffic.responseMillis())) {
            row.append(Decimals.fixed(traffic.responseMillis(), 1));
        }
        add(traffic.violatesSlo() ? 1 : 0);
        add(capacity.desired());
        row.append(',').append(Decimals.fixed(capacity.average(), 2));
        add(capacity.inService());
        add(capacity.pending());
        for (PurchaseOption option : PurchaseOption.values()) {
            add(capacity.instancesByOption().getOrDefault(option, 0));
        }
        capacity.instancesByZone().forEach(this::add);
        for (PurchaseOption option : PurchaseOption.values()) {
            row.append(',').append(Measures.money(period.costSoFar().getOrDefault(option, Money.ZERO)));
        }
        row.append(',').append(Measures.money(period.totalCost()));
        end();
    }

    private void add(long number) {
        row.append(',').append(number);
    }

    private void end() throws IOException {
        out.append(row.append('\n'));
        row.setLength(0);
    }

    private static String name(PurchaseOption option) {
        return option.name().toLowerCase(Locale.ROOT);
    }

    private static String field(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
