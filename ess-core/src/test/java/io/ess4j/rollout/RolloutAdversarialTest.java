package io.ess4j.rollout;

import static io.ess4j.rollout.Fixtures.NOON;
import static io.ess4j.rollout.Fixtures.SCRIPT;
import static io.ess4j.rollout.Fixtures.fleet;
import static io.ess4j.rollout.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Fleet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile input: empty, huge, late, repeated; each answer is honest or a clear refusal. */
class RolloutAdversarialTest {
    private static final RefreshPolicy POLICY = RefreshPolicy.of(new RefreshTarget.Configuration("asc-new"));

    @Test
    void nobodyToUpdateIsARefusalAndNobodyToRefreshASuccess() {
        RollingUpdatePlan update =
                RollingUpdatePlan.of(RollingUpdatePolicy.of(SCRIPT, 3), UpdateSituation.atRest(Fleet.empty()));
        RefreshPlan refresh = RefreshPlan.of(POLICY, RefreshSituation.atRest(Fleet.empty(), "asc-old"));

        assertThat(update.refusals()).containsExactly(RollingUpdatePlan.Refusal.NO_INSTANCES);
        assertThat(RollingUpdatePlan.divide(List.of(), 5)).isEmpty();
        assertThat(InstanceRefresh.pending(refresh, NOON)
                        .step(new RefreshEvent.Begin(), NOON)
                        .next()
                        .status())
                .isEqualTo(RefreshStatus.SUCCESSFUL);
    }

    @Test
    void anInstanceThatIsReportedTwiceCountsOnce() {
        InstanceRefresh begun = InstanceRefresh.pending(
                        RefreshPlan.of(POLICY, RefreshSituation.atRest(fleet(10), "asc-old")), NOON)
                .step(new RefreshEvent.Begin(), NOON)
                .next();
        RefreshEvent launched = new RefreshEvent.Launched("n-1", RefreshCommand.Source.TARGET);
        InstanceRefresh once = begun.step(launched, NOON).next();

        assertThat(once.step(launched, NOON).refusal()).contains(InstanceRefresh.Refusal.UNEXPECTED_INSTANCE);
        assertThat(begun.step(new RefreshEvent.Launched("i-9", RefreshCommand.Source.TARGET), NOON)
                        .refusal())
                .contains(InstanceRefresh.Refusal.UNEXPECTED_INSTANCE);
        assertThat(begun.step(new RefreshEvent.RemoveFailed("i-9"), NOON).refusal())
                .contains(InstanceRefresh.Refusal.UNEXPECTED_INSTANCE);
    }

    @Test
    void outcomesBeforeTheBeginningAndRequestsOutOfPlaceAreRefused() {
        InstanceRefresh pending =
                InstanceRefresh.pending(RefreshPlan.of(POLICY, RefreshSituation.atRest(fleet(3), "asc-old")), NOON);

        assertThat(pending.step(new RefreshEvent.LaunchFailed(RefreshCommand.Source.TARGET), NOON)
                        .refusal())
                .contains(InstanceRefresh.Refusal.UNEXPECTED_INSTANCE);
        assertThat(pending.step(new RefreshEvent.RollBack(), NOON).refusal())
                .contains(InstanceRefresh.Refusal.WRONG_STATUS);
        assertThat(pending.step(new RefreshEvent.TimePassed(), NOON.plusSeconds(99_999_999))
                        .next()
                        .status())
                .isEqualTo(RefreshStatus.PENDING);
        assertThat(pending.deadline()).isEmpty();
    }

    @Test
    void aLateBeginningStillHasItsWeek() {
        Instant late = NOON.plusSeconds(99_999_999);
        InstanceRefresh begun = InstanceRefresh.pending(
                        RefreshPlan.of(POLICY, RefreshSituation.atRest(fleet(3), "asc-old")), NOON)
                .step(new RefreshEvent.Begin(), late)
                .next();

        assertThat(begun.deadline()).contains(late.plus(InstanceRefresh.LONGEST));
    }

    @Test
    void tenThousandInstancesInOneBatchAndInTenThousand() {
        RollingUpdate.Step one = RollingUpdate.start(
                RollingUpdatePlan.of(RollingUpdatePolicy.of(SCRIPT, 1), UpdateSituation.atRest(fleet(10_000))));
        List<List<String>> many = RollingUpdatePlan.divide(ids(1, 10_000), Integer.MAX_VALUE);

        assertThat(one.commands()).hasSize(10_002);
        assertThat(many).hasSize(10_000);
    }

    @Test
    void listsAreCopied() {
        List<Integer> percentages = new ArrayList<>(List.of(50, 100));
        Checkpoints checkpoints = new Checkpoints(percentages, Checkpoints.DEFAULT_PAUSE);
        percentages.clear();

        assertThat(checkpoints.percentages()).containsExactly(50, 100);
        assertThatThrownBy(() -> checkpoints.percentages().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void parametersThatAreNoParametersAreRefused() {
        Map<String, Object> odd = new HashMap<>();
        odd.put("batchNumber", 2L);
        odd.put("enterProcess", Arrays.asList("ScaleIn", null));
        odd.put("scalingGroupId", List.of());

        assertThatThrownBy(() -> TemplateCall.read("ACS-ESS-RollingUpdateByRunCommandInScalingGroup", odd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "batchNumber (2) must be a whole number >= 1",
                        "enterProcess (null) must be one of",
                        "scalingGroupId ([]) must be a text");
        assertThatThrownBy(() -> new Rollback(Optional.empty(), 0, PauseOption.AUTOMATIC))
                .hasMessageContaining("batches (0)");
    }

    static Stream<Arguments> namesLeftEmpty() {
        return Stream.of(
                refused("id", () -> new RefreshTarget.Configuration("")),
                refused("id", () -> new RefreshTarget.Image("")),
                refused("id", () -> new RefreshTarget.Template("", "1")),
                refused("version", () -> new RefreshTarget.Template("lt-1", "")),
                refused("instance", () -> new RefreshEvent.Launched("", RefreshCommand.Source.TARGET)),
                refused("image", () -> new UpdateAction.Image("", Optional.empty(), "asc-1")),
                refused("rollbackImage", () -> new UpdateAction.Image("m-1", Optional.of(""), "asc-1")),
                refused("configuration", () -> new UpdateAction.Image("m-1", Optional.empty(), "")),
                refused("name of the package", () -> new UpdateAction.SoftwarePackage("", "1", true)),
                refused("version of the package", () -> new UpdateAction.SoftwarePackage("nginx", "", true)),
                refused(
                        "scalingGroup",
                        () -> new TemplateCall("", RollingUpdatePolicy.of(SCRIPT, 1), Optional.empty())),
                refused(
                        "role",
                        () -> new RollingUpdatePolicy(SCRIPT, 1, PauseOption.AUTOMATIC, List.of(), List.of(), 0, "")));
    }

    private static Arguments refused(String name, ThrowingCallable call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("namesLeftEmpty")
    void namesMustNotBeEmpty(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(name + " must not be empty");
    }

    @Test
    void checkpointsAreSharesAndPausesHaveTheirRange() {
        assertThat(new Checkpoints(List.of(1, 100), Duration.ofMinutes(1)).percentages())
                .containsExactly(1, 100);
        assertThat(new Checkpoints(List.of(100), Duration.ofDays(2)).pause()).isEqualTo(Duration.ofDays(2));
        assertThatThrownBy(() -> new Checkpoints(List.of(50, 100, 101), Duration.ofSeconds(59)))
                .hasMessage("""
                        percentages (101) must be from 1 to 100
                        percentages [50, 100, 101] must end with 100
                        pause (PT59S) must be from 1 to 2880 minutes""");
        assertThatThrownBy(
                        () -> new Checkpoints(List.of(100), Duration.ofDays(2).plusNanos(1)))
                .hasMessageContaining("must be from 1 to 2880 minutes");
    }
}
