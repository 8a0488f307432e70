/**
 * At the shell: the {@code ess} command.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.cli;

import org.jspecify.annotations.NullMarked;
