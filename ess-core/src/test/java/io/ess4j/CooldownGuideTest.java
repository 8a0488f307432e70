package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.Decision.Rejected;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.rule.ScalingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The three published examples of the cooldown, minute by minute (guide map C-12-1 to C-12-5). */
class CooldownGuideTest {
    private static final Zone ZONE = Zone.of("z");
    private static final InstanceType TYPE = InstanceType.of("ecs.g6.large", 2, 8192);
    private static final Catalog CATALOG = Catalog.builder()
            .offering(TYPE, ZONE, PurchaseOption.ON_DEMAND, Price.perHour("1"))
            .build();
    private static final Market MARKET = Market.of(CATALOG);
    private static final ScalingGroup GROUP = ScalingGroup.builder("g")
            .capacity(0, 20)
            .zones(ZONE)
            .type(TYPE)
            .cooldown(Duration.ofMinutes(10))
            .rule(ScalingRule.change("add3", 3).withCooldown(Duration.ofMinutes(15)))
            .rule(ScalingRule.change("add1", 1).withCooldown(Duration.ofMinutes(10)))
            .rule(ScalingRule.change("remove1", -1))
            .build();
    private static final Autoscaler AUTOSCALER = new Autoscaler(GROUP, CATALOG);

    private static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + ":00Z");
    }

    private static GroupState state(int instances) {
        List<Instance> fleet = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            fleet.add(Instance.builder("i-" + i)
                    .offering(CATALOG.offerings().get(0))
                    .joinedAt(at("08:00"))
                    .build());
        }
        return GroupState.of(GROUP, Fleet.of(fleet));
    }

    private static ScalingPlan plan(GroupState state, Trigger trigger, String time) {
        return AUTOSCALER.plan(state, MARKET, trigger, at(time));
    }

    /** What an activity leaves behind when its last instance joined or left at a time. */
    private static GroupState done(ScalingPlan plan, String lastChange) {
        assertThat(plan.isRejected()).isFalse();
        return plan.after().finished(plan.activity().orElseThrow(), Optional.of(at(lastChange)));
    }

    private static boolean coolingDown(GroupState state, String rule, String time) {
        return plan(state, Trigger.alarm(rule), time).decision().equals(new Rejected(Rejection.COOLING_DOWN));
    }

    /** The rule's 15 minutes count, from the third instance's joining at 18:04. */
    @Test
    void example1TheRulesOwnCooldownFromTheLastInstanceOn() {
        GroupState after = done(plan(state(2), Trigger.alarm("add3"), "18:00"), "18:04");

        assertThat(coolingDown(after, "add1", "18:14")).isTrue();
        assertThat(coolingDown(after, "add1", "18:18")).isTrue();
        assertThat(coolingDown(after, "add1", "18:19")).isFalse();
    }

    /** Disabled and enabled at 18:05: the alarm of 18:07 runs, and its own ten minutes begin. */
    @Test
    void example2DisablingAndEnablingEndsTheCooldown() {
        GroupState after = done(plan(state(5), Trigger.alarm("remove1"), "18:00"), "18:00");
        assertThat(coolingDown(after, "remove1", "18:09")).isTrue();
        assertThat(coolingDown(after, "remove1", "18:10")).isFalse();

        GroupState enabled = after.withoutCooldown();
        GroupState again = done(plan(enabled, Trigger.alarm("remove1"), "18:07"), "18:07");

        assertThat(coolingDown(again, "remove1", "18:16")).isTrue();
        assertThat(coolingDown(again, "remove1", "18:17")).isFalse();
    }

    /** Run by hand at 18:05, inside of the window. */
    @Test
    void example3ManualRunsDoNotWait() {
        GroupState after =
                done(plan(state(2), Trigger.alarm("add1"), "18:00"), "18:00").withFleet(state(3).fleet());

        assertThat(coolingDown(after, "add1", "18:05")).isTrue();
        assertThat(plan(after, Trigger.execute("add1"), "18:05").launches())
                .singleElement()
                .satisfies(l -> assertThat(l.count()).isEqualTo(1));
    }

    /** Guide map G1.2-10. */
    @Test
    void theDefaultIsFiveMinutes() {
        ScalingGroup plain =
                ScalingGroup.builder("g").capacity(0, 1).zones(ZONE).type(TYPE).build();

        assertThat(plain.cooldown()).isEqualTo(Duration.ofMinutes(5));
    }
}
