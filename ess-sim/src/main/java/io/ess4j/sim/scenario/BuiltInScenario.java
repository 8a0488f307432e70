package io.ess4j.sim.scenario;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A scenario that comes with the program, as commented YAML. */
public enum BuiltInScenario {
    /** The online-education platform of guide 1.2 over four weeks; generated load, the guide's example prices. */
    ONLINE_EDUCATION("online-education.yaml"),
    /** A web service without a load of its own, for replaying a trace. */
    TRACE_REPLAY("trace-replay.yaml");

    private final String fileName;

    BuiltInScenario(String fileName) {
        this.fileName = fileName;
    }

    /**
     * The name to use in problems.
     *
     * @return such as {@code online-education.yaml}
     */
    public String fileName() {
        return fileName;
    }

    /**
     * The scenario as YAML, comments included.
     *
     * @return the text, lines ended by {@code \n}
     */
    public String text() {
        try (InputStream in = requireNonNull(BuiltInScenario.class.getResourceAsStream(fileName), fileName)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
