/**
 * How is JSON written? The same bytes on every machine. Not exported.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.json;

import org.jspecify.annotations.NullMarked;
