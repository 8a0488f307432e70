/**
 * Which state next: how instances join and leave a group, wait in hooks, fall ill, rest in the stop pool, and what a
 * group as a whole may do.
 *
 * <p>All types are immutable and safe to share between threads; no argument may be null and nothing returned is null.
 * State machines are values: {@code step(event, now)} returns the next value, and what the caller must do now.
 *
 * <pre>{@code
 * LifecycleWait wait = LifecycleWait.begin(LifecycleTransition.SCALE_IN, hooks, HookLimits.DEFAULT, now);
 * wait = wait.step(HookEvent.answered("backup", HookResult.CONTINUE), now.plusSeconds(20)).next();
 * wait.outcome();    // LEAVES, once every hook has ended
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.lifecycle;

import org.jspecify.annotations.NullMarked;
