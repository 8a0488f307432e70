package io.ess4j.sim.sweep;

import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.Problem;
import io.ess4j.sim.scenario.BuiltInScenario;
import io.ess4j.sim.scenario.Overrides;
import io.ess4j.sim.scenario.Scenario;
import io.ess4j.sim.scenario.ScenarioReader;
import io.ess4j.sim.scenario.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where scenarios come from: a file or a built-in one, and what replaces parts of it.
 *
 * @param file the file; empty for a built-in scenario
 * @param builtIn the built-in scenario, if there is no file
 * @param overrides what replaces parts of it
 */
public record ScenarioSource(Optional<Path> file, BuiltInScenario builtIn, Overrides overrides) {
    private static final Pattern WORD = Pattern.compile("[^\\s\"'\\[\\]{},]{1,200}");

    /**
     * Reads it with further fields replaced.
     *
     * @param further the fields
     * @return the scenario
     * @throws InputException with everything that is wrong
     */
    public Scenario read(List<Setting> further) {
        Overrides all = overrides.with(further);
        return file.isPresent() ? ScenarioReader.read(file.get(), all) : ScenarioReader.read(builtIn, all);
    }

    /**
     * Adds everything that the scenario is made of to a digest: its text, the overrides, and the bytes of every file
     * that one of them names.
     *
     * @param digest where the bytes go
     * @param values further values that may name files
     */
    void addTo(MessageDigest digest, List<String> values) {
        String text = file.isPresent() ? text(file.get()) : builtIn.text();
        add(digest, text);
        overrides.settings().forEach(s -> add(digest, s.toString()));
        overrides.trace().ifPresent(t -> {
            add(digest, t.unit() + " " + t.scale());
            add(digest, t.path());
        });
        overrides.prices().ifPresent(p -> {
            add(digest, p.region());
            add(digest, p.path());
        });
        Path folder = file.map(Path::getParent).orElse(Path.of(""));
        addNamed(digest, folder == null ? Path.of("") : folder, text);
        for (Setting setting : overrides.settings()) {
            addNamed(digest, folder == null ? Path.of("") : folder, setting.value());
        }
        values.forEach(value -> addNamed(digest, folder == null ? Path.of("") : folder, value));
    }

    private static void addNamed(MessageDigest digest, Path folder, String text) {
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            try {
                Path named = folder.resolve(word.group());
                if (word.group().indexOf('.') > 0 && Files.isRegularFile(named)) {
                    add(digest, word.group());
                    add(digest, named);
                }
            } catch (InvalidPathException e) {
                // a word that is no path
            }
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void add(MessageDigest digest, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InputException unreadable(Path file, IOException e) {
        return new InputException(List.of(new Problem(file.toString(), 0, "cannot be read: " + e.getMessage())), 0);
    }

    static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
