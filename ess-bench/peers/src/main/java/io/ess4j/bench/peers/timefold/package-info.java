/** The covering problem as a model of Timefold. */
@NullMarked
package io.ess4j.bench.peers.timefold;

import org.jspecify.annotations.NullMarked;
