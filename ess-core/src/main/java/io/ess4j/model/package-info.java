/** What there is: prices, zones, instance types, the market, and the fleet. */
@NullMarked
package io.ess4j.model;

import org.jspecify.annotations.NullMarked;
