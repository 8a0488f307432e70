package io.ess4j.sim.json;

import io.ess4j.sim.input.Decimals;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes JSON in which every number has a fixed form. */
public final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private Json() {}

    /**
     * Writes on one line.
     *
     * @param out where the text goes; not closed
     * @return the generator, to be closed
     */
    public static JsonGenerator compact(Writer out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    /**
     * Writes over several lines, two blanks for each level.
     *
     * @param out where the text goes; not closed
     * @return the generator, to be closed
     */
    public static JsonGenerator indented(Writer out) {
        var printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        return FACTORY.createGenerator(context, out);
    }

    /**
     * Writes a number with a fixed count of decimals, NaN as null.
     *
     * @param json where it goes
     * @param value the number
     * @param decimals 0 to 6
     */
    public static void number(JsonGenerator json, double value, int decimals) {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else {
            json.writeNumber(Decimals.fixed(value, decimals));
        }
    }

    /**
     * Writes a field that holds a number.
     *
     * @param json where it goes
     * @param name the field
     * @param value the number
     * @param decimals 0 to 6
     */
    public static void number(JsonGenerator json, String name, double value, int decimals) {
        json.writeName(name);
        number(json, value, decimals);
    }

    /**
     * Writes a field that holds a list of texts.
     *
     * @param json where it goes
     * @param name the field
     * @param texts the texts
     */
    public static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
