/**
 * Arbitrary values that shrink, shared by all property tests: instances and fleets, covering problems, markets, whole
 * decisions, and tapes for values that are drawn one after the other.
 */
@NullMarked
package io.ess4j.testing;

import org.jspecify.annotations.NullMarked;
