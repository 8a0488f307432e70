package io.ess4j.lifecycle;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import java.util.List;

/**
 * Keeps the allow-list of a database in step with the instances of a group, in the two ways in which instances have to
 * do something for it (guide 3.1). A database that is attached to the group is one of the {@link Bindings}, and each
 * instance is listed and struck off by its own {@link StepSequence}; any other is kept by two lifecycle hooks. With a
 * common security group there is nothing to do.
 */
public final class AllowList {
    private AllowList() {}

    /**
     * The instances whose address goes onto the allow-list when a database is attached to a group, or off it when it is
     * detached. Without force nobody's does: only instances that join or leave later are kept up to date (guide map
     * G3.1-3).
     *
     * @param fleet the instances
     * @param forced whether the instances that are there are to be changed
     * @return those whose capacity counts, in the order of the fleet; empty without force
     */
    public static List<String> affected(Fleet fleet, boolean forced) {
        return fleet.stream()
                .filter(i -> forced && i.state().countsTowardsCapacity())
                .map(Instance::id)
                .toList();
    }

    /**
     * The hooks that keep the allow-list of a database, one for each direction. A joining instance that the template
     * could not list is rolled back; a leaving one goes on (guide map G3.1-4).
     *
     * @param name the beginning of their names: 1 to 58 characters, as for {@link LifecycleHook}
     * @param metadata the parameters of the template
     * @return the hook for joining, then the one for leaving
     * @throws IllegalArgumentException if the name is none
     */
    public static List<LifecycleHook> hooks(String name, String metadata) {
        return List.of(
                LifecycleHook.of(name + "-join", LifecycleTransition.SCALE_OUT)
                        .notifying(HookNotification.TEMPLATE, metadata),
                LifecycleHook.of(name + "-leave", LifecycleTransition.SCALE_IN)
                        .notifying(HookNotification.TEMPLATE, metadata));
    }
}
