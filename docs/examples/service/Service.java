import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ess4j.*;
import io.ess4j.model.*;
import io.ess4j.placement.*;
import io.ess4j.rule.ScalingRule;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.*;
import java.time.*;
import java.util.*;
import java.util.stream.IntStream;
import java.util.concurrent.atomic.AtomicLong;

/** A service that embeds the autoscaler: metrics come in over HTTP, and each one is a decision that is carried out. */
public class Service {
    /** Told of every decision; a real service hands them to its metrics system. */
    interface DecisionListener {
        void decided(ScalingPlan plan);
    }

    private final Autoscaler autoscaler;
    private final Market market;
    private final InstantSource clock;
    private final List<DecisionListener> listeners = new ArrayList<>();
    private GroupState state;
    private int ordered;

    Service(ScalingGroup group, Catalog catalog, InstantSource clock) {
        this.autoscaler = new Autoscaler(group, catalog);
        this.market = Market.of(catalog);
        this.clock = clock;
        this.state = GroupState.of(group, Fleet.empty());
    }

    void listen(DecisionListener listener) {
        listeners.add(listener);
    }

    /** One question, one answer, carried out at once. The state is a value: nobody else can have changed it. */
    synchronized ScalingPlan ask(Trigger trigger) {
        Instant now = clock.instant();
        ScalingPlan plan = autoscaler.plan(state, market, trigger, now);
        listeners.forEach(listener -> listener.decided(plan));
        // Here a real service calls its provider. This one has a provider that says yes and is quick.
        int launched = plan.launches().stream().mapToInt(Launch::count).sum();
        List<String> ids = IntStream.range(0, launched).mapToObj(i -> "i-" + ++ordered).toList();
        GroupState after = plan.after(ids).joined(ids, now).left(plan.exits(), now);
        state = plan.activity().map(activity -> after.finished(activity, Optional.of(now))).orElse(after);
        return plan;
    }

    HttpServer serve(int port, AtomicLong decisions) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext("/cpu", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8).strip();
            try {
                answer(exchange, 200, ask(Trigger.alarm("cpu", Double.parseDouble(body))).explain());
            } catch (IllegalArgumentException e) { // no number, or one that no CPU has
                answer(exchange, 400, "cpu must be a number of per cent: " + e.getMessage());
            }
        });
        server.createContext("/group", exchange -> answer(
                exchange, 200, state.fleet().capacity() + " units: " + state.fleet().stream().map(Instance::id).toList()));
        server.createContext("/metrics", exchange -> answer(exchange, 200, "ess4j_decisions_total " + decisions.get()));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** With a port it serves until it is stopped; without one it shows itself to you and ends. */
    public static void main(String[] args) throws Exception {
        var type = InstanceType.of("ecs.g6.large", 2, 8192);
        var zones = List.of(Zone.of("cn-hangzhou-h"), Zone.of("cn-hangzhou-i"));
        var catalog = Catalog.builder();
        zones.forEach(zone -> catalog.offering(type, zone, PurchaseOption.ON_DEMAND, Price.perHour("0.50")));
        var group = ScalingGroup.builder("web")
                .capacity(1, 10)
                .zones(zones)
                .type(type)
                .placement(PlacementStrategy.balanced(SpotMix.onDemandOnly()))
                .rule(ScalingRule.targetTracking("cpu", 60))
                .cooldown(Duration.ZERO)
                .build();
        boolean isDemo = args.length == 0;
        var clock = isDemo ? tenMinutesLaterEachTime() : InstantSource.system();
        var service = new Service(group, catalog.build(), clock);
        var decisions = new AtomicLong();
        service.listen(plan -> decisions.incrementAndGet());
        service.ask(Trigger.check());
        HttpServer server = service.serve(isDemo ? 0 : Integer.parseInt(args[0]), decisions);
        if (isDemo) {
            demo("http://localhost:" + server.getAddress().getPort());
            server.stop(0);
        }
    }

    private static InstantSource tenMinutesLaterEachTime() {
        var asked = new AtomicLong();
        return () -> Instant.parse("2026-01-05T08:00:00Z").plus(Duration.ofMinutes(10 * asked.getAndIncrement()));
    }

    private static void demo(String url) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String cpu : List.of("150", "20", "hot")) {
            var request = HttpRequest.newBuilder(URI.create(url + "/cpu"))
                    .POST(HttpRequest.BodyPublishers.ofString(cpu));
            System.out.println("POST /cpu " + cpu);
            System.out.print(client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
        }
        for (String path : List.of("/group", "/metrics")) {
            System.out.println("GET " + path);
            var request = HttpRequest.newBuilder(URI.create(url + path)).build();
            System.out.print(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }
}
