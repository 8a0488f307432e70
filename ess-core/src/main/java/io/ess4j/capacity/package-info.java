/**
 * How much: limits, weights, and whether a group scales out, scales in or stays.
 *
 * <p>Capacity is counted in capacity units everywhere; in an unweighted group every instance provides one. All types
 * are immutable and safe to share between threads; no argument may be null and nothing returned is null.
 *
 * <pre>{@code
 * Weights weights = Weights.builder().type(large, 2).type(xlarge, 4).build();
 * CapacityChange change = CapacityPlanner.converge(0, OptionalInt.of(6), CapacityLimits.of(0, 20), 4);
 * // SCALE_OUT by 6 units, because capacity is below desired
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.capacity;

import org.jspecify.annotations.NullMarked;
