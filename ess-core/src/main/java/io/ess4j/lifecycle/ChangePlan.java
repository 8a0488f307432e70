package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import java.util.List;

/**
 * What a request by hand does to each of the instances it names.
 *
 * @param changes instances that change, in the order of the request
 * @param refused ids that do not, in the order of the request
 */
public record ChangePlan(List<Change> changes, List<Refused> refused) {
    /** The most instances that one request may name (guide map C-19-6). */
    public static final int MOST_IDS = 20;

    /** Why an instance is refused. */
    public enum Reason {
        /** The group has no instance of that id. */
        NOT_IN_GROUP,
        /** The id was given before. */
        GIVEN_TWICE,
        /** The instance is in a state in which the request means nothing. */
        WRONG_STATE,
        /** The request names more than {@value #MOST_IDS} instances, so that none of them changes. */
        TOO_MANY_IDS,
        /** It is protected: unprotect it first, or force the request (guide map C-19-5). */
        PROTECTED
    }

    /**
     * An instance that changes.
     *
     * @param after the instance with its new state
     * @param steps what is to be done for it, in order
     */
    public record Change(Instance after, List<LifecycleStep> steps) {
        public Change {
            requireNonNull(after, "after");
            steps = List.copyOf(steps);
        }
    }

    /**
     * An id that is refused.
     *
     * @param id the id
     * @param reason why
     */
    public record Refused(String id, Reason reason) {}

    public ChangePlan {
        changes = List.copyOf(changes);
        refused = List.copyOf(refused);
    }

    /**
     * Whether every id was accepted. A request that does not ignore invalid instances is refused as a whole otherwise.
     *
     * @return true if none was refused
     */
    public boolean isComplete() {
        return refused.isEmpty();
    }

    /**
     * The fleet once the changes are made, in O(n).
     *
     * @param fleet the fleet that was asked about
     * @return the same instances in the same order, the changed ones in their new states
     */
    public Fleet appliedTo(Fleet fleet) {
        return fleet.with(changes.stream().map(Change::after).toList());
    }

    /**
     * The capacity of the instances that change.
     *
     * @return the sum of their weights
     */
    public long capacity() {
        return changes.stream().mapToLong(c -> c.after().weight()).sum();
    }
}
