/**
 * How evenly over the zones: how many instances each zone gains or loses, as plain numbers.
 *
 * <p>A kernel under placement and removal. Zones are positions in an array; the caller decides what position 0 is, and
 * ties go to the lowest position. No argument or result is null.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.balance;

import org.jspecify.annotations.NullMarked;
