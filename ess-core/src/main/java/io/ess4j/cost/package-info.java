/**
 * How much money: what a workload costs in a month, by the hour, by subscription, or mixed.
 *
 * <p>All types are immutable and safe to share between threads; no argument may be null and nothing returned is null.
 * Hours are exact fractions until they are shown; a month has 30 days, that is 30/7 weeks.
 *
 * <pre>{@code
 * WorkloadProfile peaks = WorkloadProfile.daily(List.of(MONDAY, TUESDAY, WEDNESDAY), 5, 10, Duration.ofMinutes(510));
 * CostEstimate estimate = CostEstimator.estimate(peaks, ON_DEMAND, Price.perHour("0.03"));
 * estimate.cost();                                      // 62.68 for 2089.286 hours
 * estimate.against(Money.of("14.403")).savingPercent(); // 56.48 cheaper than ten subscriptions
 * CostEstimator.breakEven(Price.perHour("0.03"), Money.of("14.403")); // 480.1 hours a month
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.cost;

import org.jspecify.annotations.NullMarked;
