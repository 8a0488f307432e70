/**
 * What is asked of the group? Generated and recorded loads, and the model of the service that answers them.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.sim.workload;

import org.jspecify.annotations.NullMarked;
