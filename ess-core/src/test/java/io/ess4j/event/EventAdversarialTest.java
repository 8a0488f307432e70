package io.ess4j.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.ess4j.event.Receiver.Kind;
import io.ess4j.model.TextFormatException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that reach into the next part, endless names, rules without types. */
class EventAdversarialTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a:b", "a/b", ":b", "/b", "a b", "\u0000"})
    void partsOfANameStayWithinTheirPart(String part) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Receiver(Kind.QUEUE, part, "1", "q"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Receiver(Kind.QUEUE, "r", part, "q"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Receiver(Kind.QUEUE, "r", "1", part));
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "a", "acs:", "acs:mns:r:1:queue/", "/"})
    void endlessNamesAreRefusedWithAShortMessage(String unit) {
        assertThatExceptionOfType(TextFormatException.class)
                .isThrownBy(() -> Receiver.parse(unit.repeat(1_000_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
    }

    @Test
    void aNameHas256CharactersAtMost() {
        String longest = "q".repeat(256);

        assertThat(Receiver.parse("acs:mns:r:1:queue/" + longest).name()).isEqualTo(longest);
        assertThatExceptionOfType(TextFormatException.class)
                .isThrownBy(() -> Receiver.parse("acs:mns:r:1:queue/" + longest + "q"))
                .satisfies(e -> assertThat(e.index()).isEqualTo(12));
    }

    @Test
    void aMonitorHasNoNameAndARuleHasTypes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Receiver(Kind.CLOUD_MONITOR, "r", "1", "q"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NotificationRule.of(Receiver.parse("acs:ess:r:1:cloudmonitor")));
        assertThat(NotificationRule.of(
                                Receiver.parse("acs:ess:r:1:cloudmonitor"),
                                EventType.SCALE_IN_WARN,
                                EventType.SCALE_REJECT,
                                EventType.SCALE_IN_WARN)
                        .types())
                .containsExactly(EventType.SCALE_REJECT, EventType.SCALE_IN_WARN);
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> Receiver.parse(null));
        assertThatNullPointerException().isThrownBy(() -> new NotificationRule(null, List.of(EventType.SCALE_REJECT)));
        assertThatNullPointerException()
                .isThrownBy(() -> new ScalingEvent(EventType.SCALE_REJECT, "r", "1", "g", null));
        assertThatNullPointerException()
                .isThrownBy(() ->
                        new EventContent("c", "d", null, Instant.EPOCH, "r", "a", 0, OptionalInt.empty(), List.of()));
    }
}
