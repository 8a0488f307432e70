package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.NOON;
import static io.ess4j.lifecycle.Fixtures.after;
import static io.ess4j.lifecycle.Fixtures.in;
import static io.ess4j.lifecycle.Fixtures.out;
import static io.ess4j.lifecycle.HookResult.ABANDON;
import static io.ess4j.lifecycle.HookResult.CONTINUE;
import static io.ess4j.lifecycle.HookResult.ROLLBACK;
import static io.ess4j.lifecycle.LifecycleTransition.SCALE_IN;
import static io.ess4j.lifecycle.LifecycleTransition.SCALE_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract section 17. */
class LifecycleHookTest {
    private static LifecycleWait begin(LifecycleTransition transition, LifecycleHook... hooks) {
        return LifecycleWait.begin(transition, List.of(hooks), HookLimits.DEFAULT, NOON);
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        LifecycleHook hook = LifecycleHook.of("warm-up", SCALE_OUT);

        assertThat(hook.timeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(hook.defaultResult()).isEqualTo(CONTINUE);
        assertThat(HookLimits.DEFAULT).isEqualTo(new HookLimits(10, 4096, 20, Duration.ofHours(6)));
        assertThatThrownBy(() -> new HookLimits(10, 4096, 20, Duration.ofHours(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("longestWait (PT5H) must be >= PT6H");
        assertThatThrownBy(() -> new HookLimits(-1, 0, 0, Duration.ofHours(6)))
                .hasMessage("mostHooks (-1) must be >= 0");
        assertThatThrownBy(() -> new HookLimits(0, -1, 0, Duration.ofHours(6)))
                .hasMessage("mostMetadata (-1) must be >= 0");
        assertThatThrownBy(() -> new HookLimits(0, 0, -1, Duration.ofHours(6)))
                .hasMessage("mostHeartbeats (-1) must be >= 0");
        assertThat(new HookLimits(0, 0, 0, Duration.ofHours(6)).mostHooks()).isZero();
        assertThat(LifecycleHook.of("ab", SCALE_OUT).name()).isEqualTo("ab");
        assertThat(LifecycleHook.of("a".repeat(64), SCALE_OUT).name()).hasSize(64);
        assertThat(Bindings.NONE.withWeight(1).withWeight(100).weight()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {30, 600, 21_600})
    void timeoutsFrom30To21600SecondsAreAccepted(long seconds) {
        Duration timeout = Duration.ofSeconds(seconds);

        assertThat(out("h1", 60).withTimeout(timeout).timeout()).isEqualTo(timeout);
        assertThat(new HookEvent.Heartbeat("h1", timeout).timeout()).isEqualTo(timeout);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 29, 21_601, Long.MAX_VALUE})
    void otherTimeoutsAreRefused(long seconds) {
        Duration timeout = Duration.ofSeconds(seconds);

        assertThatThrownBy(() -> out("h1", 60).withTimeout(timeout))
                .hasMessageContaining("must be from 30 to 21600 seconds");
        assertThatThrownBy(() -> new HookEvent.Heartbeat("h1", timeout))
                .hasMessage("timeout (" + timeout + ") must be from 30 to 21600 seconds");
    }

    @ParameterizedTest
    @CsvSource({
        "SCALE_OUT, CONTINUE, JOINS",
        "SCALE_OUT, ABANDON, ROLLED_BACK",
        "SCALE_OUT, ROLLBACK, ROLLED_BACK",
        "SCALE_IN, CONTINUE, LEAVES",
        "SCALE_IN, ABANDON, LEAVES",
        "SCALE_IN, ROLLBACK, RETURNS"
    })
    void theAnswerDecides(LifecycleTransition transition, HookResult answer, HookOutcome expected) {
        LifecycleWait wait = begin(transition, LifecycleHook.of("h1", transition));

        LifecycleWait.Step step = wait.step(HookEvent.answered("h1", answer), after(5));

        assertThat(wait.outcome()).isEmpty();
        assertThat(step.refusal()).isEmpty();
        assertThat(step.next().outcome()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"CONTINUE, JOINS", "ABANDON, ROLLED_BACK"})
    void withoutAnswerTheDefaultResultDecidesAtTheDeadline(HookResult byDefault, HookOutcome expected) {
        LifecycleWait wait = begin(SCALE_OUT, out("h1", 60).withDefaultResult(byDefault));

        LifecycleWait early = wait.step(new HookEvent.TimePassed(), after(59)).next();
        LifecycleWait due = early.step(new HookEvent.TimePassed(), after(60)).next();

        assertThat(wait.nextDeadline()).contains(after(60));
        assertThat(early.isOver()).isFalse();
        assertThat(due.outcome()).contains(expected);
    }

    @Test
    void anAnswerWithoutResultIsTheDefaultOneAndSoIsDeletingTheHook() {
        LifecycleWait wait = begin(SCALE_OUT, out("h1", 60).withDefaultResult(ABANDON));

        assertThat(wait.step(new HookEvent.Answered("h1", Optional.empty()), NOON)
                        .next()
                        .outcome())
                .contains(HookOutcome.ROLLED_BACK);
        assertThat(wait.step(new HookEvent.Deleted("h1"), NOON).next().outcome())
                .contains(HookOutcome.ROLLED_BACK);
    }

    @Test
    void anAnswerAtTheDeadlineComesTooLate() {
        LifecycleWait.Step step = begin(SCALE_OUT, out("h1", 60)).step(HookEvent.answered("h1", ABANDON), after(60));

        assertThat(step.refusal()).contains(EventRefusal.NOT_WAITING_IN_HOOK);
        assertThat(step.next().outcome()).contains(HookOutcome.JOINS);
    }

    @Test
    void aHeartbeatMovesTheDeadlineToNowPlusTimeout() {
        LifecycleWait wait = begin(SCALE_OUT, out("h1", 60));

        LifecycleWait longer = wait.step(new HookEvent.Heartbeat("h1", Duration.ofSeconds(90)), after(50))
                .next();
        LifecycleWait sooner = longer.step(new HookEvent.Heartbeat("h1", Duration.ofSeconds(30)), after(51))
                .next();

        assertThat(longer.nextDeadline()).contains(after(140));
        assertThat(sooner.nextDeadline()).contains(after(81));
        assertThat(wait.step(HookEvent.heartbeat("h1"), after(10)).next().nextDeadline())
                .contains(after(610));
    }

    @Test
    void aWaitIsExtendedAtMostTwentyTimes() {
        LifecycleWait wait = begin(SCALE_OUT, out("h1", 60));
        for (int i = 1; i <= 20; i++) {
            LifecycleWait.Step step = wait.step(new HookEvent.Heartbeat("h1", Duration.ofMinutes(1)), after(i));
            assertThat(step.refusal()).isEmpty();
            wait = step.next();
        }

        LifecycleWait.Step more = wait.step(new HookEvent.Heartbeat("h1", Duration.ofMinutes(1)), after(21));

        assertThat(more.refusal()).contains(EventRefusal.TOO_MANY_HEARTBEATS);
        assertThat(more.next().nextDeadline()).contains(after(80));
    }

    @Test
    void aWaitLastsAtMostSixHours() {
        LifecycleWait wait = begin(SCALE_OUT, out("h1", 600));
        Duration sixHours = Duration.ofHours(6);

        assertThat(wait.step(new HookEvent.Heartbeat("h1", sixHours), NOON).refusal())
                .isEmpty();
        assertThat(wait.step(new HookEvent.Heartbeat("h1", sixHours), after(1)).refusal())
                .contains(EventRefusal.WAIT_TOO_LONG);
    }

    /** Ruling C41: scaling out, an earlier ABANDON does not end the others, and a later CONTINUE wins. */
    @Test
    void scalingOutTheHookThatEndsLastDecides() {
        LifecycleWait wait = begin(SCALE_OUT, out("h1", 60), out("h2", 120), out("h3", 90))
                .step(HookEvent.answered("h2", ABANDON), after(5))
                .next();
        LifecycleWait one = wait.step(new HookEvent.TimePassed(), after(60)).next();

        assertThat(wait.isOver()).isFalse();
        assertThat(one.isOver()).isFalse();
        assertThat(one.step(HookEvent.answered("h3", CONTINUE), after(61))
                        .next()
                        .outcome())
                .contains(HookOutcome.JOINS);
        assertThat(one.step(HookEvent.answered("h3", ABANDON), after(61)).next().outcome())
                .contains(HookOutcome.ROLLED_BACK);
    }

    @ParameterizedTest
    @CsvSource({"ABANDON, LEAVES", "ROLLBACK, RETURNS"})
    void scalingInTheFirstOtherThanContinueEndsAll(HookResult answer, HookOutcome expected) {
        LifecycleWait wait = begin(SCALE_IN, in("h1", 60), in("h2", 120), in("h3", 90))
                .step(HookEvent.answered("h2", CONTINUE), after(5))
                .next();

        LifecycleWait over =
                wait.step(HookEvent.answered("h1", answer), after(6)).next();

        assertThat(wait.isOver()).isFalse();
        assertThat(over.outcome()).contains(expected);
        assertThat(over.step(HookEvent.answered("h3", CONTINUE), after(7)).refusal())
                .contains(EventRefusal.NOT_WAITING_IN_HOOK);
    }

    @Test
    void deadlinesThatPassedTogetherEndInTheOrderOfTheirTimes() {
        LifecycleHook early = in("early", 60).withDefaultResult(ABANDON);
        LifecycleHook late = in("late", 90);

        assertThat(begin(SCALE_OUT, out("late", 90), out("early", 60).withDefaultResult(ABANDON))
                        .step(new HookEvent.TimePassed(), after(600))
                        .next()
                        .last())
                .contains(CONTINUE);
        assertThat(begin(SCALE_IN, late, early)
                        .step(new HookEvent.TimePassed(), after(600))
                        .next()
                        .last())
                .contains(ABANDON);
    }

    @ParameterizedTest
    @CsvSource({
        "SCALE_OUT, true, JOINS",
        "SCALE_OUT, false, ROLLED_BACK",
        "SCALE_IN, true, LEAVES",
        "SCALE_IN, false, LEAVES"
    })
    void theExecutionOfATemplateDecides(LifecycleTransition transition, boolean succeeded, HookOutcome expected) {
        LifecycleHook hook =
                LifecycleHook.of("db", transition).notifying(HookNotification.TEMPLATE, "{\"modifyMode\":\"Append\"}");

        assertThat(begin(transition, hook)
                        .step(new HookEvent.ExecutionEnded("db", succeeded), after(1))
                        .next()
                        .outcome())
                .contains(expected);
    }

    @Test
    void aTemplateThatHasNotEndedByTheDeadlineHasFailedWhateverTheDefault() {
        LifecycleHook hook = out("db", 60).notifying(HookNotification.TEMPLATE, "");

        assertThat(begin(SCALE_OUT, hook)
                        .step(new HookEvent.TimePassed(), after(60))
                        .next()
                        .outcome())
                .contains(HookOutcome.ROLLED_BACK);
        assertThat(begin(SCALE_OUT, out("h1", 60))
                        .step(new HookEvent.ExecutionEnded("h1", true), NOON)
                        .refusal())
                .contains(EventRefusal.HOOK_HAS_NO_TEMPLATE);
    }

    @Test
    void activitiesChooseTheirHooks() {
        List<LifecycleHook> hooks = List.of(out("h1", 60), in("h2", 60), out("h3", 60));

        assertThat(HookScope.ALL.applying(hooks, SCALE_OUT))
                .extracting(LifecycleHook::name)
                .containsExactly("h1", "h3");
        assertThat(HookScope.ignoring("h3", "none").applying(hooks, SCALE_OUT))
                .extracting(LifecycleHook::name)
                .containsExactly("h1");
        assertThat(HookScope.ALL.applying(hooks, SCALE_IN))
                .extracting(LifecycleHook::name)
                .containsExactly("h2");
        assertThat(HookScope.NONE.applying(hooks, SCALE_IN)).isEmpty();
        assertThat(begin(SCALE_IN).outcome()).contains(HookOutcome.LEAVES);
    }

    @Test
    void limitsAreValues() {
        HookLimits limits = new HookLimits(2, 3, 20, Duration.ofHours(6));
        LifecycleHook talks = out("talks", 60).notifying(HookNotification.TOPIC, "four");
        List<LifecycleHook> eleven =
                IntStream.range(0, 11).mapToObj(i -> out("h" + i, 60)).toList();

        assertThat(limits.check(List.of(talks, in("talks", 60), in("h3", 60))))
                .extracting(f -> f.hook().name() + " " + f.problem())
                .containsExactly("talks METADATA_TOO_LONG", "talks NAME_REPEATS", "h3 TOO_MANY_HOOKS");
        assertThat(HookLimits.DEFAULT.check(eleven))
                .containsExactly(new HookLimits.Finding(eleven.get(10), HookLimits.Problem.TOO_MANY_HOOKS));
        assertThat(HookLimits.DEFAULT.check(List.of(out("h1", 60).notifying(HookNotification.QUEUE, "x".repeat(4096)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-ab", "a b", "a\nb", "_ab", "x/y"})
    void namesAreLetters(String name) {
        assertThatThrownBy(() -> LifecycleHook.of(name, SCALE_OUT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have 2 to 64 letters");
    }

    @Test
    void wrongHooksAreRefused() {
        assertThat(LifecycleHook.of("挂钩.1", SCALE_OUT).name()).isEqualTo("挂钩.1");
        assertThatThrownBy(() -> LifecycleHook.of("x".repeat(65), SCALE_OUT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> out("h1", 60).withDefaultResult(ROLLBACK)).hasMessageContaining("CONTINUE or ABANDON");
        assertThatThrownBy(() -> out("h1", 60).notifying(HookNotification.NONE, "hello"))
                .hasMessageContaining("must be empty when nobody is notified");
        assertThatThrownBy(() -> begin(SCALE_OUT, in("h1", 60)))
                .hasMessage("transition of hook h1 (SCALE_IN) must be SCALE_OUT");
        assertThatThrownBy(() -> begin(SCALE_OUT, out("h1", 60), out("h1", 90)))
                .hasMessage("hook (h1) must be given only once");
        assertThatThrownBy(() -> begin(SCALE_OUT, out("h1", 60)).step(new HookEvent.TimePassed(), after(-1)))
                .hasMessageContaining("must not be before the last step");
    }
}
