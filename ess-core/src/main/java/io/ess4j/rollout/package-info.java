/**
 * How do we replace all of them: rolling updates that change instances in place, batch by batch, and instance refreshes
 * that replace them by new ones.
 *
 * <p>All types are immutable and safe to share between threads; no argument may be null and nothing returned is null. A
 * plan says who takes part and in which batches; a task is a value that goes from step to step:
 *
 * <pre>{@code
 * RollingUpdatePlan plan = RollingUpdatePlan.of(policy, situation);
 * RollingUpdate.Step step = RollingUpdate.start(plan);
 * step.commands();                                          // suspend, standby, update
 * step = step.next().step(new UpdateEvent.Updated("i-1"));  // what follows
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.rollout;

import org.jspecify.annotations.NullMarked;
