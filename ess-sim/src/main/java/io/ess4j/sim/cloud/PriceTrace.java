package io.ess4j.sim.cloud;

import io.ess4j.model.Price;
import java.util.List;

/**
 * A price that changes at known times. Before the first change the list price counts.
 *
 * @param changes the changes in order of time
 */
public record PriceTrace(List<Change> changes) {
    /**
     * A change.
     *
     * @param atMillis when, since the start of the run, 0 or more
     * @param price the price from then on
     */
    public record Change(long atMillis, Price price) {
        public Change {
            if (atMillis < 0) {
                throw new IllegalArgumentException("atMillis (" + atMillis + ") must be >= 0");
            }
        }
    }

    public PriceTrace {
        changes = List.copyOf(changes);
        for (int i = 1; i < changes.size(); i++) {
            if (changes.get(i).atMillis() <= changes.get(i - 1).atMillis()) {
                throw new IllegalArgumentException(
                        "changes[" + i + "] (" + changes.get(i).atMillis() + " ms) must come after the one before");
            }
        }
    }
}
