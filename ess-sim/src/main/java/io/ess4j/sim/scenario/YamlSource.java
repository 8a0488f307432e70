package io.ess4j.sim.scenario;

import io.ess4j.sim.input.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Turns YAML text into a tree that knows its lines. Hostile text is refused before a tree is built: at most 1 MiB, at
 * most 32 levels, no aliases, one document whose top is a map.
 */
final class YamlSource {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 32;

    private final String file;
    private final Problems problems;

    YamlSource(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a file as UTF-8, or says why not. */
    Optional<String> load(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return refuse(0, "cannot be read: it is a directory");
            }
            if (Files.size(path) > MAX_BYTES) {
                return tooLarge(Files.size(path));
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (NoSuchFileException e) {
            return refuse(0, "there is no such file");
        } catch (CharacterCodingException e) {
            return refuse(0, "not UTF-8 text");
        } catch (IOException e) {
            return refuse(0, "cannot be read: " + e.getMessage());
        }
    }

    /** Parses text into its top map, or says why not. */
    Optional<YamlMap> parse(String text, List<Setting> overrides) {
        Optional<Node> top = tree(text, file);
        if (top.isEmpty()) {
            return Optional.empty();
        }
        if (top.get() instanceof MappingNode map) {
            MappingNode changed = new OverriddenTree(file, problems).with(map, overrides);
            return Optional.of(new YamlMap(file, "the scenario", changed, problems));
        }
        return refuse(YamlMap.line(top.get()), "a scenario must be a map of fields");
    }

    /** Parses text into a tree whose nodes bear a label, or says why not. */
    Optional<Node> tree(String text, String label) {
        // the limit of the settings does not hold where events are taken from the parser itself
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return tooLarge(bytes);
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(label)
                .setCodePointLimit(MAX_BYTES)
                .setAllowDuplicateKeys(true) // these two are found by YamlMap, together with everything else
                .setAllowNonScalarKeys(true)
                .build();
        try {
            if (!isHarmless(text, settings)) {
                return Optional.empty();
            }
            Optional<Node> top = new Composer(settings, parser(text, settings)).getSingleNode();
            return top.isPresent() ? top : refuse(0, "the file is empty");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            return refuse(line, "not YAML: " + firstLine(e.getProblem()));
        } catch (YamlEngineException e) {
            return refuse(0, "not YAML: " + firstLine(String.valueOf(e.getMessage())));
        }
    }

    /** Looks at the events only, which the parser yields without recursion. */
    private boolean isHarmless(String text, LoadSettings settings) {
        int depth = 0;
        ParserImpl events = parser(text, settings);
        while (events.hasNext()) {
            Event event = events.next();
            int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
            if (event instanceof AliasEvent) {
                problems.add(file, line, "aliases (*name) are not supported");
                return false;
            }
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                problems.add(file, line, "nested deeper than " + MAX_DEPTH + " levels");
                return false;
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return true;
    }

    private static ParserImpl parser(String text, LoadSettings settings) {
        return new ParserImpl(settings, new StreamReader(settings, text));
    }

    private <T> Optional<T> tooLarge(long bytes) {
        return refuse(0, "a scenario may have at most " + MAX_BYTES + " bytes, this has " + bytes);
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private <T> Optional<T> refuse(int line, String message) {
        problems.add(file, line, message);
        return Optional.empty();
    }
}
