package io.ess4j.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.PurchaseOption;
import io.ess4j.sim.cloud.Billing;
import io.ess4j.sim.cloud.CloudListener;
import io.ess4j.sim.cloud.Provider;
import io.ess4j.sim.kernel.Simulation;
import io.ess4j.sim.metrics.Activity;
import io.ess4j.sim.metrics.Interruptions;
import io.ess4j.sim.metrics.Period;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.metrics.RunTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Conservation in worlds where much goes wrong: requests, instance hours, stock and interruptions add up. */
class WorldProperties {
    private static final long MINUTE = 60_000;

    @Property(tries = 150)
    void nothingIsLostUnseen(@ForAll("worlds") String yaml) {
        Scenario scenario = ScenarioReader.parse("world.yaml", yaml, Overrides.NONE);
        var totals = new RunTotals();
        var log = new ArrayList<Activity>();
        var periods = new ArrayList<Period>();
        var books = new Books();
        var run = new ScenarioRun(scenario, observer(totals, log, periods), Optional.empty(), books::over);
        books.simulation = run.simulation();
        checkStock(scenario, run);

        run.run();

        long end = scenario.span().length().toMillis();
        assertThat(totals.arrivals()).isEqualTo(totals.served() + totals.lost() + totals.waiting());
        for (Period period : periods) {
            for (Period group : period.groups()) {
                assertThat(group.traffic().served()).isNotNegative();
            }
        }
        long billed = books.provider.billing().instanceMillisUntil(end).values().stream()
                .mapToLong(m -> m)
                .sum();
        assertThat(billed - books.provider.billing().roundedMillis())
                .as("billed and lived")
                .isEqualTo(books.livedUntil(end));
        assertThat(run.controller().state().fleet().stream().map(i -> i.id()))
                .containsExactlyInAnyOrderElementsOf(books.held());
        checkInterruptions(run, log);
    }

    private static void checkInterruptions(ScenarioRun run, List<Activity> log) {
        Interruptions sum =
                run.controllers().stream().map(c -> c.interruptions()).reduce(Interruptions.NONE, Interruptions::plus);
        assertThat(sum.noticed())
                .as("every notice is answered or reported")
                .isEqualTo(sum.inTime() + sum.late() + sum.unreplaced() + sum.open());
        assertThat(log.stream().filter(a -> a.trigger().equals("SPOT_RECLAIMED")))
                .hasSize((int) sum.unreplaced());
    }

    /** Never more is sold than there is, by both groups together, and never less than nothing is left. */
    private static void checkStock(Scenario scenario, ScenarioRun run) {
        run.simulation().scheduleEvery(MINUTE / 2, MINUTE, now -> {
            Market market = run.cloud().market();
            for (int row = 0; row < market.size(); row++) {
                assertThat(market.stock(row)).isNotNegative();
                Offering offering = market.offering(row);
                long held = run.controllers().stream()
                        .flatMap(c -> c.state().fleet().stream())
                        .filter(i -> i.type().equals(offering.type())
                                && i.zone().equals(offering.zone())
                                && i.purchaseOption() == offering.purchaseOption()
                                && i.state() != LifecycleState.STOPPED)
                        .count();
                assertThat(held).isLessThanOrEqualTo(scenario.market().stock(row));
            }
        });
    }

    private static RunObserver observer(RunTotals totals, List<Activity> log, List<Period> periods) {
        return new RunObserver() {
            @Override
            public void period(Period period) {
                totals.period(period);
                periods.add(period);
            }

            @Override
            public void activity(Activity activity) {
                totals.activity(activity);
                log.add(activity);
            }
        };
    }

    /** Keeps its own record of what runs, from what is asked of the provider and what the provider tells. */
    private static final class Books {
        private final Map<String, Long> running = new LinkedHashMap<>();
        private final List<String> stopped = new ArrayList<>();
        private long lived;
        private Simulation simulation;
        private Provider provider;

        @SuppressWarnings("NullAway.Init")
        Books() {}

        private long now() {
            return simulation == null ? 0 : simulation.now();
        }

        private void begin(String id) {
            running.put(id, now());
        }

        private void end(String id) {
            Long since = running.remove(id);
            lived += since == null ? 0 : now() - since;
        }

        long livedUntil(long end) {
            return lived
                    + running.values().stream().mapToLong(since -> end - since).sum();
        }

        List<String> held() {
            List<String> all = new ArrayList<>(running.keySet());
            all.addAll(stopped);
            return all;
        }

        Provider over(Provider inner) {
            provider = inner;
            return new Provider() {
                @Override
                public void listen(CloudListener listener) {
                    inner.listen(telling(listener));
                }

                @Override
                public Market market() {
                    return inner.market();
                }

                @Override
                public Optional<String> order(Offering offering) {
                    Optional<String> id = inner.order(offering);
                    id.ifPresent(Books.this::begin);
                    return id;
                }

                @Override
                public Optional<String> addRunning(Offering offering) {
                    Optional<String> id = inner.addRunning(offering);
                    id.ifPresent(Books.this::begin);
                    return id;
                }

                @Override
                public void leaving(String id) {
                    inner.leaving(id);
                }

                @Override
                public boolean stop(String id) {
                    end(id);
                    stopped.add(id);
                    return inner.stop(id);
                }

                @Override
                public boolean start(String id) {
                    long before = inner.billing().instances(PurchaseOption.ON_DEMAND)
                            + inner.billing().instances(PurchaseOption.SPOT);
                    boolean started = inner.start(id);
                    long after = inner.billing().instances(PurchaseOption.ON_DEMAND)
                            + inner.billing().instances(PurchaseOption.SPOT);
                    if (after > before) {
                        stopped.remove(id);
                        begin(id);
                    }
                    return started;
                }

                @Override
                public boolean release(String id) {
                    end(id);
                    stopped.remove(id);
                    return inner.release(id);
                }

                @Override
                public Billing billing() {
                    return inner.billing();
                }
            };
        }

        private CloudListener telling(CloudListener listener) {
            return new CloudListener() {
                @Override
                public void booted(String id) {
                    listener.booted(id);
                }

                @Override
                public void bootFailed(String id) {
                    end(id); // one that was to start again is stopped, and released by the group at once
                    listener.bootFailed(id);
                }

                @Override
                public void noticed(String id, long atMillis) {
                    listener.noticed(id, atMillis);
                }

                @Override
                public void reclaimed(String id) {
                    end(id);
                    listener.reclaimed(id);
                }

                @Override
                public void broke(String id) {
                    listener.broke(id);
                }
            };
        }
    }

    @Provide
    Arbitrary<String> worlds() {
        Arbitrary<String> faults = Combinators.combine(
                        Arbitraries.of("{}", "{meanTimeToFailure: 3h}", "{zoneOutages: {meanUp: 90m, meanDown: 20m}}"),
                        Arbitraries.of("", "ordersPerMinute: 2"),
                        Arbitraries.of("", "marketOutages: {meanUp: 1h, meanDown: 25m, reachPercent: 60}"))
                .as((a, b, c) -> "{" + join(a.substring(1, a.length() - 1), b, c) + "}");
        Arbitrary<String> operation = Combinators.combine(
                        Arbitraries.of("release", "recycle"),
                        Arbitraries.of("", "hooks: [{name: in-hook, at: scale-out, timeout: 30s}]"),
                        Arbitraries.of("", "hooks: [{name: out-hook, at: scale-in, timeout: 45s, atTimeout: abandon}]"),
                        Arbitraries.of("", "checks: {rebalance: 30m, restoreMix: 20m, health: 2m}"),
                        Arbitraries.of(
                                "",
                                "metricFaults: {missingPercent: 20, delay: 2m, behind: 1m}",
                                "policy: {type: react}"))
                .as((reclaim, out, in, checks, rest) ->
                        String.join("\n  ", "reclaim: " + reclaim, out.isEmpty() ? in : out, checks, rest));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of("priority", "balanced", "cost-optimized", "exact"),
                        Arbitraries.of("1ms", "1m", "1h"),
                        Arbitraries.integers().between(0, 250),
                        faults,
                        operation,
                        Arbitraries.of("", ", supply: {type: outages, meanUp: 50m, meanDown: 30m}", ", bid: 0.049"))
                .as(WorldProperties::yaml);
    }

    private static String join(String... parts) {
        return String.join(
                ", ", List.of(parts).stream().filter(p -> !p.isEmpty()).toList());
    }

    private static String yaml(
            int seed,
            int percent,
            String strategy,
            String unit,
            int rate,
            String faults,
            String operation,
            String pool) {
        String group = """
                min: 2
                max: 40
                cooldown: 120s
                drain: 90s
                zones: [h, i]
                placement: {strategy: %s, onDemandPercent: %d, spotPools: 2, restoreMix: true}
                rules:
                  - {name: cpu, type: target-tracking, target: 60, warmup: 60s}
                  - {name: add, type: change, units: 7}
                  - {name: grow, type: step, steps: [{from: 0, to: 10, units: 2}, {from: 10, units: 6}]}
                alarms:
                  - {name: busy, metric: cpu, comparison: ">", threshold: 85, times: 2, rule: grow}
                schedule:
                  - {at: "01:00", rule: add}
                  - {at: "02:30", min: 5, max: 30}
                %s
                """.formatted(strategy, percent, operation.replace("\n  ", "\n"));
        return """
                name: world
                currency: CNY
                start: 2026-01-05T00:00:00
                length: 5h
                period: 60s
                seed: %d
                groups:
                  - name: first
                %s
                    workload: {parts: [{type: daily, base: %d, peak: 200, from: "01:30", to: "03:00", ramp: 20m}]}
                    service: {time: 100ms, queueLimit: 500}
                    slo: {response: 300ms}
                  - name: second
                    min: 1
                    max: 8
                    zones: [i]
                    placement: {strategy: priority, onDemandPercent: 0}
                    workload: {parts: [{type: constant, rate: 20}]}
                    service: {time: 100ms}
                    slo: {response: 300ms}
                instanceTypes:
                  - {name: a, vcpus: 2, memory: 4, weight: 2}
                  - {name: b, vcpus: 4, memory: 8, weight: 4}
                offerings:
                  - {type: a, option: on-demand, price: 0.18, stock: 6}
                  - {type: b, option: on-demand, price: 0.34, stock: 3}
                  - {type: a, option: spot, price: 0.05, stock: 4, interruptionBucket: 4, protection: false%s}
                  - {type: b, option: spot, price: 0.09, stock: 2, supply: {type: outages, meanUp: 40m, meanDown: 40m}}
                cloud:
                  boot: {type: lognormal, median: 90s, p95: 4m}
                  script: 10s
                  launchFailurePercent: 5
                  startFailurePercent: 20
                  billing: {unit: %s, minimum: 1m, stoppedPrice: 0.01}
                  faults: %s
                """.formatted(seed, group.indent(4).stripTrailing(), rate, pool, unit, faults);
    }
}
