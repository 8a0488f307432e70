package io.ess4j.sim.cloudstate;

import io.ess4j.GroupState;
import io.ess4j.ScalingGroup;
import io.ess4j.model.Market;
import java.util.List;

/**
 * A real group, ready for a decision.
 *
 * @param policies what it should be
 * @param state what it is
 * @param market what can be bought
 * @param notes what was taken from elsewhere than the group's own description, a sentence each
 */
public record RealGroup(ScalingGroup policies, GroupState state, Market market, List<String> notes) {
    public RealGroup {
        notes = List.copyOf(notes);
    }
}
