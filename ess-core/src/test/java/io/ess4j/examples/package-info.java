/** One small program for each engine that can be used alone; the pages under docs/algorithms show them. */
@NullMarked
package io.ess4j.examples;

import org.jspecify.annotations.NullMarked;
