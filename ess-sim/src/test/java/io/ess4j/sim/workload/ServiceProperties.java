package io.ess4j.sim.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ServiceProperties {
    @Property
    void everyRequestIsServedLostOrWaiting(
            @ForAll @Size(max = 30) List<@IntRange(max = 5_000) Integer> arrivals,
            @ForAll @DoubleRange(max = 20) double capacity,
            @ForAll @LongRange(max = 1_000) long queueLimit,
            @ForAll @DoubleRange(min = 1, max = 100_000) double serviceMillis) {
        var service = new QueueingService(new QueueingService.Settings(serviceMillis, 1, queueLimit, 1, 1));
        long in = 0;
        long out = 0;
        long waiting = 0;
        double possible = 0;
        for (int n : arrivals) {
            ServiceOutcome outcome = service.serve(n, capacity, 60_000);
            in += n;
            out += outcome.served() + outcome.lost();
            waiting = outcome.waiting();
            possible += capacity * 60_000 / serviceMillis;
            assertThat(waiting).isBetween(0L, queueLimit);
            assertThat(outcome.utilisation()).isBetween(0.0, 1.0);
            assertThat(outcome.served()).isLessThanOrEqualTo((long) possible + 1);
        }
        assertThat(in).isEqualTo(out + waiting);
    }

    @Property
    void moreCapacityNeverAnswersLater(
            @ForAll @IntRange(max = 5_000) int arrivals, @ForAll @DoubleRange(min = 1, max = 50) double capacity) {
        var settings = new QueueingService.Settings(100, 1, 1_000_000, 1, 1);

        double few =
                new QueueingService(settings).serve(arrivals, capacity, 60_000).responseMillis();
        double more = new QueueingService(settings)
                .serve(arrivals, capacity * 1.5, 60_000)
                .responseMillis();

        assertThat(more).isLessThanOrEqualTo(few + 1e-9);
    }

    @Property
    void evenArrivalsAreTheExpectedOnesToWithinOne(
            @ForAll @DoubleRange(max = 1_000) double perSecond,
            @ForAll @Size(max = 50) List<@IntRange(min = 1, max = 90_000) Integer> spans) {
        ArrivalProcess process = ArrivalProcess.even((from, to) -> perSecond * (to - from) / 1000);
        long at = 0;
        long arrived = 0;
        for (int span : spans) {
            arrived += process.arrivals(at, at + span);
            at += span;
        }

        assertThat((double) arrived).isBetween(perSecond * at / 1000 - 1.001, perSecond * at / 1000 + 0.001);
    }
}
