package io.ess4j.sim.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;

class SimulatedCloudTest {
    private static final long HOUR = 3_600_000;
    private static final InstanceType LARGE = InstanceType.of("ecs.c5.large", 2, 4096);
    private static final Zone H = Zone.of("h");
    private static final Offering SPOT = new Offering(LARGE, H, PurchaseOption.SPOT, Price.perHour("0.36"));
    private static final Offering OTHER = new Offering(LARGE, Zone.of("i"), PurchaseOption.SPOT, Price.perHour("1"));

    private final Simulation simulation = new Simulation();
    private final List<String> reports = new ArrayList<>();

    @Test
    void sellsItsStockBootsAndBillsFromOrderToRelease() {
        CloudAccount cloud = cloud(0);

        String first = cloud.order(SPOT).orElseThrow();
        String second = cloud.order(SPOT).orElseThrow();
        assertThat(cloud.order(SPOT)).as("sold out").isEmpty();
        assertThat(cloud.order(OTHER)).as("not in the catalogue").isEmpty();
        assertThat(cloud.market().stock(0)).isZero();
        simulation.runUntil(HOUR);
        assertThat(reports).containsExactly("booted " + first, "booted " + second);

        assertThat(cloud.release(first)).isTrue();
        assertThat(cloud.release(first)).as("gone already").isFalse();
        assertThat(cloud.market().stock(0)).isEqualTo(1);
        simulation.runUntil(2 * HOUR);

        assertThat(cloud.billing().costUntil(2 * HOUR)).containsEntry(PurchaseOption.SPOT, Money.of("1.08"));
        assertThat(cloud.billing().instanceMillisUntil(2 * HOUR)).containsEntry(PurchaseOption.SPOT, 3 * HOUR);
        assertThat(cloud.machines(PurchaseOption.SPOT)).isEqualTo(1);
    }

    @Test
    void failedBootsAreReleasedAndReported() {
        CloudAccount cloud = cloud(1);

        String id = cloud.order(SPOT).orElseThrow();
        simulation.runUntil(HOUR);

        assertThat(reports).containsExactly("failed " + id);
        assertThat(cloud.machines(PurchaseOption.SPOT)).isZero();
        assertThat(cloud.market().stock(0)).isEqualTo(2);
    }

    @Test
    void machinesReleasedWhileBootingAreNotReported() {
        CloudAccount cloud = cloud(0);

        cloud.release(cloud.order(SPOT).orElseThrow());
        simulation.runUntil(HOUR);

        assertThat(reports).isEmpty();
    }

    @Test
    void runningMachinesAreBilledWithoutBoot() {
        CloudAccount cloud = cloud(1);

        assertThat(cloud.addRunning(SPOT)).hasValue("i-000001");
        simulation.runUntil(HOUR);

        assertThat(reports).isEmpty();
        assertThat(cloud.billing().costUntil(HOUR)).containsEntry(PurchaseOption.SPOT, Money.of("0.36"));
    }

    @Test
    void refusesARatioBeyondOne() {
        assertThatThrownBy(() -> cloud(1.5)).hasMessage("launchFailureRatio (1.5) must be from 0 to 1");
    }

    private CloudAccount cloud(double failures) {
        Catalog catalog = Catalog.of(List.of(SPOT));
        Market market =
                Market.builder(catalog).stock(LARGE, H, PurchaseOption.SPOT, 2).build();
        var settings = CloudSettings.of(new BootModel.Fixed(Duration.ofSeconds(90)), failures);
        var cloud = new SimulatedCloud(simulation, market, settings, new RandomStreams(1)).account();
        cloud.listen(new CloudListener() {
            @Override
            public void booted(String id) {
                reports.add("booted " + id);
            }

            @Override
            public void bootFailed(String id) {
                reports.add("failed " + id);
            }
        });
        return cloud;
    }
}
