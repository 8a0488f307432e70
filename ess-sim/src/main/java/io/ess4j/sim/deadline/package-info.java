/**
 * Will a batch of work be done in time, and for how much? A job of one instance at a time on a market whose spot
 * capacity comes and goes; policies that decide what it runs on, and the least that a planner who knew the future would
 * have paid. Times are milliseconds since the start of the job.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.deadline;

import org.jspecify.annotations.NullMarked;
