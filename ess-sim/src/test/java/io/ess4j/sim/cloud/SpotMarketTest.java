package io.ess4j.sim.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Catalog;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Money;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.sim.kernel.RandomStreams;
import io.ess4j.sim.kernel.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Spot instances, stopped ones, faults and bills, minute by minute. */
class SpotMarketTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final InstanceType LARGE = InstanceType.of("ecs.c5.large", 2, 4096);
    private static final Zone H = Zone.of("h");
    private static final Zone I = Zone.of("i");
    private static final Offering SPOT = new Offering(LARGE, H, PurchaseOption.SPOT, Price.perHour("0.152"));
    private static final Offering ON_DEMAND = new Offering(LARGE, I, PurchaseOption.ON_DEMAND, Price.perHour("1.2"));

    private final Simulation simulation = new Simulation();
    private final List<String> reports = new ArrayList<>();

    @Test
    void anEmptyPoolTakesMachinesBackAfterTheProtectedHourWithFiveMinutesNotice() {
        // available for ticks 0 to 2, empty from minute 30 on
        Supply supply = new Supply.Recorded(
                new AvailabilityTrace(Duration.ofMinutes(10), new int[] {0, 3}, new boolean[] {true, false}, 100), 0);
        CloudAccount account = open(model(supply, 0, SpotTerms.DEFAULT), Faults.NONE, BillingRules.EXACT);
        simulation.runUntil(7 * MINUTE);
        String id = account.order(SPOT).orElseThrow();

        simulation.runUntil(3 * HOUR);

        // ordered in minute 7, protected to 67; looked at in minutes 30, 35, ... 70
        assertThat(reports).containsExactly("8 booted " + id, "70 noticed " + id + " for 75", "75 reclaimed " + id);
        assertThat(account.order(SPOT)).as("still empty").isEmpty();
        assertThat(account.billing().instanceMillisUntil(3 * HOUR)).containsEntry(PurchaseOption.SPOT, 68 * MINUTE);
    }

    @Test
    void theLowestBidGoesFirst() {
        // two pools of one offering each cannot differ in bid within one; the price passes the lower bid only
        PriceTrace prices = new PriceTrace(List.of(
                new PriceTrace.Change(2 * HOUR, Price.perHour("0.2")),
                new PriceTrace.Change(4 * HOUR, Price.perHour("0.3"))));
        Offering other = new Offering(LARGE, I, PurchaseOption.SPOT, Price.perHour("0.152"));
        Catalog catalog = Catalog.of(List.of(SPOT, other));
        Map<Integer, PoolModel> models = Map.of(
                0, priced(prices, "0.25"),
                1, priced(prices, "0.18"));
        CloudAccount account = account(Market.of(catalog), models, Faults.NONE, BillingRules.EXACT);
        String high = account.order(SPOT).orElseThrow();
        String low = account.order(other).orElseThrow();

        simulation.runUntil(5 * HOUR);

        assertThat(reports).containsSubsequence("120 noticed " + low + " for 125", "240 noticed " + high + " for 245");
    }

    private static PoolModel priced(PriceTrace prices, String bid) {
        return new PoolModel(
                Supply.STEADY,
                Optional.of(prices),
                0,
                new SpotTerms(Duration.ofHours(1), Optional.of(Price.perHour(bid))));
    }

    @Test
    void marketPriceIsPaidBySecondAndLessWithoutProtection() {
        PriceTrace prices = new PriceTrace(List.of(new PriceTrace.Change(HOUR, Price.perHour("0.304"))));
        var model = new PoolModel(Supply.STEADY, Optional.of(prices), 0, SpotTerms.DEFAULT);
        CloudAccount account = open(model, Faults.NONE, BillingRules.EXACT);
        account.order(SPOT);

        simulation.runUntil(2 * HOUR);

        assertThat(account.billing().costUntil(2 * HOUR)).containsEntry(PurchaseOption.SPOT, Money.of("0.456"));
        // guide's example: 0.152 becomes 0.137
        assertThat(SpotTerms.unprotected(Price.perHour("0.152"))).isEqualTo(Price.perHour("0.1368"));
    }

    @Test
    void timeIsBilledInWholeUnitsWithAMinimum() {
        var hourly = new BillingRules(Duration.ofHours(1), Duration.ZERO, Price.ZERO);
        assertThat(hourly.billedMillis(HOUR + 1)).isEqualTo(2 * HOUR);
        assertThat(new BillingRules(Duration.ofSeconds(1), Duration.ofMinutes(1), Price.ZERO).billedMillis(1_500))
                .isEqualTo(MINUTE);

        CloudAccount account = open(PoolModel.STEADY, Faults.NONE, hourly);
        String id = account.order(ON_DEMAND).orElseThrow();
        simulation.runUntil(90 * MINUTE);
        account.release(id);

        assertThat(account.billing().costUntil(90 * MINUTE)).containsEntry(PurchaseOption.ON_DEMAND, Money.of("2.4"));
        assertThat(account.billing().costByReason(90 * MINUTE))
                .containsEntry(CostReason.ROUNDING, Money.of("0.6"))
                .containsEntry(CostReason.STARTING, Money.of("0.02"));
        assertThat(account.billing().roundedMillis()).isEqualTo(30 * MINUTE);
    }

    @Test
    void stoppedMachinesCostTheirDisksAndStartWithoutScriptAtAnotherAddress() {
        var billing = new BillingRules(Duration.ofMillis(1), Duration.ZERO, Price.perHour("0.06"));
        CloudAccount account = open(PoolModel.STEADY, Faults.NONE, billing, Duration.ofMinutes(4));
        String id = account.order(ON_DEMAND).orElseThrow();
        simulation.runUntil(10 * MINUTE);
        long fixed = account.fixedAddress(id).orElseThrow();
        long elastic = account.elasticAddress(id).orElseThrow();
        account.stop(id);
        simulation.runUntil(70 * MINUTE);

        assertThat(account.billing().costByReason(70 * MINUTE)).containsEntry(CostReason.STOPPED, Money.of("0.06"));
        assertThat(account.machines(PurchaseOption.ON_DEMAND)).isZero();
        account.start(id);
        simulation.runUntil(2 * HOUR);

        // first start: a minute of boot and four of the script; again: a minute of boot
        assertThat(reports).containsExactly("5 booted " + id, "71 booted " + id);
        assertThat(account.fixedAddress(id).orElseThrow()).isNotEqualTo(fixed);
        assertThat(account.elasticAddress(id)).hasValue(elastic);
    }

    @Test
    void aZoneThatFailsBreaksItsMachinesAndSellsNothing() {
        var outage = new Faults.ZoneOutage(I, HOUR, Duration.ofMinutes(20));
        var faults =
                new Faults(Optional.empty(), List.of(outage), Optional.empty(), Optional.empty(), OptionalInt.empty());
        CloudAccount account = open(PoolModel.STEADY, faults, BillingRules.EXACT);
        String id = account.order(ON_DEMAND).orElseThrow();

        simulation.runUntil(70 * MINUTE);
        assertThat(account.order(ON_DEMAND)).isEmpty();
        assertThat(account.order(SPOT)).as("the other zone").isPresent();
        simulation.runUntil(90 * MINUTE);

        assertThat(account.order(ON_DEMAND)).isPresent();
        assertThat(reports).contains("60 broke " + id);
    }

    @Test
    void ordersBeyondTheLimitOfAMinuteAreRefused() {
        var faults = new Faults(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), OptionalInt.of(2));
        CloudAccount account = open(PoolModel.STEADY, faults, BillingRules.EXACT);

        assertThat(account.order(ON_DEMAND)).isPresent();
        assertThat(account.order(ON_DEMAND)).isPresent();
        assertThat(account.order(ON_DEMAND)).isEmpty();
        simulation.runUntil(MINUTE);
        assertThat(account.order(ON_DEMAND)).isPresent();
    }

    @Test
    void whatHappensInTheWorldDoesNotDependOnWhatIsBought() {
        List<String> idle = worldOf(0);
        List<String> busy = worldOf(30);

        assertThat(busy).isEqualTo(idle);
        assertThat(idle.stream().distinct()).hasSizeGreaterThan(2);
    }

    private List<String> worldOf(int orders) {
        var own = new Simulation();
        var outages = new Supply.Outages(Duration.ofHours(3), Duration.ofHours(1));
        var faults = new Faults(
                Optional.empty(),
                List.of(),
                Optional.of(outages),
                Optional.of(new Faults.MarketOutages(outages, 0.5)),
                OptionalInt.empty());
        var settings = new CloudSettings(
                new BootModel.Uniform(Duration.ZERO, Duration.ofMinutes(3)),
                Map.of(),
                Duration.ZERO,
                0.2,
                0,
                BillingRules.EXACT,
                faults);
        var cloud = new SimulatedCloud(
                own,
                Market.of(Catalog.of(List.of(SPOT, ON_DEMAND))),
                Map.of(0, model(outages, 0.5, SpotTerms.DEFAULT)),
                settings,
                new RandomStreams(7));
        CloudAccount account = cloud.account();
        own.scheduleEvery(HOUR / 2, HOUR, now -> {
            for (int i = 0; i < orders; i++) {
                account.order(i % 2 == 0 ? SPOT : ON_DEMAND);
            }
        });
        List<String> world = new ArrayList<>();
        own.scheduleEvery(
                MINUTE,
                MINUTE,
                now -> world.add(
                        (cloud.market().stock(0) > 0) + " " + (cloud.market().stock(1) > 0)));
        own.runUntil(48 * HOUR);
        return world;
    }

    @Test
    void bucketsBecomeRates() {
        // a tenth of the machines within 720 hours
        assertThat(720 * PoolModel.interruptionsPerHour(1)).isEqualTo(-StrictMath.log(0.9));
    }

    private static PoolModel model(Supply supply, double rate, SpotTerms terms) {
        return new PoolModel(supply, Optional.empty(), rate, terms);
    }

    private CloudAccount open(PoolModel spot, Faults faults, BillingRules billing) {
        return open(spot, faults, billing, Duration.ZERO);
    }

    private CloudAccount open(PoolModel spot, Faults faults, BillingRules billing, Duration script) {
        return account(Market.of(Catalog.of(List.of(SPOT, ON_DEMAND))), Map.of(0, spot), faults, billing, script);
    }

    private CloudAccount account(Market market, Map<Integer, PoolModel> models, Faults faults, BillingRules billing) {
        return account(market, models, faults, billing, Duration.ZERO);
    }

    private CloudAccount account(
            Market market, Map<Integer, PoolModel> models, Faults faults, BillingRules billing, Duration script) {
        var settings =
                new CloudSettings(new BootModel.Fixed(Duration.ofMinutes(1)), Map.of(), script, 0, 0, billing, faults);
        CloudAccount account = new SimulatedCloud(simulation, market, models, settings, new RandomStreams(1)).account();
        account.listen(new CloudListener() {
            @Override
            public void booted(String id) {
                report("booted " + id);
            }

            @Override
            public void bootFailed(String id) {
                report("failed " + id);
            }

            @Override
            public void noticed(String id, long atMillis) {
                report("noticed " + id + " for " + atMillis / MINUTE);
            }

            @Override
            public void reclaimed(String id) {
                report("reclaimed " + id);
            }

            @Override
            public void broke(String id) {
                report("broke " + id);
            }
        });
        return account;
    }

    private void report(String what) {
        reports.add(simulation.now() / MINUTE + " " + what);
    }
}
