/** How is JSON written? The same bytes on every machine. Not exported. */
@NullMarked
package io.ess4j.sim.json;

import org.jspecify.annotations.NullMarked;
