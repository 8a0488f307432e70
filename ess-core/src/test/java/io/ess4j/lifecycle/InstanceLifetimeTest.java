package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.NOON;
import static io.ess4j.lifecycle.Fixtures.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract section 22. */
class InstanceLifetimeTest {
    private static final InstanceLifetime TWO_DAYS = new InstanceLifetime(Duration.ofDays(2));

    private static Instance aged(String id, Duration age) {
        return draft(id).joinedAt(NOON.minus(age)).build();
    }

    private static List<String> ids(List<Instance> instances) {
        return instances.stream().map(Instance::id).toList();
    }

    @Test
    void oldInstancesAreReplacedATenthAtATimeOldestFirst() {
        List<Instance> rows = new ArrayList<>();
        for (int i = 10; i < 35; i++) {
            rows.add(aged("i-" + i, Duration.ofHours(30 + i)));
        }
        Fleet fleet = Fleet.of(rows);

        InstanceLifetime.Plan plan = TWO_DAYS.plan(fleet, NOON, List.of());
        InstanceLifetime.Plan next = TWO_DAYS.plan(fleet, NOON, List.of("i-34", "i-33"));

        assertThat(ids(plan.replace())).containsExactly("i-34", "i-33", "i-32");
        assertThat(plan.later()).hasSize(14);
        assertThat(plan.nextExpiry()).contains(NOON.plus(Duration.ofHours(1)));
        assertThat(ids(next.replace())).containsExactly("i-32");
        assertThat(TWO_DAYS.plan(fleet, NOON, List.of("i-34", "i-33", "i-32")).replace())
                .isEmpty();
    }

    @Test
    void anInstanceIsOldOnTheSecond() {
        Fleet fleet = Fleet.of(List.of(
                aged("b", Duration.ofDays(2)), aged("a", Duration.ofDays(2).minusNanos(1))));

        assertThat(ids(TWO_DAYS.plan(fleet, NOON, List.of()).replace())).containsExactly("b");
        assertThat(TWO_DAYS.plan(fleet, NOON, List.of()).nextExpiry()).contains(NOON.plusNanos(1));
        assertThat(TWO_DAYS.plan(Fleet.empty(), NOON, List.of()).nextExpiry()).isEmpty();
        Fleet young = Fleet.of(aged("a", Duration.ofHours(30)), aged("b", Duration.ofHours(1)));
        assertThat(TWO_DAYS.plan(young, NOON, List.of()).nextExpiry()).contains(NOON.plus(Duration.ofHours(18)));
    }

    @Test
    void protectedStandbyAndAttachedInstancesStay() {
        Duration old = Duration.ofDays(9);
        Fleet fleet = Fleet.of(List.of(
                aged("p", old).withState(LifecycleState.PROTECTED),
                aged("s", old).withState(LifecycleState.STANDBY),
                draft("a")
                        .joinedAt(NOON.minus(old))
                        .origin(InstanceOrigin.ATTACHED)
                        .build()));

        assertThat(TWO_DAYS.plan(fleet, NOON, List.of()))
                .isEqualTo(new InstanceLifetime.Plan(List.of(), List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1, 86_399, 2_147_483_648L})
    void otherLifetimesAreRefused(long seconds) {
        assertThatThrownBy(() -> InstanceLifetime.ofSeconds(seconds))
                .hasMessageContaining("must be from 86400 to 2147483647 seconds");
    }

    @Test
    void zeroSwitchesItOff() {
        assertThat(InstanceLifetime.ofSeconds(0)).isEmpty();
        assertThat(InstanceLifetime.ofSeconds(86_400)).isPresent();
        assertThat(InstanceLifetime.ofSeconds(Integer.MAX_VALUE)).isPresent();
    }
}
