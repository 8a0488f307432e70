package io.ess4j.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.PurchaseOption;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.metrics.RunTotals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds in every run: nothing is created or lost between the books of load, stock, instances and money. */
class RunProperties {
    @Property(tries = 60)
    void booksBalance(@ForAll("scenarios") String yaml) {
        Scenario scenario = ScenarioReader.parse("random.yaml", yaml, Overrides.NONE);
        var totals = new RunTotals();
        var books = new Books(scenario, totals);
        var run = new ScenarioRun(scenario, books);
        books.run = run;
        // everything happens on whole minutes, so the fleet of a minute's middle lives for the whole minute
        run.simulation()
                .scheduleEvery(
                        30_000,
                        60_000,
                        now -> run.controller()
                                .state()
                                .fleet()
                                .forEach(i ->
                                        books.livedMinutes[i.purchaseOption().ordinal()]++));

        run.run();

        assertThat(totals.arrivals()).isEqualTo(totals.served() + totals.lost() + totals.waiting());
        for (PurchaseOption option : PurchaseOption.values()) {
            assertThat(totals.instanceHours(option))
                    .as("billed and lived, " + option)
                    .isEqualTo(books.livedMinutes[option.ordinal()] / 60.0);
        }
        assertThat(run.controller().state().fleet())
                .hasSize(Arrays.stream(PurchaseOption.values())
                        .mapToInt(o -> (int) run.provider().billing().instances(o))
                        .sum());
    }

    /** Compares stock, fleet and counts at the end of every period. */
    private static final class Books implements RunObserver {
        private final Scenario scenario;
        private final RunTotals totals;
        private final List<Activity> activities = new ArrayList<>();
        private final long[] livedMinutes = new long[PurchaseOption.values().length];
        private ScenarioRun run;

        @SuppressWarnings("NullAway.Init")
        Books(Scenario scenario, RunTotals totals) {
            this.scenario = scenario;
            this.totals = totals;
        }

        @Override
        public void period(Period period) {
            totals.period(period);
            Market market = run.cloud().market();
            for (int row = 0; row < market.size(); row++) {
                int row0 = row;
                int initial = scenario.market().stock(row);
                long out = run.controller().state().fleet().stream()
                        .filter(i -> i.type().equals(market.offering(row0).type())
                                && i.zone().equals(market.offering(row0).zone())
                                && i.purchaseOption() == market.offering(row0).purchaseOption())
                        .count();
                assertThat(market.stock(row)).isNotNegative().isEqualTo((int) (initial - out));
            }
            assertThat(period.capacity().inService())
                    .isEqualTo(run.controller().state().fleet().capacity(LifecycleState.IN_SERVICE)
                            + run.controller().state().fleet().capacity(LifecycleState.PROTECTED));
            assertThat(period.capacity().instancesByZone().stream()
                            .mapToInt(n -> n)
                            .sum())
                    .isEqualTo(period.capacity().instancesByOption().values().stream()
                            .mapToInt(n -> n)
                            .sum());
        }

        @Override
        public void activity(Activity activity) {
            totals.activity(activity);
            activities.add(activity);
            assertThat(activity.endMillis()).isGreaterThanOrEqualTo(activity.startMillis());
        }
    }

    @Provide
    Arbitrary<String> scenarios() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of("priority", "balanced", "cost-optimized"),
                        Arbitraries.of(0, 1, 2, 5),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.of("poisson", "even"))
                .as(RunProperties::yaml);
    }

    private static String yaml(
            int seed, int failures, int percent, String strategy, int boot, int stock, int rate, String arrivals) {
        return """
                name: random
                currency: CNY
                start: 2026-01-05T00:00:00
                length: 4h
                period: 60s
                seed: %d
                group:
                  min: 2
                  max: 40
                  cooldown: 120s
                  drain: %dm
                  zones: [h, i]
                  placement: {strategy: %s, onDemandPercent: %d, spotPools: 2}
                  rules:
                    - {name: cpu, type: target-tracking, target: 60, warmup: 60s}
                    - {name: add, type: change, units: 7}
                  schedule:
                    - {at: "01:00", rule: add}
                    - {at: "02:30", min: 5, max: 30}
                instanceTypes:
                  - {name: a, vcpus: 2, memory: 4, weight: 2}
                  - {name: b, vcpus: 4, memory: 8, weight: 4}
                offerings:
                  - {type: a, option: on-demand, price: 0.18, stock: %d}
                  - {type: b, option: on-demand, price: 0.34, stock: 3}
                  - {type: a, option: spot, price: 0.05, stock: 4}
                  - {type: b, option: spot, price: 0.09, stock: 1}
                cloud:
                  boot: {type: fixed, time: %dm}
                  launchFailurePercent: %d
                workload:
                  arrivals: %s
                  parts:
                    - {type: daily, base: %d, peak: 200, from: "01:30", to: "03:00", ramp: 20m}
                service: {time: 100ms, queueLimit: 500}
                slo: {response: 300ms}
                """.formatted(seed, boot, strategy, percent, stock, boot, failures, arrivals, rate);
    }
}
