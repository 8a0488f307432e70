package io.ess4j;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused before anything was planned, with the code and the words of the service where its documents
 * have them (guide map C-16-4).
 */
public enum Rejection {
    /** An activity is running, and it or the new one tolerates no other (guide map C-13-3). */
    ACTIVITY_IN_PROGRESS(
            "an activity is in progress",
            "ScalingActivityInProgress",
            "You cannot delete a scaling group or launch a new scaling activity while there is a scaling activity in"
                    + " progress for the specified scaling group."),
    /** The trigger is an alarm, and the cooldown of the last activity is not over (guide map C-12-1). */
    COOLING_DOWN(
            "the group is cooling down", null, "You cannot launch a new scaling activity during the cooldown period."),
    /** The rule comes to the capacity that is there, once the limits are applied (guide map C-9-5). */
    NO_CHANGE(
            "the rule would not change the capacity",
            "IncorrectCapacity.NoChange",
            "To execute the specified scaling rule, the total capacity will not change."),
    /** The step rule has no step for the distance of the metric from the threshold (guide map C-9-9). */
    NO_STEP_FOUND(
            "the rule has no step for the distance of the metric from the threshold",
            "InvalidStepAdjustments.NoStepFound",
            null),
    /** A step rule was executed without a metric (guide map C-9-28). */
    METRIC_MISSING(
            "the rule needs the value of a metric",
            "MissingParameter.MetricValue",
            "Metric value must be specified for StepScalingRule."),
    /** A step rule was executed without a threshold (guide map C-9-28). */
    THRESHOLD_MISSING(
            "the rule needs the threshold that the metric is compared with",
            "MissingParameter.BreachThreshold",
            "Breach threshold must be specified for StepScalingRule."),
    /** The metric is beyond 9.999999E18 in size, or negative where it cannot be (guide map C-9-28). */
    METRIC_OUT_OF_RANGE("the metric is out of range", "MetricValueBeyondPermitRange", null),
    /** The threshold is beyond 9.999999E18 in size (guide map C-9-28). */
    THRESHOLD_OUT_OF_RANGE("the threshold is out of range", "BreachThresholdBeyondPermitRange", null),
    /** Target-tracking and predictive rules cannot be executed by hand, step rules by no task (guide map C-9-15). */
    RULE_FOLLOWS_A_METRIC(
            "a rule that follows a metric cannot be executed by hand", "ScalingRule.InvalidScalingRuleType", null),
    /** The merged minimum, desired and maximum capacity are out of order (guide 3.4). */
    LIMITS_OUT_OF_ORDER(
            "minimum, desired and maximum capacity would be out of order", "InvalidParameter.Conflict", null),
    /** A desired capacity was set in a group that is led by its limits alone (guide 3.4, guide map G3.4-7). */
    NO_DESIRED_CAPACITY("the group has no desired capacity that could be changed"),
    /** With the attached instances, capacity would exceed the maximum (guide map C-14-2). */
    ABOVE_MAXIMUM(
            "the total capacity would be greater than the maximum",
            "IncorrectCapacity.MaxSize",
            "To attach the instances, the total capacity will be greater than the MaxSize."),
    /** Without the removed instances, capacity would fall below the minimum (guide map C-14-2). */
    BELOW_MINIMUM(
            "the total capacity would be less than the minimum",
            "IncorrectCapacity.MinSize",
            "To remove the instances, the total capacity will be lesser than the MinSize."),
    /** An instance to attach is not running (guide map C-19-1). */
    NOT_RUNNING("an instance to attach is not running", "IncorrectInstanceStatus", null),
    /** An instance to attach is in the group already, and not stopped. */
    ALREADY_IN_GROUP("an instance is in the group already", "InvalidInstanceId.InUse", null),
    /** An instance is not in the group. */
    NOT_IN_GROUP("an instance is not in the group", "InvalidInstanceId.NotFound", null),
    /** An instance is in no state for what is asked, such as one to remove that is still joining. */
    WRONG_STATE("an instance is in no state for that"),
    /** An instance to remove is protected from scaling in, and its removal was not forced (guide map C-19-5). */
    PROTECTED("an instance is protected from scaling in"),
    /** The notice names no spot instance of the group. */
    NO_SPOT_INSTANCE("no spot instance of the group is named"),
    /** Only groups that balance their zones can be asked to balance them again (guide map C-20-1). */
    ZONES_NOT_BALANCED(
            "the group does not balance its zones",
            "OperationDenied",
            "This operation is denied because the specified scaling group does not support this action."),
    /** No two zones differ by more than one instance. */
    ALREADY_LEVEL(
            "the zones are level",
            "OperationDenied",
            "This operation is denied because the specified scaling group does not support this action."),
    /** Zones differ, but no instance may leave, no stock is there, or the maximum leaves no room to create. */
    NOTHING_MOVABLE("no instance can be moved to another zone"),
    /** The group does not want on-demand instances replaced, or none is beyond the mix, or no spot can be had. */
    MIX_STAYS("no on-demand instance can be replaced by a spot one"),
    /** Not one replacement can be launched and named. */
    NOTHING_REPLACEABLE("no replacement can be launched"),
    /** The group is not enabled, or is being deleted (guide map C-1-6). */
    GROUP_INACTIVE(
            "the group is not active",
            "IncorrectScalingGroupStatus",
            "The current status of the specified scaling group does not support this action."),
    /** A suspended process would have to act (guide map C-23-1). */
    PROCESS_SUSPENDED("a process of the group is suspended"),
    /** No instance in service is unhealthy. */
    ALL_HEALTHY("no instance in service is unhealthy"),
    /** The lifetime of instances is not limited, or none has stayed too long. */
    NONE_EXPIRED("no instance has stayed too long");

    private final String sentence;
    private final Optional<String> code;
    private final Optional<String> serviceMessage;

    Rejection(String sentence) {
        this(sentence, null, null);
    }

    Rejection(String sentence, @Nullable String code, @Nullable String serviceMessage) {
        this.sentence = sentence;
        this.code = Optional.ofNullable(code);
        this.serviceMessage = Optional.ofNullable(serviceMessage);
    }

    /**
     * The service's own code of the refusal.
     *
     * @return such as {@code IncorrectCapacity.NoChange}; empty where the documents have none
     */
    public Optional<String> code() {
        return code;
    }

    /**
     * What the service says, word for word.
     *
     * @return a sentence; empty where the documents have none, or one with values of the request in it
     */
    public Optional<String> serviceMessage() {
        return serviceMessage;
    }

    /** Returns the reason as part of a sentence. */
    @Override
    public String toString() {
        return sentence;
    }
}
