/**
 * What is wrong with a file? Problems with their places, all of them at once, and the reading of CSV.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.input;

import org.jspecify.annotations.NullMarked;
