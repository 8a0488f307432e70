package io.ess4j.admission;

/** What admission does to a node, or asks of its owner. */
public enum Consequence {
    /** The operating system is installed anew: all data on the system disk is lost. */
    DATA_LOST,
    /** The node gets the new password of the request. */
    PASSWORD_REPLACED,
    /** The owner has to log on as root and run a script; nothing is installed anew. */
    SCRIPT_AS_ROOT,
    /** The node leaves the cluster that it is in. */
    LEAVES_SOURCE_CLUSTER,
    /** The group releases or stops the node when it leaves, as if the group had created it. */
    RELEASED_WHEN_IT_LEAVES
}
