package io.ess4j.sim.cloudstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ess4j.event.EventContent;
import io.ess4j.event.EventType;
import io.ess4j.event.ScalingEvent;
import io.ess4j.sim.input.InputException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The two events that guide 1.8 prints, field for field, and events that are none. */
class EventJsonTest {
    private static final String CONTENT = """
            {
              "cause": "A user changed the Desired Capacity, changing the Total Capacity from \\"1\\" to \\"2\\".",
              "description": "\\"1\\" ECS instances are added",
              "endTime": "2022-03-31T09:16:30.000Z",
              "expectNum": 1,
              "instanceIds": ["i-bp1dn0ktfed9o0ys****"],
              "requestId": "INNER_WP2BReMYw3Fdic7dmfp****",
              "scalingActivityId": "asa-bp1eig7303qrgcxu****",
              "startTime": "2022-03-31T09:16:04.000Z",
              "totalCapacity": 2
            }
            """;

    private static final String ENVELOPE = """
            {
              "content": {
                "cause": "A user changed the Desired Capacity, changing the Total Capacity from \\"0\\" to \\"1\\".",
                "description": "\\"1\\" ECS instances are added",
                "endTime": "2022-04-01T03:59:55.000Z",
                "expectNum": 1,
                "instanceIds": ["i-bplimzcyvwrz2kzx****"],
                "requestId": "INNER_cpaMr4xcLVSDq0CFMdz****",
                "scalingActivityId": "asa-bp1ekb3kyj2qx1gx****",
                "startTime": "2022-04-01T03:59:29.000Z",
                "totalCapacity": 1
              },
              "event": "AUTOSCALING:SCALE_OUT_SUCCESS",
              "eventLevel": "INFO",
              "eventStatus": "normal",
              "product": "ESS",
              "regionId": "cn-hangzhou",
              "resourceArn": "acs:ess:cn-hangzhou:160998252992****:scalingGroup/asg-bp10uuhy2wbb2tip****",
              "userId": "160998252992****"
            }
            """;

    /** Without the blanks between fields; texts with escapes stay as they are. */
    private static String onOneLine(String json) {
        return JsonMapper.shared().readTree(json).toString();
    }

    @Test
    void theContentIsReadFieldForFieldAndWrittenBackUnchanged() {
        EventContent content = EventReader.content("content.json", CONTENT);

        assertThat(content.cause())
                .isEqualTo("A user changed the Desired Capacity, changing the Total Capacity from \"1\" to \"2\".");
        assertThat(content.description()).isEqualTo("\"1\" ECS instances are added");
        assertThat(content.startTime()).isEqualTo(Instant.parse("2022-03-31T09:16:04Z"));
        assertThat(content.endTime()).isEqualTo(Instant.parse("2022-03-31T09:16:30Z"));
        assertThat(content.expectNum()).hasValue(1);
        assertThat(content.instanceIds()).containsExactly("i-bp1dn0ktfed9o0ys****");
        assertThat(content.requestId()).isEqualTo("INNER_WP2BReMYw3Fdic7dmfp****");
        assertThat(content.activityId()).isEqualTo("asa-bp1eig7303qrgcxu****");
        assertThat(content.totalCapacity()).isEqualTo(2);
        assertThat(EventWriter.content(content)).isEqualTo(onOneLine(CONTENT));
    }

    @Test
    void theEnvelopeIsReadFieldForFieldAndWrittenBackUnchanged() {
        ScalingEvent event = EventReader.envelope("event.json", ENVELOPE);

        assertThat(event.type()).isEqualTo(EventType.SCALE_OUT_SUCCESS);
        assertThat(event.region()).isEqualTo("cn-hangzhou");
        assertThat(event.userId()).isEqualTo("160998252992****");
        assertThat(event.groupId()).isEqualTo("asg-bp10uuhy2wbb2tip****");
        assertThat(event.content().totalCapacity()).isEqualTo(1);
        assertThat(EventWriter.envelope(event)).isEqualTo(onOneLine(ENVELOPE));
    }

    @Test
    void statusAndResourceAreComparedWithoutCase() {
        String other = ENVELOPE.replace("\"normal\"", "\"Normal\"").replace("scalingGroup/", "scalinggroup/");

        assertThat(EventReader.envelope("e", other)).isEqualTo(EventReader.envelope("e", ENVELOPE));
    }

    @Test
    void anEventWithoutInstancesHasNoSuchFields() {
        String partial = ENVELOPE.replace("SCALE_OUT_SUCCESS", "SCALE_OUT_WARN")
                .replace("\"INFO\"", "\"WARN\"")
                .replace("\"normal\"", "\"Warn\"")
                .replaceAll("\"expectNum\": 1,\\s*\"instanceIds\": \\[[^]]*],\\s*", "");

        ScalingEvent event = EventReader.envelope("e", partial);

        assertThat(event.content().expectNum()).isEmpty();
        assertThat(EventWriter.envelope(event)).isEqualTo(onOneLine(partial)).doesNotContain("expectNum");
    }

    @Test
    void allProblemsAreReportedAtOnceWithTheirLines() {
        String bad = ENVELOPE.replace("\"expectNum\": 1", "\"expectNum\": \"one\"")
                .replace("2022-04-01T03:59:29.000Z", "yesterday")
                .replace("SCALE_OUT_SUCCESS", "SCALE_UP")
                .replace("\"ESS\"", "\"ECS\"")
                .replace("\"userId\"", "\"user\"");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> EventReader.envelope("e.json", bad))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines())
                        .containsExactly(
                                "e.json:1: event (AUTOSCALING:SCALE_UP) must be one of the ten types",
                                "e.json:1: userId is required",
                                "e.json:1: product (ECS) must be ESS",
                                "e.json:1: resourceArn (acs:ess:cn-hangzhou:160998252992****:scalingGroup/asg-bp10uuhy2wbb2tip****)"
                                        + " must be acs:ess:cn-hangzhou::scalingGroup/asg-bp10uuhy2wbb2tip****",
                                "e.json:6: expectNum must be a whole number",
                                "e.json:10: startTime (yesterday) must be a time such as 2022-03-31T09:16:30.000Z",
                                "e.json:19: user is no field here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "null", "{", "{}", "{\"content\": []}", "nonsense", "{} {}", "\"\""})
    void whatIsNoEventIsRefusedWithItsPlace(String text) {
        for (Runnable reading : List.<Runnable>of(
                () -> EventReader.envelope("e.json", text), () -> EventReader.content("e.json", text))) {
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(reading::run)
                    .satisfies(e -> assertThat(e.problems())
                            .allSatisfy(p -> assertThat(p.line()).isPositive()));
        }
    }

    @Test
    void sizeAndDepthAreLimited() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> EventReader.content("e", " ".repeat(1_000_001)))
                .withMessage("e: must have at most 1000000 characters, but has 1000001");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> EventReader.content("e", "[".repeat(100_000)))
                .withMessageContaining("is no JSON")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }
}
