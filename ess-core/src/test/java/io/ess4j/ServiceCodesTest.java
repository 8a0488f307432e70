package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.admission.RefusalReason;
import io.ess4j.event.GroupNotifications;
import io.ess4j.launch.LaunchProblem;
import io.ess4j.lifecycle.EventRefusal;
import io.ess4j.lifecycle.GroupLifecycle;
import io.ess4j.lifecycle.HookLimits;
import io.ess4j.rule.StepProblem;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service's own names of refusals, as the error tables of its interface have them, operation by operation. */
class ServiceCodesTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "ExecuteScalingRule,  ACTIVITY_IN_PROGRESS,   ScalingActivityInProgress",
        "ExecuteScalingRule,  NO_CHANGE,              IncorrectCapacity.NoChange",
        "ExecuteScalingRule,  NO_STEP_FOUND,          InvalidStepAdjustments.NoStepFound",
        "ExecuteScalingRule,  METRIC_MISSING,         MissingParameter.MetricValue",
        "ExecuteScalingRule,  THRESHOLD_MISSING,      MissingParameter.BreachThreshold",
        "ExecuteScalingRule,  METRIC_OUT_OF_RANGE,    MetricValueBeyondPermitRange",
        "ExecuteScalingRule,  THRESHOLD_OUT_OF_RANGE, BreachThresholdBeyondPermitRange",
        "ExecuteScalingRule,  RULE_FOLLOWS_A_METRIC,  ScalingRule.InvalidScalingRuleType",
        "ExecuteScalingRule,  GROUP_INACTIVE,         IncorrectScalingGroupStatus",
        "ModifyScalingGroup,  LIMITS_OUT_OF_ORDER,    InvalidParameter.Conflict",
        "AttachInstances,     ABOVE_MAXIMUM,          IncorrectCapacity.MaxSize",
        "AttachInstances,     NOT_RUNNING,            IncorrectInstanceStatus",
        "AttachInstances,     ALREADY_IN_GROUP,       InvalidInstanceId.InUse",
        "RemoveInstances,     BELOW_MINIMUM,          IncorrectCapacity.MinSize",
        "RemoveInstances,     NOT_IN_GROUP,           InvalidInstanceId.NotFound",
        "RebalanceInstances,  ZONES_NOT_BALANCED,     OperationDenied",
        "RebalanceInstances,  ALREADY_LEVEL,          OperationDenied"
    })
    void decisionsAreRefusedByTheirCode(String operation, Rejection rejection, String code) {
        assertThat(rejection.code()).as(operation).contains(code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "ACTIVITY_IN_PROGRESS; You cannot delete a scaling group or launch a new scaling activity while there is a scaling activity in progress for the specified scaling group.",
                "COOLING_DOWN; You cannot launch a new scaling activity during the cooldown period.",
                "NO_CHANGE; To execute the specified scaling rule, the total capacity will not change.",
                "GROUP_INACTIVE; The current status of the specified scaling group does not support this action.",
                "ABOVE_MAXIMUM; To attach the instances, the total capacity will be greater than the MaxSize.",
                "BELOW_MINIMUM; To remove the instances, the total capacity will be lesser than the MinSize.",
                "METRIC_MISSING; Metric value must be specified for StepScalingRule.",
                "THRESHOLD_MISSING; Breach threshold must be specified for StepScalingRule.",
                "ALREADY_LEVEL; This operation is denied because the specified scaling group does not support this action."
            })
    void decisionsAreRefusedInTheWordsOfTheService(Rejection rejection, String message) {
        assertThat(rejection.serviceMessage()).contains(message);
    }

    /** A code without a row above, or a row without its code, is a mistake: the numbers are counted. */
    @Test
    void noOtherDecisionHasACode() {
        assertThat(Rejection.values()).filteredOn(r -> r.code().isPresent()).hasSize(17);
        assertThat(Rejection.values())
                .filteredOn(r -> r.serviceMessage().isPresent())
                .hasSize(10)
                .contains(Rejection.ZONES_NOT_BALANCED);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "AttachInstances, GROUP_NOT_ACTIVE,     IncorrectScalingGroupStatus",
        "AttachInstances, ACTIVITY_IN_PROGRESS, ScalingActivityInProgress",
        "AttachInstances, ABOVE_MAX,            IncorrectCapacity.MaxSize",
        "AttachInstances, NOT_FOUND,            InvalidInstanceId.NotFound",
        "AttachInstances, OTHER_REGION,         InvalidInstanceId.RegionMismatch",
        "AttachInstances, OTHER_NETWORK_TYPE,   InvalidInstanceId.NetworkTypeMismatch",
        "AttachInstances, OTHER_VPC,            InvalidInstanceId.VPCMismatch",
        "AttachInstances, NOT_RUNNING,          IncorrectInstanceStatus",
        "AttachInstances, IN_A_GROUP,           InvalidInstanceId.InUse",
        "DetachInstances, BELOW_MIN,            IncorrectCapacity.MinSize",
        "DetachInstances, NOT_A_MEMBER,         InvalidInstanceId.NotFound"
    })
    void nodesAreRefusedByTheirCode(String operation, RefusalReason reason, String code) {
        assertThat(reason.code()).as(operation).contains(code);
        assertThat(count(RefusalReason.values(), RefusalReason::code)).isEqualTo(11);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "CompleteLifecycleAction,        NOT_WAITING_IN_HOOK, LifecycleHookIdAndLifecycleActionToken.Invalid",
        "RecordLifecycleActionHeartbeat, TOO_MANY_HEARTBEATS, LifecycleAction.RecordTimesExceeded",
        "RecordLifecycleActionHeartbeat, WAIT_TOO_LONG,       LifecycleAction.TimeExceeded"
    })
    void answersToHooksAreRefusedByTheirCode(String operation, EventRefusal refusal, String code) {
        assertThat(refusal.code()).as(operation).contains(code);
        assertThat(count(EventRefusal.values(), EventRefusal::code)).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "EnableScalingGroup, WRONG_STATUS,            IncorrectScalingGroupStatus",
        "EnableScalingGroup, NO_CONFIGURATION_SOURCE, MissingActiveScalingConfiguration",
        "DeleteScalingGroup, INSTANCES_IN_USE,        InstanceInUse",
        "DeleteScalingGroup, ACTIVITY_IN_PROGRESS,    ScalingActivityInProgress"
    })
    void stepsOfAGroupAreRefusedByTheirCode(String operation, GroupLifecycle.Refusal refusal, String code) {
        assertThat(refusal.code()).as(operation).contains(code);
        assertThat(count(GroupLifecycle.Refusal.values(), GroupLifecycle.Refusal::code))
                .isEqualTo(4);
    }

    @Test
    void hooksNotificationsAndConfigurationsAreRefusedByTheirCodes() {
        assertThat(HookLimits.Problem.values())
                .extracting(p -> p.code().orElse("-"))
                .containsExactly("QuotaExceeded.LifecycleHook", "InvalidLifecycleHookName.Duplicate", "-");
        assertThat(GroupNotifications.Problem.values())
                .extracting(p -> p.code().orElse("-"))
                .containsExactly(
                        "NotificationConfigurationQuotaExceed.ForScalingGroup",
                        "NotificationConfigurationExist",
                        "-",
                        "-");
        assertThat(LaunchProblem.KEY_PAIR_ON_WINDOWS.code()).contains("InvalidParameter");
        assertThat(LaunchProblem.ROLE_NEEDS_VPC.code()).contains("InvalidNetworkType.ForRAMRole");
        assertThat(LaunchProblem.USER_DATA_TOO_LARGE.code()).contains("InvalidUserData.SizeExceeded");
        assertThat(LaunchProblem.TOO_MANY_TAGS.code()).contains("InvalidTags.ListSize");
        assertThat(count(LaunchProblem.values(), LaunchProblem::code)).isEqualTo(4);
    }

    /** CreateScalingRule, every code about steps. */
    @Test
    void stepsAreRefusedByTheirCodes() {
        assertThat(StepProblem.values())
                .extracting(p -> p.code().orElse("-"))
                .containsExactly(
                        "-",
                        "InvalidStepAdjustments.MaxNum",
                        "StepBeyondPermitRange",
                        "InvalidStepAdjustments.BothNull",
                        "InvalidStepAdjustments.MultipleNullLowerBound",
                        "InvalidStepAdjustments.MultipleNullUpperBound",
                        "InvalidStepAdjustments.LowerGtUpper",
                        "InvalidStepAdjustments.Overlap",
                        "InvalidStepAdjustments.Gap",
                        "InvalidStepAdjustments.NoNullLowerBound",
                        "InvalidStepAdjustments.NoNullUpperBound");
    }

    private static <T> long count(T[] values, Function<T, Optional<String>> code) {
        return Arrays.stream(values).filter(v -> code.apply(v).isPresent()).count();
    }
}
