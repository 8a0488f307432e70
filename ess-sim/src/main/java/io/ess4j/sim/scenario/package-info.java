/** One file in: what is simulated, read from YAML, and the run that it describes. */
@NullMarked
package io.ess4j.sim.scenario;

import org.jspecify.annotations.NullMarked;
