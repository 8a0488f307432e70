package io.ess4j.sim.control;

import io.ess4j.rule.MetricSample;
import io.ess4j.rule.MetricSeries;
import io.ess4j.sim.kernel.RandomStream;
import io.ess4j.sim.kernel.SimClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Keeps what was measured for as long as somebody may ask, and shows it as late, as incomplete and by the clock that
 * the scenario says.
 */
final class Monitoring {
    static final String CPU = "cpu";
    static final String REQUESTS = "requests";
    static final String RESPONSE = "response";
    static final String BACKLOG = "backlog";
    static final List<String> METRICS = List.of(CPU, REQUESTS, RESPONSE, BACKLOG);

    private final SimClock clock;
    private final MetricFaults faults;
    private final RandomStream missing;
    private final long keepMillis;
    private final ArrayDeque<Measurement> onTheWay = new ArrayDeque<>();
    private final ArrayDeque<Measurement> seen = new ArrayDeque<>();

    Monitoring(SimClock clock, MetricFaults faults, RandomStream missing, Duration keep) {
        this.clock = clock;
        this.faults = faults;
        this.missing = missing;
        this.keepMillis = keep.toMillis();
    }

    /** A period was measured; returns what of the present period's length can be seen now, if anything. */
    Optional<Measurement> measured(Measurement measurement) {
        if (missing.nextDouble() >= faults.missingRatio()) {
            onTheWay.add(measurement);
        }
        long now = measurement.toMillis();
        Optional<Measurement> fresh = Optional.empty();
        while (!onTheWay.isEmpty()
                && onTheWay.peek().toMillis() + faults.delay().toMillis() <= now) {
            Measurement arrived = onTheWay.remove();
            boolean isDue = arrived.toMillis() + faults.delay().toMillis() > measurement.fromMillis();
            fresh = isDue ? Optional.of(arrived) : fresh;
            seen.add(arrived);
        }
        while (!seen.isEmpty() && seen.peek().toMillis() < now - keepMillis) {
            seen.remove();
        }
        return fresh;
    }

    /** The samples of the metrics that were asked for, each stamped with the middle of its period. */
    List<MetricSeries> series(List<String> metrics) {
        List<MetricSeries> all = new ArrayList<>();
        for (String metric : metrics) {
            List<MetricSample> samples = new ArrayList<>();
            for (Measurement m : seen) {
                OptionalDouble value = value(metric, m);
                if (value.isPresent()) {
                    long at =
                            (m.fromMillis() + m.toMillis()) / 2 + faults.skew().toMillis();
                    samples.add(new MetricSample(clock.instantAt(at), value.getAsDouble()));
                }
            }
            all.add(new MetricSeries(metric, samples));
        }
        return all;
    }

    private static OptionalDouble value(String metric, Measurement m) {
        return switch (metric) {
            case CPU -> m.utilisationPercent();
            case REQUESTS ->
                m.capacity() > 0 ? OptionalDouble.of(m.arrivalsPerSecond() / m.capacity()) : OptionalDouble.empty();
            case RESPONSE ->
                Double.isNaN(m.responseMillis()) ? OptionalDouble.empty() : OptionalDouble.of(m.responseMillis());
            case BACKLOG -> OptionalDouble.of((double) m.waiting());
            default -> throw new AssertionError(metric);
        };
    }
}
