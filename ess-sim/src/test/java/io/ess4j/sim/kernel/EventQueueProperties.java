package io.ess4j.sim.kernel;

import static java.util.Objects.requireNonNull;
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

    private record Pending(long time, long sequence, long ticket) {}

    @Property
    void agreesWithASortedList(@ForAll("steps") List<Step> steps) {
        var queue = new EventQueue();
        var model = new ArrayList<Pending>();
        var taken = new ArrayList<Long>();
        long sequence = 0;
        long now = 0;
        for (Step step : steps) {
            if (step.kind < 5) {
                long id = sequence++;
                long time = now + step.amount;
                model.add(new Pending(time, id, queue.add(time, t -> taken.add(id))));
            } else if (step.kind < 7 && !model.isEmpty()) {
                Pending gone = model.remove((int) (step.amount % model.size()));
                assertThat(queue.cancel(gone.ticket)).isTrue();
            } else {
                long limit = now + step.amount;
                Pending expected = first(model, limit);
                Event event = queue.poll(limit);
                if (expected == null) {
                    assertThat(event).isNull();
                } else {
                    now = queue.now();
                    assertThat(now).isEqualTo(expected.time);
                    requireNonNull(event).occur(now);
                    assertThat(taken.get(taken.size() - 1)).isEqualTo(expected.sequence);
                    model.remove(expected);
                }
            }
            assertThat(queue.size()).isEqualTo(model.size());
        }
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
