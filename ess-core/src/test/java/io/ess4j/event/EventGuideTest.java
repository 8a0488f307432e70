package io.ess4j.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.event.EventType.Direction;
import io.ess4j.event.GroupNotifications.Delivery;
import io.ess4j.event.GroupNotifications.Form;
import io.ess4j.event.GroupNotifications.Problem;
import io.ess4j.model.TextFormatException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guide 1.8: types, levels, receivers, deliveries. */
class EventGuideTest {
    private static final Instant START = Instant.parse("2022-03-31T09:16:04.000Z");
    private static final Instant END = Instant.parse("2022-03-31T09:16:30.000Z");
    private static final Receiver MONITOR = Receiver.parse("acs:ess:cn-hangzhou:1609:cloudmonitor");
    private static final Receiver QUEUE = Receiver.parse("acs:mns:cn-hangzhou:1609:queue/q");
    private static final Receiver TOPIC = Receiver.parse("acs:mns:cn-hangzhou:1609:topic/t");

    private static EventContent content(OptionalInt expected, String... ids) {
        return new EventContent("cause", "description", START, END, "req-1", "asa-1", 2, expected, List.of(ids));
    }

    private static ScalingEvent event(EventType type) {
        return new ScalingEvent(type, "cn-hangzhou", "1609", "asg-1", content(OptionalInt.empty()));
    }

    private static NotificationRule all(Receiver receiver) {
        return NotificationRule.of(receiver, EventType.values());
    }

    @ParameterizedTest(name = "{0} is {1}, {2}")
    @CsvSource({
        "AUTOSCALING:SCALE_OUT_SUCCESS, INFO, normal",
        "AUTOSCALING:SCALE_IN_SUCCESS, INFO, normal",
        "AUTOSCALING:SCALE_OUT_ERROR, CRITICAL, Unnormal",
        "AUTOSCALING:SCALE_IN_ERROR, CRITICAL, Unnormal",
        "AUTOSCALING:SCALE_REJECT, WARN, Warn",
        "AUTOSCALING:SCALE_OUT_START, INFO, normal",
        "AUTOSCALING:SCALE_IN_START, INFO, normal",
        "AUTOSCALING:SCHEDULE_TASK_EXPIRING, WARN, Warn",
        "AUTOSCALING:SCALE_OUT_WARN, WARN, Warn",
        "AUTOSCALING:SCALE_IN_WARN, WARN, Warn",
    })
    void theTenTypesHaveTheirLevels(String apiName, EventLevel level, String status) {
        EventType type = EventType.of(apiName).orElseThrow();

        assertThat(type.apiName()).isEqualTo(apiName);
        assertThat(type.level()).isEqualTo(level);
        assertThat(level.status()).isEqualTo(status);
        assertThat(EventType.values()).hasSize(10);
    }

    @Test
    void statusWordsAreComparedWithoutCase() {
        assertThat(EventLevel.INFO.hasStatus("Normal")).isTrue();
        assertThat(EventLevel.WARN.hasStatus("warn")).isTrue();
        assertThat(EventLevel.CRITICAL.hasStatus("UNNORMAL")).isTrue();
        assertThat(EventLevel.CRITICAL.hasStatus("normal")).isFalse();
        assertThat(EventType.of("SCALE_REJECT")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2} of {1} is {3}")
    @CsvSource({
        "OUT, 5, 5, SCALE_OUT_SUCCESS",
        "OUT, 5, 4, SCALE_OUT_WARN",
        "OUT, 5, 1, SCALE_OUT_WARN",
        "OUT, 5, 0, SCALE_OUT_ERROR",
        "IN, 1, 1, SCALE_IN_SUCCESS",
        "IN, 2, 1, SCALE_IN_WARN",
        "IN, 1, 0, SCALE_IN_ERROR",
    })
    void aPartialActivityWarnsAndAnEmptyOneFails(Direction direction, int planned, int reached, EventType expected) {
        assertThat(EventType.ofEnd(direction, planned, reached)).isEqualTo(expected);
        assertThat(EventType.ofStart(direction).name()).isEqualTo("SCALE_" + direction + "_START");
        assertThatIllegalArgumentException().isThrownBy(() -> EventType.ofEnd(direction, planned, planned + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> EventType.ofEnd(direction, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> EventType.ofEnd(direction, 1, -1));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void onlySuccessesNameTheirInstances(EventType type) {
        boolean success = type == EventType.SCALE_OUT_SUCCESS || type == EventType.SCALE_IN_SUCCESS;
        for (EventContent named : List.of(content(OptionalInt.of(1)), content(OptionalInt.empty(), "i-1"))) {
            if (success) {
                assertThat(new ScalingEvent(type, "r", "1", "g", named).content())
                        .isEqualTo(named);
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> new ScalingEvent(type, "r", "1", "g", named));
            }
        }
        assertThat(event(type).content().instanceIds()).isEmpty();
    }

    @Test
    void theContentHasItsFields() {
        EventContent content = content(OptionalInt.of(3), "i-1", "i-2");

        assertThat(content.startTime()).isBefore(content.endTime());
        assertThat(content.expectNum()).hasValue(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventContent("c", "d", END, START, "r", "a", 1, OptionalInt.empty(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventContent(
                        "c", "d", START, END.plusNanos(1), "r", "a", 1, OptionalInt.empty(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventContent("c", "d", START, END, "r", "a", -1, OptionalInt.empty(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventContent(
                        "c", "d", START.plusNanos(1), END, "r", "a", 1, OptionalInt.empty(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> content(OptionalInt.of(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> content(OptionalInt.empty(), "i 1"));
        assertThat(new EventContent("c", "d", START, START, "r", "a", 0, OptionalInt.of(0), List.of()).totalCapacity())
                .isZero();
    }

    @Test
    void theResourceIsNamed() {
        assertThat(event(EventType.SCALE_REJECT).resourceArn())
                .isEqualTo("acs:ess:cn-hangzhou:1609:scalingGroup/asg-1");
    }

    @Test
    void aGroupHasAtMostSixRules() {
        List<NotificationRule> seven = IntStream.range(0, 7)
                .mapToObj(i -> all(Receiver.parse("acs:mns:cn-hangzhou:1609:queue/q" + i)))
                .toList();

        assertThat(new GroupNotifications("cn-hangzhou", seven.subList(0, 6), false).problems())
                .isEmpty();
        assertThat(new GroupNotifications("cn-hangzhou", seven, false).problems())
                .containsExactly(Problem.TOO_MANY_RULES);
    }

    @Test
    void aReceiverOccursOnce() {
        List<NotificationRule> twice = List.of(
                NotificationRule.of(MONITOR, EventType.SCALE_REJECT),
                NotificationRule.of(MONITOR, EventType.SCALE_IN_ERROR));

        assertThat(new GroupNotifications("cn-hangzhou", twice, false).problems())
                .containsExactly(Problem.RECEIVER_TWICE);
    }

    @Test
    void rulesAndMessagesExcludeEachOther() {
        assertThat(new GroupNotifications("cn-hangzhou", List.of(all(MONITOR)), true).problems())
                .containsExactly(Problem.MESSAGES_BESIDE_RULES);
        assertThat(new GroupNotifications("cn-hangzhou", List.of(), true).problems())
                .isEmpty();
        assertThat(new GroupNotifications("cn-hangzhou", List.of(), true).oldTriggersWork())
                .isTrue();
        assertThat(new GroupNotifications("cn-hangzhou", List.of(all(QUEUE)), false).oldTriggersWork())
                .isFalse();
    }

    @Test
    void aTopicLiesInTheRegionOfTheGroup() {
        assertThat(new GroupNotifications("cn-hangzhou", List.of(all(TOPIC)), false).problems())
                .isEmpty();
        assertThat(new GroupNotifications("cn-beijing", List.of(all(TOPIC)), false).problems())
                .containsExactly(Problem.TOPIC_IN_OTHER_REGION);
        assertThat(new GroupNotifications("cn-beijing", List.of(all(QUEUE)), false).problems())
                .isEmpty();
    }

    @Test
    void monitorsGetTheContentQueuesAndTopicsTheEnvelope() {
        ScalingEvent event = event(EventType.SCALE_REJECT);
        List<NotificationRule> rules = new ArrayList<>(List.of(all(MONITOR), all(QUEUE), all(TOPIC)));
        rules.add(
                NotificationRule.of(Receiver.parse("acs:mns:cn-hangzhou:1609:queue/other"), EventType.SCALE_OUT_ERROR));

        assertThat(new GroupNotifications("cn-hangzhou", rules, false).deliveries(event))
                .containsExactly(
                        new Delivery(MONITOR, Form.CONTENT, event),
                        new Delivery(QUEUE, Form.ENVELOPE, event),
                        new Delivery(TOPIC, Form.ENVELOPE, event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acs:ess:cn-hangzhou:1609:cloudmonitor",
                "acs:mns:cn-hangzhou:1609:queue/scaling",
                "acs:mns:cn-hangzhou:1609:topic/scaling-events"
            })
    void receiversPrintAsTheyAreRead(String text) {
        assertThat(Receiver.parse(text)).hasToString(text);
        assertThat(Receiver.parse("acs:ess:r:1:queue/q")).isEqualTo(Receiver.parse("acs:mns:r:1:queue/q"));
    }

    @ParameterizedTest(name = "<{0}> stops at {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    ""; 0
                    arn:ess:r:1:cloudmonitor; 0
                    acs:ecs:r:1:cloudmonitor; 4
                    acs:mns:r:1:cloudmonitor; 12
                    acs:mns::1:queue/q; 8
                    acs:mns:/:1:queue/q; 8
                    acs:mns:r:a b:queue/q; 10
                    acs:mns:r:1:queue/; 12
                    acs:mns:r:1:queue/a/b; 12
                    acs:mns:r:1:mail/q; 12
                    acs:mns:r:1:topic/; 12
                    acs:mns:r:1:topic/a/b; 12
                    acs:ess:r:1:cloudmonitors; 12
                    "acs:mns:r:\u0007:queue/q"; 10
                    acs:mns:r:1; 11
                    acs:mns:r:1:queue/q:x; 19
                    """)
    void otherFormsAreRefused(String text, int index) {
        assertThatExceptionOfType(TextFormatException.class)
                .isThrownBy(() -> Receiver.parse(text))
                .satisfies(e -> assertThat(e.index()).isEqualTo(index));
        assertThatExceptionOfType(TextFormatException.class)
                .isThrownBy(() -> Receiver.parse("acs:mns:r:1"))
                .withMessage("receiver (acs:mns:r:1) at index 11: expected five parts, separated by colons");
        assertThatExceptionOfType(TextFormatException.class)
                .isThrownBy(() -> Receiver.parse("acs:mns:r:1:queue/q:x"))
                .withMessage("receiver (acs:mns:r:1:queue/q:x) at index 19: expected the end");
        assertThatExceptionOfType(TextFormatException.class)
                .isThrownBy(() -> Receiver.parse("a".repeat(256)))
                .satisfies(e -> assertThat(e.text()).hasSize(256));
    }

    @Test
    void anExpiringTaskIsToldDailyInTheLastSevenDays() {
        Instant last = Instant.parse("2026-03-10T16:59:00Z");

        assertThat(ExpiryReminders.before(last))
                .hasSize(7)
                .startsWith(Instant.parse("2026-03-03T16:59:00Z"))
                .endsWith(Instant.parse("2026-03-09T16:59:00Z"))
                .isSorted();
        Instant fourth = Instant.parse("2026-03-04T16:59:00Z");
        assertThat(ExpiryReminders.due(last, fourth.minusSeconds(1), fourth)).containsExactly(fourth);
        assertThat(ExpiryReminders.due(last, fourth, fourth.plus(Duration.ofHours(23))))
                .isEmpty();
        assertThat(ExpiryReminders.due(last, last, last.plus(Duration.ofDays(30))))
                .isEmpty();
    }
}
