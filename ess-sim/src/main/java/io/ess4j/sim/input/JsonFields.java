package io.ess4j.sim.input;

import io.ess4j.sim.input.JsonValue.ArrayValue;
import io.ess4j.sim.input.JsonValue.NumberValue;
import io.ess4j.sim.input.JsonValue.ObjectValue;
import io.ess4j.sim.input.JsonValue.TextValue;
import io.ess4j.sim.input.JsonValue.WordValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes the fields of a JSON object one after the other and notes everything that is wrong with them. */
public final class JsonFields {
    private static final int MOST_DIGITS = 18;

    private final String file;
    private final Problems problems;
    private final int line;
    private final Map<String, JsonValue> left;

    /**
     * Begins with the fields of an object.
     *
     * @param file what the text is called in messages
     * @param problems takes whatever is wrong
     * @param object the object
     */
    public JsonFields(String file, Problems problems, ObjectValue object) {
        this.file = file;
        this.problems = problems;
        this.line = object.line();
        this.left = new LinkedHashMap<>(object.fields());
    }

    /**
     * The fields of a value that must be an object; of an empty one otherwise.
     *
     * @param file what the text is called in messages
     * @param problems takes whatever is wrong
     * @param value the value
     * @param what what the value is called in messages
     * @return its fields
     */
    public static JsonFields of(String file, Problems problems, JsonValue value, String what) {
        if (value instanceof ObjectValue object) {
            return new JsonFields(file, problems, object);
        }
        problems.add(file, value.line(), what + " must be an object");
        return new JsonFields(file, problems, new ObjectValue(value.line(), Map.of()));
    }

    /**
     * Where the object begins.
     *
     * @return the line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Whether a field is there and has not been taken yet.
     *
     * @param name the field
     * @return whether it is
     */
    public boolean has(String name) {
        return left.containsKey(name);
    }

    /**
     * Takes a field that may be absent.
     *
     * @param name the field
     * @return its value
     */
    public Optional<JsonValue> optional(String name) {
        return Optional.ofNullable(left.remove(name));
    }

    /**
     * Takes a field that must be there.
     *
     * @param name the field
     * @return its value; empty after a problem
     */
    public Optional<JsonValue> required(String name) {
        Optional<JsonValue> value = optional(name);
        if (value.isEmpty()) {
            problem(line, name + " is required");
        }
        return value;
    }

    /**
     * Takes a text that must be there.
     *
     * @param name the field
     * @return the text; empty after a problem
     */
    public String text(String name) {
        Optional<JsonValue> value = required(name);
        if (value.isPresent() && !(value.orElseThrow() instanceof TextValue)) {
            problem(value.orElseThrow().line(), name + " must be a text");
        }
        return value.orElse(null) instanceof TextValue text ? text.text() : "";
    }

    /**
     * Takes a whole number that may be absent.
     *
     * @param name the field
     * @return the number
     */
    public OptionalLong optionalNumber(String name) {
        JsonValue value = optional(name).orElse(null);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value instanceof NumberValue number
                && number.text().length() <= MOST_DIGITS
                && number.text().chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-')) {
            return OptionalLong.of(Long.parseLong(number.text()));
        }
        problem(value.line(), name + " must be a whole number");
        return OptionalLong.empty();
    }

    /**
     * Takes a whole number that must be there.
     *
     * @param name the field
     * @return the number; 0 after a problem
     */
    public long number(String name) {
        if (!has(name)) {
            problem(line, name + " is required");
        }
        return optionalNumber(name).orElse(0);
    }

    /**
     * Takes a time that must be there.
     *
     * @param name the field
     * @return the instant; that of 1970 after a problem
     */
    public Instant time(String name) {
        int at = has(name) ? left.getOrDefault(name, new WordValue(line, "")).line() : line;
        String text = text(name);
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException e) {
            problem(at, name + " (" + JsonText.shortened(text) + ") must be a time such as 2022-03-31T09:16:30.000Z");
            return Instant.EPOCH;
        }
    }

    /**
     * One text, or a list of texts; numbers and booleans count as the texts that they are.
     *
     * @param value the value
     * @param what what it is called in messages
     * @return the texts; without those that are none
     */
    public List<String> texts(JsonValue value, String what) {
        List<JsonValue> items = value instanceof ArrayValue array ? array.items() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (JsonValue item : items) {
            if (item instanceof TextValue text) {
                texts.add(text.text());
            } else if (item instanceof NumberValue number) {
                texts.add(number.text());
            } else if (item instanceof WordValue word && !word.word().equals("null")) {
                texts.add(word.word());
            } else {
                problem(item.line(), what + " must be a text or a list of texts");
            }
        }
        return texts;
    }

    /**
     * Makes a value; what its constructor refuses is a problem at this object's line.
     *
     * @param value makes it
     * @param <T> its type
     * @return the value; null after a problem
     */
    public <T> @Nullable T make(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            String.valueOf(e.getMessage()).lines().forEach(message -> problem(line, message));
            return null;
        }
    }

    /**
     * Notes a problem.
     *
     * @param at the line
     * @param message what is wrong, and the rule
     */
    public void problem(int at, String message) {
        problems.add(file, at, message);
    }

    /** Notes the fields nobody asked for. */
    public void finish() {
        left.forEach((name, value) -> problem(value.line(), JsonText.shortened(name) + " is no field here"));
        left.clear();
    }
}
