/**
 * Which of many? Grids of runs, resumable, on one machine or many, with the same results whichever way.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.sweep;

import org.jspecify.annotations.NullMarked;
