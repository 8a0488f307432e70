package io.ess4j;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.placement.Launch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns the launches of a plan into instances that are pending. */
final class PlannedLaunches {
    private PlannedLaunches() {}

    /** The first instances of some launches. */
    static List<Launch> first(List<Launch> launches, int instances) {
        List<Launch> kept = new ArrayList<>();
        int left = instances;
        for (Launch launch : launches) {
            int count = Math.min(left, launch.count());
            if (count > 0) {
                kept.add(new Launch(launch.offering(), count, launch.weight()));
            }
            left -= count;
        }
        return List.copyOf(kept);
    }

    static List<String> provisionalIds(ScalingPlan plan) {
        // Membership only; the order of hashing is never seen.
        Set<String> taken = new HashSet<>();
        Fleet fleet = plan.before().fleet();
        for (int row = 0; row < fleet.size(); row++) {
            if (fleet.id(row).startsWith("new-")) {
                taken.add(fleet.id(row));
            }
        }
        List<String> ids = new ArrayList<>();
        long count = plan.launches().stream().mapToLong(Launch::count).sum();
        for (long number = 1; ids.size() < count; number++) {
            String id = "new-" + number;
            if (!taken.contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    static List<Instance> pending(ScalingPlan plan, List<String> ids) {
        List<Instance> instances = new ArrayList<>();
        for (Launch launch : plan.launches()) {
            for (int i = 0; i < launch.count(); i++) {
                Instance.Builder builder = Instance.builder(ids.get(instances.size()))
                        .offering(launch.offering())
                        .weight(launch.weight())
                        .joinedAt(plan.at())
                        .state(LifecycleState.PENDING);
                plan.group().configuration().ifPresent(builder::source);
                instances.add(builder.build());
            }
        }
        return instances;
    }
}
