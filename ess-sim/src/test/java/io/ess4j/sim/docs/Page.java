package io.ess4j.sim.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation and its fenced blocks.
 *
 * @param file where it is
 * @param text what it says
 */
record Page(Path file, String text) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /**
     * A fenced block.
     *
     * @param language the word behind the fence, or nothing
     * @param content what stands between the fences
     * @param expected what it prints: the content of a text block that follows, apart from at most a line of words
     */
    record Block(String language, String content, Optional<String> expected) {}

    /** The README and every page under docs. */
    static List<Page> all() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            docs.filter(f -> f.toString().endsWith(".md")))
                    .sorted()
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Matcher m = BLOCK.matcher(text);
        int end = 0;
        while (m.find()) {
            boolean follows = m.group(1).equals("text")
                    && text.substring(end, m.start()).lines().count() <= 4;
            if (follows && !blocks.isEmpty()) {
                Block before = blocks.remove(blocks.size() - 1);
                blocks.add(new Block(before.language, before.content, Optional.of(m.group(2))));
            } else {
                blocks.add(new Block(m.group(1), m.group(2), Optional.empty()));
            }
            end = m.end();
        }
        return blocks;
    }

    List<Block> blocks(String language) {
        return blocks().stream().filter(b -> b.language.equals(language)).toList();
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
