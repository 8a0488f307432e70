package io.ess4j.sim.replay;

import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.JsonText;
import io.ess4j.sim.input.JsonValue;
import io.ess4j.sim.input.JsonValue.ArrayValue;
import io.ess4j.sim.input.JsonValue.NumberValue;
import io.ess4j.sim.input.JsonValue.ObjectValue;
import io.ess4j.sim.input.JsonValue.TextValue;
import io.ess4j.sim.input.Problem;
import java.util.List;
import java.util.Map;

/** A value of a log and where it stands, such as {@code state.fleet[3].price} in a line of a file. */
record Place(String file, String path, JsonValue value) {
    Place field(String name, JsonValue at) {
        return new Place(file, path.isEmpty() ? name : path + "." + name, at);
    }

    Place item(int index, JsonValue at) {
        return new Place(file, path + "[" + index + "]", at);
    }

    /** A problem of this value, to be thrown. */
    InputException problem(String message) {
        return new InputException(
                List.of(new Problem(file, value.line(), (path.isEmpty() ? "the line" : path) + " " + message)), 0);
    }

    InputException mustBe(String what) {
        String shown = value instanceof TextValue text
                ? "\"" + JsonText.shortened(text.text()) + "\""
                : value instanceof NumberValue number ? number.text() : value.what();
        return problem("(" + shown + ") must be " + what);
    }

    Map<String, JsonValue> object() {
        if (value instanceof ObjectValue object) {
            return object.fields();
        }
        throw mustBe("an object");
    }

    List<JsonValue> array() {
        if (value instanceof ArrayValue array) {
            return array.items();
        }
        throw mustBe("an array");
    }

    String text() {
        if (value instanceof TextValue text) {
            return text.text();
        }
        throw mustBe("a text");
    }

    long whole(long least, long most) {
        if (value instanceof NumberValue number) {
            try {
                long whole = Long.parseLong(number.text());
                if (whole >= least && whole <= most) {
                    return whole;
                }
            } catch (NumberFormatException e) {
                // told below, like a number out of range
            }
        }
        throw mustBe("a whole number from " + least + " to " + most);
    }
}
