/**
 * Would it decide the same again? Decisions as JSON lines, and their replay.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.replay;

import org.jspecify.annotations.NullMarked;
