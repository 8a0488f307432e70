/**
 * One file in: what is simulated, read from YAML, and the run that it describes.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.scenario;

import org.jspecify.annotations.NullMarked;
