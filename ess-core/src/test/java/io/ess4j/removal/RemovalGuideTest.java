package io.ess4j.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 27 cells of the table in guide 4.2: three group policies, three first stages, three second stages. */
class RemovalGuideTest {
    private static final InstanceType TYPE = InstanceType.of("ecs.g6.large", 2, 8192);
    private static final Instant DAY = Instant.parse("2021-05-17T00:00:00Z");
    private static final ConfigurationSource ASC_1 = new ConfigurationSource("asc-1", DAY.minusSeconds(2));
    private static final ConfigurationSource ASC_2 = new ConfigurationSource("asc-2", DAY.minusSeconds(1));

    private static final Fleet F = Fleet.of(
            instance("i-1", "h", 0, ASC_1, "1"),
            instance("i-2", "i", 1, ASC_1, "2"),
            instance("i-3", "i", 2, ASC_1, "3"),
            instance("i-4", "h", 3, ASC_2, "3"),
            instance("i-5", "i", 4, ASC_2, "3"));

    private static Instance instance(String id, String zone, int day, ConfigurationSource source, String price) {
        return Instance.builder(id)
                .type(TYPE)
                .zone(Zone.of(zone))
                .price(Price.perHour(price))
                .joinedAt(DAY.plusSeconds(day * 86_400L))
                .source(source)
                .build();
    }

    private static RemovalPolicy policy(RemovalCriterion first, String second) {
        return second.equals("none")
                ? RemovalPolicy.of(first)
                : RemovalPolicy.of(first, RemovalCriterion.valueOf(second));
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({
        "OLDEST_CONFIGURATION, OLDEST_INSTANCE,      i-1,         i-2,     i-3",
        "OLDEST_CONFIGURATION, NEWEST_INSTANCE,      i-3,         i-3,     i-3",
        "OLDEST_CONFIGURATION, none,                 i-1 i-2 i-3, i-2 i-3, i-3",
        "OLDEST_INSTANCE,      NEWEST_INSTANCE,      i-1,         i-2,     i-3",
        "OLDEST_INSTANCE,      OLDEST_CONFIGURATION, i-1,         i-2,     i-3",
        "OLDEST_INSTANCE,      none,                 i-1,         i-2,     i-3",
        "NEWEST_INSTANCE,      OLDEST_INSTANCE,      i-5,         i-5,     i-5",
        "NEWEST_INSTANCE,      OLDEST_CONFIGURATION, i-5,         i-5,     i-5",
        "NEWEST_INSTANCE,      none,                 i-5,         i-5,     i-5"
    })
    void choosesAmongTheDocumentedInstances(
            RemovalCriterion first, String second, String priority, String balance, String cost) {
        RemovalPolicy policy = policy(first, second);
        String[] expected = {priority, balance, cost};
        for (RemovalScope scope : RemovalScope.values()) {
            RemovalRequest request =
                    RemovalRequest.of(F, RemovalGoal.count(1)).within(scope).pricedPer(UnitBasis.VCPU);
            List<String> ids = Arrays.asList(expected[scope.ordinal()].split(" "));

            assertThat(RemovalPlanner.tied(policy, request))
                    .as("tied, %s", scope)
                    .extracting(Instance::id)
                    .isEqualTo(ids);
            assertThat(RemovalPlanner.plan(policy, request).removed())
                    .as("the least id, %s", scope)
                    .extracting(Instance::id)
                    .containsExactly(ids.get(0));
            TreeSet<String> drawn = new TreeSet<>();
            for (int seed = 0; seed < 60; seed++) {
                drawn.add(RemovalPlanner.plan(policy, request, new Random(seed))
                        .removed()
                        .get(0)
                        .id());
            }
            assertThat(drawn).as("at random, %s", scope).containsExactlyElementsOf(ids);
        }
    }

    /** Contract section 5: each removal is judged anew, so balance follows the counts as they fall. */
    @Test
    void severalRemovalsFollowTheCountsAsTheyFall() {
        RemovalRequest request = RemovalRequest.of(F, RemovalGoal.count(4)).within(RemovalScope.LARGEST_ZONES);

        assertThat(RemovalPlanner.plan(RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE), request)
                        .removed())
                .extracting(Instance::id)
                .containsExactly("i-2", "i-1", "i-3", "i-4");
    }
}
