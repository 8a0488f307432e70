package io.ess4j.sim.scenario;

import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A tree with some values replaced before it is read, so that a replaced value is checked like any other. The nodes of
 * a replaced value bear a label that tells the line they stand in for, and the override that gave them.
 */
final class OverriddenTree {
    private static final String SET = "--set ";

    private final String file;
    private final Problems problems;

    OverriddenTree(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static boolean isOverridden(Node node) {
        return node.getStartMark().map(Mark::getName).orElse("").contains(SET);
    }

    /** Adds a problem at a node; one that an override gave is told with it. */
    static void report(Problems problems, String file, Node node, String message) {
        if (isOverridden(node)) {
            String label = node.getStartMark().map(Mark::getName).orElse("");
            int set = label.indexOf(SET);
            problems.add(file, Integer.parseInt(label.substring(0, set)), message + "; " + label.substring(set));
        } else {
            problems.add(file, YamlMap.line(node), message);
        }
    }

    MappingNode with(MappingNode top, List<Setting> settings) {
        MappingNode changed = top;
        for (Setting setting : settings) {
            if (set(changed, setting.steps(), setting, YamlMap.line(top)) instanceof MappingNode map) {
                changed = map;
            }
        }
        return changed;
    }

    /** The node with the value at the end of the steps replaced; null if there is no value any more. */
    private @Nullable Node set(@Nullable Node node, List<String> steps, Setting setting, int line) {
        if (steps.isEmpty()) {
            return value(setting, line);
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (step.startsWith("[")) {
            return item(node, step.substring(1, step.length() - 1), rest, setting, line);
        }
        if (node != null && !(node instanceof MappingNode)) {
            problems.add(file, YamlMap.line(node), "there is no field " + step + " here; " + SET + setting);
            return node;
        }
        return field((MappingNode) node, step, rest, setting, line);
    }

    private Node field(@Nullable MappingNode map, String name, List<String> rest, Setting setting, int line) {
        List<NodeTuple> fields = new ArrayList<>();
        boolean found = false;
        for (NodeTuple field : map == null ? List.<NodeTuple>of() : map.getValue()) {
            if (!(field.getKeyNode() instanceof ScalarNode key)
                    || !key.getValue().equals(name)
                    || found) {
                fields.add(field);
                continue;
            }
            found = true;
            Node value = set(field.getValueNode(), rest, setting, YamlMap.line(key));
            if (value != null) {
                fields.add(new NodeTuple(key, value));
            }
        }
        if (!found) {
            Node value = set(null, rest, setting, map == null ? line : YamlMap.line(map));
            if (value != null) {
                fields.add(new NodeTuple(word(name, setting, line), value));
            }
        }
        Node marks = map == null ? word(name, setting, line) : map;
        return new MappingNode(Tag.MAP, true, fields, FlowStyle.BLOCK, marks.getStartMark(), marks.getEndMark());
    }

    private @Nullable Node item(@Nullable Node node, String which, List<String> rest, Setting setting, int line) {
        if (!(node instanceof SequenceNode list)) {
            problems.add(file, node == null ? line : YamlMap.line(node), "there is no list here; " + SET + setting);
            return node;
        }
        int index = index(list, which);
        if (index < 0) {
            problems.add(
                    file,
                    YamlMap.line(list),
                    "there is no item " + Decimals.quote(which) + " among "
                            + list.getValue().size() + "; " + SET + setting);
            return node;
        }
        List<Node> items = new ArrayList<>(list.getValue());
        Node old = index < items.size() ? items.get(index) : null;
        Node value = set(old, rest, setting, old == null ? YamlMap.line(list) : YamlMap.line(old));
        if (old != null) {
            items.remove(index);
        }
        if (value != null) {
            items.add(index, value);
        }
        return new SequenceNode(Tag.SEQ, true, items, FlowStyle.BLOCK, list.getStartMark(), list.getEndMark());
    }

    /** The number of an item, the first free one included, or the place of the first one of that name or type. */
    private static int index(SequenceNode list, String which) {
        if (which.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int number = which.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(which);
            return number <= list.getValue().size() ? number : -1;
        }
        for (String field : List.of("name", "type")) {
            for (int i = 0; i < list.getValue().size(); i++) {
                if (list.getValue().get(i) instanceof MappingNode map && which.equals(text(map, field))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static String text(MappingNode map, String field) {
        for (NodeTuple tuple : map.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals(field)
                    && tuple.getValueNode() instanceof ScalarNode value) {
                return value.getValue();
            }
        }
        return "";
    }

    private @Nullable Node value(Setting setting, int line) {
        if (setting.value().isEmpty()) {
            return null;
        }
        Problems wrong = new Problems();
        Optional<Node> value = new YamlSource(file, wrong).tree(setting.value(), label(setting, line));
        wrong.kept().forEach(p -> problems.add(file, line, p.message() + "; " + SET + setting));
        return value.orElse(null);
    }

    private static Node word(String word, Setting setting, int line) {
        Mark mark = new Mark(label(setting, line), 0, 0, 0, new int[0], 0);
        return new ScalarNode(Tag.STR, true, word, ScalarStyle.PLAIN, Optional.of(mark), Optional.of(mark));
    }

    private static String label(Setting setting, int line) {
        return line + SET + setting;
    }
}
