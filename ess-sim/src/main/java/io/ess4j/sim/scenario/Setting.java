package io.ess4j.sim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of a scenario and another value for it, such as {@code group.rules[0].target=40}. Items of lists are numbered
 * from 0, or called by their names: {@code group.rules[cpu].target=40}.
 *
 * @param path the names from the top down
 * @param value the value as YAML; empty removes the field
 */
public record Setting(String path, String value) {
    private static final int LONGEST = 10_000;
    private static final Pattern STEP = Pattern.compile("\\.?([A-Za-z][A-Za-z0-9_-]*)|\\[([^\\[\\]]{1,100})]");

    public Setting {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("value of " + path + " must have at most " + LONGEST + " characters");
        }
        steps(path);
    }

    /**
     * Reads {@code path=value}.
     *
     * @param text the text
     * @return the setting
     * @throws IllegalArgumentException if there is no {@code =}, or the path is none
     */
    public static Setting parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("'" + text + "' must be path=value, such as group.max=40");
        }
        return new Setting(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    /** The names and, in brackets, the items that lead to the field. */
    List<String> steps() {
        return steps(path);
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        int at = 0;
        while (at < path.length()) {
            if (!step.find(at) || step.start() != at || !begins(path, at, step.group(1) != null)) {
                throw wrong(path);
            }
            steps.add(step.group(1) != null ? step.group(1) : "[" + step.group(2) + "]");
            at = step.end();
        }
        if (steps.isEmpty() || path.length() > LONGEST || steps.get(0).startsWith("[")) {
            throw wrong(path);
        }
        return steps;
    }

    /** A name follows a dot, except at the beginning; an item follows a name or an item. */
    private static boolean begins(String path, int at, boolean name) {
        return !name || (path.charAt(at) == '.') == (at > 0);
    }

    private static IllegalArgumentException wrong(String path) {
        String shown = path.length() > 100 ? path.substring(0, 100) + "..." : path;
        return new IllegalArgumentException(
                "path (" + shown + ") must be names and [items], such as group.rules[0].target");
    }

    /** Returns {@code path=value}. */
    @Override
    public String toString() {
        return path + "=" + value;
    }
}
