package io.ess4j.admission;

import java.util.Optional;

/**
 * Why a node may not join, or why a request is refused as a whole. Reasons of a request come first, then those of a
 * node; lists of reasons are in this order.
 */
public enum RefusalReason {
    /** The request names no node. */
    NO_NODE,
    /** The request names more nodes than one call takes. */
    TOO_MANY_NODES,
    /** The group is not active. */
    GROUP_NOT_ACTIVE,
    /** The group is busy with another activity. */
    ACTIVITY_IN_PROGRESS,
    /** With the nodes that fit, the group would hold more than its maximum. */
    ABOVE_MAX,
    /** Without the nodes that go, the group would hold less than its minimum. */
    BELOW_MIN,
    /** The source of the import is another namespace than that of the cluster, where it cannot be chosen. */
    OTHER_NAMESPACE,
    /** The cluster that nodes come from is the one that they should join. */
    SOURCE_IS_TARGET,
    /** Nobody has agreed that the data will be lost. */
    CONSENT_MISSING,
    /** A password is needed and none is given. */
    PASSWORD_MISSING,
    /** The password is too short, too long, too simple, or has a foreign character. */
    PASSWORD_NOT_ACCEPTED,
    /** The image holds another operating system than the cluster's nodes. */
    IMAGE_OF_OTHER_SYSTEM,
    /** The image holds another major version of the cluster's operating system. */
    IMAGE_OF_OTHER_VERSION,
    /** The cluster has no queue of that name. */
    UNKNOWN_QUEUE,
    /** The cluster would be left without any node of its kind. */
    LAST_NODE,

    /** The request names the node a second time. */
    NAMED_TWICE,
    /** There is no such node. */
    NOT_FOUND,
    /** The node belongs to another account. */
    OTHER_ACCOUNT,
    /** The node lies in another region. */
    OTHER_REGION,
    /** One side is in the classic network, the other in a VPC. */
    OTHER_NETWORK_TYPE,
    /** The node lies in another VPC. */
    OTHER_VPC,
    /** The node must run, and does not. */
    NOT_RUNNING,
    /** The node must be stopped, and is not. */
    NOT_STOPPED,
    /** The node is a member of a scaling group already, be it this one or another. */
    IN_A_GROUP,
    /** The node is a member of another cluster. */
    IN_ANOTHER_CLUSTER,
    /** The node is a member of this cluster already. */
    ALREADY_MEMBER,
    /** The node is not in the cluster that it should come from. */
    NOT_IN_SOURCE_CLUSTER,
    /** The node is not a member of what it should leave. */
    NOT_A_MEMBER,
    /** A subscribed node cannot be entrusted to a group. */
    SUBSCRIPTION_NOT_ENTRUSTABLE,
    /** The node runs Windows. */
    WINDOWS,
    /** The version of the node's operating system is not among those supported. */
    SYSTEM_NOT_SUPPORTED,
    /** The node was created before 2017-12-01, too early for a conversion. */
    CREATED_TOO_EARLY,
    /** A node of the classic network cannot be converted for a cluster of the classic network. */
    CLASSIC_INTO_CLASSIC,
    /** Ubuntu in the classic network can be imported by script only. */
    SCRIPT_ONLY,
    /** The node's host name is not known, so that nobody can say whether it is taken. */
    HOST_NAME_UNKNOWN,
    /** The node's host name is that of a node of the cluster, or of another node in the request. */
    HOST_NAME_TAKEN;

    /**
     * The code by which the scaling service refuses to attach or remove an instance for this reason (guide map C-16-4).
     *
     * @return such as {@code InvalidInstanceId.InUse}; empty where its documents have none, or clusters alone refuse so
     */
    public Optional<String> code() {
        return switch (this) {
            case GROUP_NOT_ACTIVE -> Optional.of("IncorrectScalingGroupStatus");
            case ACTIVITY_IN_PROGRESS -> Optional.of("ScalingActivityInProgress");
            case ABOVE_MAX -> Optional.of("IncorrectCapacity.MaxSize");
            case BELOW_MIN -> Optional.of("IncorrectCapacity.MinSize");
            case NOT_FOUND, NOT_A_MEMBER -> Optional.of("InvalidInstanceId.NotFound");
            case OTHER_REGION -> Optional.of("InvalidInstanceId.RegionMismatch");
            case OTHER_NETWORK_TYPE -> Optional.of("InvalidInstanceId.NetworkTypeMismatch");
            case OTHER_VPC -> Optional.of("InvalidInstanceId.VPCMismatch");
            case NOT_RUNNING -> Optional.of("IncorrectInstanceStatus");
            case IN_A_GROUP -> Optional.of("InvalidInstanceId.InUse");
            default -> Optional.empty();
        };
    }
}
