package io.ess4j.admission;

/** How an existing instance comes into an application cluster. */
public enum ImportMethod {
    /** As it is. */
    DIRECT,
    /** With the operating system installed anew from the cluster's image. */
    CONVERT,
    /** By a script that the owner runs on it. */
    SCRIPT
}
