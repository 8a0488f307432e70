package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says in which ways the instances of a group may reach a database, and why not in the others (guide map G3.1-1,
 * G3.1-2).
 *
 * <table>
 * <caption>The three ways</caption>
 * <tr><th>way</th><th>kinds of database</th><th>network</th></tr>
 * <tr><td>one security group (recommended)</td><td>any</td><td>both in one VPC, in the same security group</td></tr>
 * <tr><td>database attached to the group</td><td>RDS</td><td>any</td></tr>
 * <tr><td>lifecycle hook that edits the allow-list</td><td>PolarDB, MongoDB, AnalyticDB</td><td>any</td></tr>
 * </table>
 */
public final class DatabaseAccess {
    /** The kinds of database that the rules tell apart. */
    public enum Kind {
        /** ApsaraDB RDS. */
        RDS,
        /** PolarDB. */
        POLARDB,
        /** ApsaraDB for MongoDB. */
        MONGODB,
        /** AnalyticDB. */
        ANALYTICDB,
        /** Any other kind. */
        ANOTHER
    }

    /** The ways to reach a database, the recommended one first. */
    public enum Way {
        /** Instances and database are in one security group. */
        SAME_SECURITY_GROUP,
        /** The group knows the database and keeps its allow-list. */
        ATTACHED_DATABASE,
        /** A hook puts each instance on the allow-list before it goes into service. */
        LIFECYCLE_HOOK
    }

    /** Why a way is closed. */
    public enum Obstacle {
        /** Group and database must both be in a VPC. */
        CLASSIC_NETWORK,
        /** Group and database are in different VPCs. */
        OTHER_VPC,
        /** Group and database are in different security groups, or one of them is in none. */
        OTHER_SECURITY_GROUP,
        /** That way is not made for this kind of database. */
        KIND_NOT_SUPPORTED
    }

    /**
     * One side of the connection.
     *
     * @param network its network
     * @param securityGroup its security group, if any
     */
    public record Side(Network network, Optional<String> securityGroup) {
        public Side {
            requireNonNull(network, "network");
            securityGroup.ifPresent(s -> Names.check("security group", s));
        }
    }

    private DatabaseAccess() {}

    /**
     * Judges all ways.
     *
     * @param group the side of the scaling group
     * @param database the side of the database
     * @param kind what the database is
     * @return every way, the recommended one first, with what stands against it; a way without obstacles is open
     */
    public static Map<Way, List<Obstacle>> ways(Side group, Side database, Kind kind) {
        Map<Way, List<Obstacle>> ways = new EnumMap<>(Way.class);
        ways.put(Way.SAME_SECURITY_GROUP, directObstacles(group, database));
        ways.put(Way.ATTACHED_DATABASE, kind == Kind.RDS ? List.of() : List.of(Obstacle.KIND_NOT_SUPPORTED));
        boolean hooked = kind == Kind.POLARDB || kind == Kind.MONGODB || kind == Kind.ANALYTICDB;
        ways.put(Way.LIFECYCLE_HOOK, hooked ? List.of() : List.of(Obstacle.KIND_NOT_SUPPORTED));
        return Collections.unmodifiableMap(ways);
    }

    private static List<Obstacle> directObstacles(Side group, Side database) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (group.network().isClassic() || database.network().isClassic()) {
            obstacles.add(Obstacle.CLASSIC_NETWORK);
        } else if (!group.network().equals(database.network())) {
            obstacles.add(Obstacle.OTHER_VPC);
        }
        if (group.securityGroup().isEmpty() || !group.securityGroup().equals(database.securityGroup())) {
            obstacles.add(Obstacle.OTHER_SECURITY_GROUP);
        }
        return List.copyOf(obstacles);
    }
}
