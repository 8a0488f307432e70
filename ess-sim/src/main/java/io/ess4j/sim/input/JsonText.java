package io.ess4j.sim.input;

import io.ess4j.sim.input.JsonValue.ArrayValue;
import io.ess4j.sim.input.JsonValue.NumberValue;
import io.ess4j.sim.input.JsonValue.ObjectValue;
import io.ess4j.sim.input.JsonValue.TextValue;
import io.ess4j.sim.input.JsonValue.WordValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON text of limited size and depth. What is no JSON ends the reading; a repeated field is a problem. */
public final class JsonText {
    /** The deepest nesting. */
    public static final int DEEPEST = 32;

    /** The limits of a text that a person or a provider wrote. */
    public static final Limits USUAL = new Limits(1_000_000, 200_000);

    private static final int MOST_REPEATED = 50;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final String file;
    private final Problems problems;
    private final JsonParser parser;
    private final int linesBefore;
    private int valuesLeft;
    private int repeated;

    /**
     * How much is read at most.
     *
     * @param characters the length of the text
     * @param values objects, arrays, texts, numbers and words in it
     */
    public record Limits(int characters, int values) {}

    private JsonText(String file, Problems problems, JsonParser parser, int linesBefore, int values) {
        this.file = file;
        this.problems = problems;
        this.parser = parser;
        this.linesBefore = linesBefore;
        this.valuesLeft = values;
    }

    /**
     * Reads one value of at most {@link #USUAL usual} size.
     *
     * @param file what the text is called in messages
     * @param problems takes whatever is wrong
     * @param text the text
     * @return the value
     * @throws InputException if the text is too long, too deep, or no JSON
     */
    public static JsonValue read(String file, Problems problems, String text) {
        return read(file, problems, text, 0, USUAL);
    }

    /**
     * Reads one value from a part of a file.
     *
     * @param file what the text is called in messages
     * @param problems takes whatever is wrong
     * @param text the text
     * @param linesBefore lines of the file before the text
     * @param limits how much is read at most
     * @return the value
     * @throws InputException if the text is too long, too deep, or no JSON
     */
    public static JsonValue read(String file, Problems problems, String text, int linesBefore, Limits limits) {
        if (text.length() > limits.characters()) {
            problems.add(
                    file,
                    linesBefore,
                    "must have at most " + limits.characters() + " characters, but has " + text.length());
            problems.throwIfAny();
        }
        int line = 1 + linesBefore;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonText reading = new JsonText(file, problems, parser, linesBefore, limits.values());
            JsonToken first = parser.nextToken();
            if (first != null) {
                JsonValue value = reading.value(first);
                if (parser.nextToken() == null) {
                    return value;
                }
                line = reading.line();
            }
            problems.add(file, line, first == null ? "must hold a JSON value" : "must end after the first JSON value");
        } catch (StreamConstraintsException e) {
            int at = e.getLocation() == null ? line : e.getLocation().getLineNr() + linesBefore;
            problems.add(file, at, "is no JSON that is read here: " + shortened(e.getOriginalMessage()));
        } catch (JacksonException e) {
            int at = e.getLocation() == null ? line : e.getLocation().getLineNr() + linesBefore;
            problems.add(file, at, "is no JSON: " + shortened(e.getOriginalMessage()));
        }
        problems.throwIfAny();
        throw new AssertionError("unreachable: a problem was added");
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr() + linesBefore;
    }

    private JsonValue value(JsonToken token) {
        int line = line();
        if (--valuesLeft < 0) {
            problems.add(file, line, "must have fewer values");
            problems.throwIfAny();
        }
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
            int at = line();
            if (fields.put(name, value(parser.nextToken())) != null) {
                problems.add(file, at, shortened(name) + " must be given only once");
                if (++repeated == MOST_REPEATED) {
                    problems.throwIfAny();
                }
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

    /**
     * The beginning of a text that stands in a message.
     *
     * @param text any text
     * @return its first line, at most 100 characters of it, without control characters
     */
    public static String shortened(String text) {
        int line = text.indexOf('\n');
        String first = line < 0 ? text : text.substring(0, line);
        String shown = first.length() > 100 ? first.substring(0, 100) + "..." : first;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
