/** The hot paths beside what others offer for the same job. */
@NullMarked
package io.ess4j.bench.peers;

import org.jspecify.annotations.NullMarked;
