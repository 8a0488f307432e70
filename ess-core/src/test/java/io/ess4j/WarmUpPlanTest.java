package io.ess4j;

import static io.ess4j.Groups.CATALOG;
import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.launched;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.Decision.Rejected;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.rule.ScalingRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What target tracking asks of a group, and from when on its instances stand behind the metric. */
class WarmUpPlanTest {
    /** Contract section 9: target 50, four instances at 80 become seven; ten at 20 become four. */
    @Test
    void targetTrackingScalesBothWays() {
        ScalingGroup group =
                plain(1, 99).rule(ScalingRule.targetTracking("cpu", 50)).build();

        assertThat(launched(plan(group, GroupState.of(group, fleet(4)), Trigger.alarm("cpu", 80))))
                .isEqualTo(3);
        assertThat(plan(group, GroupState.of(group, fleet(10)), Trigger.alarm("cpu", 20))
                        .removals())
                .hasSize(6);
        assertThat(plan(group, GroupState.of(group, fleet(4)), Trigger.alarm("cpu", 48))
                        .changesInstances())
                .isFalse();
        assertThat(plan(group, GroupState.of(group, fleet(4)), Trigger.alarm("cpu"))
                        .changesInstances())
                .isFalse();
        assertThat(plan(group, GroupState.of(group, fleet(4)), Trigger.execute("cpu"))
                        .decision())
                .isEqualTo(new Rejected(Rejection.RULE_FOLLOWS_A_METRIC));
    }

    /** Without a warm-up an instance stands behind the metric from the moment it is in service. */
    @Test
    void withoutAWarmUpEverybodyReportsAtOnce() {
        ScalingGroup eager = plain(0, 99)
                .rule(ScalingRule.targetTracking("cpu", 50).withWarmup(Duration.ZERO))
                .build();
        ScalingGroup patient =
                plain(0, 99).rule(ScalingRule.targetTracking("cpu", 50)).build();
        Fleet young = Fleet.of(fleet(2).stream()
                .map(i -> i.joining(NOW).withState(LifecycleState.IN_SERVICE))
                .toList());

        assertThat(launched(plan(eager, GroupState.of(eager, young), Trigger.alarm("cpu", 100))))
                .isEqualTo(2);
        assertThat(launched(plan(patient, GroupState.of(patient, young), Trigger.alarm("cpu", 100))))
                .as("nobody reports yet")
                .isZero();
    }

    /** Contract section 9: warming instances report nothing and are not asked for twice. */
    @Test
    void warmingInstancesAreCountedAsComing() {
        ScalingGroup group =
                plain(1, 99).rule(ScalingRule.targetTracking("cpu", 50)).build();
        Fleet old = fleet(4);
        List<Instance> young = List.of(
                Groups.fleet(1).get(0).withState(LifecycleState.PENDING),
                Instance.builder("young")
                        .offering(CATALOG.offerings().get(0))
                        .joinedAt(NOW.minusSeconds(299))
                        .build());
        Fleet all = old.without(List.of("i-1")).with(young);

        assertThat(launched(plan(group, GroupState.of(group, all), Trigger.alarm("cpu", 80))))
                .as("three report 80: five are needed and five are there")
                .isZero();
        assertThat(launched(plan(group, GroupState.of(group, all), Trigger.alarm("cpu", 90))))
                .isEqualTo(1);
        assertThat(plan(group, GroupState.of(group, all), Trigger.alarm("cpu", 1))
                        .removals())
                .isEmpty();
    }
}
