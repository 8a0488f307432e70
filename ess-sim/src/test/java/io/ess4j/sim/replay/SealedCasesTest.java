package io.ess4j.sim.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.GroupState;
import io.ess4j.ScalingGroup;
import io.ess4j.ScalingPlan;
import io.ess4j.Trigger;
import io.ess4j.model.Instance;
import io.ess4j.sim.input.JsonText;
import io.ess4j.sim.input.Problems;
import java.io.StringWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Every case of every sealed interface that a log can hold is written and read back as it was. */
class SealedCasesTest {
    private static final Set<Class<?>> SEALED = new LinkedHashSet<>();
    private static final Set<Class<?>> SEEN = new LinkedHashSet<>();

    static {
        List.of(ScalingGroup.class, GroupState.class, Trigger.class, ScalingPlan.class)
                .forEach(SealedCasesTest::walk);
    }

    private static void walk(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(SealedCasesTest::walk);
        } else if (type instanceof Class<?> c && SEEN.add(c)) {
            if (c.isInterface() && c.isSealed()) {
                SEALED.add(c);
                Arrays.stream(c.getPermittedSubclasses()).forEach(SealedCasesTest::walk);
            }
            for (RecordComponent component : c.isRecord() ? c.getRecordComponents() : new RecordComponent[0]) {
                walk(component.getGenericType());
            }
        }
    }

    @Test
    void everyCaseHasASample() {
        Set<Class<?>> sampled = new LinkedHashSet<>();
        Samples.all().forEach(s -> sampled.add(s.getClass()));

        assertThat(SEALED)
                .extracting(Class::getSimpleName)
                .contains("Trigger", "ScalingRule", "PlacementStrategy", "HostNamePattern", "ScheduledAction");
        for (Class<?> sealed : SEALED) {
            assertThat(sampled).as(sealed.getSimpleName()).contains(sealed.getPermittedSubclasses());
        }
    }

    static Stream<Object> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadBackAsItWas(Object sample) {
        Class<?> type =
                SEALED.stream().filter(s -> s.isInstance(sample)).findFirst().orElseThrow();

        String json = write(type, sample);
        Object read = read(type, json);

        assertThat(read).isEqualTo(sample);
        assertThat(write(type, read)).isEqualTo(json);
    }

    @Test
    void instancesKeepEveryField() {
        Instance instance = Samples.instance("i-1");

        assertThat(read(Instance.class, write(Instance.class, instance))).isEqualTo(instance);
    }

    private static String write(Class<?> type, Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            write(codec(type), json, value);
        }
        return out.toString();
    }

    @SuppressWarnings("unchecked")
    private static <T> void write(ValueCodec<T> codec, JsonGenerator json, Object value) {
        codec.write(json, (T) value);
    }

    private static Object read(Class<?> type, String json) {
        Place place = new Place("log", "", JsonText.read("log", new Problems(), json));
        return requireNonNull(codec(type).read(place));
    }

    private static <T> ValueCodec<T> codec(Class<T> type) {
        return new Codecs(new TypeTable(), false).of(type);
    }
}
