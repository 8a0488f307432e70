package io.ess4j.sim.cli;

import io.ess4j.sim.json.Json;
import java.io.PrintWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Prints the JSON of {@code --json}. */
final class JsonOut {
    private JsonOut() {}

    static void print(PrintWriter out, Consumer<JsonGenerator> content) {
        try (JsonGenerator json = Json.indented(out)) {
            content.accept(json);
        }
        out.print('\n');
        out.flush();
    }
}
