/**
 * What does the provider do? Stock, prices, boot times, launch failures and the bill.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.cloud;

import org.jspecify.annotations.NullMarked;
