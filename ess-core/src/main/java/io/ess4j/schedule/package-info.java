/**
 * At what time: scheduled tasks, cron expressions, and what a group's sizes will be in the weeks to come.
 *
 * <p>All types are immutable and safe to share between threads; no argument may be null and nothing returned is null.
 * Nothing reads a clock: the present moment is an argument.
 *
 * <pre>{@code
 * CronExpression lastSaturday = CronExpression.parse("15 10 ? * 6L");
 * lastSaturday.next(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC); // 2026-01-31T10:15:00Z
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.schedule;

import org.jspecify.annotations.NullMarked;
