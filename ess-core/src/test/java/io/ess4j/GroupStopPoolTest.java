package io.ess4j;

import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.attached;
import static io.ess4j.Groups.carriedOut;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.launched;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static io.ess4j.Groups.states;
import static io.ess4j.Groups.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.Decision.Rejected;
import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.lifecycle.StepSequence.Way;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.rule.ScalingRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The economical stop pool of a group: who is stopped, who comes back first, and what fits under the maximum (guide
 * 3.3).
 */
class GroupStopPoolTest {
    /**
     * Guide 3.3: stopped on the way in, started on the way out before anything is created, in the order of stopping.
     */
    @Test
    void stoppedInstancesComeBackBeforeNewOnes() {
        ScalingGroup group = plain(0, 5)
                .reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE))
                .rule(ScalingRule.change("drop", -1))
                .rule(ScalingRule.change("add", 3))
                .build();
        Instance mine = fleet(4).get(3).withState(LifecycleState.IN_SERVICE);
        GroupState state = GroupState.of(group, with(fleet(4), attached(mine)));

        state = carriedOut(plan(group, state, Trigger.execute("drop")), NOW);
        state = carriedOut(plan(group, state, Trigger.execute("drop")), NOW.plusSeconds(60));
        assertThat(states(state)).containsExactly("i-1 STOPPED", "i-2 STOPPED", "i-3 IN_SERVICE", "i-4 IN_SERVICE");

        ScalingPlan out = plan(group, state, Trigger.execute("add"));
        assertThat(out.starts()).containsExactly("i-1", "i-2");
        assertThat(launched(out)).isEqualTo(1);
        assertThat(out.after().fleet().get(0).joinedAt())
                .as("as young as a new one")
                .isEqualTo(NOW);

        GroupState dropped = carriedOut(plan(group, state, Trigger.execute("drop")), NOW.plusSeconds(120));
        ScalingPlan last = plan(group, dropped, Trigger.execute("drop"));
        assertThat(last.exits())
                .as("bought by the user: it leaves and runs on")
                .extracting(e -> e.instance().id() + " " + e.way())
                .containsExactly("i-4 LEAVE");
    }

    /** Guide 3.3: max 5, three in service, i-1 and i-2 stopped. */
    @ParameterizedTest(name = "max {0}: released {1}")
    @CsvSource(
            nullValues = "-",
            value = {"5, -", "4, i-2", "3, i-2 i-1", "2, i-2 i-1 i-3"})
    void loweringTheMaximumReleasesStoppedInstancesFirst(int max, String released) {
        ScalingGroup group =
                plain(0, 5).reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE)).build();
        GroupState state = GroupState.of(group, fleet(5))
                .stopped(List.of("i-1"), NOW.minusSeconds(60))
                .stopped(List.of("i-2"), NOW);

        ScalingPlan plan = plan(group, state, Trigger.setLimits(0, max));

        assertThat(String.join(
                        " ", plan.exits().stream().map(e -> e.instance().id()).toList()))
                .isEqualTo(released == null ? "" : released);
        assertThat(plan.exits()).allMatch(e -> e.way() == Way.RELEASE);
        Fleet after = carriedOut(plan, NOW).fleet();
        assertThat(after.capacity() + after.capacity(LifecycleState.STOPPED)).isLessThanOrEqualTo(max);
    }

    /**
     * Guide 3.3: raising the minimum starts stopped instances first; and what was stopped must fit under the maximum.
     */
    @Test
    void stoppedInstancesFitUnderTheMaximum() {
        ScalingGroup group =
                plain(0, 5).reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE)).build();
        GroupState five = GroupState.of(group, fleet(5));

        ScalingPlan lowered = plan(group, five, Trigger.setLimits(0, 3));
        assertThat(lowered.exits()).extracting(Exit::way).containsExactly(Way.RELEASE, Way.RELEASE);

        GroupState stopped = five.stopped(List.of("i-1", "i-2"), NOW);
        ScalingPlan raised = plan(group, stopped, Trigger.setLimits(4, 5));
        assertThat(raised.starts()).containsExactly("i-1");
        assertThat(launched(raised)).isZero();

        ScalingPlan attached = plan(group, stopped, Trigger.attach(attached(fleet(6).get(5))));
        assertThat(attached.exits()).extracting(e -> e.instance().id()).containsExactly("i-2");
    }

    /** Of three that leave a group of five with a maximum of four, two fit under it beside the two that stay. */
    @Test
    void asManyAreStoppedAsFitUnderTheMaximum() {
        ScalingGroup group = plain(0, 4)
                .reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE))
                .rule(ScalingRule.change("drop", -3))
                .build();

        ScalingPlan plan = plan(group, GroupState.of(group, fleet(5)), Trigger.execute("drop"));

        assertThat(plan.exits()).extracting(Exit::way).containsExactly(Way.STOP, Way.STOP, Way.RELEASE);
    }

    /** An instance that somebody starts leaves the stop pool, and a later stop counts anew. */
    @Test
    void theStopPoolForgetsWhoLeftIt() {
        ScalingGroup group = plain(0, 5)
                .reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE))
                .rule(ScalingRule.change("add", 1))
                .build();
        GroupState state = GroupState.of(group, fleet(3)).stopped(List.of("i-1"), NOW.minusSeconds(7200));
        GroupState attached = carriedOut(plan(group, state, Trigger.attach(fleet(1).get(0))), NOW);

        GroupState again =
                attached.stopped(List.of("i-2"), NOW.plusSeconds(60)).stopped(List.of("i-1"), NOW.plusSeconds(120));

        assertThat(plan(group, again, Trigger.execute("add")).starts()).containsExactly("i-2");
        assertThat(plan(group, again, new Trigger.Remove(List.of("i-1"), Trigger.Remove.Wish.DETACH, true, false))
                        .decision())
                .as("a stopped instance cannot run on")
                .isEqualTo(new Rejected(Rejection.WRONG_STATE));
    }
}
