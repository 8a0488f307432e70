package io.ess4j.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules of other systems under the same chain, by the cases of peers section 3. */
class RemovalCriteriaTest {
    private static final InstanceType SMALL = InstanceType.of("s", 1, 1024);
    private static final InstanceType BIG = InstanceType.of("b", 4, 1024);
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    private static Instance.Builder at(String id, int seconds) {
        return Instance.builder(id)
                .type(SMALL)
                .zone(Zone.of("h"))
                .price(Price.perHour("1"))
                .joinedAt(T0.plusSeconds(seconds));
    }

    private static List<String> ids(RemovalPolicy policy, RemovalRequest request) {
        return RemovalPlanner.plan(policy, request).removed().stream()
                .map(Instance::id)
                .toList();
    }

    private static RemovalRequest all(Fleet fleet) {
        return RemovalRequest.of(fleet, RemovalGoal.count(fleet.size()));
    }

    private static List<String> tied(RemovalCriterion criterion, Fleet fleet) {
        return RemovalPlanner.tied(RemovalPolicy.of(criterion), all(fleet)).stream()
                .map(Instance::id)
                .toList();
    }

    /** Peers E1, E2, E5 and E6. */
    @Test
    void agesLikeEucalyptus() {
        Fleet e1 =
                Fleet.of(at("i1", 1).build(), at("i2", 0).build(), at("i3", 2).build());
        assertThat(tied(RemovalCriterion.OLDEST_INSTANCE, e1)).containsExactly("i2");
        Fleet e2 =
                Fleet.of(at("i1", 0).build(), at("i2", 0).build(), at("i3", 2).build());
        assertThat(tied(RemovalCriterion.OLDEST_INSTANCE, e2)).containsExactly("i1", "i2");
        Fleet e5 =
                Fleet.of(at("i1", 0).build(), at("i2", 1).build(), at("i3", 1).build());
        assertThat(tied(RemovalCriterion.NEWEST_INSTANCE, e5)).containsExactly("i2", "i3");
        for (RemovalCriterion criterion : RemovalCriterion.values()) {
            RemovalRequest nothing = all(Fleet.empty()).at(T0);
            assertThat(RemovalPlanner.tied(RemovalPolicy.of(criterion), nothing))
                    .as("%s", criterion)
                    .isEmpty();
            assertThat(ids(RemovalPolicy.of(criterion), nothing))
                    .as("%s", criterion)
                    .isEmpty();
        }
    }

    /** Peers E3 and E4: launch configurations by the time of adding. */
    @Test
    void configurationsAgeLikeEucalyptus() {
        ConfigurationSource lc1 = new ConfigurationSource("lc1", T0);
        ConfigurationSource lc2 = new ConfigurationSource("lc2", T0.plusSeconds(1));
        Fleet e3 = Fleet.of(
                at("i1", 0).source(lc1).build(),
                at("i2", 1).source(lc1).build(),
                at("i3", 2).source(lc2).build());
        assertThat(tied(RemovalCriterion.OLDEST_CONFIGURATION, e3)).containsExactly("i1", "i2");
        Fleet e4 = Fleet.of(
                at("i1", 1).source(lc2).build(),
                at("i2", 0).source(lc1).build(),
                at("i3", 2).source(lc2).build());
        assertThat(tied(RemovalCriterion.OLDEST_CONFIGURATION, e4)).containsExactly("i2");
        assertThat(tied(RemovalCriterion.NEWEST_INSTANCE, e4)).containsExactly("i3");
        assertThat(tied(RemovalCriterion.NEWEST_CONFIGURATION, e4)).containsExactly("i1", "i3");
    }

    /** Contract section 5: version 2 added before version 1 is the older configuration, but the newer version. */
    @Test
    void versionsAndAgesOfTemplatesAreDifferentThings() {
        ConfigurationSource v2 = ConfigurationSource.ofTemplate("lt", 2, T0);
        ConfigurationSource v1 = ConfigurationSource.ofTemplate("lt", 1, T0.plusSeconds(1));
        ConfigurationSource plain = new ConfigurationSource("asc", T0.plusSeconds(2));
        Fleet fleet = Fleet.of(
                at("two", 0).source(v2).build(),
                at("one", 0).source(v1).build(),
                at("plain", 0).source(plain).build(),
                at("attached", 0).build());

        assertThat(ids(RemovalPolicy.of(RemovalCriterion.OLDEST_CONFIGURATION), all(fleet)))
                .containsExactly("two", "one", "plain", "attached");
        assertThat(ids(RemovalPolicy.of(RemovalCriterion.OLDEST_TEMPLATE_VERSION), all(fleet)))
                .containsExactly("plain", "one", "two", "attached");
        assertThat(ids(RemovalPolicy.of(RemovalCriterion.NEWEST_TEMPLATE_VERSION), all(fleet)))
                .containsExactly("two", "one", "plain", "attached");
        assertThat(ids(RemovalPolicy.of(RemovalCriterion.NEWEST_CONFIGURATION), all(fleet)))
                .containsExactly("plain", "one", "two", "attached");
    }

    /** Peers section 2.9: the hour counts from joining to now, whatever the minute of the clock. */
    @Test
    void theNextBillingHourIsCountedFromNow() {
        Instant now = T0.plus(Duration.ofHours(5));
        Fleet fleet = Fleet.of(
                at("a", 60).build(),
                at("b", 0).build(),
                at("c", 3599).build(),
                at("d", 1).build());

        assertThat(ids(
                        RemovalPolicy.of(RemovalCriterion.CLOSEST_TO_BILLING_HOUR),
                        all(fleet).at(now)))
                .containsExactly("d", "a", "c", "b");
        assertThat(ids(
                        RemovalPolicy.of(RemovalCriterion.CLOSEST_TO_BILLING_HOUR),
                        all(fleet).at(now.plusSeconds(30))))
                .containsExactly("a", "c", "b", "d");
        RemovalRequest timeless = all(fleet);
        assertThatThrownBy(() -> ids(RemovalPolicy.of(RemovalCriterion.CLOSEST_TO_BILLING_HOUR), timeless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CLOSEST_TO_BILLING_HOUR");
    }

    @Test
    void pricesAreComparedPerUnit() {
        Fleet fleet = Fleet.of(
                at("cheap-big", 0).type(BIG).price(Price.perHour("2")).build(),
                at("dear-small", 0).price(Price.perHour("1")).build(),
                at("third", 0).type(BIG).price(Price.perHour("3.9")).build());
        RemovalPolicy dearest = RemovalPolicy.of(RemovalCriterion.HIGHEST_UNIT_PRICE);

        assertThat(ids(dearest, all(fleet).pricedPer(UnitBasis.VCPU)))
                .containsExactly("dear-small", "third", "cheap-big");
        assertThat(ids(dearest, all(fleet).pricedPer(UnitBasis.WEIGHT)))
                .containsExactly("third", "cheap-big", "dear-small");
    }

    @Test
    void interruptedInstancesLeaveBeforeTheyAreTaken() {
        Fleet fleet =
                Fleet.of(at("a", 0).build(), at("b", 1).build(), at("c", 2).build());
        Map<String, Instant> notices = Map.of("c", T0.plusSeconds(90), "b", T0.plusSeconds(120), "gone", T0);

        assertThat(ids(
                        RemovalPolicy.of(RemovalCriterion.EARLIEST_INTERRUPTION, RemovalCriterion.OLDEST_INSTANCE),
                        all(fleet).withInterruptions(notices)))
                .containsExactly("c", "b", "a");
    }

    /** Peers K20: what is not at work yet goes first, and only under this criterion may it go at all. */
    @Test
    void pendingInstancesLeaveFirstWhereAllowed() {
        Fleet fleet = Fleet.of(
                at("old", 0).build(),
                at("starting", 5).state(LifecycleState.PENDING).build(),
                at("waiting", 4).state(LifecycleState.PENDING_WAIT).build(),
                at("set-aside", 0).state(LifecycleState.STANDBY).build());

        assertThat(ids(RemovalPolicy.of(RemovalCriterion.PENDING_FIRST, RemovalCriterion.OLDEST_INSTANCE), all(fleet)))
                .containsExactly("waiting", "starting", "old");
        assertThat(ids(RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE), all(fleet)))
                .containsExactly("old");
    }

    @Test
    void aCallersOwnStageComesFirst() {
        Fleet fleet =
                Fleet.of(at("a", 2).build(), at("bb", 1).build(), at("cc", 0).build());

        assertThat(ids(RemovalPolicy.custom(i -> -i.id().length()), all(fleet))).containsExactly("bb", "cc", "a");
        assertThat(ids(RemovalPolicy.custom(i -> -i.id().length(), RemovalCriterion.OLDEST_INSTANCE), all(fleet)))
                .containsExactly("cc", "bb", "a");
        RemovalRequest request = all(fleet);
        RemovalPolicy huge = RemovalPolicy.custom(i -> Long.MAX_VALUE);
        assertThatThrownBy(() -> ids(huge, request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("custom rank of a");
    }

    /** Guide 4.2: the stages may not be equal, and a custom stage is the first one. */
    @Test
    void stagesMustDiffer() {
        assertThatThrownBy(() -> RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE, RemovalCriterion.OLDEST_INSTANCE))
                .hasMessage("stages ([OLDEST_INSTANCE, OLDEST_INSTANCE]) must differ");
        assertThatThrownBy(() -> new RemovalPolicy(Optional.empty(), List.of()))
                .hasMessage("stages ([]) must be one or two in all");
        assertThatThrownBy(() -> new RemovalPolicy(
                        Optional.of(i -> 0),
                        List.of(RemovalCriterion.OLDEST_INSTANCE, RemovalCriterion.NEWEST_INSTANCE)))
                .hasMessageContaining("after a custom one");
    }

    /** Contract section 1: OldestScalingConfiguration, then OldestInstance. */
    @Test
    void theDefaultIsTheDocumentedOne() {
        assertThat(RemovalPolicy.DEFAULT)
                .isEqualTo(RemovalPolicy.of(RemovalCriterion.OLDEST_CONFIGURATION, RemovalCriterion.OLDEST_INSTANCE));
    }

    /** Peers A21: two zones with two and one; the larger zone loses, whatever the ages. */
    @Test
    void theLargestZoneLosesFirst() {
        Fleet fleet = Fleet.of(
                at("old", 0).zone(Zone.of("i")).build(),
                at("b", 1).build(),
                at("a", 2).build());
        RemovalPolicy oldest = RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE);

        assertThat(ids(oldest, RemovalRequest.of(fleet, RemovalGoal.count(1)).within(RemovalScope.LARGEST_ZONES)))
                .containsExactly("b");
    }

    /** Peers A21 in full: the larger zone, then the oldest template, then who is closest to the next billing hour. */
    @Test
    void theStagesGoOnInTheLargestZone() {
        ConfigurationSource v1 = ConfigurationSource.ofTemplate("lt", 1, T0);
        ConfigurationSource v2 = ConfigurationSource.ofTemplate("lt", 2, T0.plusSeconds(1));
        Fleet fleet = Fleet.of(
                at("alone", 0).zone(Zone.of("i")).source(v1).build(),
                at("new", 1).source(v2).build(),
                at("far", 3000).source(v1).build(),
                at("close", 60).source(v1).build());
        RemovalPolicy aws =
                RemovalPolicy.of(RemovalCriterion.OLDEST_TEMPLATE_VERSION, RemovalCriterion.CLOSEST_TO_BILLING_HOUR);

        assertThat(ids(
                        aws,
                        RemovalRequest.of(fleet, RemovalGoal.count(1))
                                .within(RemovalScope.LARGEST_ZONES)
                                .at(T0.plus(Duration.ofHours(5)))))
                .containsExactly("close");
    }
}
