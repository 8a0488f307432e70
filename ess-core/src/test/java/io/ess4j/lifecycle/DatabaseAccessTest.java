package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.oneOfEachState;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.lifecycle.DatabaseAccess.Database;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guide 3.1: the three ways to a database. */
class DatabaseAccessTest {
    @ParameterizedTest
    @CsvSource({
        "RDS, true, true, SECURITY_GROUP ATTACHED",
        "RDS, true, false, ATTACHED",
        "RDS, false, true, ATTACHED",
        "MONGO_DB, true, true, SECURITY_GROUP HOOK",
        "MONGO_DB, true, false, HOOK",
        "POLAR_DB, false, false, HOOK",
        "ANALYTIC_DB, false, true, HOOK",
        "OTHER, true, true, SECURITY_GROUP",
        "OTHER, true, false, ''"
    })
    void kindAndNetworkDecideWhichWaysAreOpen(Database database, boolean vpc, boolean sameGroup, String open) {
        DatabaseAccess access = new DatabaseAccess(database, vpc, sameGroup);

        assertThat(access.assess().stream()
                        .filter(a -> a.obstacles().isEmpty())
                        .map(a -> a.way().toString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(open);
        assertThat(open).startsWith(access.recommended().map(Enum::toString).orElse(""));
        assertThat(access.recommended().isPresent()).isEqualTo(!open.isEmpty());
    }

    @Test
    void saysWhatStandsInTheWay() {
        assertThat(new DatabaseAccess(Database.OTHER, false, false).assess())
                .extracting(a -> a.way() + " " + a.obstacles())
                .containsExactly(
                        "SECURITY_GROUP [NOT_IN_VPC, OTHER_SECURITY_GROUP]",
                        "ATTACHED [NOT_ATTACHABLE]",
                        "HOOK [NO_TEMPLATE]");
    }

    @Test
    void attachingChangesTheAllowListOnlyWhenForced() {
        assertThat(DatabaseAccess.affected(oneOfEachState(), false)).isEmpty();
        assertThat(DatabaseAccess.affected(oneOfEachState(), true))
                .containsExactly("PENDING", "PENDING_WAIT", "IN_SERVICE", "PROTECTED", "STANDBY");
    }
}
