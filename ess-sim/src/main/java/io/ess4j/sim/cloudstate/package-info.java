/**
 * My real group in: readers and writers of the provider's own JSON. All problems of a text are reported at once.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.cloudstate;

import org.jspecify.annotations.NullMarked;
