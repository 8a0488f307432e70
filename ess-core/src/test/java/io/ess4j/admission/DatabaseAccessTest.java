package io.ess4j.admission;

import static io.ess4j.admission.DatabaseAccess.Obstacle.CLASSIC_NETWORK;
import static io.ess4j.admission.DatabaseAccess.Obstacle.KIND_NOT_SUPPORTED;
import static io.ess4j.admission.DatabaseAccess.Obstacle.OTHER_SECURITY_GROUP;
import static io.ess4j.admission.DatabaseAccess.Obstacle.OTHER_VPC;
import static io.ess4j.admission.DatabaseAccess.Way.ATTACHED_DATABASE;
import static io.ess4j.admission.DatabaseAccess.Way.LIFECYCLE_HOOK;
import static io.ess4j.admission.DatabaseAccess.Way.SAME_SECURITY_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.admission.DatabaseAccess.Kind;
import io.ess4j.admission.DatabaseAccess.Side;
import io.ess4j.admission.DatabaseAccess.Way;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guide 3.1: how the instances of a group reach a database. */
class DatabaseAccessTest {
    private static final Side GROUP = side("vpc-1", "sg-1");
    private static final Side CLASSIC = new Side(Network.classic(), Optional.of("sg-1"));

    private static Side side(String vpc, String securityGroup) {
        return new Side(Network.vpc(vpc), Optional.of(securityGroup));
    }

    @Test
    void oneSecurityGroupNeedsBothSidesInOneVpc() {
        assertThat(direct(GROUP, GROUP)).isEmpty();
        assertThat(direct(GROUP, side("vpc-1", "sg-2"))).containsExactly(OTHER_SECURITY_GROUP);
        assertThat(direct(GROUP, side("vpc-2", "sg-2"))).containsExactly(OTHER_VPC, OTHER_SECURITY_GROUP);
        assertThat(direct(GROUP, CLASSIC)).containsExactly(CLASSIC_NETWORK);
        assertThat(direct(CLASSIC, CLASSIC)).containsExactly(CLASSIC_NETWORK);
        assertThat(direct(
                        new Side(Network.vpc("vpc-1"), Optional.empty()),
                        new Side(Network.vpc("vpc-1"), Optional.empty())))
                .containsExactly(OTHER_SECURITY_GROUP);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anAttachedDatabaseIsRdsInAnyNetwork(Kind kind) {
        List<DatabaseAccess.Obstacle> expected = kind == Kind.RDS ? List.of() : List.of(KIND_NOT_SUPPORTED);

        assertThat(DatabaseAccess.ways(GROUP, GROUP, kind)).containsEntry(ATTACHED_DATABASE, expected);
        assertThat(DatabaseAccess.ways(CLASSIC, GROUP, kind)).containsEntry(ATTACHED_DATABASE, expected);
        assertThat(DatabaseAccess.ways(GROUP, CLASSIC, kind)).containsEntry(ATTACHED_DATABASE, expected);
    }

    @Test
    void theHookKnowsThreeKinds() {
        assertThat(Kind.values())
                .filteredOn(k -> DatabaseAccess.ways(GROUP, CLASSIC, k)
                        .getOrDefault(LIFECYCLE_HOOK, List.of())
                        .isEmpty())
                .containsExactly(Kind.POLARDB, Kind.MONGODB, Kind.ANALYTICDB);
        assertThat(DatabaseAccess.ways(GROUP, GROUP, Kind.RDS).keySet()).containsExactly(Way.values());
    }

    private static List<DatabaseAccess.Obstacle> direct(Side group, Side database) {
        return DatabaseAccess.ways(group, database, Kind.ANOTHER).getOrDefault(SAME_SECURITY_GROUP, List.of());
    }
}
