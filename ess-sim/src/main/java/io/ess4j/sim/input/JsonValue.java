package io.ess4j.sim.input;

import java.util.List;
import java.util.Map;

/** A JSON value that knows the line on which it begins. */
public sealed interface JsonValue {
    /**
     * Where it begins.
     *
     * @return the line, from 1
     */
    int line();

    /**
     * What it is, for messages.
     *
     * @return such as {@code an object}
     */
    String what();

    /**
     * An object.
     *
     * @param line where it begins
     * @param fields the fields in the order of the text
     */
    record ObjectValue(int line, Map<String, JsonValue> fields) implements JsonValue {
        @Override
        public String what() {
            return "an object";
        }
    }

    /**
     * An array.
     *
     * @param line where it begins
     * @param items the items in their order
     */
    record ArrayValue(int line, List<JsonValue> items) implements JsonValue {
        @Override
        public String what() {
            return "an array";
        }
    }

    /**
     * A text.
     *
     * @param line where it begins
     * @param text the text without quotes
     */
    record TextValue(int line, String text) implements JsonValue {
        @Override
        public String what() {
            return "a text";
        }
    }

    /**
     * A number as it is written.
     *
     * @param line where it begins
     * @param text the digits
     */
    record NumberValue(int line, String text) implements JsonValue {
        @Override
        public String what() {
            return "a number";
        }
    }

    /**
     * {@code true}, {@code false} or {@code null}.
     *
     * @param line where it begins
     * @param word the word
     */
    record WordValue(int line, String word) implements JsonValue {
        @Override
        public String what() {
            return word;
        }
    }
}
