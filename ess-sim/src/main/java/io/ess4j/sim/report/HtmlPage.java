package io.ess4j.sim.report;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import io.ess4j.sim.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * A page in one file that needs nothing else. Scripts are inlined and allowed by their hashes, so that no text of a
 * scenario can become one. What all pages share is in {@code page.html}, {@code page.js} and {@code report.css}; a page
 * named x has its content in {@code x.html} and a script {@code x.js}.
 */
final class HtmlPage {
    private static final String ECHARTS_VERSION = "5.5.0";

    /** What stands above the name, by page. */
    private static final Map<String, String> KINDS =
            Map.of("report", "simulation report", "compare", "comparison", "pareto", "sweep");

    private HtmlPage() {}

    /** Writes a page; the data becomes a JSON object for the script. */
    static void write(Writer out, String page, String name, String description, Consumer<JsonGenerator> data)
            throws IOException {
        String echarts = resource("echarts/echarts.min.js");
        String shared = resource("page.js");
        String script = resource(page + ".js");
        Map<String, String> values = Map.ofEntries(
                entry("script-hashes", hash(echarts) + " " + hash(shared) + " " + hash(script)),
                entry("kind", requireNonNull(KINDS.get(page))),
                entry("title", escape(name) + " - ess4j"),
                entry("css", resource("report.css")),
                entry("name", escape(name)),
                entry("description", escape(description)),
                entry("content", resource(page + ".html").replace("{{echarts-version}}", ECHARTS_VERSION)),
                entry("data", json(data)),
                entry("echarts", echarts),
                entry("page", shared),
                entry("js", script));
        String template = resource("page.html");
        int at = 0;
        for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at)) {
            int close = template.indexOf("}}", open);
            out.write(template, at, open - at);
            out.write(requireNonNull(values.get(template.substring(open + 2, close))));
            at = close + 2;
        }
        out.write(template, at, template.length() - at);
    }

    /** The page's data; {@code <} is written as an escape, so that {@code </script>} cannot end the element. */
    private static String json(Consumer<JsonGenerator> data) {
        var text = new StringWriter();
        try (JsonGenerator json = Json.compact(text)) {
            json.writeStartObject();
            data.accept(json);
            json.writeEndObject();
        }
        return text.toString().replace("<", "\\u003c");
    }

    /** Adds a pair to a list of facts. */
    static void fact(JsonGenerator json, String name, String value) {
        json.writeStartArray();
        json.writeString(name);
        json.writeString(value);
        json.writeEndArray();
    }

    /** Adds a card to a list of cards. */
    static void card(JsonGenerator json, KeyFigures.Figure figure) {
        json.writeStartObject();
        json.writeStringProperty("label", figure.label());
        json.writeStringProperty("value", figure.value());
        json.writeStringProperty("unit", figure.unit());
        json.writeStringProperty("hint", figure.hint());
        json.writeStringProperty("tone", figure.tone());
        json.writeEndObject();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("{{", "{ {");
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
