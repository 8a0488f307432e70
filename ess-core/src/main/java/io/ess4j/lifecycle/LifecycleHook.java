package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A pause in the way of instances that join or leave, so that something can be done to them first: a name such as
 * {@code backup}, the direction it applies to, and what happens when nobody answers (guide map C-17-1).
 *
 * @param name unique within the group: 2 to 64 letters, digits, {@code . _ -}, beginning with a letter or digit
 * @param transition which instances wait in it
 * @param timeout how long an instance waits if nobody answers: 30 to 21600 seconds
 * @param defaultResult what then happens: CONTINUE or ABANDON
 * @param notification who is told
 * @param metadata what is said to them; empty if nobody is told
 */
public record LifecycleHook(
        String name,
        LifecycleTransition transition,
        Duration timeout,
        HookResult defaultResult,
        HookNotification notification,
        String metadata) {
    /** The shortest timeout of a hook and of a heartbeat. */
    public static final Duration SHORTEST = Duration.ofSeconds(30);

    /** The longest timeout of a hook and of a heartbeat: six hours. */
    public static final Duration LONGEST = Duration.ofHours(6);

    /** The timeout that holds when none is given: ten minutes. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

    public LifecycleHook {
        LifecycleChecks.hookName(name);
        requireNonNull(transition, "transition");
        LifecycleChecks.between("timeout of hook " + name, timeout, SHORTEST, LONGEST);
        requireNonNull(notification, "notification");
        requireNonNull(metadata, "metadata");
        if (requireNonNull(defaultResult, "defaultResult") == HookResult.ROLLBACK) {
            throw new IllegalArgumentException("defaultResult of hook " + name + " (ROLLBACK) must be CONTINUE or"
                    + " ABANDON\nMaybe answer the hook with ROLLBACK instead");
        }
        if (notification == HookNotification.NONE && !metadata.isEmpty()) {
            throw new IllegalArgumentException(
                    "metadata of hook " + name + " (" + metadata + ") must be empty when nobody is notified");
        }
    }

    /**
     * A hook that waits ten minutes, then continues, and tells nobody.
     *
     * @param name a name, unique within the group
     * @param transition which instances wait in it
     * @return the hook
     * @throws IllegalArgumentException if the name is none
     */
    public static LifecycleHook of(String name, LifecycleTransition transition) {
        return new LifecycleHook(name, transition, DEFAULT_TIMEOUT, HookResult.CONTINUE, HookNotification.NONE, "");
    }

    /**
     * This hook with another timeout.
     *
     * @param value 30 to 21600 seconds
     * @return a changed copy
     * @throws IllegalArgumentException if the time is out of range
     */
    public LifecycleHook withTimeout(Duration value) {
        return new LifecycleHook(name, transition, value, defaultResult, notification, metadata);
    }

    /**
     * This hook with another result when nobody answers.
     *
     * @param value CONTINUE or ABANDON
     * @return a changed copy
     * @throws IllegalArgumentException if it is ROLLBACK
     */
    public LifecycleHook withDefaultResult(HookResult value) {
        return new LifecycleHook(name, transition, timeout, value, notification, metadata);
    }

    /**
     * This hook with a notification.
     *
     * @param value who is told
     * @param said what is said to them
     * @return a changed copy
     * @throws IllegalArgumentException if something is said to nobody
     */
    public LifecycleHook notifying(HookNotification value, String said) {
        return new LifecycleHook(name, transition, timeout, defaultResult, value, said);
    }

    /**
     * How the wait ends when the deadline passes without an answer. A template that has not succeeded by then counts as
     * failed, whatever the default result.
     *
     * @return the default result; for a template that of {@link #resultOf}(false)
     */
    public HookResult resultAtDeadline() {
        return notification == HookNotification.TEMPLATE ? resultOf(false) : defaultResult;
    }

    /**
     * How the wait ends when the execution of its template has ended (guide map C-17-9).
     *
     * @param succeeded whether the execution succeeded
     * @return CONTINUE after success; after failure ROLLBACK when scaling out, CONTINUE when scaling in
     */
    public HookResult resultOf(boolean succeeded) {
        return succeeded || transition == LifecycleTransition.SCALE_IN ? HookResult.CONTINUE : HookResult.ROLLBACK;
    }
}
