package io.ess4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * In which of three ways the instances of a group get access to a database, and what each instance has to do for it
 * when it joins and leaves (guide 3.1).
 *
 * <table>
 * <caption>The three ways, recommended one first</caption>
 * <tr><th>way</th><th>databases</th><th>networks</th><th>joining</th><th>leaving</th></tr>
 * <tr><td>SECURITY_GROUP</td><td>all</td><td>both sides in a VPC and in the same security group</td><td>nothing</td>
 *     <td>nothing</td></tr>
 * <tr><td>ATTACHED</td><td>RDS</td><td>all</td><td>onto the allow-list</td><td>off the allow-list</td></tr>
 * <tr><td>HOOK</td><td>PolarDB, MongoDB, AnalyticDB</td><td>all</td><td>wait until a template has put it onto the
 *     allow-list</td><td>wait until a template has taken it off</td></tr>
 * </table>
 *
 * @param database what kind of database it is
 * @param bothInVpc whether group and database are in a VPC
 * @param sameSecurityGroup whether instances and database are in one security group
 */
public record DatabaseAccess(Database database, boolean bothInVpc, boolean sameSecurityGroup) {
    /** Kinds of database. */
    public enum Database {
        /** A relational database of the service that can be attached to a group. */
        RDS,
        /** PolarDB. */
        POLAR_DB,
        /** MongoDB. */
        MONGO_DB,
        /** AnalyticDB. */
        ANALYTIC_DB,
        /** Any other kind. */
        OTHER
    }

    /** The three ways. */
    public enum Way {
        /** Share a security group; nothing to do for single instances. */
        SECURITY_GROUP,
        /** Attach the database to the group, which keeps its allow-list. */
        ATTACHED,
        /** Two lifecycle hooks with templates that keep the allow-list. */
        HOOK
    }

    /** Why a way is not open. */
    public enum Obstacle {
        /** Group or database is not in a VPC; the network type of a group cannot be changed. */
        NOT_IN_VPC,
        /** They have no security group in common. */
        OTHER_SECURITY_GROUP,
        /** This kind of database cannot be attached to a group. */
        NOT_ATTACHABLE,
        /** There is no template for this kind of database. */
        NO_TEMPLATE
    }

    /**
     * A way, and what stands in it.
     *
     * @param way the way
     * @param obstacles why it is not open, empty if it is
     */
    public record Assessment(Way way, List<Obstacle> obstacles) {
        public Assessment {
            obstacles = List.copyOf(obstacles);
        }
    }

    private static final Set<Database> WITH_TEMPLATE =
            EnumSet.of(Database.POLAR_DB, Database.MONGO_DB, Database.ANALYTIC_DB);

    public DatabaseAccess {
        requireNonNull(database, "database");
    }

    /**
     * Looks at all ways.
     *
     * @return one assessment for each way, recommended one first
     */
    public List<Assessment> assess() {
        List<Obstacle> network = new ArrayList<>();
        if (!bothInVpc) {
            network.add(Obstacle.NOT_IN_VPC);
        }
        if (!sameSecurityGroup) {
            network.add(Obstacle.OTHER_SECURITY_GROUP);
        }
        return List.of(
                new Assessment(Way.SECURITY_GROUP, network),
                new Assessment(Way.ATTACHED, database == Database.RDS ? List.of() : List.of(Obstacle.NOT_ATTACHABLE)),
                new Assessment(Way.HOOK, WITH_TEMPLATE.contains(database) ? List.of() : List.of(Obstacle.NO_TEMPLATE)));
    }

    /**
     * The way to take.
     *
     * @return the first that is open; empty if none is
     */
    public Optional<Way> recommended() {
        return assess().stream()
                .filter(a -> a.obstacles().isEmpty())
                .map(Assessment::way)
                .findFirst();
    }

    /**
     * The hooks that keep the allow-list of a database, one for each direction. A joining instance that the template
     * could not list is rolled back; a leaving one goes on.
     *
     * @param name the beginning of their names: 2 to 56 characters, as for {@link LifecycleHook}
     * @param metadata the parameters of the template
     * @return the hook for joining, then the one for leaving
     * @throws IllegalArgumentException if the name is none
     */
    public static List<LifecycleHook> hooks(String name, String metadata) {
        return List.of(
                LifecycleHook.of(name + "-join", LifecycleTransition.SCALE_OUT)
                        .withDefaultResult(HookResult.ABANDON)
                        .notifying(HookNotification.TEMPLATE, metadata),
                LifecycleHook.of(name + "-leave", LifecycleTransition.SCALE_IN)
                        .notifying(HookNotification.TEMPLATE, metadata));
    }

    /**
     * The instances whose address goes onto the allow-list when a database is attached to a group, or off it when it is
     * detached. Without force nobody does: only instances that join or leave later are kept up to date (guide map
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
}
