/** Would it decide the same again? Decisions as JSON lines, and their replay. */
@NullMarked
package io.ess4j.sim.replay;

import org.jspecify.annotations.NullMarked;
