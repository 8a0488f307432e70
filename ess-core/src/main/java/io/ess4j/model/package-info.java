/**
 * What there is: prices, zones, instance types, offerings, the market of the moment, and the fleet.
 *
 * <p>All types are immutable and safe to share between threads. No argument may be null unless it is marked
 * {@code @Nullable}, and nothing returned is null; absence is an {@code Optional} or an empty list. Lists keep their
 * order. Factories are named as in {@code java.time}: {@code of} builds, {@code with} returns a changed copy.
 *
 * <pre>{@code
 * InstanceType large = InstanceType.of("ecs.g6.large", 2, 8192);
 * Zone h = Zone.of("cn-hangzhou-h");
 * Catalog catalog = Catalog.builder().offering(large, h, ON_DEMAND, Price.perHour("0.50")).build();
 * Market market = Market.builder(catalog).stock(large, h, ON_DEMAND, 20).build();
 * Fleet fleet = Fleet.of(List.of(Instance.builder("i-1").offering(market.offering(0)).joinedAt(now).build()));
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.model;

import org.jspecify.annotations.NullMarked;
