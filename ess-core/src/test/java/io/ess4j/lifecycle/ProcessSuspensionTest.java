package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.LifecycleTransition.SCALE_IN;
import static io.ess4j.lifecycle.LifecycleTransition.SCALE_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.lifecycle.ProcessSuspension.Effect;
import io.ess4j.model.ScalingProcess;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract section 23: the table of what a suspended process stops. */
class ProcessSuspensionTest {
    @ParameterizedTest(name = "{0}: {1} {2} is {3} without and {4} with a desired capacity")
    @CsvSource({
        "SCALE_OUT, BY_HAND, SCALE_OUT, REFUSED, REFUSED",
        "SCALE_OUT, BY_HAND, SCALE_IN, ALLOWED, ALLOWED",
        "SCALE_OUT, REBALANCE, SCALE_OUT, REFUSED, REFUSED",
        "SCALE_OUT, REBALANCE, SCALE_IN, REFUSED, REFUSED",
        "SCALE_OUT, MANUAL_RULE, SCALE_OUT, REFUSED, DESIRED_ONLY",
        "SCALE_OUT, MANUAL_RULE, SCALE_IN, ALLOWED, ALLOWED",
        "SCALE_OUT, SCHEDULED_RULE, SCALE_OUT, REFUSED, DESIRED_ONLY",
        "SCALE_OUT, ALARM_RULE, SCALE_OUT, REFUSED, REFUSED",
        "SCALE_OUT, ALARM_RULE, SCALE_IN, ALLOWED, ALLOWED",
        "SCALE_OUT, CAPACITY_CHECK, SCALE_OUT, REFUSED, REFUSED",
        "SCALE_OUT, CAPACITY_CHECK, SCALE_IN, ALLOWED, ALLOWED",
        "SCALE_OUT, SPOT_COMPENSATION, SCALE_OUT, REFUSED, REFUSED",
        "SCALE_OUT, HEALTH_CHECK, SCALE_IN, ALLOWED, ALLOWED",
        "SCALE_IN, BY_HAND, SCALE_IN, REFUSED, REFUSED",
        "SCALE_IN, BY_HAND, SCALE_OUT, ALLOWED, ALLOWED",
        "SCALE_IN, REBALANCE, SCALE_OUT, REFUSED, REFUSED",
        "SCALE_IN, MANUAL_RULE, SCALE_IN, REFUSED, DESIRED_ONLY",
        "SCALE_IN, SCHEDULED_RULE, SCALE_IN, REFUSED, DESIRED_ONLY",
        "SCALE_IN, ALARM_RULE, SCALE_IN, REFUSED, REFUSED",
        "SCALE_IN, CAPACITY_CHECK, SCALE_IN, REFUSED, REFUSED",
        "SCALE_IN, SPOT_COMPENSATION, SCALE_OUT, ALLOWED, ALLOWED",
        "SCALE_IN, HEALTH_CHECK, SCALE_IN, ALLOWED, ALLOWED",
        "HEALTH_CHECK, HEALTH_CHECK, SCALE_IN, REFUSED, REFUSED",
        "HEALTH_CHECK, CAPACITY_CHECK, SCALE_OUT, ALLOWED, ALLOWED",
        "ALARM_NOTIFICATION, ALARM_RULE, SCALE_OUT, REFUSED, REFUSED",
        "ALARM_NOTIFICATION, SCHEDULED_RULE, SCALE_OUT, ALLOWED, ALLOWED",
        "SCHEDULED_ACTION, SCHEDULED_RULE, SCALE_OUT, REFUSED, REFUSED",
        "SCHEDULED_ACTION, ALARM_RULE, SCALE_OUT, ALLOWED, ALLOWED",
        "SCHEDULED_ACTION, MANUAL_RULE, SCALE_OUT, ALLOWED, ALLOWED"
    })
    void stopsWhatTheTableSays(
            ScalingProcess process, TriggerKind kind, LifecycleTransition way, Effect without, Effect with) {
        ProcessSuspension suspension = ProcessSuspension.of(process);

        assertThat(suspension.verdict(kind, way, false).effect()).isEqualTo(without);
        assertThat(suspension.verdict(kind, way, true).effect()).isEqualTo(with);
        if (without != Effect.ALLOWED) {
            assertThat(suspension.verdict(kind, way, false).because()).contains(process);
        }
    }

    @Test
    void nothingSuspendedStopsNothing() {
        for (TriggerKind kind : TriggerKind.values()) {
            assertThat(ProcessSuspension.NONE.verdict(kind, SCALE_OUT, true).effect())
                    .isEqualTo(Effect.ALLOWED);
            assertThat(ProcessSuspension.NONE.verdict(kind, SCALE_IN, false).effect())
                    .isEqualTo(Effect.ALLOWED);
        }
    }

    @Test
    void processesAreSuspendedAndResumed() {
        ProcessSuspension two = ProcessSuspension.of(ScalingProcess.SCALE_OUT, ScalingProcess.SCALE_IN)
                .suspend(List.of(ScalingProcess.SCALE_IN));

        assertThat(two.suspended()).containsExactly(ScalingProcess.SCALE_IN, ScalingProcess.SCALE_OUT);
        assertThat(two.resume(List.of(ScalingProcess.SCALE_OUT, ScalingProcess.HEALTH_CHECK)))
                .isEqualTo(ProcessSuspension.of(ScalingProcess.SCALE_IN));
    }

    @Test
    void processesHaveTheDocumentedNames() {
        assertThat(ScalingProcess.values())
                .extracting(ScalingProcess::toString)
                .containsExactly("ScaleIn", "ScaleOut", "HealthCheck", "AlarmNotification", "ScheduledAction");
        for (ScalingProcess process : ScalingProcess.values()) {
            assertThat(ScalingProcess.of(process.toString())).contains(process);
        }
        assertThat(ScalingProcess.of("scalein")).isEmpty();
    }
}
