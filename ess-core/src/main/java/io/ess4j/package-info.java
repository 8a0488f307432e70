/**
 * What should the group do now? The facade: a group's policies, its state, a trigger, and the plan that answers.
 *
 * <p>A decision is a pure function: the caller hands in the state, the market, the trigger and the time, and gets back
 * a plan with its reasons. Nothing here reads a clock, draws a random number, or keeps anything between two calls. All
 * types are immutable and safe to share between threads; no argument may be null and nothing returned is null.
 *
 * <pre>{@code
 * Autoscaler autoscaler = new Autoscaler(group, catalog);
 * ScalingPlan plan = autoscaler.plan(state, market, Trigger.alarm("cpu", 85.0), now);
 * plan.launches();     // what to buy
 * plan.removals();     // who leaves
 * plan.explain();      // why
 * state = plan.after(ids);
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j;

import org.jspecify.annotations.NullMarked;
