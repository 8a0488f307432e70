package io.ess4j.sim.cloudstate;

import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.JsonText;
import io.ess4j.sim.input.JsonValue;
import io.ess4j.sim.input.JsonValue.ArrayValue;
import io.ess4j.sim.input.JsonValue.NumberValue;
import io.ess4j.sim.input.JsonValue.ObjectValue;
import io.ess4j.sim.input.JsonValue.TextValue;
import io.ess4j.sim.input.JsonValue.WordValue;
import io.ess4j.sim.input.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The fields of an object as providers write them: numbers also as texts, lists also wrapped in an object of one field,
 * a list of one also as the item itself, times to the minute or finer. Fields that nobody asks for are left alone, for
 * providers add new ones; a field that is asked for and is of another type is a problem.
 */
final class ProviderFields {
    private final String file;
    private final Problems problems;
    private final ObjectValue object;

    ProviderFields(String file, Problems problems, ObjectValue object) {
        this.file = file;
        this.problems = problems;
        this.object = object;
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    /** A field that is there and not null. */
    private Optional<JsonValue> value(String name) {
        JsonValue value = object.fields().get(name);
        boolean none =
                value == null || (value instanceof WordValue word && word.word().equals("null"));
        return none ? Optional.empty() : Optional.ofNullable(value);
    }

    Optional<String> text(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof TextValue text) {
            return text.text().isBlank()
                    ? Optional.empty()
                    : Optional.of(text.text().strip());
        }
        if (value.get() instanceof NumberValue number) {
            return Optional.of(number.text());
        }
        problem(value.get(), name, "a text");
        return Optional.empty();
    }

    String required(String name) {
        return text(name).orElseGet(() -> {
            if (!has(name)) {
                problems.add(file, object.line(), "the field " + name + " is missing");
            }
            return "?";
        });
    }

    OptionalInt number(String name, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        double value = Decimals.parse(text.get());
        if (value >= least && value <= most && value == Math.rint(value)) {
            return OptionalInt.of((int) value);
        }
        problem(object.fields().get(name), name, "a whole number from " + least + " to " + most);
        return OptionalInt.empty();
    }

    OptionalDouble decimal(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = Decimals.parse(text.get());
        if (Math.abs(value) <= 1e12) {
            return OptionalDouble.of(value);
        }
        problem(object.fields().get(name), name, "a number");
        return OptionalDouble.empty();
    }

    boolean flag(String name, boolean absent) {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return absent;
        }
        String word =
                value.get() instanceof WordValue w ? w.word() : value.get() instanceof TextValue t ? t.text() : "";
        if (word.equals("true") || word.equals("false")) {
            return word.equals("true");
        }
        problem(value.get(), name, "true or false");
        return absent;
    }

    /** {@code 2014-08-14T10:58Z}, seconds, milliseconds, or with an offset. */
    Optional<Instant> time(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.get()).toInstant());
        } catch (DateTimeException e) {
            problem(object.fields().get(name), name, "a time such as 2020-12-21T03:11Z");
            return Optional.empty();
        }
    }

    Optional<ProviderFields> object(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && value.get() instanceof ObjectValue inner) {
            return Optional.of(new ProviderFields(file, problems, inner));
        }
        value.ifPresent(v -> problem(v, name, "an object"));
        return Optional.empty();
    }

    /** The objects of a list, bare or wrapped. */
    List<ProviderFields> objects(String name) {
        List<ProviderFields> objects = new ArrayList<>();
        for (JsonValue item : items(name)) {
            if (item instanceof ObjectValue inner) {
                objects.add(new ProviderFields(file, problems, inner));
            } else {
                problem(item, "an item of " + name, "an object");
            }
        }
        return objects;
    }

    /** The texts of a list, bare or wrapped. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonValue item : items(name)) {
            if (item instanceof TextValue text) {
                texts.add(text.text().strip());
            } else if (item instanceof NumberValue number) {
                texts.add(number.text());
            } else {
                problem(item, "an item of " + name, "a text");
            }
        }
        return texts;
    }

    private List<JsonValue> items(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        JsonValue list = value.get();
        if (list instanceof ObjectValue wrapper) {
            if (wrapper.fields().isEmpty()) {
                return List.of();
            }
            if (wrapper.fields().size() > 1) {
                return List.of(list); // the item itself
            }
            Map.Entry<String, JsonValue> only =
                    wrapper.fields().entrySet().iterator().next();
            list = only.getValue();
        }
        return list instanceof ArrayValue array ? array.items() : List.of(list);
    }

    /** Notes that a field holds something else. */
    void problem(String name, String rule) {
        problem(object.fields().getOrDefault(name, object), name, rule);
    }

    private void problem(@org.jspecify.annotations.Nullable JsonValue value, String name, String rule) {
        JsonValue at = value == null ? object : value;
        String shown = at instanceof TextValue text
                ? "\"" + JsonText.shortened(text.text()) + "\""
                : at instanceof NumberValue number ? number.text() : at.what();
        problems.add(file, at.line(), name + " (" + shown + ") must be " + rule);
    }
}
