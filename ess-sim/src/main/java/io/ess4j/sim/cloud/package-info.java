/** What does the provider do? Stock, prices, boot times, launch failures and the bill. */
@NullMarked
package io.ess4j.sim.cloud;

import org.jspecify.annotations.NullMarked;
