/**
 * What to launch, where, and how bought.
 *
 * <p>A {@link io.ess4j.placement.LaunchPlanner} is told how many capacity units are missing and answers with a
 * {@link io.ess4j.placement.LaunchPlan}. The {@linkplain io.ess4j.placement.PlacementStrategy strategy} decides: some
 * strategies are documented ones, exact to the documents, others are better ones under their own names. All types are
 * immutable and safe to share between threads; no argument may be null and nothing returned is null.
 *
 * <pre>{@code
 * LaunchPlanner planner = new LaunchPlanner(catalog, List.of(zoneH, zoneI), weights);
 * LaunchPlan plan = planner.plan(PlacementStrategy.costOptimized(SpotMix.spotFirst()), market, fleet, 10);
 * plan.launches(); // [2 x ecs.c5.2xlarge in h SPOT at 0.64]
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.placement;

import org.jspecify.annotations.NullMarked;
