import io.ess4j.*;
import io.ess4j.lifecycle.Protection;
import io.ess4j.model.*;
import io.ess4j.placement.Launch;
import io.ess4j.removal.*;
import io.ess4j.rule.ScalingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.*;
import java.util.stream.IntStream;

/**
 * A fleet of game servers: a server with a match running is protected, so that no rule ever takes it out; when the match
 * is over it may leave again. The fleet follows the players, not the CPU.
 */
public class GameServers {
    private final Autoscaler autoscaler;
    private final Market market;
    private GroupState state;
    private Instant now = Instant.parse("2026-01-05T18:00:00Z");
    private int ordered;

    GameServers(ScalingGroup group, Catalog catalog) {
        this.autoscaler = new Autoscaler(group, catalog);
        this.market = Market.of(catalog);
        this.state = GroupState.of(group, Fleet.empty());
    }

    /** A match begins: its server is protected. */
    void matchBegins(String server) {
        state = state.withFleet(Protection.protect(state.fleet(), List.of(server)).appliedTo(state.fleet()));
    }

    /** A match ends. */
    void matchEnds(String server) {
        state = state.withFleet(Protection.unprotect(state.fleet(), List.of(server)).appliedTo(state.fleet()));
    }

    /** Asks how many servers so many players for each server need; carries the answer out. */
    void players(double eachServerHas) {
        now = now.plus(Duration.ofMinutes(10));
        ScalingPlan plan = autoscaler.plan(state, market, Trigger.alarm("players", eachServerHas), now);
        System.out.println(plan.explain());
        carryOut(plan);
    }

    /** The fleet reaches its minimum. */
    void start() {
        carryOut(autoscaler.plan(state, market, Trigger.check(), now));
    }

    private void carryOut(ScalingPlan plan) {
        int launched = plan.launches().stream().mapToInt(Launch::count).sum();
        List<String> ids = IntStream.range(0, launched).mapToObj(i -> "server-" + ++ordered).toList();
        GroupState after = plan.after(ids).joined(ids, now).left(plan.exits(), now);
        state = plan.activity().map(activity -> after.finished(activity, Optional.of(now))).orElse(after);
    }

    public static void main(String[] args) {
        var type = InstanceType.of("ecs.c6.xlarge", 4, 8192);
        var zone = Zone.of("cn-hangzhou-h");
        var catalog = Catalog.builder()
                .offering(type, zone, PurchaseOption.ON_DEMAND, Price.perHour("0.80"))
                .build();
        var group = ScalingGroup.builder("matches")
                .capacity(2, 20)
                .zones(zone)
                .type(type)
                .removal(RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE))
                .rule(ScalingRule.targetTracking("players", 40))
                .cooldown(Duration.ZERO)
                .build();
        var fleet = new GameServers(group, catalog);
        fleet.start();

        System.out.println("evening: 100 players on each of two servers");
        fleet.players(100);
        fleet.matchBegins("server-1");
        fleet.matchBegins("server-2");
        System.out.println("night: 8 players on each of five; two matches still run on the oldest servers");
        fleet.players(8);
        System.out.println("the matches are over, nobody plays");
        fleet.matchEnds("server-1");
        fleet.matchEnds("server-2");
        fleet.players(8);
    }
}
