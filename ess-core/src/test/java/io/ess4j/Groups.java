package io.ess4j;

import static io.ess4j.model.PurchaseOption.ON_DEMAND;

import io.ess4j.lifecycle.StepSequence.Way;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import io.ess4j.removal.RemovalCriterion;
import io.ess4j.removal.RemovalPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small groups for the tests of the facade. */
final class Groups {
    static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");
    static final Zone H = Zone.of("h");
    static final Zone I = Zone.of("i");
    static final InstanceType LARGE = InstanceType.of("ecs.c5.large", 2, 4096);
    static final InstanceType XLARGE = InstanceType.of("ecs.c5.xlarge", 4, 8192);
    static final InstanceType XLARGE2 = InstanceType.of("ecs.c5.2xlarge", 8, 16_384);

    /** The prices of guide 1.6. */
    static final Catalog CATALOG = Catalog.builder()
            .offering(LARGE, H, ON_DEMAND, Price.perHour("0.18"))
            .offering(XLARGE, H, ON_DEMAND, Price.perHour("0.34"))
            .offering(XLARGE2, H, ON_DEMAND, Price.perHour("0.64"))
            .build();

    static final Market MARKET = Market.of(CATALOG);

    private Groups() {}

    /** An unweighted group of one type, without a cooldown. */
    static ScalingGroupBuilder plain(int min, int max) {
        return ScalingGroup.builder("web")
                .capacity(min, max)
                .zones(H)
                .type(LARGE)
                .removal(RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE));
    }

    /** The weighted group of guide 1.6: 2, 4 and 8 units. */
    static ScalingGroupBuilder weighted(int min, int max) {
        return ScalingGroup.builder("weighted")
                .capacity(min, max)
                .zones(H)
                .type(LARGE, 2)
                .type(XLARGE, 4)
                .type(XLARGE2, 8);
    }

    /** Instances {@code i-1} and so on, one a day, the first one the oldest. */
    static Fleet fleet(int size) {
        List<Instance> rows = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            rows.add(Instance.builder("i-" + i)
                    .offering(CATALOG.offerings().get(0))
                    .joinedAt(NOW.minusSeconds(86_400L * (size - i + 1)))
                    .build());
        }
        return Fleet.of(rows);
    }

    static ScalingPlan plan(ScalingGroup group, GroupState state, Trigger trigger) {
        return new Autoscaler(group, CATALOG).plan(state, MARKET, trigger, NOW);
    }

    static long launched(ScalingPlan plan) {
        return plan.launches().stream().mapToLong(l -> l.count()).sum();
    }

    /** The state once a plan is carried out, all at a moment. */
    static GroupState carriedOut(ScalingPlan plan, Instant at) {
        GroupState state = plan.after();
        List<String> pending = state.fleet().stream()
                .filter(i -> i.state() == LifecycleState.PENDING)
                .map(Instance::id)
                .toList();
        state = state.joined(pending, at);
        for (Exit exit : plan.exits()) {
            List<String> id = List.of(exit.instance().id());
            state = exit.way() == Way.STOP ? state.stopped(id, at) : state.gone(id);
        }
        return plan.activity().isEmpty()
                ? state
                : state.finished(plan.activity().get(), Optional.of(at));
    }

    static List<String> states(GroupState state) {
        return state.fleet().stream().map(i -> i.id() + " " + i.state()).toList();
    }

    static Fleet with(Fleet fleet, Instance changed) {
        return fleet.with(List.of(changed));
    }

    static Instance attached(Instance i) {
        return Instance.builder(i.id())
                .type(i.type())
                .zone(i.zone())
                .price(i.price())
                .joinedAt(i.joinedAt())
                .origin(InstanceOrigin.ATTACHED)
                .build();
    }
}
