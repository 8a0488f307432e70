package io.ess4j.sim.replay;

import io.ess4j.GroupState;
import io.ess4j.ScalingGroup;
import io.ess4j.ScalingPlan;
import io.ess4j.Trigger;
import io.ess4j.model.Catalog;
import io.ess4j.model.Market;
import io.ess4j.sim.input.JsonValue;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The lines of a decision log, in both directions. A line is either a group with its catalogue, or a decision: what was
 * asked of a group, what has changed since its last decision, and the plan. Writing and reading keep the last state of
 * each group, so one form serves one log in one direction.
 */
final class LogForm {
    /** The version of the form; a log of another one is refused. */
    static final int SCHEMA = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final ValueCodec<ScalingGroup> groups;
    private final ValueCodec<Trigger> triggers;
    private final RecordCodec plans;
    private final StateForm states;
    private final MarketForm markets;
    // looked up by name, never walked
    private final Map<String, History> histories = new HashMap<>();

    /** A group as the log knows it. */
    private record History(
            ScalingGroup group,
            Catalog catalog,
            Market market,
            @Nullable GroupState state) {}

    /** What was asked. */
    record Question(ScalingGroup group, GroupState state, Market market, Trigger trigger, Instant at) {}

    LogForm() {
        TypeTable types = new TypeTable();
        Codecs inputs = new Codecs(types, false);
        Codecs outputs = new Codecs(types, true);
        this.groups = inputs.of(ScalingGroup.class);
        this.triggers = inputs.of(Trigger.class);
        this.states = new StateForm(inputs);
        this.markets = new MarketForm(inputs);
        this.plans = outputs.record(ScalingPlan.class, null, Set.of("group", "before", "trigger", "at"));
    }

    /** The line of a group, if the log does not know it as it is. */
    Optional<String> group(ScalingGroup group, Catalog catalog) {
        History known = histories.get(group.name());
        if (known != null && known.group.equals(group) && known.catalog.equals(catalog)) {
            return Optional.empty();
        }
        histories.put(group.name(), new History(group, catalog, Market.of(catalog), null));
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("schema", SCHEMA);
            json.writeName("group");
            groups.write(json, group);
            json.writeName("catalog");
            markets.write(json, catalog);
            json.writeEndObject();
        }
        return Optional.of(out.toString());
    }

    /** The line of a decision about a group that the log knows. */
    String decision(ScalingPlan plan, Market market) {
        History known = known(plan.group().name());
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("group", plan.group().name());
            json.writeStringProperty("at", plan.at().toString());
            json.writeName("trigger");
            triggers.write(json, plan.trigger());
            if (!plan.before().equals(known.state)) {
                json.writeName("state");
                states.write(json, known.state, plan.before());
            }
            if (!known.market.equals(market)) {
                json.writeName("market");
                markets.write(json, known.market, market);
            }
            json.writeName("plan");
            plans.write(json, plan);
            json.writeEndObject();
        }
        histories.put(plan.group().name(), new History(known.group, known.catalog, market, plan.before()));
        return out.toString();
    }

    private History known(String group) {
        History known = histories.get(group);
        if (known == null) {
            throw new IllegalArgumentException("group (" + group + ") must be logged before its decisions");
        }
        return known;
    }

    /** Reads a line of a group; empty if it is one of a decision. */
    Optional<ScalingGroup> readGroup(Place line) {
        Map<String, JsonValue> left = new LinkedHashMap<>(line.object());
        JsonValue schema = left.remove("schema");
        if (schema == null) {
            return Optional.empty();
        }
        if (line.field("schema", schema).whole(0, Integer.MAX_VALUE) != SCHEMA) {
            throw line.field("schema", schema).mustBe("the version " + SCHEMA);
        }
        ScalingGroup group = groups.read(field(line, left, "group"));
        Catalog catalog = markets.readCatalog(field(line, left, "catalog"));
        RecordCodec.noneLeft(line, left);
        histories.put(group.name(), new History(group, catalog, Market.of(catalog), null));
        return Optional.of(group);
    }

    /** The catalogue of a group that was read. */
    Catalog catalog(ScalingGroup group) {
        return known(group.name()).catalog;
    }

    /** Reads a line of a decision, without its plan. */
    Question readQuestion(Place line) {
        Map<String, JsonValue> left = new LinkedHashMap<>(line.object());
        Place name = field(line, left, "group");
        History known = histories.get(name.text());
        if (known == null) {
            throw name.mustBe("a group described above");
        }
        Instant at = time(field(line, left, "at"));
        Trigger trigger = triggers.read(field(line, left, "trigger"));
        JsonValue state = left.remove("state");
        if (state == null && known.state == null) {
            throw line.problem("lacks the field state, and no decision about the group stands above");
        }
        GroupState now = state == null ? known.state : states.read(line.field("state", state), known.state);
        JsonValue market = left.remove("market");
        Market offered = market == null ? known.market : markets.read(line.field("market", market), known.market);
        field(line, left, "plan").object();
        RecordCodec.noneLeft(line, left);
        if (now == null) {
            throw new AssertionError("a state is given or known");
        }
        histories.put(known.group.name(), new History(known.group, known.catalog, offered, now));
        return new Question(known.group, now, offered, trigger, at);
    }

    private static Place field(Place line, Map<String, JsonValue> left, String name) {
        JsonValue value = left.remove(name);
        if (value == null) {
            throw line.problem("lacks the field " + name);
        }
        return line.field(name, value);
    }

    private static Instant time(Place place) {
        try {
            return Instant.parse(place.text());
        } catch (DateTimeException e) {
            throw place.mustBe("a time such as 2026-01-05T08:00:00Z");
        }
    }
}
