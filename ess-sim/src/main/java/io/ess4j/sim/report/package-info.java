/** Something to look at: the files that a run writes. */
@NullMarked
package io.ess4j.sim.report;

import org.jspecify.annotations.NullMarked;
