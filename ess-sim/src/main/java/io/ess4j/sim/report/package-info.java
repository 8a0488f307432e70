/**
 * Something to look at: the files that a run writes.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.report;

import org.jspecify.annotations.NullMarked;
