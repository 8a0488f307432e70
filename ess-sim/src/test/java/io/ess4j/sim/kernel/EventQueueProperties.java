package io.ess4j.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The queue against a list that is sorted by (time, sequence number) at every step. */
class EventQueueProperties {
    private record Step(int kind, long amount) {}

    private record Pending(long time, long sequence, long ticket, Event event) {}

    /**
     * Events of their own, the one taken last again, cancelled ones, and tickets that are spent or were never given.
     */
    @Property
    void agreesWithASortedList(@ForAll("steps") List<Step> steps) {
        var queue = new EventQueue();
        var model = new ArrayList<Pending>();
        var spent = new ArrayList<Long>();
        Event last = null;
        long sequence = 0;
        long now = 0;
        for (Step step : steps) {
            if (step.kind < 5) {
                long id = sequence++;
                Event event = step.kind == 0 && last != null ? last : t -> spent.add(-id); // captures: one object each
                long time = now + step.amount;
                model.add(new Pending(time, id, queue.add(time, event), event));
            } else if (step.kind < 7 && !model.isEmpty()) {
                Pending gone = model.remove((int) (step.amount % model.size()));
                assertThat(queue.cancel(gone.ticket)).isTrue();
                spent.add(gone.ticket);
            } else {
                long limit = now + step.amount;
                Pending expected = first(model, limit);
                last = queue.poll(limit);
                assertThat(last).isSameAs(expected == null ? null : expected.event);
                if (expected != null) {
                    now = queue.now();
                    assertThat(now).isEqualTo(expected.time);
                    model.remove(expected);
                    spent.add(expected.ticket);
                }
            }
            assertThat(spent).noneMatch(queue::cancel);
            assertThat(spent).noneMatch(ticket -> isUnknown(model, next(ticket)) && queue.cancel(next(ticket)));
            assertThat(queue.size()).isEqualTo(model.size());
        }
    }

    /** The ticket that the slot of another would have next. */
    private static long next(long ticket) {
        return ticket + (1L << 32);
    }

    private static boolean isUnknown(List<Pending> model, long ticket) {
        return model.stream().noneMatch(p -> p.ticket == ticket);
    }

    private static @Nullable Pending first(List<Pending> model, long limit) {
        return model.stream()
                .filter(p -> p.time <= limit)
                .min(Comparator.comparingLong(Pending::time).thenComparingLong(Pending::sequence))
                .orElse(null);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> amount = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3),
                Arbitraries.longs().between(0, 1000),
                Arbitraries.longs().between(0, 1L << 50));
        return Combinators.combine(Arbitraries.integers().between(0, 9), amount)
                .as(Step::new)
                .list()
                .ofMaxSize(200);
    }
}
