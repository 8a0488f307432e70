package io.ess4j.rule;

import static io.ess4j.testing.Generators.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The warm-up states of DescribeScalingInstances (guide map C-9-32). */
class WarmupStateTest {
    private static Instance instance(LifecycleState state) {
        return Instance.builder("i-1")
                .type(InstanceType.of("ecs.c5.large", 2, 4096))
                .zone(Zone.of("h"))
                .price(Price.perHour("0.18"))
                .joinedAt(MONDAY)
                .state(state)
                .build();
    }

    @ParameterizedTest(name = "{0}, {1} s after joining, warm-up {2} s: {3}")
    @CsvSource({
        "PENDING,       0,     300, WaitingForInstanceWarmup",
        "PENDING,       9999,  300, WaitingForInstanceWarmup",
        "PENDING_WAIT,  9999,  300, WaitingForInstanceWarmup",
        "IN_SERVICE,    0,     300, WaitingForInstanceWarmup",
        "IN_SERVICE,    299,   300, WaitingForInstanceWarmup",
        "IN_SERVICE,    300,   300, InstanceWarmupFinish",
        "PROTECTED,     299,   300, WaitingForInstanceWarmup",
        "PROTECTED,     300,   300, InstanceWarmupFinish",
        "IN_SERVICE,    86399, 86400, WaitingForInstanceWarmup",
        "IN_SERVICE,    0,     0,   NoNeedWarmup",
        "PENDING,       0,     0,   NoNeedWarmup",
        "STANDBY,       0,     300, NoNeedWarmup",
        "STOPPED,       0,     300, NoNeedWarmup",
        "REMOVING,      0,     300, NoNeedWarmup",
        "REMOVING_WAIT, 0,     300, NoNeedWarmup"
    })
    void isOneOfTheThreeWords(LifecycleState state, long secondsAfter, long warmup, String word) {
        assertThat(WarmupState.of(instance(state), Duration.ofSeconds(warmup), MONDAY.plusSeconds(secondsAfter)))
                .hasToString(word);
    }

    @Test
    void refusesWarmupsOutOfRange() {
        for (long seconds : new long[] {-1, 86_401, Long.MAX_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            WarmupState.of(instance(LifecycleState.IN_SERVICE), Duration.ofSeconds(seconds), MONDAY))
                    .withMessageContaining("warmup (")
                    .withMessageContaining("must be from 0 to 86400 seconds");
        }
    }
}
