/**
 * How good was it? What is measured in each period of a run, and its sums.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.metrics;

import org.jspecify.annotations.NullMarked;
