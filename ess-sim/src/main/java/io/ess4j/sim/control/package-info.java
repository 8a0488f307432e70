/**
 * Who turns metrics into plans and plans into activities? The reference embedding of ess-core.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.control;

import org.jspecify.annotations.NullMarked;
