import io.ess4j.*;
import io.ess4j.model.*;
import io.ess4j.placement.*;
import java.time.Duration;
import java.time.Instant;
import java.util.*;
import java.util.stream.IntStream;

/**
 * A farm that works off a queue of jobs on spot instances: as many units as there are jobs, bought at the least cost with
 * a proof, replaced when the provider gives notice, and gone when the queue is empty.
 */
public class BatchFarm {
    private final Autoscaler autoscaler;
    private GroupState state;
    private Instant now = Instant.parse("2026-01-05T00:00:00Z");
    private int ordered;

    BatchFarm(ScalingGroup group, Catalog catalog) {
        this.autoscaler = new Autoscaler(group, catalog);
        this.state = GroupState.of(group, Fleet.empty()).withDesired(0);
    }

    /** Asks, prints the answer, and carries it out with a provider that has what its market says. */
    void ask(Market market, Trigger trigger) {
        now = now.plus(Duration.ofMinutes(5));
        ScalingPlan plan = autoscaler.plan(state, market, trigger, now);
        System.out.println(plan.explain());
        int launched = plan.launches().stream().mapToInt(Launch::count).sum();
        List<String> ids = IntStream.range(0, launched).mapToObj(i -> "worker-" + ++ordered).toList();
        GroupState after = plan.after(ids).joined(ids, now).left(plan.exits(), now);
        state = plan.activity().map(activity -> after.finished(activity, Optional.of(now))).orElse(after);
    }

    public static void main(String[] args) {
        var zone = Zone.of("us-west-2a");
        var small = InstanceType.of("c5.large", 2, 4096);
        var middle = InstanceType.of("c5.xlarge", 4, 8192);
        var large = InstanceType.of("c5.2xlarge", 8, 16_384);
        var catalog = Catalog.builder()
                .offering(small, zone, PurchaseOption.SPOT, Price.perHour("0.18"))
                .offering(middle, zone, PurchaseOption.SPOT, Price.perHour("0.34"))
                .offering(large, zone, PurchaseOption.SPOT, Price.perHour("0.64"))
                .offering(large, zone, PurchaseOption.ON_DEMAND, Price.perHour("1.90"))
                .build();
        var group = ScalingGroup.builder("farm")
                .capacity(0, 100)
                .zones(zone)
                .type(small, 2)
                .type(middle, 4)
                .type(large, 8)
                .placement(PlacementStrategy.exact(SpotMix.spotFirst()))
                .cooldown(Duration.ZERO)
                .build();
        var farm = new BatchFarm(group, catalog);
        var market = Market.of(catalog);

        System.out.println("ten jobs are waiting");
        farm.ask(market, Trigger.setDesired(10));
        System.out.println("the provider takes worker-1 back, and has no more of the large ones");
        var scarce = Market.builder(catalog).stock(large, zone, PurchaseOption.SPOT, 0).build();
        farm.ask(scarce, Trigger.spotNotice("worker-1"));
        System.out.println("the queue is empty");
        farm.ask(market, Trigger.setDesired(0));
    }
}
