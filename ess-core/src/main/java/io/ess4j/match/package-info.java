/**
 * Which instance types fit: named ones first, then those that fit a range of vCPUs, memory, level and price.
 *
 * <p>All types are immutable and safe to share between threads; no argument may be null and nothing returned is null.
 *
 * <pre>{@code
 * InstanceTypePattern range = InstanceTypePattern.of(2, 8192).level(ENTERPRISE).exclude("ecs.c6.*").build();
 * MatchResult result = InstanceTypeMatcher.match(
 *         MatchRequest.builder(market).named(g5Large).pattern(range).build());
 * result.types();      // ecs.g5.large, then what fits, cheapest first
 * result.passedOver(); // every other type, with a reason for each range
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.match;

import org.jspecify.annotations.NullMarked;
