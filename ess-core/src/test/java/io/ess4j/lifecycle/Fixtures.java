package io.ess4j.lifecycle;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Instances and hooks of the lifecycle tests. */
final class Fixtures {
    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private Fixtures() {}

    static Instant after(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    static Instance.Builder builder(String id) {
        return Instance.builder(id)
                .type(InstanceType.of("ecs.g6.large", 2, 8192))
                .zone(Zone.of("h"))
                .price(Price.perHour("0.5"))
                .joinedAt(NOON.minus(Duration.ofHours(1)));
    }

    static Instance instance(String id, LifecycleState state) {
        return builder(id).state(state).build();
    }

    static Instance instance(String id, InstanceOrigin origin) {
        return builder(id).origin(origin).build();
    }

    /** A fleet with one instance in each state, named after it. */
    static Fleet oneOfEachState() {
        return Fleet.of(Arrays.stream(LifecycleState.values())
                .map(s -> instance(s.name(), s))
                .toList());
    }

    static LifecycleHook out(String name, int seconds) {
        return LifecycleHook.of(name, LifecycleTransition.SCALE_OUT).withTimeout(Duration.ofSeconds(seconds));
    }

    static LifecycleHook in(String name, int seconds) {
        return LifecycleHook.of(name, LifecycleTransition.SCALE_IN).withTimeout(Duration.ofSeconds(seconds));
    }
}
