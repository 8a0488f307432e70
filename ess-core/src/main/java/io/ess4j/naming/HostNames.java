package io.ess4j.naming;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * The names of one batch of instances, such as ess-node-000, ess-node-001, and the sequence to go on with.
 *
 * <p>No name at all for a batch of at least one means that the scaling activity fails; fewer names than asked for mean
 * that it succeeds in part. Numbers of instances that fail later are not given again: {@link #after()} is past them.
 *
 * @param names the names, in the order in which they are given
 * @param shortfall how many instances of the batch got no name, 0 or more
 * @param after the sequence after this batch
 */
public record HostNames(List<String> names, int shortfall, HostNameSequence after) {
    /**
     * Checks the parts.
     *
     * @param names the names
     * @param shortfall how many instances got no name
     * @param after the sequence after this batch
     * @throws IllegalArgumentException if the shortfall is negative, or not 0 though the pattern never runs out
     */
    public HostNames {
        names = ImmutableList.copyOf(requireNonNull(names, "names"));
        requireNonNull(after, "after");
        if (shortfall < 0) {
            throw new IllegalArgumentException("shortfall (" + shortfall + ") must be >= 0");
        }
        if (shortfall > 0 && !after.isLimited()) {
            throw new IllegalArgumentException("shortfall (" + shortfall
                    + ") must be 0 for a pattern that never runs out (" + after.pattern() + ")");
        }
    }

    /**
     * Returns why the batch is short.
     *
     * @return the reason, or empty if there is no shortfall
     */
    public Optional<HostNameShortage> reason() {
        if (shortfall == 0) {
            return Optional.empty();
        }
        return Optional.of(
                after.pattern() instanceof HostNamePattern.Extended
                        ? HostNameShortage.EXTENSIONS_EXHAUSTED
                        : HostNameShortage.NUMBERS_EXHAUSTED);
    }
}
