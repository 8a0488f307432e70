package io.ess4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.lifecycle.StepSequence.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract section 15, the order of steps; guide 1.1 and guide 3.1, way 2. */
class StepSequenceTest {
    private static final Bindings BOUND = Bindings.of(List.of("slb"), List.of("rds"));
    private static final LifecycleStep.Stop STOP = new LifecycleStep.Stop(false, Optional.empty());

    private static String text(LifecycleStep step) {
        if (step instanceof LifecycleStep.Allow allow) {
            return "allow " + allow.database();
        }
        if (step instanceof LifecycleStep.Revoke revoke) {
            return "revoke " + revoke.database();
        }
        if (step instanceof LifecycleStep.AddBackend add) {
            return "add " + add.loadBalancer();
        }
        if (step instanceof LifecycleStep.RemoveBackend remove) {
            return "remove " + remove.loadBalancer();
        }
        if (step instanceof LifecycleStep.SetWeight weight) {
            return weight.loadBalancer() + " " + weight.from() + ">" + weight.to();
        }
        if (step instanceof LifecycleStep.Pause pause) {
            return pause.time().toSeconds() + "s";
        }
        return step instanceof LifecycleStep.Stop ? "stop" : step.toString();
    }

    private static List<String> texts(List<LifecycleStep> steps) {
        return steps.stream().map(StepSequenceTest::text).toList();
    }

    private static StepSequence leaving(Way way, boolean hooked) {
        return StepSequence.leaving(way, BOUND, hooked, STOP, false);
    }

    @Test
    void aNewInstanceIsListedBeforeItStartsAndGetsTrafficLast() {
        assertThat(texts(StepSequence.joining(Way.CREATE, BOUND, true).steps()))
                .containsExactly(
                        "CREATE",
                        "COUNT_IN",
                        "ASSIGN_ADDRESS",
                        "allow rds",
                        "START",
                        "AWAIT_HOOKS",
                        "add slb",
                        "60s",
                        "slb 0>50");
    }

    @Test
    void aStoppedInstanceStartsAndAnAttachedOneRunsAlready() {
        assertThat(texts(StepSequence.joining(Way.START, BOUND, false).steps()))
                .containsExactly("TAKE_FROM_POOL", "COUNT_IN", "allow rds", "START", "add slb", "60s", "slb 0>50");
        assertThat(texts(StepSequence.joining(Way.ATTACH, BOUND.withWeight(80), false)
                        .steps()))
                .containsExactly("ENTER_GROUP", "COUNT_IN", "allow rds", "add slb", "60s", "slb 0>80");
    }

    @Test
    void aLeavingInstanceLosesItsTrafficFirstAndIsReleasedLast() {
        assertThat(texts(leaving(Way.RELEASE, true).steps()))
                .containsExactly(
                        "slb 50>0", "60s", "remove slb", "AWAIT_HOOKS", "stop", "revoke rds", "RELEASE", "COUNT_OUT");
        assertThat(texts(leaving(Way.STOP, false).steps()))
                .containsExactly("slb 50>0", "60s", "remove slb", "stop", "revoke rds", "PUT_INTO_POOL", "COUNT_OUT");
        assertThat(texts(leaving(Way.LEAVE, false).steps()))
                .containsExactly("slb 50>0", "60s", "remove slb", "revoke rds", "COUNT_OUT", "LEAVE_GROUP");
    }

    @Test
    void severalResourcesShareOnePause() {
        Bindings two = Bindings.of(List.of("a", "b"), List.of("x", "y"));

        StepSequence sequence = StepSequence.joining(Way.ATTACH, two, false);

        assertThat(texts(sequence.steps()))
                .containsExactly(
                        "ENTER_GROUP", "COUNT_IN", "allow x", "allow y", "add a", "add b", "60s", "a 0>50", "b 0>50");
        assertThat(sequence.pauses()).isEqualTo(Duration.ofMinutes(1));
        assertThat(StepSequence.joining(Way.CREATE, Bindings.NONE, false).pauses())
                .isZero();
    }

    @Test
    void whatWasDoneIsTakenBackInReverse() {
        StepSequence join = StepSequence.joining(Way.CREATE, BOUND, false);

        assertThat(texts(join.undo(join.steps().size())))
                .containsExactly("slb 50>0", "remove slb", "stop", "revoke rds", "COUNT_OUT", "RELEASE");
        assertThat(texts(join.undo(1))).containsExactly("RELEASE");
        assertThat(join.undo(0)).isEmpty();
        assertThat(texts(StepSequence.joining(Way.START, BOUND, false).undo(1))).containsExactly("RELEASE");
        assertThat(texts(StepSequence.joining(Way.ATTACH, BOUND, false).undo(2)))
                .containsExactly("COUNT_OUT", "LEAVE_GROUP");
        assertThat(texts(leaving(Way.RELEASE, false).undo(5)))
                .containsExactly("allow rds", "START", "add slb", "slb 0>50");
        assertThatThrownBy(() -> join.undo(99)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** Every binding that joining makes, leaving ends, and the other way round. */
    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"RELEASE", "STOP", "LEAVE"})
    void leavingMirrorsJoining(Way way) {
        List<LifecycleStep> bindings = new ArrayList<>();
        for (LifecycleStep step : StepSequence.joining(Way.CREATE, BOUND, false).steps()) {
            if (step.isBinding()) {
                bindings.add(step.undo().orElseThrow());
            }
        }

        assertThat(leaving(way, false).steps())
                .filteredOn(LifecycleStep::isBinding)
                .containsExactlyInAnyOrderElementsOf(bindings);
    }

    @Test
    void impossibleWaysAndWeightsAreRefused() {
        assertThatThrownBy(() -> StepSequence.joining(Way.STOP, BOUND, false))
                .hasMessage("way (STOP) must be one of SCALE_OUT");
        assertThatThrownBy(() -> leaving(Way.CREATE, false)).hasMessage("way (CREATE) must be one of SCALE_IN");
        assertThatThrownBy(() -> BOUND.withWeight(0)).hasMessage("weight (0) must be from 1 to 100");
        assertThatThrownBy(() -> BOUND.withWeight(101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bindings.of(List.of("a", "a"), List.of()))
                .hasMessage("load balancer (a) must be given only once");
        assertThatThrownBy(() -> Bindings.of(List.of(" "), List.of()))
                .hasMessageContaining("load balancer ( ) must not hold white space");
        assertThatThrownBy(() -> new LifecycleStep.SetWeight("a", 0, 101))
                .hasMessageContaining("must be from 0 to 100");
    }
}
