/** What happens next: the clock, the event queue and the random streams of a simulation. */
@NullMarked
package io.ess4j.sim.kernel;

import org.jspecify.annotations.NullMarked;
