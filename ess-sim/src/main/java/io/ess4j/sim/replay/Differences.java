package io.ess4j.sim.replay;

import io.ess4j.sim.input.JsonText;
import io.ess4j.sim.input.JsonValue;
import io.ess4j.sim.input.JsonValue.ArrayValue;
import io.ess4j.sim.input.JsonValue.NumberValue;
import io.ess4j.sim.input.JsonValue.ObjectValue;
import io.ess4j.sim.input.JsonValue.TextValue;
import io.ess4j.sim.input.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where two lines of a log first differ. */
final class Differences {
    private static final int SHOWN = 300;
    private static final JsonText.Limits ANY = new JsonText.Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private Differences() {}

    static Optional<Replay.Difference> between(long line, String logged, String decided, String explanation) {
        if (logged.equals(decided)) {
            return Optional.empty();
        }
        Pair pair = first("", read(logged), read(decided));
        return Optional.of(
                pair == null
                        ? new Replay.Difference(line, "", cut(logged), cut(decided), explanation)
                        : new Replay.Difference(line, pair.path, text(pair.logged), text(pair.decided), explanation));
    }

    private record Pair(
            String path,
            @Nullable JsonValue logged,
            @Nullable JsonValue decided) {}

    private static JsonValue read(String line) {
        return JsonText.read("line", new Problems(), line, 0, ANY);
    }

    private static @Nullable Pair first(String path, @Nullable JsonValue a, @Nullable JsonValue b) {
        if (a instanceof ObjectValue left && b instanceof ObjectValue right) {
            Set<String> names = new LinkedHashSet<>(left.fields().keySet());
            names.addAll(right.fields().keySet());
            for (String name : names) {
                Pair pair = first(
                        path.isEmpty() ? name : path + "." + name,
                        left.fields().get(name),
                        right.fields().get(name));
                if (pair != null) {
                    return pair;
                }
            }
            return null;
        }
        if (a instanceof ArrayValue left && b instanceof ArrayValue right) {
            for (int i = 0; i < Math.max(left.items().size(), right.items().size()); i++) {
                Pair pair = first(path + "[" + i + "]", item(left.items(), i), item(right.items(), i));
                if (pair != null) {
                    return pair;
                }
            }
            return null;
        }
        return text(a).equals(text(b)) ? null : new Pair(path, a, b);
    }

    private static @Nullable JsonValue item(List<JsonValue> items, int index) {
        return index < items.size() ? items.get(index) : null;
    }

    /** The value as JSON, cut. */
    private static String text(@Nullable JsonValue value) {
        return value == null ? "nothing" : cut(full(value));
    }

    private static String full(JsonValue value) {
        if (value instanceof TextValue text) {
            return "\"" + text.text() + "\"";
        }
        if (value instanceof NumberValue number) {
            return number.text();
        }
        if (value instanceof ArrayValue array) {
            return "["
                    + String.join(
                            ",", array.items().stream().map(Differences::full).toList()) + "]";
        }
        if (value instanceof ObjectValue object) {
            return "{"
                    + String.join(
                            ",",
                            object.fields().entrySet().stream()
                                    .map(f -> "\"" + f.getKey() + "\":" + full(f.getValue()))
                                    .toList())
                    + "}";
        }
        return value.what();
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
