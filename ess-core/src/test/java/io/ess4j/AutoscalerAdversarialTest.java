package io.ess4j;

import static io.ess4j.Groups.CATALOG;
import static io.ess4j.Groups.MARKET;
import static io.ess4j.Groups.NOW;
import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.lifecycle.GroupStatus;
import io.ess4j.lifecycle.ProcessSuspension;
import io.ess4j.lifecycle.StopPool;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.naming.HostNameSequence;
import io.ess4j.placement.AllocationOrder;
import io.ess4j.placement.BalanceMode;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.PoolAllocation;
import io.ess4j.placement.PriceComparison;
import io.ess4j.placement.SpotMix;
import io.ess4j.placement.SpotPortfolio;
import io.ess4j.removal.RemovalScope;
import io.ess4j.rule.ScalingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AutoscalerAdversarialTest {
    private static final SpotMix MIX = SpotMix.onDemandOnly();

    private static final List<PlacementStrategy> STRATEGIES = List.of(
            PlacementStrategy.priority(MIX),
            PlacementStrategy.balanced(MIX),
            PlacementStrategy.costOptimized(MIX),
            new PlacementStrategy.Composable(
                    Optional.of(BalanceMode.BEST_EFFORT),
                    AllocationOrder.LOWEST_PRICE,
                    AllocationOrder.LOWEST_PRICE,
                    MIX,
                    Optional.empty()),
            PlacementStrategy.allocated(PoolAllocation.LOWEST_PRICE, MIX),
            PlacementStrategy.exact(MIX),
            new PlacementStrategy.RiskAware(MIX, new SpotPortfolio(Money.ZERO, 0, 0, 100)));

    @Test
    void everyPlacementStrategyCanScaleIn() {
        assertThat(STRATEGIES)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(PlacementStrategy.class.getPermittedSubclasses());
        for (PlacementStrategy strategy : STRATEGIES) {
            ScalingGroup group = plain(0, 2).placement(strategy).build();

            ScalingPlan plan = plan(group, GroupState.of(group, fleet(3)), Trigger.check());

            assertThat(plan.removals()).as(strategy.toString()).hasSize(1);
        }
    }

    @Test
    void strategiesThatBalanceRemoveFromTheLargestZones() {
        assertThat(RemovalScopes.of(PlacementStrategy.exact(MIX).withBalancedZones(true)))
                .isEqualTo(RemovalScope.LARGEST_ZONES);
        assertThat(RemovalScopes.of(PlacementStrategy.exact(MIX))).isEqualTo(RemovalScope.DEAREST);
    }

    /** Ruling C20: an explicit comparison overrides; per unit the large type is dearer, per vCPU the small one. */
    @Test
    void removalDividesPricesByWhatPlacementDividesThemBy() {
        Fleet both = Fleet.of(
                Instance.builder("i-small")
                        .type(Groups.LARGE)
                        .zone(Groups.H)
                        .price(Price.perHour("0.20"))
                        .joinedAt(NOW)
                        .build(),
                Instance.builder("i-big")
                        .type(Groups.XLARGE)
                        .zone(Groups.H)
                        .price(Price.perHour("0.34"))
                        .joinedAt(NOW)
                        .build());
        for (PriceComparison comparison : PriceComparison.values()) {
            ScalingGroup group = plain(0, 1)
                    .placement(new PlacementStrategy.CostOptimized(MIX, Optional.of(comparison)))
                    .build();

            assertThat(plan(group, GroupState.of(group, both), Trigger.check()).removals())
                    .extracting(Instance::id)
                    .containsExactly(comparison == PriceComparison.PER_UNIT ? "i-big" : "i-small");
        }
    }

    @Test
    void wrongArgumentsAreRefusedWhateverTheState() {
        ScalingGroup group = plain(0, 4).rule(ScalingRule.change("add", 1)).build();
        RunningActivity running = new RunningActivity(true, Duration.ZERO);
        GroupState rest = GroupState.of(group, fleet(1));
        GroupState busy = new GroupState(
                rest.fleet(),
                rest.limits(),
                rest.desired(),
                rest.coolingDownUntil(),
                List.of(running),
                rest.hostNames(),
                rest.status(),
                rest.suspension(),
                rest.stopPool());
        Market other = Market.of(Catalog.builder()
                .offering(Groups.LARGE, Groups.I, PurchaseOption.ON_DEMAND, Price.ZERO)
                .build());
        Autoscaler autoscaler = new Autoscaler(group, CATALOG);
        for (GroupState state : List.of(rest, busy)) {
            assertThatThrownBy(() -> autoscaler.plan(state, MARKET, Trigger.alarm("ad"), NOW))
                    .hasMessage("rule (ad) must be one of [add]");
            assertThatThrownBy(() -> autoscaler.plan(state, other, Trigger.check(), NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("market must be over the catalogue");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsNamed() {
        ScalingGroup group = plain(0, 4).build();
        GroupState state = GroupState.of(group, fleet(1));
        Autoscaler autoscaler = new Autoscaler(group, CATALOG);
        assertThatThrownBy(() -> autoscaler.plan(null, MARKET, Trigger.check(), NOW))
                .hasMessage("state");
        assertThatThrownBy(() -> autoscaler.plan(state, null, Trigger.check(), NOW))
                .hasMessage("market");
        assertThatThrownBy(() -> autoscaler.plan(state, MARKET, null, NOW)).hasMessage("trigger");
        assertThatThrownBy(() -> autoscaler.plan(state, MARKET, Trigger.check(), null))
                .hasMessage("now");
    }

    @Test
    void idsOfLaunchedInstancesMustBeNew() {
        ScalingGroup group = plain(2, 4).build();
        ScalingPlan plan = plan(group, GroupState.of(group, fleet(1)), Trigger.check());

        assertThat(plan.after(List.of("i-9")).fleet()).extracting(Instance::id).containsExactly("i-1", "i-9");
        assertThatThrownBy(() -> plan.after(List.of("i-1"))).hasMessage("id (i-1) must not be in the fleet yet");
    }

    @Test
    void refusesTimesAtWhichNobodyCouldJoin() {
        ScalingGroup group =
                Groups.plain(0, 9).rule(ScalingRule.targetTracking("t", 50)).build();
        GroupState state = GroupState.of(group, Groups.fleet(2));
        for (Instant never : List.of(Instant.MIN, Instant.MAX)) {
            assertThatThrownBy(() -> new Autoscaler(group, Groups.CATALOG)
                            .plan(state, Groups.MARKET, Trigger.alarm("t", 90), never))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("now (" + never + ") must be from 1677");
        }
    }

    @Test
    void refusesAStateWhoseHostNamesDoNotFitTheGroup() {
        ScalingGroup named =
                Groups.plain(0, 9).hostNames("n-(AUTO_INCREMENT)[]").build();
        ScalingGroup plain = Groups.plain(0, 9).build();
        GroupState nameless = GroupState.of(plain, Groups.fleet(1));
        assertThatThrownBy(() -> Groups.plan(named, nameless, Trigger.check()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be present if and only if the group names its instances");
        GroupState known = GroupState.of(named, Groups.fleet(1))
                .withHostNames(
                        HostNameSequence.of(named.hostNames().orElseThrow()).observe(List.of("n-000041")));
        ScalingPlan plan = Groups.plan(named, known, Trigger.setLimits(2, 9));
        assertThat(plan.hostNames().orElseThrow().names()).containsExactly("n-000042");
    }

    @Test
    void aFinishedActivityNeverShortensACooldown() {
        ScalingGroup group = Groups.plain(0, 9).build();
        RunningActivity brief = new RunningActivity(false, Duration.ZERO);
        GroupState cooling = new GroupState(
                Groups.fleet(1),
                group.limits(),
                OptionalInt.empty(),
                Optional.of(Groups.NOW.plusSeconds(900)),
                List.of(brief),
                Optional.empty(),
                GroupStatus.ACTIVE,
                ProcessSuspension.NONE,
                StopPool.EMPTY);
        assertThat(cooling.finished(brief, Optional.of(Groups.NOW)).coolingDownUntil())
                .contains(Groups.NOW.plusSeconds(900));
    }
}
