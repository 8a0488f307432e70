/**
 * Who hears of it? What is told about a scaling activity, at which level, to which receivers, in which form. Delivery
 * is the caller's.
 *
 * <p>All types are immutable and safe to share between threads; no argument may be null and nothing returned is null.
 *
 * <pre>{@code
 * EventType type = EventType.ofEnd(EventType.Direction.OUT, 5, 3);   // SCALE_OUT_WARN: 3 of 5
 * NotificationRule rule = NotificationRule.of(Receiver.parse("acs:mns:cn-hangzhou:1609:queue/scaling"), type);
 * new GroupNotifications("cn-hangzhou", List.of(rule), false).deliveries(event);
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.event;

import org.jspecify.annotations.NullMarked;
