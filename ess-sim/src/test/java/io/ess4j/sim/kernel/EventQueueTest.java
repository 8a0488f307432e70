package io.ess4j.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private final EventQueue queue = new EventQueue();
    private final List<String> log = new ArrayList<>();

    @Test
    void takesEarliestFirstAndEqualTimesInOrderOfAdding() {
        add(30, "c");
        add(10, "a");
        add(30, "d");
        add(20, "b");
        add(30, "e");

        assertThat(drain(Long.MAX_VALUE)).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void cancelledEventsDoNotOccurAndTicketsAreGoodOnce() {
        long a = add(10, "a");
        add(10, "b");

        assertThat(queue.cancel(a)).isTrue();
        assertThat(queue.cancel(a)).isFalse();
        long c = add(11, "c");
        assertThat(queue.cancel(a)).as("slot was used again by c").isFalse();
        assertThat(queue.size()).isEqualTo(2);
        assertThat(drain(Long.MAX_VALUE)).containsExactly("b", "c");
        assertThat(queue.cancel(c)).as("already taken").isFalse();
        assertThat(queue.cancel(-1)).as("never given out").isFalse();
        assertThat(queue.cancel(77)).as("never given out").isFalse();
    }

    @Test
    void keepsEventsAfterTheLimitAndStillTakesEarlierOnesAddedLater() {
        add(100, "late");

        assertThat(drain(50)).isEmpty();
        add(60, "early");
        assertThat(drain(100)).containsExactly("early", "late");
    }

    @Test
    void refusesThePast() {
        add(10, "a");
        drain(10);

        assertThatThrownBy(() -> add(9, "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeMillis (9) must be >= 10, the time of the last event taken");
    }

    private long add(long time, String name) {
        return queue.add(time, now -> log.add(name));
    }

    private List<String> drain(long limit) {
        log.clear();
        for (Event event = queue.poll(limit); event != null; event = queue.poll(limit)) {
            event.occur(queue.now());
        }
        return log;
    }
}
