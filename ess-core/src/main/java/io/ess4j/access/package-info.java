/**
 * May this caller do it? Allow, explicit deny or implicit deny of an operation under access policies, with the
 * statement that decided, and the traps in policies.
 *
 * <p>All types are immutable and safe to share between threads; no argument may be null and nothing returned is null. A
 * policy needs names only: it may be set before the groups exist.
 *
 * <pre>{@code
 * AccessPolicy policy = AccessPolicy.of("team",
 *         Statement.allow("ess:*").when(Condition.equal("acs:ResourceTag/team", "game1")));
 * AccessRequest delete = AccessRequest.of("ess:DeleteScalingGroup", "cn-hangzhou", "1609")
 *         .onGroup("asg-1", List.of(new Tag("team", "game1")));
 * AccessEvaluator.decide(List.of(policy), delete).explain();   // allowed by statement 1 of team
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.access;

import org.jspecify.annotations.NullMarked;
