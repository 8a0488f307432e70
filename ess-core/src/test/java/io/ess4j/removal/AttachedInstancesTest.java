package io.ess4j.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instances that people added have no configuration source: guide 4.2, guide map G4.2-5, decision 10. */
class AttachedInstancesTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final ConfigurationSource SOURCE = new ConfigurationSource("asc-1", T0);

    private static Instance instance(String id, int day, boolean attached) {
        Instance.Builder instance = Instance.builder(id)
                .type(InstanceType.of("s", 1, 1024))
                .zone(Zone.of("h"))
                .price(Price.perHour("1"))
                .joinedAt(T0.plusSeconds(86_400L * day));
        return attached ? instance.build() : instance.source(SOURCE).build();
    }

    private static RemovalPolicy policy(String second) {
        return second.equals("none")
                ? RemovalPolicy.of(RemovalCriterion.OLDEST_CONFIGURATION)
                : RemovalPolicy.of(RemovalCriterion.OLDEST_CONFIGURATION, RemovalCriterion.valueOf(second));
    }

    /** m-1 to m-3 were added by hand on days 1, 2 and 3; where there is one, i-9 is the group's own, of day 9. */
    @ParameterizedTest(name = "{0}, second stage {1}: chance among {2}")
    @CsvSource({
        "own one left,         OLDEST_INSTANCE, i-9",
        "own one left,         NEWEST_INSTANCE, i-9",
        "own one left,         none,            i-9",
        "only added ones left, OLDEST_INSTANCE, m-1",
        "only added ones left, NEWEST_INSTANCE, m-3",
        "only added ones left, none,            m-1 m-2 m-3"
    })
    void addedOnesComeLastAndThenTheStagesGoOn(String row, String second, String expected) {
        List<Instance> instances =
                new ArrayList<>(List.of(instance("m-1", 1, true), instance("m-2", 2, true), instance("m-3", 3, true)));
        if (row.startsWith("own")) {
            instances.add(instance("i-9", 9, false));
        }
        RemovalRequest request = RemovalRequest.of(Fleet.of(instances), RemovalGoal.count(1));

        assertThat(RemovalPlanner.tied(policy(second), request))
                .extracting(Instance::id)
                .containsExactlyInAnyOrder(expected.split(" ", -1));
        TreeSet<String> drawn = new TreeSet<>();
        for (int seed = 0; seed < 50; seed++) {
            RemovalPlanner.plan(policy(second), request, new Random(seed))
                    .removed()
                    .forEach(i -> drawn.add(i.id()));
        }
        assertThat(drawn).containsExactlyInAnyOrder(expected.split(" ", -1));
        assertThat(RemovalPlanner.plan(policy(second), request).removed())
                .extracting(Instance::id)
                .containsExactly(expected.split(" ", -1)[0]);
    }

    @Provide
    Arbitrary<Optional<RemovalCriterion>> seconds() {
        return Arbitraries.of(RemovalCriterion.OLDEST_INSTANCE, RemovalCriterion.NEWEST_INSTANCE)
                .optional();
    }

    /** Whatever the second stage, no added instance leaves while one of the group's own is left. */
    @Property(tries = 300)
    void noAddedInstanceLeavesBeforeTheLastOwn(
            @ForAll @Size(max = 30) List<Boolean> attached,
            @ForAll("seconds") Optional<RemovalCriterion> second,
            @ForAll Random chance) {
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < attached.size(); i++) {
            instances.add(instance("i-" + i, i % 4, attached.get(i)));
        }
        RemovalRequest request = RemovalRequest.of(Fleet.of(instances), RemovalGoal.count(attached.size()));

        List<Instance> removed = RemovalPlanner.plan(
                        policy(second.map(Enum::name).orElse("none")), request, chance)
                .removed();

        assertThat(removed).hasSameSizeAs(instances);
        int own = (int) attached.stream().filter(a -> !a).count();
        assertThat(removed.subList(0, own)).allMatch(i -> i.source().isPresent());
        assertThat(removed.subList(own, removed.size()))
                .allMatch(i -> i.source().isEmpty());
    }
}
