/** JMH benchmarks of the hot paths. */
@NullMarked
package io.ess4j.bench;

import org.jspecify.annotations.NullMarked;
