/** At the shell: the {@code ess} command. */
@NullMarked
package io.ess4j.sim.cli;

import org.jspecify.annotations.NullMarked;
