package io.ess4j.sim.replay;

import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.input.JsonValue.NumberValue;
import io.ess4j.sim.input.JsonValue.WordValue;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** Codecs of single values and lists. */
final class Scalars {
    private Scalars() {}

    static final ValueCodec<String> TEXT = new ValueCodec<>() {
        @Override
        public void write(JsonGenerator json, String value) {
            json.writeString(value);
        }

        @Override
        public String read(Place place) {
            return place.text();
        }
    };

    static final ValueCodec<Integer> INT = new ValueCodec<>() {
        @Override
        public void write(JsonGenerator json, Integer value) {
            json.writeNumber(value);
        }

        @Override
        public Integer read(Place place) {
            return (int) place.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
    };

    static final ValueCodec<Long> LONG = new ValueCodec<>() {
        @Override
        public void write(JsonGenerator json, Long value) {
            json.writeNumber(value);
        }

        @Override
        public Long read(Place place) {
            return place.whole(Long.MIN_VALUE, Long.MAX_VALUE);
        }
    };

    /** The fewest digits that give the number back, on every Java version. */
    static final ValueCodec<Double> DOUBLE = new ValueCodec<>() {
        @Override
        public void write(JsonGenerator json, Double value) {
            json.writeNumber(Decimals.shortest(value));
        }

        @Override
        public Double read(Place place) {
            double value = place.value() instanceof NumberValue number ? Decimals.parse(number.text()) : Double.NaN;
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw place.mustBe("a number");
            }
            return value;
        }
    };

    static final ValueCodec<Boolean> FLAG = new ValueCodec<>() {
        @Override
        public void write(JsonGenerator json, Boolean value) {
            json.writeBoolean(value);
        }

        @Override
        public Boolean read(Place place) {
            if (place.value() instanceof WordValue word && !word.word().equals("null")) {
                return word.word().equals("true");
            }
            throw place.mustBe("true or false");
        }
    };

    /** A value that has a text of its own. */
    static <T> ValueCodec<T> texts(Function<T, String> print, Function<String, T> parse, String what) {
        return new ValueCodec<>() {
            @Override
            public void write(JsonGenerator json, T value) {
                json.writeString(print.apply(value));
            }

            @Override
            public T read(Place place) {
                String text = place.text();
                try {
                    return parse.apply(text);
                } catch (DateTimeException e) {
                    throw place.mustBe(what);
                } catch (IllegalArgumentException e) {
                    throw place.problem("must be " + what + ": " + e.getMessage());
                }
            }
        };
    }

    static ValueCodec<Object> constants(Object[] constants) {
        return new ValueCodec<>() {
            @Override
            public void write(JsonGenerator json, Object value) {
                json.writeString(((Enum<?>) value).name());
            }

            @Override
            public Object read(Place place) {
                String name = place.text();
                for (Object constant : constants) {
                    if (((Enum<?>) constant).name().equals(name)) {
                        return constant;
                    }
                }
                throw place.mustBe("one of "
                        + Arrays.stream(constants)
                                .map(c -> ((Enum<?>) c).name())
                                .toList());
            }
        };
    }

    static ValueCodec<Object> lists(ValueCodec<Object> items) {
        return new ValueCodec<>() {
            @Override
            public void write(JsonGenerator json, Object value) {
                json.writeStartArray();
                for (Object item : (List<?>) value) {
                    items.write(json, item);
                }
                json.writeEndArray();
            }

            @Override
            public Object read(Place place) {
                List<Object> list = new ArrayList<>();
                for (var item : place.array()) {
                    list.add(items.read(place.item(list.size(), item)));
                }
                return list;
            }
        };
    }
}
