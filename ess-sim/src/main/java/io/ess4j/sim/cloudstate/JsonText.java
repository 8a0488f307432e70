package io.ess4j.sim.cloudstate;

import io.ess4j.sim.cloudstate.JsonValue.ArrayValue;
import io.ess4j.sim.cloudstate.JsonValue.NumberValue;
import io.ess4j.sim.cloudstate.JsonValue.ObjectValue;
import io.ess4j.sim.cloudstate.JsonValue.TextValue;
import io.ess4j.sim.cloudstate.JsonValue.WordValue;
import io.ess4j.sim.input.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON text of limited size and depth. What is no JSON ends the reading; a repeated field is a problem. */
final class JsonText {
    /** The longest text, in characters. */
    static final int MOST_CHARACTERS = 1_000_000;

    /** The deepest nesting. */
    static final int DEEPEST = 32;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final String file;
    private final Problems problems;
    private final JsonParser parser;

    private JsonText(String file, Problems problems, JsonParser parser) {
        this.file = file;
        this.problems = problems;
        this.parser = parser;
    }

    /**
     * Reads one value.
     *
     * @throws io.ess4j.sim.input.InputException if the text is too long, too deep, or no JSON
     */
    static JsonValue read(String file, Problems problems, String text) {
        if (text.length() > MOST_CHARACTERS) {
            problems.add(file, 0, "must have at most " + MOST_CHARACTERS + " characters, but has " + text.length());
            problems.throwIfAny();
        }
        int line = 1;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonText reading = new JsonText(file, problems, parser);
            JsonToken first = parser.nextToken();
            if (first != null) {
                JsonValue value = reading.value(first);
                if (parser.nextToken() == null) {
                    return value;
                }
                line = parser.currentTokenLocation().getLineNr();
            }
            problems.add(file, line, first == null ? "must hold a JSON value" : "must end after the first JSON value");
        } catch (JacksonException e) {
            int at = e.getLocation() == null ? line : e.getLocation().getLineNr();
            problems.add(file, at, "is no JSON: " + shortened(e.getOriginalMessage()));
        }
        problems.throwIfAny();
        throw new AssertionError("unreachable: a problem was added");
    }

    private JsonValue value(JsonToken token) {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (token) {
            case START_OBJECT -> object(line);
            case START_ARRAY -> array(line);
            case VALUE_STRING -> new TextValue(line, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new NumberValue(line, parser.getString());
            default -> new WordValue(line, parser.getString());
        };
    }

    private ObjectValue object(int line) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            int at = parser.currentTokenLocation().getLineNr();
            if (fields.put(name, value(parser.nextToken())) != null) {
                problems.add(file, at, shortened(name) + " must be given only once");
            }
        }
        return new ObjectValue(line, fields);
    }

    private ArrayValue array(int line) {
        List<JsonValue> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return new ArrayValue(line, items);
    }

    /** The beginning of a text that stands in a message. */
    static String shortened(String text) {
        int line = text.indexOf('\n');
        String first = line < 0 ? text : text.substring(0, line);
        return first.length() > 100 ? first.substring(0, 100) + "..." : first;
    }
}
