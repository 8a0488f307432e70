package io.ess4j.sim.cloud;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The bill against price times time, instance by instance, in big integers. */
class BillingProperties {
    private static final BigInteger HOUR = BigInteger.valueOf(3_600_000);

    private record Running(Price price, long since) {}

    @Property
    void isTheSumOfPriceTimesTime(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> prices,
            @ForAll @LongRange(min = 1, max = 400_000_000L) long step) {
        var billing = new Billing();
        Deque<Running> running = new ArrayDeque<>();
        BigInteger expected = BigInteger.ZERO;
        long millis = 0;
        long now = 0;
        for (long nanos : prices) {
            now += step + nanos % 1_000;
            if (nanos % 3 == 0 && !running.isEmpty()) {
                Running gone = running.poll();
                billing.stop(PurchaseOption.SPOT, CostReason.SERVING, gone.price, now);
                expected = expected.add(product(gone, now));
                millis += now - gone.since;
            } else {
                var price = new Price(nanos);
                billing.start(PurchaseOption.SPOT, CostReason.SERVING, price, now);
                running.add(new Running(price, now));
            }
        }
        for (Running rest : running) {
            expected = expected.add(product(rest, now + step));
            millis += now + step - rest.since;
        }

        assertThat(BigInteger.valueOf(
                        requireNonNull(billing.costUntil(now + step).get(PurchaseOption.SPOT))
                                .nanos()))
                .isEqualTo(expected.divide(HOUR));
        assertThat(billing.instanceMillisUntil(now + step)).containsEntry(PurchaseOption.SPOT, millis);
        assertThat(billing.instances(PurchaseOption.SPOT)).isEqualTo(running.size());
    }

    @Example
    void aFleetOfAThousandTimesAMillionAnHourRunsForAlmostAnHour() {
        var billing = new Billing();
        var price = new Price(1_000_000_000_000_000L);
        for (int i = 0; i < 1_000; i++) {
            billing.start(PurchaseOption.ON_DEMAND, CostReason.SERVING, price, 0);
        }

        assertThat(requireNonNull(billing.costUntil(3_599_999).get(PurchaseOption.ON_DEMAND))
                        .nanos())
                .isEqualTo(999_999_722_222_222_222L);
    }

    private static BigInteger product(Running instance, long until) {
        return BigInteger.valueOf(instance.price.nanosPerHour()).multiply(BigInteger.valueOf(until - instance.since));
    }
}
