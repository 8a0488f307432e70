package io.ess4j.sim.scenario;

import io.ess4j.model.Price;
import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.Problems;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A map of a scenario file whose fields are asked for by name and type. A field that is missing or wrong becomes a
 * problem at its line and reads as its default, so that reading goes on and finds everything else. {@link #finish}
 * names the fields that nobody asked for.
 */
final class YamlMap {
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final String file;
    private final String where;
    private final Problems problems;
    private final MappingNode self;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    /** What a problem of a field is about: its name, or the value that an override gave it. */
    private final Map<String, Node> places = new LinkedHashMap<>();

    private final Set<String> asked = new LinkedHashSet<>();

    YamlMap(String file, String where, MappingNode map, Problems problems) {
        this.file = file;
        this.where = where;
        this.problems = problems;
        this.self = map;
        for (NodeTuple tuple : map.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            Node at = OverriddenTree.isOverridden(tuple.getValueNode()) ? tuple.getValueNode() : tuple.getKeyNode();
            if (name.isEmpty()) {
                report(at, "a field of " + where + " must have a plain name");
            } else if (fields.putIfAbsent(name, tuple.getValueNode()) != null) {
                report(at, "field " + Decimals.quote(name) + " of " + where + " is given twice");
            }
            places.putIfAbsent(name, at);
        }
    }

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private void report(Node node, String message) {
        OverriddenTree.report(problems, file, node, message);
    }

    /** What to name in a problem of a field: its place, or the map if the field is absent. */
    private Node place(String name) {
        return places.getOrDefault(name, self);
    }

    boolean has(String name) {
        asked.add(name);
        return fields.containsKey(name);
    }

    /** How many problems there are so far, anywhere. */
    int problemCount() {
        return problems.count();
    }

    /** Adds a problem at a field. */
    void problem(String name, String message) {
        report(place(name), message);
    }

    /** Builds a value of the checked parts; each line of a refusal becomes a problem at the map's line. */
    <T> Optional<T> build(Supplier<T> construction) {
        return build(self, construction);
    }

    <T> Optional<T> build(String name, Supplier<T> construction) {
        return build(place(name), construction);
    }

    private <T> Optional<T> build(Node at, Supplier<T> construction) {
        try {
            return Optional.of(construction.get());
        } catch (IllegalArgumentException | ArithmeticException e) {
            for (String message : String.valueOf(e.getMessage()).split("\n", -1)) {
                if (!message.endsWith(":")) { // a headline of what follows
                    report(at, where + ": " + message);
                }
            }
            return Optional.empty();
        }
    }

    /** Names the fields that nobody asked for. */
    void finish() {
        for (String name : fields.keySet()) {
            if (!asked.contains(name)) {
                String near = Spelling.nearest(name, asked);
                problem(
                        name,
                        "unknown field " + Decimals.quote(name) + " in " + where
                                + (near.isEmpty()
                                        ? "; known are " + String.join(", ", asked)
                                        : "; did you mean " + near + "?"));
            }
        }
    }

    String text(String name) {
        return textOr(name, null);
    }

    String textOr(String name, @Nullable String absent) {
        ScalarNode node = scalar(name, absent == null, "text");
        if (node == null) {
            return absent == null ? "?" : absent;
        }
        String value = node.getValue().strip();
        if (value.isEmpty() || value.length() > 4000) {
            problem(name, name + " must be text of 1 to 4000 characters");
            return "?";
        }
        return value;
    }

    long integer(String name, long min, long max) {
        return integer(name, min, max, null);
    }

    long integerOr(String name, long min, long max, long absent) {
        return integer(name, min, max, absent);
    }

    private long integer(String name, long min, long max, @Nullable Long absent) {
        ScalarNode node = scalar(name, absent == null, "a whole number");
        if (node != null) {
            try {
                long value = Long.parseLong(node.getValue());
                if (isPlain(node) && value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // told below, like a number out of range
            }
            wrong(name, node, "a whole number from " + min + " to " + max);
        }
        return absent == null ? min : absent;
    }

    double decimal(String name, double min, double max) {
        return decimal(name, min, max, null);
    }

    double decimalOr(String name, double min, double max, double absent) {
        return decimal(name, min, max, absent);
    }

    private double decimal(String name, double min, double max, @Nullable Double absent) {
        ScalarNode node = scalar(name, absent == null, "a number");
        if (node != null) {
            double value = isPlain(node) ? Decimals.parse(node.getValue()) : Double.NaN;
            if (value >= min && value <= max) {
                return value;
            }
            wrong(name, node, "a number from " + Decimals.plain(min) + " to " + Decimals.plain(max));
        }
        return absent == null ? min : absent;
    }

    boolean flagOr(String name, boolean absent) {
        ScalarNode node = scalar(name, false, "true or false");
        if (node != null
                && isPlain(node)
                && (node.getValue().equals("true") || node.getValue().equals("false"))) {
            return node.getValue().equals("true");
        }
        if (node != null) {
            wrong(name, node, "true or false");
        }
        return absent;
    }

    Duration duration(String name) {
        return duration(name, null);
    }

    /** Whether a field is a certain word. */
    boolean isWord(String name, String word) {
        asked.add(name);
        return fields.get(name) instanceof ScalarNode scalar
                && scalar.getValue().equals(word);
    }

    Duration durationOr(String name, Duration absent) {
        return duration(name, absent);
    }

    private Duration duration(String name, @Nullable Duration absent) {
        ScalarNode node = scalar(name, absent == null, "a duration such as 90s, 5m, 2h or 28d");
        if (node != null) {
            OptionalLong millis = Durations.parseMillis(node.getValue());
            if (millis.isPresent() && millis.getAsLong() <= LONGEST.toMillis()) {
                return Duration.ofMillis(millis.getAsLong());
            }
            wrong(name, node, "a duration such as 250ms, 90s, 5m, 2h or 28d, at most 3660d");
        }
        return absent == null ? Duration.ofMinutes(1) : absent;
    }

    LocalTime time(String name) {
        ScalarNode node = scalar(name, true, "a time of day such as 17:00");
        if (node != null) {
            try {
                return LocalTime.parse(node.getValue());
            } catch (DateTimeException e) {
                wrong(name, node, "a time of day such as 17:00");
            }
        }
        return LocalTime.MIDNIGHT;
    }

    LocalDateTime dateTime(String name) {
        ScalarNode node = scalar(name, true, "a date and time such as 2026-01-05T00:00:00");
        if (node != null) {
            try {
                LocalDateTime value = LocalDateTime.parse(node.getValue());
                if (value.getYear() >= 1970 && value.getYear() <= 2200) {
                    return value;
                }
            } catch (DateTimeException e) {
                // told below, like a year out of range
            }
            wrong(name, node, "a date and time such as 2026-01-05T00:00:00, from 1970 to 2200");
        }
        return LocalDateTime.of(2026, 1, 5, 0, 0);
    }

    Optional<Price> price(String name) {
        ScalarNode node = scalar(name, false, "a price per hour");
        if (node == null) {
            return Optional.empty();
        }
        double size = isPlain(node) ? Decimals.parse(node.getValue()) : Double.NaN;
        if (!(size >= 0 && size <= 1_000_000)) {
            wrong(name, node, "a price per hour from 0 to 1000000");
            return Optional.empty();
        }
        return build(name, () -> Price.perHour(node.getValue()));
    }

    /** One of several words; null after a problem or, if it may be absent, when it is. */
    <T> @Nullable T choice(String name, Map<String, T> choices, boolean required) {
        ScalarNode node = scalar(name, required, "one of " + String.join(", ", choices.keySet()));
        if (node == null) {
            return null;
        }
        T value = choices.get(node.getValue());
        if (value == null) {
            String near = Spelling.nearest(node.getValue(), choices.keySet());
            wrong(
                    name,
                    node,
                    "one of " + String.join(", ", choices.keySet())
                            + (near.isEmpty() ? "" : " (did you mean " + near + "?)"));
        }
        return value;
    }

    /** A nested map; empty after a problem or when it is absent. */
    Optional<YamlMap> map(String name, boolean required) {
        Node node = node(name, required, "a map of fields");
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode map) {
            return Optional.of(new YamlMap(file, name, map, problems));
        }
        wrong(name, node, "a map of fields, {name: value, ...}");
        return Optional.empty();
    }

    /** A list of maps; empty after a problem or when it is absent. */
    List<YamlMap> maps(String name, boolean required) {
        List<YamlMap> maps = new ArrayList<>();
        int number = 0;
        for (Node item : items(name, required)) {
            number++;
            if (item instanceof MappingNode map) {
                maps.add(new YamlMap(file, name + "[" + number + "]", map, problems));
            } else {
                report(item, "item " + number + " of " + name + " must be a map of fields");
            }
        }
        return maps;
    }

    /** A list of words; empty after a problem or when it is absent. */
    List<String> texts(String name, boolean required) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(name, required)) {
            if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(scalar.getValue().strip());
            } else {
                report(item, "an item of " + name + " must be text");
            }
        }
        return texts;
    }

    private List<Node> items(String name, boolean required) {
        Node node = node(name, required, "a list");
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence
                && !sequence.getValue().isEmpty()
                && sequence.getValue().size() <= 10_000) {
            return sequence.getValue();
        }
        wrong(name, node, "a list of 1 to 10000 items, [a, b, ...]");
        return List.of();
    }

    private @Nullable ScalarNode scalar(String name, boolean required, String kind) {
        Node node = node(name, required, kind);
        if (node == null || node instanceof ScalarNode) {
            return (ScalarNode) node;
        }
        wrong(name, node, kind);
        return null;
    }

    private @Nullable Node node(String name, boolean required, String kind) {
        asked.add(name);
        Node node = fields.get(name);
        if (node == null && required) {
            report(self, "missing field " + name + " in " + where + "; it must be " + kind);
        }
        return node;
    }

    private static boolean isPlain(ScalarNode node) {
        return node.getScalarStyle() == ScalarStyle.PLAIN;
    }

    private void wrong(String name, Node node, String rule) {
        String value = "a map";
        if (node instanceof ScalarNode scalar) {
            String text = Decimals.quote(scalar.getValue());
            value = text.isEmpty() ? "empty" : isPlain(scalar) ? text : '"' + text + '"';
        } else if (node instanceof SequenceNode sequence) {
            value = sequence.getValue().isEmpty() ? "an empty list" : "a list";
        }
        problem(name, name + " (" + value + ") must be " + rule);
    }
}
