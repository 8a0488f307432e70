package io.ess4j.lifecycle;

/** Who is told that an instance waits in a hook. */
public enum HookNotification {
    /** Nobody. */
    NONE,
    /** A message queue. */
    QUEUE,
    /** A message topic. */
    TOPIC,
    /** An event bus. */
    EVENT_BUS,
    /** An operations template is executed; whether the execution succeeds decides how the wait ends (C-17-9). */
    TEMPLATE
}
