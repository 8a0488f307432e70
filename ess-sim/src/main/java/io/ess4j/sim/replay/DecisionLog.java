package io.ess4j.sim.replay;

import static java.util.Objects.requireNonNull;

import io.ess4j.ScalingPlan;
import io.ess4j.model.Market;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;

/**
 * Writes decisions as JSON lines, from which {@link Replay} can decide them again. The group and its catalogue are
 * written once; a decision says what was asked, what has changed in state and market since the last one, and the plan.
 * A decision that changes nothing takes a few hundred bytes, whatever the size of the group.
 *
 * <p>Decisions made with a generator for ties cannot be replayed, and a removal policy of the caller's own code cannot
 * be written.
 */
public final class DecisionLog {
    private final Writer out;
    private final LogForm form = new LogForm();

    /**
     * Creates an empty log.
     *
     * @param out where the lines go; not closed
     */
    public DecisionLog(Writer out) {
        this.out = requireNonNull(out, "out");
    }

    /**
     * Adds a decision.
     *
     * @param plan the plan of an {@link io.ess4j.Autoscaler}
     * @param market the market that it was asked with
     * @throws IllegalArgumentException if the removal policy of the group is the caller's own code
     * @throws UncheckedIOException if the line cannot be written
     */
    public void add(ScalingPlan plan, Market market) {
        try {
            Optional<String> group = form.group(plan.group(), market.catalog());
            if (group.isPresent()) {
                out.write(group.get());
                out.write('\n');
            }
            out.write(form.decision(plan, market));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
