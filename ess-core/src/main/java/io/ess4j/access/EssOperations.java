package io.ess4j.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The operations of the scaling service, and which of them cannot be judged by tag or resource. */
final class EssOperations {
    private static final String PREFIX = "ess:";

    /** All operations known from the service's documentation, the newest included. */
    static final List<String> ALL = List.of(
            "ApplyEciScalingConfiguration",
            "ApplyScalingGroup",
            "AttachAlbServerGroups",
            "AttachDBInstances",
            "AttachInstances",
            "AttachLoadBalancers",
            "AttachServerGroups",
            "AttachVServerGroups",
            "CancelInstanceRefresh",
            "ChangeResourceGroup",
            "CompleteLifecycleAction",
            "CreateAlarm",
            "CreateEciScalingConfiguration",
            "CreateLifecycleHook",
            "CreateNotificationConfiguration",
            "CreateScalingConfiguration",
            "CreateScalingGroup",
            "CreateScalingRule",
            "CreateScheduledTask",
            "DeleteAlarm",
            "DeleteEciScalingConfiguration",
            "DeleteLifecycleHook",
            "DeleteNotificationConfiguration",
            "DeleteScalingConfiguration",
            "DeleteScalingGroup",
            "DeleteScalingRule",
            "DeleteScheduledTask",
            "DescribeAlarms",
            "DescribeAlertConfiguration",
            "DescribeEciScalingConfigurations",
            "DescribeElasticStrength",
            "DescribeInstanceRefreshes",
            "DescribeLifecycleActions",
            "DescribeLifecycleHooks",
            "DescribeLimitation",
            "DescribeNotificationConfigurations",
            "DescribeNotificationTypes",
            "DescribePatternTypes",
            "DescribeRegions",
            "DescribeScalingActivities",
            "DescribeScalingActivityDetail",
            "DescribeScalingConfigurations",
            "DescribeScalingGroups",
            "DescribeScalingInstances",
            "DescribeScalingRules",
            "DescribeScheduledTasks",
            "DetachAlbServerGroups",
            "DetachDBInstances",
            "DetachInstances",
            "DetachLoadBalancers",
            "DetachServerGroups",
            "DetachVServerGroups",
            "DisableAlarm",
            "DisableScalingGroup",
            "EnableAlarm",
            "EnableScalingGroup",
            "EnterStandby",
            "ExecuteScalingRule",
            "ExitStandby",
            "ListTagKeys",
            "ListTagResources",
            "ListTagValues",
            "ModifyAlarm",
            "ModifyAlertConfiguration",
            "ModifyEciScalingConfiguration",
            "ModifyLifecycleHook",
            "ModifyNotificationConfiguration",
            "ModifyScalingConfiguration",
            "ModifyScalingGroup",
            "ModifyScalingRule",
            "ModifyScheduledTask",
            "RebalanceInstances",
            "RecordLifecycleActionHeartbeat",
            "RemoveInstances",
            "ResumeInstanceRefresh",
            "ResumeProcesses",
            "RollbackInstanceRefresh",
            "ScaleWithAdjustment",
            "SetGroupDeletionProtection",
            "SetInstanceHealth",
            "SetInstancesProtection",
            "StartInstanceRefresh",
            "SuspendInstanceRefresh",
            "SuspendProcesses",
            "TagResources",
            "UntagResources",
            "VerifyAuthentication",
            "VerifyUser");

    private static final List<String> MAY_BE_UNBOUND = List.of(
            "CreateScheduledTask",
            "ModifyScheduledTask",
            "DescribeScheduledTasks",
            "DeleteScheduledTask",
            "CreateAlarm",
            "DescribeAlarms",
            "ModifyAlarm",
            "EnableAlarm",
            "DeleteAlarm");

    private EssOperations() {}

    /** Whether the call never names a group. */
    static boolean isUnbound(String action) {
        return action.equalsIgnoreCase(PREFIX + "DescribeRegions");
    }

    /** Whether the call need not name a group, and then cannot be judged. */
    static boolean mayBeUnbound(String action) {
        return MAY_BE_UNBOUND.stream().anyMatch(o -> action.equalsIgnoreCase(PREFIX + o));
    }

    /** Every operation that needs a statement on everything, with the service's prefix. */
    static List<String> unbound() {
        List<String> all = new ArrayList<>(List.of(PREFIX + "DescribeRegions"));
        MAY_BE_UNBOUND.forEach(o -> all.add(PREFIX + o));
        return all;
    }

    /** The operations that a statement is about, with the service's prefix. */
    static List<String> of(Statement statement) {
        return ALL.stream().map(o -> PREFIX + o).filter(statement::concerns).toList();
    }

    static boolean isOfService(String action) {
        return action.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }
}
