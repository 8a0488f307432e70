package io.ess4j.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.Autoscaler;
import io.ess4j.GroupState;
import io.ess4j.ScalingGroup;
import io.ess4j.ScalingPlan;
import io.ess4j.Trigger;
import io.ess4j.model.Catalog;
import io.ess4j.model.ComputeKind;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceFeatures;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.SimpleRule;
import io.ess4j.sim.input.JsonText;
import io.ess4j.sim.input.JsonValue;
import io.ess4j.sim.input.Problems;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any run of states, markets and triggers of a group is read from its log as it was written. */
class LogProperties {
    private static final List<Zone> ZONES = List.of(Zone.of("a"), Zone.of("b"));
    private static final List<InstanceType> TYPES = List.of(
            InstanceType.of("t.1", 1, 1),
            InstanceType.of("t.2", 2, 2)
                    .withFeatures(InstanceFeatures.builder()
                            .kind(ComputeKind.BARE_METAL)
                            .network(4, 0, 2)
                            .build()));
    private static final Catalog CATALOG = catalog();
    private static final ScalingGroup GROUP = ScalingGroup.builder("g")
            .capacity(0, 20)
            .zones(ZONES)
            .type(TYPES.get(0), 1)
            .type(TYPES.get(1), 2)
            .hostNames("h-(AUTO_INCREMENT)[0,3]")
            .rule(ScalingRule.targetTracking("cpu", 50))
            .rule(SimpleRule.of("more", AdjustmentType.QUANTITY, 3))
            .build();
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private static Catalog catalog() {
        List<Offering> all = new ArrayList<>();
        for (Zone zone : ZONES) {
            for (InstanceType type : TYPES) {
                all.add(new Offering(type, zone, PurchaseOption.ON_DEMAND, Price.perHour(type.vcpus() + ".5")));
            }
        }
        return Catalog.of(all);
    }

    /** One question of a run. */
    record Asked(List<Row> rows, List<Long> prices, List<Integer> stock, int trigger, int metric, int seconds) {}

    /** One instance. */
    record Row(int id, int type, int zone, int state, int age) {}

    @Provide
    Arbitrary<List<Asked>> questions() {
        Arbitrary<Row> row = Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, LifecycleState.values().length - 1),
                        Arbitraries.integers().between(0, 9_999))
                .as(Row::new);
        Arbitrary<Asked> asked = Combinators.combine(
                        row.list().ofMaxSize(6).uniqueElements(Row::id),
                        Arbitraries.longs().between(0, 3_000_000_000L).list().ofSize(4),
                        Arbitraries.integers().between(0, 3).list().ofSize(4),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 20_000),
                        Arbitraries.integers().between(0, 100_000))
                .as(Asked::new);
        return asked.list().ofMinSize(1).ofMaxSize(5);
    }

    @Property
    void isReadBackAndReplays(@ForAll("questions") List<Asked> questions) throws IOException {
        StringWriter text = new StringWriter();
        DecisionLog log = new DecisionLog(text);
        List<ScalingPlan> plans = new ArrayList<>();
        List<Market> markets = new ArrayList<>();
        for (Asked asked : questions) {
            Market market = market(asked);
            ScalingPlan plan = new Autoscaler(GROUP, CATALOG)
                    .plan(state(asked), market, trigger(asked), START.plusSeconds(asked.seconds));
            log.add(plan, market);
            plans.add(plan);
            markets.add(market);
        }

        LogForm form = new LogForm();
        List<String> lines = text.toString().lines().toList();
        assertThat(lines).hasSize(1 + plans.size());
        assertThat(form.readGroup(place(lines.get(0)))).contains(GROUP);
        for (int i = 0; i < plans.size(); i++) {
            LogForm.Question read = form.readQuestion(place(lines.get(i + 1)));
            assertThat(read.state()).isEqualTo(plans.get(i).before());
            assertThat(read.market()).isEqualTo(markets.get(i));
            assertThat(read.trigger()).isEqualTo(plans.get(i).trigger());
            assertThat(read.at()).isEqualTo(plans.get(i).at());
        }
        Replay.Outcome outcome = Replay.run("log", new StringReader(text.toString()));
        assertThat(outcome.decisions()).isEqualTo(plans.size());
        assertThat(outcome.difference()).isEmpty();
    }

    private static Place place(String line) {
        JsonValue value = JsonText.read("log", new Problems(), line);
        return new Place("log", "", value);
    }

    private static GroupState state(Asked asked) {
        List<Instance> instances = new ArrayList<>();
        for (Row row : asked.rows) {
            Offering offering = CATALOG.offerings().get(row.zone * 2 + row.type);
            instances.add(Instance.builder("i-" + row.id)
                    .offering(offering)
                    .weight(offering.type().vcpus())
                    .state(LifecycleState.values()[row.state])
                    .joinedAt(START.minusSeconds(row.age))
                    .build());
        }
        GroupState state = GroupState.of(GROUP, Fleet.of(instances));
        return asked.metric % 2 == 0 ? state.withDesired(asked.metric % 20) : state;
    }

    private static Market market(Asked asked) {
        Market.Builder market = Market.builder(CATALOG);
        for (int row = 0; row < 4; row++) {
            Offering o = CATALOG.offerings().get(row);
            market.price(o.type(), o.zone(), o.purchaseOption(), new Price(asked.prices.get(row)));
            market.stock(o.type(), o.zone(), o.purchaseOption(), asked.stock.get(row));
        }
        return market.build();
    }

    private static Trigger trigger(Asked asked) {
        return switch (asked.trigger) {
            case 0 -> Trigger.check();
            case 1 -> new Trigger.Alarm("cpu", OptionalDouble.of(asked.metric / 100.0), OptionalDouble.empty());
            case 2 -> Trigger.execute("more");
            case 3 -> Trigger.rebalance();
            default -> Trigger.setLimits(1, 1 + asked.metric % 20);
        };
    }
}
