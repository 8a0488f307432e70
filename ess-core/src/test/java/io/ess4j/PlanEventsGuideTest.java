package io.ess4j;

import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.event.EventContent;
import io.ess4j.event.EventType;
import io.ess4j.event.ScalingEvent;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.ScalingRule;
import io.ess4j.schedule.ScheduledAction;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plan tells, in the words that the documents print: guide 1.8, guide 3.4, and the samples of the interface. */
class PlanEventsGuideTest {
    private static final ScalingGroup GROUP = plain(0, 9)
            .rule(ScalingRule.change("asr-bp12tcnol686y1ik", 1))
            .rule(ScalingRule.change("srtest", 1))
            .build();

    /** The two samples of guide 1.8, made by the group that they tell of. */
    @ParameterizedTest(name = "guide 1.8: {0} to {1}")
    @CsvSource({
        "1, 2, i-bp1dn0ktfed9o0ys0001, asa-bp1eig7303qrgcxu0001, 2022-03-31T09:16:04.000Z, 2022-03-31T09:16:30.000Z",
        "0, 1, i-bplimzcyvwrz2kzx0001, asa-bp1ekb3kyj2qx1gx0001, 2022-04-01T03:59:29.000Z, 2022-04-01T03:59:55.000Z"
    })
    void theSamplesAreWhatAGroupTells(int before, int after, String id, String activity, Instant start, Instant end) {
        GroupState state = GroupState.of(GROUP, fleet(before)).withDesired(before);
        PlanEvents.Subject subject =
                new PlanEvents.Subject("cn-hangzhou", "1609982529920001", "asg-1", "INNER_1", activity);
        ScalingPlan plan =
                new Autoscaler(GROUP, Groups.CATALOG).plan(state, Groups.MARKET, Trigger.setDesired(after), start);

        ScalingEvent event = PlanEvents.ended(
                plan, subject, List.of(id), end, plan.after(List.of(id)).joined(List.of(id), end));

        assertThat(event.type()).isEqualTo(EventType.SCALE_OUT_SUCCESS);
        assertThat(event.content())
                .isEqualTo(new EventContent(
                        "A user changed the Desired Capacity, changing the Total Capacity from \"" + before + "\" to \""
                                + after + "\".",
                        "\"1\" ECS instances are added",
                        start,
                        end,
                        "INNER_1",
                        activity,
                        after,
                        OptionalInt.of(1),
                        List.of(id)));
    }

    static Stream<Arguments> causes() {
        GroupState one = GroupState.of(GROUP, fleet(1));
        GroupState led = GroupState.of(GROUP, fleet(3)).withDesired(3);
        ScheduledAction sizes = ScheduledAction.sizes(1, 3, 5);
        return Stream.of(
                Arguments.of(
                        "DescribeScalingActivities, a rule by hand",
                        one,
                        Trigger.execute("asr-bp12tcnol686y1ik"),
                        "A user requests to execute scaling rule \"asr-bp12tcnol686y1ik\", changing the Total Capacity"
                                + " from \"1\" to \"2\"."),
                Arguments.of(
                        "DescribeScalingActivities, a rule by schedule (spelling put right)",
                        GroupState.of(GROUP, Fleet.empty()),
                        new Trigger.Scheduled("night", ScheduledAction.rule("srtest")),
                        "A scheduled task executes scaling rule \"srtest\", changing the Total Capacity from \"0\" to"
                                + " \"1\"."),
                Arguments.of(
                        "guide 3.4",
                        led,
                        new Trigger.Scheduled("night", sizes),
                        "A scheduled task changed the desired capacity managed by the scaling activity from \"3\" to"
                                + " \"3\"."),
                Arguments.of(
                        "of the same build: only the desired capacity moves",
                        led,
                        Trigger.execute("srtest"),
                        "A user requests to execute scaling rule \"srtest\", changing the Desired Capacity from \"3\""
                                + " to \"4\"."),
                Arguments.of(
                        "of the same build: an alarm",
                        one,
                        Trigger.alarm("srtest"),
                        "An alarm task requests to execute scaling rule \"srtest\", changing the Total Capacity from"
                                + " \"1\" to \"2\"."),
                Arguments.of(
                        "of the same build: limits by hand",
                        one,
                        Trigger.setLimits(3, 9),
                        "A user changed the capacity limits, changing the Total Capacity from \"1\" to \"3\"."),
                Arguments.of(
                        "of the same build: limits by schedule",
                        one,
                        new Trigger.Scheduled("night", ScheduledAction.limits(2, 9)),
                        "A scheduled task changed the capacity limits, changing the Total Capacity from \"1\" to"
                                + " \"2\"."),
                Arguments.of(
                        "of the same build: removing by hand",
                        one,
                        Trigger.remove("i-1"),
                        "A user removed instances, changing the Total Capacity from \"1\" to \"0\"."),
                Arguments.of(
                        "of the same build: an adjustment",
                        one,
                        new Trigger.Adjust(AdjustmentType.TOTAL, 3, OptionalInt.empty(), false),
                        "A user requests to adjust the capacity, changing the Total Capacity from \"1\" to \"3\"."),
                Arguments.of(
                        "of the same build: a check",
                        led.withFleet(fleet(2)),
                        Trigger.check(),
                        "Capacity check, changing the Total Capacity from \"2\" to \"3\"."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("causes")
    void causesAreTheDocumentedSentences(String source, GroupState state, Trigger trigger, String expected) {
        assertThat(PlanEvents.cause(plan(GROUP, state, trigger))).as(source).isEqualTo(expected);
    }

    /** A new kind of trigger cannot be forgotten: each has a cause of its own. */
    @Test
    void everyTriggerHasACause() {
        Instance starting = fleet(1).get(0).withState(LifecycleState.PENDING);
        List<Trigger> all = List.of(
                Trigger.alarm("srtest"),
                Trigger.execute("srtest"),
                new Trigger.Adjust(AdjustmentType.QUANTITY, 1, OptionalInt.empty(), false),
                Trigger.check(),
                Trigger.setDesired(2),
                new Trigger.Scheduled("night", ScheduledAction.rule("srtest")),
                new Trigger.DesiredMode(OptionalInt.of(1)),
                Trigger.attach(fleet(9).get(8)),
                Trigger.remove("i-1"),
                new Trigger.StartsFailed(List.of("i-1")),
                Trigger.healthCheck(),
                Trigger.lifetimeCheck(),
                Trigger.spotNotice("i-1"),
                Trigger.rebalance(),
                Trigger.restoreMix());

        assertThat(all.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Trigger.class.getPermittedSubclasses()));
        assertThat(all.stream()
                        .map(t -> PlanEvents.cause(plan(
                                GROUP, GroupState.of(GROUP, Fleet.of(starting)).withDesired(1), t)))
                        .toList())
                .doesNotHaveDuplicates()
                .allSatisfy(c -> assertThat(c).matches("[A-Z].*, changing the (Total|Desired) Capacity from .*\\.$"));
    }

    /** What refuses is told in the words of the service where it has some. */
    @Test
    void aRefusalIsToldInTheWordsOfTheService() {
        GroupState full = GroupState.of(GROUP, fleet(9));
        PlanEvents.Subject subject = new PlanEvents.Subject("cn-hangzhou", "1609", "asg-1", "req-1", "asa-1");

        ScalingEvent event = PlanEvents.begun(plan(GROUP, full, Trigger.execute("srtest")), subject)
                .orElseThrow();

        assertThat(event.type()).isEqualTo(EventType.SCALE_REJECT);
        assertThat(event.content().description())
                .isEqualTo("To execute the specified scaling rule, the total capacity will not change.");
        assertThat(event.content().endTime()).isEqualTo(NOW);
    }
}
