/** Runs the benchmarks, compares what belongs together, and writes docs/performance.md. */
@NullMarked
package io.ess4j.bench.report;

import org.jspecify.annotations.NullMarked;
