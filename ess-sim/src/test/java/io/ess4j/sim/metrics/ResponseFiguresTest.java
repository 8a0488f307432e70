package io.ess4j.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ess4j.model.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseFiguresTest {
    @Test
    void percentilesOfExponentialTimesAreThoseOfTheFormula() {
        var figures = new ResponseFigures(200);
        figures.period(period(1_000, new ResponseTimes(0, 100, 0, 0)));

        assertThat(figures.percentile(0.5)).isEqualTo(100 * Math.log1p(1), within(1.0));
        assertThat(figures.percentile(0.99)).isEqualTo(-100 * Math.log1p(-0.99), within(1.0));
    }

    /** M/M/1 at utilisation 0.5 and service mean 100: response is exponential with mean 200. */
    @Test
    void oneWorkerIsExact() {
        var mm1 = new ResponseTimes(0, 100, 0.5, 200);

        assertThat(mm1.shareAbove(300)).isEqualTo(Math.exp(-1.5), within(1e-12));
    }

    @Test
    void periodsAreWeightedByTheirRequests() {
        var figures = new ResponseFigures(200);
        figures.period(period(900, new ResponseTimes(0, 10, 0, 0)));
        figures.period(period(100, new ResponseTimes(1_000_000, 10, 0, 0)));

        assertThat(figures.percentile(0.5)).isLessThan(20);
        assertThat(figures.percentile(0.95)).isGreaterThan(900_000);
        Figures.Builder builder = Figures.builder("CNY");
        figures.addTo(builder);
        assertThat(builder.build().find("responses.withinLimitPercent"))
                .get()
                .extracting(Figure::text)
                .isEqualTo("90.00");
    }

    @Test
    void noRequestsHaveNoPercentile() {
        assertThat(new ResponseFigures(200).percentile(0.5)).isNaN();
    }

    private static Period period(long served, ResponseTimes times) {
        var traffic = new Period.Traffic(served, served, 0, 0, 0.5, 100, false);
        var capacity = new Period.Capacity(1, 1, 1, 0, List.of(), Map.of());
        var world = new Period.World(1, Money.ZERO, Optional.of(times), Interruptions.NONE, 0, Map.of());
        return new Period(0, 60_000, traffic, capacity, Map.of(), Map.of(), world, List.of());
    }
}
