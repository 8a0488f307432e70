package io.ess4j.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The books of an exchange entry by entry; every number is another one. */
class ExchangeTest {
    /** Ten serve when all is well: one stays, three are to go, two have come; one leaves, four come, five go astray. */
    private static final Exchange BUSY = new Exchange(
            10, 1, List.of("a", "b", "c"), List.of("d"), List.of("e", "f"), 4, 5, List.of("g", "h", "i", "j", "k"));

    private static Exchange quiet(int reference, int others, List<String> outgoing, List<String> arrived) {
        return new Exchange(reference, others, outgoing, List.of(), arrived, 0, 0, List.of());
    }

    @Test
    void countsWhatThereIs() {
        assertThat(BUSY.wanted()).isEqualTo(9);
        assertThat(BUSY.serving()).isEqualTo(6);
        assertThat(BUSY.begun()).isEqualTo(6);
        assertThat(BUSY.present()).isEqualTo(6 + 1 + 4 + 5 + 5);
        assertThat(BUSY.isComplete()).isFalse();
    }

    @Test
    void isInFlightWhileAnythingIsOnItsWay() {
        List<String> one = List.of("a");

        assertThat(quiet(1, 0, one, List.of()).isInFlight()).isFalse();
        assertThat(new Exchange(1, 0, List.of(), one, List.of(), 0, 0, List.of()).isInFlight())
                .isTrue();
        assertThat(new Exchange(1, 0, List.of(), List.of(), List.of(), 1, 0, List.of()).isInFlight())
                .isTrue();
        assertThat(new Exchange(1, 0, List.of(), List.of(), List.of(), 0, 1, List.of()).isInFlight())
                .isTrue();
        assertThat(new Exchange(1, 0, List.of(), List.of(), List.of(), 1, 1, List.of()).isInFlight())
                .isTrue();
        assertThat(new Exchange(1, 0, List.of(), List.of(), List.of(), 0, 0, one).isInFlight())
                .isTrue();
    }

    /** Of four wanted two have come; so two have to be gone as well. */
    @Test
    void hasReachedALimitWhenAsManyHaveComeAndGone() {
        assertThat(quiet(4, 0, List.of("a", "b"), List.of("e", "f")).hasReached(2))
                .isTrue();
        assertThat(quiet(4, 0, List.of("a", "b", "c"), List.of("e", "f")).hasReached(2))
                .isFalse();
        assertThat(quiet(4, 0, List.of("a", "b"), List.of("e")).hasReached(2)).isFalse();
    }

    /** Six serve instead of four: two leave, unless more than one would be below what must serve. */
    @Test
    void evensOutToTheReference() {
        Exchange more = quiet(4, 1, List.of("a", "b", "c"), List.of("e", "f"));
        Exchange less = quiet(9, 1, List.of("a", "b", "c"), List.of("e", "f"));

        assertThat(more.evenOut(1, 9)).isEqualTo(new Exchange.Pace(0, 2));
        assertThat(more.evenOut(5, 9)).isEqualTo(new Exchange.Pace(0, 1));
        assertThat(more.evenOut(6, 9)).isEqualTo(new Exchange.Pace(0, 0));
        assertThat(less.evenOut(1, 20)).isEqualTo(new Exchange.Pace(3, 0));
        assertThat(less.evenOut(1, 7)).isEqualTo(new Exchange.Pace(1, 0));
    }

    /**
     * Who need not leave any more stays while another is still to be launched; else it goes to the end of the queue.
     */
    @Test
    void whoDidNotLeaveStaysOrQueues() {
        Exchange room = new Exchange(3, 0, List.of("a"), List.of("b"), List.of("e"), 1, 0, List.of("g"));
        Exchange none = new Exchange(2, 0, List.of("a"), List.of("b"), List.of("e"), 1, 0, List.of("g"));

        assertThat(room.removeFailed("g"))
                .contains(new Exchange(3, 1, List.of("a"), List.of("b"), List.of("e"), 1, 0, List.of()));
        assertThat(none.removeFailed("g"))
                .contains(new Exchange(2, 0, List.of("a", "g"), List.of("b"), List.of("e"), 1, 0, List.of()));
        assertThat(room.removeFailed("b"))
                .contains(new Exchange(3, 0, List.of("a", "b"), List.of(), List.of("e"), 1, 0, List.of("g")));
        assertThat(room.removeFailed("a")).isEmpty();
    }

    @Test
    void whoGoesUnaskedMakesTheGroupSmaller() {
        Exchange four = quiet(4, 2, List.of("a"), List.of("e"));

        assertThat(four.left("a")).contains(quiet(3, 2, List.of(), List.of("e")));
        assertThat(four.left("e")).contains(quiet(3, 2, List.of("a"), List.of()));
        assertThat(four.left("unknown")).contains(quiet(3, 1, List.of("a"), List.of("e")));
        assertThat(quiet(2, 0, List.of("a"), List.of("e")).left("unknown")).isEmpty();
        assertThat(four.joined()).isEqualTo(quiet(5, 3, List.of("a"), List.of("e")));
    }
}
