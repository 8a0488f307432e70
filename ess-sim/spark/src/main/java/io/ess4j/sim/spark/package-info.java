/** Runs the points of a sweep on Apache Spark. */
@NullMarked
package io.ess4j.sim.spark;

import org.jspecify.annotations.NullMarked;
