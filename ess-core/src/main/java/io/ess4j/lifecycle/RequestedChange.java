package io.ess4j.lifecycle;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Goes through the ids of a request: finds each instance, refuses it or changes it. */
final class RequestedChange {
    private RequestedChange() {}

    static ChangePlan plan(
            Fleet fleet,
            List<String> ids,
            Function<Instance, Optional<ChangePlan.Reason>> refusal,
            Function<Instance, ChangePlan.Change> change) {
        if (ids.size() > ChangePlan.MOST_IDS) {
            return new ChangePlan(
                    List.of(),
                    ids.stream()
                            .map(id -> new ChangePlan.Refused(id, ChangePlan.Reason.TOO_MANY_IDS))
                            .toList());
        }
        List<ChangePlan.Change> changes = new ArrayList<>();
        List<ChangePlan.Refused> refused = new ArrayList<>();
        // Membership only; the order of hashing is never seen.
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            Optional<Instance> instance = fleet.find(id);
            Optional<ChangePlan.Reason> reason = seen.add(id)
                    ? instance.map(refusal).orElse(Optional.of(ChangePlan.Reason.NOT_IN_GROUP))
                    : Optional.of(ChangePlan.Reason.GIVEN_TWICE);
            reason.ifPresentOrElse(
                    r -> refused.add(new ChangePlan.Refused(id, r)),
                    () -> changes.add(change.apply(instance.orElseThrow())));
        }
        return new ChangePlan(changes, refused);
    }
}
