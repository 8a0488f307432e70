/**
 * When, and by how many: scaling rules that turn a capacity and a metric into a wanted capacity.
 *
 * <p>All types are immutable and safe to share between threads; no argument may be null and nothing returned is null.
 * Metric values are {@code double}s; arithmetic on them uses their shortest decimal text ({@code 0.1} is one tenth), so
 * that rounding never depends on binary fractions.
 *
 * <pre>{@code
 * ScalingRule rule = ScalingRule.targetTracking("cpu", 50.0);
 * RuleOutcome outcome = rule.evaluate(RuleInput.of(4).withMetric(80.0));
 * // wants 7, because 4 units at 80 need ceil(4 * 80 / 50) units at 50
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.rule;

import org.jspecify.annotations.NullMarked;
