package io.ess4j.access;

/** What a statement does to the requests that it matches. */
public enum Effect {
    /** It allows them, unless another statement denies them. */
    ALLOW,
    /** It denies them, whatever other statements say. */
    DENY
}
