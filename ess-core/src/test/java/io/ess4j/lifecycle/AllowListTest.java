package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.NOON;
import static io.ess4j.lifecycle.Fixtures.after;
import static io.ess4j.lifecycle.Fixtures.oneOfEachState;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.LifecycleState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guide 3.1, ways 2 and 3. */
class AllowListTest {
    @Test
    void attachingADatabaseChangesTheAllowListOnlyWhenForced() {
        assertThat(AllowList.affected(oneOfEachState(), false)).isEmpty();
        assertThat(AllowList.affected(oneOfEachState(), true))
                .containsExactly("PENDING", "PENDING_WAIT", "IN_SERVICE", "PROTECTED", "STANDBY");
    }

    @Test
    void instancesWaitInTheHookUntilTheyAreListed() {
        List<LifecycleHook> hooks = AllowList.hooks("mongo", "{\"modifyMode\":\"Append\"}");
        InstanceTransition waiting = InstanceTransition.start(
                        "i-1",
                        StepSequence.joining(StepSequence.Way.ATTACH, Bindings.NONE, true),
                        new InstanceTransition.Hooks(
                                HookScope.ALL.applying(hooks, LifecycleTransition.SCALE_OUT), HookLimits.DEFAULT),
                        NOON)
                .next()
                .step(new TransitionEvent.StepDone(), NOON)
                .next()
                .step(new TransitionEvent.StepDone(), NOON)
                .next();

        assertThat(waiting.state()).contains(LifecycleState.PENDING_WAIT);
        assertThat(ended(waiting, true)).contains(TransitionResult.JOINED);
        assertThat(ended(waiting, false)).contains(TransitionResult.ROLLED_BACK);
        assertThat(HookScope.ALL.applying(hooks, LifecycleTransition.SCALE_IN))
                .extracting(LifecycleHook::name)
                .containsExactly("mongo-leave");
    }

    private static Optional<TransitionResult> ended(InstanceTransition waiting, boolean listed) {
        return waiting.step(new TransitionEvent.InHook(new HookEvent.ExecutionEnded("mongo-join", listed)), after(5))
                .next()
                .result();
    }
}
