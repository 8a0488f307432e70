package io.ess4j;

import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.launched;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static io.ess4j.Groups.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.Decision.Compared;
import io.ess4j.Decision.Deferred;
import io.ess4j.Decision.Rejected;
import io.ess4j.lifecycle.ProcessSuspension;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.ScalingProcess;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.ScalingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Capacity that is changed by a number which no rule of the group holds (guide map C-13-6, C-13-7). */
class AdjustTest {
    private static final ScalingGroup GROUP = plain(1, 9)
            .rule(ScalingRule.change("add", 4))
            .cooldown(Duration.ofMinutes(10))
            .build();

    private static Trigger.Adjust adjust(AdjustmentType type, int value, boolean atOnce) {
        return new Trigger.Adjust(type, value, OptionalInt.empty(), atOnce);
    }

    /** Desired 3, stable 2, as in the table of the documents on the desired capacity. */
    @ParameterizedTest(name = "{0}: {1} {2}, at once {3}: desired {4}, {5} launched, {6} leave")
    @CsvSource({
        "D2 by an adjustment,          QUANTITY, 4,   false, 6, 0, 0",
        "the same at once,             QUANTITY, 4,   true,  6, 4, 0",
        "beyond the maximum,           QUANTITY, 40,  false, 9, 0, 0",
        "beyond the maximum at once,   QUANTITY, 40,  true,  9, 7, 0",
        "below the minimum at once,    QUANTITY, -40, true,  1, 0, 1",
        "a total,                      TOTAL,    5,   false, 5, 0, 0",
        "a total at once,              TOTAL,    5,   true,  5, 3, 0",
        "a percentage at once,         PERCENT,  150, true,  5, 3, 0",
        "down at once,                 QUANTITY, -1,  true,  1, 0, 1",
        "down,                         QUANTITY, -1,  false, 1, 0, 0",
        "what is there already moves desired down, TOTAL, 2, false, 2, 0, 0",
        "the same at once,             TOTAL,    2,   true,  2, 0, 0",
        "what is desired already at once, TOTAL,    3,   true,  3, 1, 0"
    })
    void withADesiredCapacityOnlyThatMovesUnlessAtOnce(
            String source, AdjustmentType type, int value, boolean atOnce, int desired, int launched, int leaving) {
        ScalingPlan plan = plan(GROUP, GroupState.of(GROUP, fleet(2)).withDesired(3), adjust(type, value, atOnce));

        assertThat(plan.decision()).as(source).isInstanceOf(atOnce ? Compared.class : Deferred.class);
        assertThat(plan.desired()).hasValue(desired);
        assertThat(launched(plan)).isEqualTo(launched);
        assertThat(plan.removals()).hasSize(leaving);
        assertThat(plan.activity().isPresent()).isEqualTo(launched + leaving > 0);
    }

    @ParameterizedTest(name = "at once {0}")
    @CsvSource({"true", "false"})
    void withoutADesiredCapacityItIsDoneNowInAnyCase(boolean atOnce) {
        ScalingPlan plan = plan(GROUP, GroupState.of(GROUP, fleet(2)), adjust(AdjustmentType.QUANTITY, 4, atOnce));

        assertThat(plan.desired()).isEmpty();
        assertThat(launched(plan)).isEqualTo(4);
        assertThat(plan.explain()).contains("adjustment by 4 units", "the rule wants 6 units: adds");
    }

    @ParameterizedTest(name = "{0}: {1} {2} at once {3}, desired {4}")
    @CsvSource({
        "nothing is added,              QUANTITY, 0, true,  ",
        "nothing is added,              QUANTITY, 0, false, ",
        "10 % of 2 is nothing,          PERCENT, 10, true,  ",
        "at the desired one already,    TOTAL,    3, false, 3",
        "at the desired one already,    TOTAL,    2, true,  2",
        "the maximum is desired,        TOTAL,   99, false, 9"
    })
    void whatChangesNothingIsRefused(String source, AdjustmentType type, int value, boolean atOnce, Integer desired) {
        GroupState state = GroupState.of(GROUP, fleet(2));
        state = desired == null ? state : state.withDesired(desired);

        ScalingPlan plan = plan(GROUP, state, adjust(type, value, atOnce));

        assertThat(plan.decision()).as(source).isEqualTo(new Rejected(Rejection.NO_CHANGE));
        assertThat(plan.after()).isEqualTo(state);
    }

    /** Section 3 with weights 2, 4 and 8 (guide 1.6): the cheapest unit covers the gap, and surplus below 8 stays. */
    @Test
    void withWeightsTheGapIsCoveredInWholeInstances() {
        ScalingGroup group = weighted(0, 100).build();
        GroupState state = GroupState.of(group, Fleet.empty()).withDesired(0);

        ScalingPlan up = plan(group, state, adjust(AdjustmentType.QUANTITY, 10, true));
        assertThat(up.desired()).hasValue(10);
        assertThat(up.launches())
                .singleElement()
                .satisfies(l -> assertThat(l.units()).isEqualTo(16));

        List<Instance> rows = new ArrayList<>();
        fleet(8).forEach(i -> rows.add(i.withWeight(2)));
        GroupState sixteen = GroupState.of(group, Fleet.of(rows)).withDesired(16);
        assertThat(plan(group, sixteen, adjust(AdjustmentType.TOTAL, 9, true)).removals())
                .isEmpty();
        assertThat(plan(group, sixteen, adjust(AdjustmentType.TOTAL, 8, true)).removals())
                .isNotEmpty();
    }

    /** The least magnitude goes with percentages; a cooldown holds alarms back only, and the group's own follows. */
    @Test
    void itIsARuleThatTheGroupDoesNotKeep() {
        GroupState state = GroupState.of(GROUP, fleet(3));
        Trigger least = new Trigger.Adjust(AdjustmentType.PERCENT, 10, OptionalInt.of(2), true);
        ScalingPlan plan = plan(GROUP, state, least);
        assertThat(launched(plan)).isEqualTo(2);

        RunningActivity activity = plan.activity().orElseThrow();
        assertThat(activity).isEqualTo(new RunningActivity(true, Duration.ofMinutes(10)));
        GroupState cooling = plan.after(List.of("a", "b"))
                .joined(List.of("a", "b"), Groups.NOW)
                .finished(activity, Optional.of(Groups.NOW));
        assertThat(plan(GROUP, cooling, Trigger.alarm("add")).decision())
                .isEqualTo(new Rejected(Rejection.COOLING_DOWN));
        assertThat(launched(plan(GROUP, cooling, adjust(AdjustmentType.QUANTITY, 1, true))))
                .isEqualTo(1);
    }

    /** As rules run by hand: beside parallel activities with a desired capacity, alone without one. */
    @Test
    void itRunsBesideWhatRulesByHandRunBeside() {
        GroupState led = GroupState.of(GROUP, fleet(3)).withDesired(4);
        GroupState checking = plan(GROUP, led, Trigger.check()).after();
        ScalingPlan beside = plan(GROUP, checking, adjust(AdjustmentType.QUANTITY, 3, true));
        // Counted from the three that are stable: six are wanted, and one of them is coming.
        assertThat(beside.desired()).hasValue(6);
        assertThat(launched(beside)).isEqualTo(2);
        assertThat(beside.activity().orElseThrow().exclusive()).isFalse();

        GroupState busy = plan(GROUP, GroupState.of(GROUP, fleet(3)), Trigger.execute("add"))
                .after();
        assertThat(plan(GROUP, busy, adjust(AdjustmentType.QUANTITY, 1, false)).decision())
                .isEqualTo(new Rejected(Rejection.ACTIVITY_IN_PROGRESS));
    }

    /** C-23-2: while scaling out is suspended the desired capacity still changes, and is applied on resuming. */
    @Test
    void whileScalingOutIsSuspendedTheDesiredCapacityStillMoves() {
        ProcessSuspension suspended = ProcessSuspension.of(ScalingProcess.SCALE_OUT);
        GroupState led = GroupState.of(GROUP, fleet(2)).withDesired(3).withSuspension(suspended);

        ScalingPlan held = plan(GROUP, led, adjust(AdjustmentType.QUANTITY, 4, true));
        assertThat(held.desired()).hasValue(6);
        assertThat(held.changesInstances()).isFalse();
        assertThat(held.explain()).contains("held back, for these processes are suspended: [ScaleOut]");
        GroupState resumed = held.after().withSuspension(ProcessSuspension.NONE);
        assertThat(launched(plan(GROUP, resumed, Trigger.check()))).isEqualTo(4);

        GroupState plain = GroupState.of(GROUP, fleet(2)).withSuspension(suspended);
        assertThat(plan(GROUP, plain, adjust(AdjustmentType.QUANTITY, 4, true)).decision())
                .isEqualTo(new Rejected(Rejection.PROCESS_SUSPENDED));
    }

    @ParameterizedTest(name = "{0} {1}, least {2}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "QUANTITY; 1001;  ;  adjustment of type QUANTITY (1001) must be from -1000 to 1000",
                "PERCENT;  -101;  ;  adjustment of type PERCENT (-101) must be from -100 to 10000",
                "TOTAL;    2001;  ;  adjustment of type TOTAL (2001) must be from 0 to 2000",
                "TOTAL;    -1;    ;  adjustment of type TOTAL (-1) must be from 0 to 2000",
                "PERCENT;  10;    0; leastMagnitude (0) must be >= 1",
                "QUANTITY; 10;    1; leastMagnitude (1) must be given for adjustments of type PERCENT only, but the type"
                        + " is QUANTITY"
            })
    void refusesValuesOutOfRange(AdjustmentType type, int value, Integer least, String message) {
        OptionalInt magnitude = least == null ? OptionalInt.empty() : OptionalInt.of(least);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trigger.Adjust(type, value, magnitude, true))
                .withMessage(message);
    }
}
