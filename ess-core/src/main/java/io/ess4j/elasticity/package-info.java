/**
 * How sure a scale-out is: how many pools of instance type and zone could serve it, why the others could not, and what
 * to add.
 *
 * <p>All types are immutable and safe to share between threads; no argument may be null and nothing returned is null.
 * An assessment promises nothing: it is a separate answer beside the plan, and of its moment.
 *
 * <pre>{@code
 * PoolTable pools = PoolTable.of(types, zones).with(DISK_CATEGORY, (type, zone) -> !zone.equals(b));
 * StrengthAssessment assessment = StrengthAssessor.assess(pools, pools.select(types, List.of(b, h)));
 * assessment.level();       // MEDIUM: 3 of 6 pools are available
 * assessment.unavailable(); // the pools in b, each with its reasons
 * assessment.advice();      // which zone or type would add how many pools
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.elasticity;

import org.jspecify.annotations.NullMarked;
