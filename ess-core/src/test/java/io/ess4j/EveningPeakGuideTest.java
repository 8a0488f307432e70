package io.ess4j;

import static io.ess4j.Groups.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.InstanceType;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import io.ess4j.rule.ScalingRule;
import io.ess4j.schedule.ScheduledAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The group of guide 1.2 over one evening: subscribed instances stay, five others come at 16:59 and leave at 21:59. */
class EveningPeakGuideTest {
    private static final Zone ZONE = Zone.of("z");
    private static final Catalog CATALOG = catalog();
    private static final ScalingGroup GROUP = group();

    private static Catalog catalog() {
        Catalog.Builder catalog = Catalog.builder();
        for (int t = 1; t <= 3; t++) {
            InstanceType type = InstanceType.of("ecs.t" + t + ".large", 2, 4096);
            catalog.offering(type, ZONE, PurchaseOption.ON_DEMAND, Price.perHour("1." + t));
            catalog.offering(type, ZONE, PurchaseOption.SPOT, Price.perHour("0." + t));
        }
        return catalog.build();
    }

    private static ScalingGroup group() {
        ScalingGroupBuilder group = ScalingGroup.builder("testname")
                .capacity(0, 10)
                .zones(ZONE)
                .placement(PlacementStrategy.costOptimized(SpotMix.builder()
                        .onDemandBase(0)
                        .onDemandPercentAboveBase(30)
                        .spotPools(3)
                        .compensateWithOnDemand(true)
                        .build()))
                .rule(ScalingRule.change("rule1", 5))
                .rule(ScalingRule.change("rule2", -5));
        for (int t = 1; t <= 3; t++) {
            group.type(InstanceType.of("ecs.t" + t + ".large", 2, 4096));
        }
        return group.build();
    }

    private static GroupState subscribed(int count) {
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Instance.builder("mine-" + i)
                    .type(CATALOG.offerings().get(0).type())
                    .zone(ZONE)
                    .purchaseOption(PurchaseOption.SUBSCRIPTION)
                    .price(Price.perHour("0.5"))
                    .origin(InstanceOrigin.ATTACHED)
                    .joinedAt(NOW.minusSeconds(86_400))
                    .state(LifecycleState.PROTECTED)
                    .build());
        }
        return GroupState.of(GROUP, Fleet.of(rows));
    }

    private static ScalingPlan plan(GroupState state, String task, String rule) {
        return new Autoscaler(GROUP, CATALOG)
                .plan(state, Market.of(CATALOG), new Trigger.Scheduled(task, ScheduledAction.rule(rule)), NOW);
    }

    /** The minimum of 0 and the maximum of 10 bound both tasks. */
    @Test
    void fiveComeAndTheSameFiveLeave() {
        ScalingPlan out = plan(subscribed(5), "16:59", "rule1");
        assertThat(out.launches())
                .as("what is subscribed is on neither side of the mix")
                .extracting(l -> l.count() + " " + l.offering().type() + " "
                        + l.offering().purchaseOption().name())
                .containsExactly(
                        "2 ecs.t1.large ON_DEMAND",
                        "1 ecs.t1.large SPOT",
                        "1 ecs.t2.large SPOT",
                        "1 ecs.t3.large SPOT");
        List<String> created = List.of("c-1", "c-2", "c-3", "c-4", "c-5");
        GroupState peak =
                out.after(created).joined(created, NOW).finished(out.activity().orElseThrow(), Optional.of(NOW));

        ScalingPlan in = plan(peak, "21:59", "rule2");

        assertThat(in.removals()).extracting(Instance::id).containsExactlyInAnyOrderElementsOf(created);
        assertThat(plan(subscribed(8), "16:59", "rule1").launches().stream()
                        .mapToLong(l -> l.count())
                        .sum())
                .as("only up to the maximum")
                .isEqualTo(2);
        assertThat(plan(subscribed(5), "21:59", "rule2").removals())
                .as("protected ones stay")
                .isEmpty();
    }
}
