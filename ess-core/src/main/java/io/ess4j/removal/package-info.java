/**
 * Who leaves: which instances a scale-in removes, in order, and why the others stay.
 *
 * <p>All types are immutable and safe to share between threads; no argument may be null and nothing returned is null.
 *
 * <pre>{@code
 * RemovalPlan plan = RemovalPlanner.plan(RemovalPolicy.of(OLDEST_INSTANCE), fleet, RemovalGoal.count(2));
 * plan.removed();   // who goes, first one first
 * plan.kept();      // who stays, each with a reason
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.removal;

import org.jspecify.annotations.NullMarked;
