/** Generators of valid groups, fleets and markets, shared by all property tests. */
@NullMarked
package io.ess4j.testing;

import org.jspecify.annotations.NullMarked;
