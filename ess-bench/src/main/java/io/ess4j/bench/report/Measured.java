package io.ess4j.bench.report;

/**
 * What one fork of a benchmark showed.
 *
 * @param nanos mean time of a call, in nanoseconds
 * @param p50 median time of a call; the mean where single calls are not timed
 * @param p99 time that 99 of 100 calls do not exceed; the mean where single calls are not timed
 * @param bytes bytes allocated by a call
 */
record Measured(double nanos, double p50, double p99, double bytes) {}
