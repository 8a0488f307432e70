package io.ess4j.sim.cloudstate;

import java.util.List;
import java.util.Map;

/** A JSON value that knows the line on which it begins. */
sealed interface JsonValue {
    int line();

    /** Fields in the order of the text. */
    record ObjectValue(int line, Map<String, JsonValue> fields) implements JsonValue {}

    record ArrayValue(int line, List<JsonValue> items) implements JsonValue {}

    record TextValue(int line, String text) implements JsonValue {}

    /** A number as it is written. */
    record NumberValue(int line, String text) implements JsonValue {}

    /** {@code true}, {@code false} or {@code null}. */
    record WordValue(int line, String word) implements JsonValue {}
}
