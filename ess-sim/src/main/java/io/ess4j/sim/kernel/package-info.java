/**
 * What happens next: the clock, the event queue and the random streams of a simulation.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.kernel;

import org.jspecify.annotations.NullMarked;
