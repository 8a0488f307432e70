package io.ess4j.sim.replay;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Instance;
import io.ess4j.model.InstanceFeatures;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import io.ess4j.naming.HostNamePattern;
import io.ess4j.naming.HostNameSequence;
import io.ess4j.removal.RemovalPlan;
import io.ess4j.sim.replay.RecordCodec.Component;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the codec of a type. Records, sealed interfaces of records, enums and lists follow from their declarations; the
 * few types with a form of their own are named here. So a new component or a new case is in the log without further
 * code.
 */
final class Codecs {
    private final Map<Type, ValueCodec<?>> codecs = new HashMap<>();

    /**
     * Creates codecs that share a table of instance types.
     *
     * @param types writes a type in full once, later by its name
     * @param instancesById whether instances are written as their ids, which cannot be read back
     */
    Codecs(TypeTable types, boolean instancesById) {
        codecs.put(String.class, Scalars.TEXT);
        codecs.put(int.class, Scalars.INT);
        codecs.put(Integer.class, Scalars.INT);
        codecs.put(long.class, Scalars.LONG);
        codecs.put(Long.class, Scalars.LONG);
        codecs.put(double.class, Scalars.DOUBLE);
        codecs.put(Double.class, Scalars.DOUBLE);
        codecs.put(boolean.class, Scalars.FLAG);
        codecs.put(Duration.class, Scalars.texts(Duration::toString, Duration::parse, "a duration such as PT5M"));
        codecs.put(
                Instant.class, Scalars.texts(Instant::toString, Instant::parse, "a time such as 2026-01-05T08:00:00Z"));
        codecs.put(Zone.class, Scalars.texts(Zone::id, Zone::of, "a zone"));
        codecs.put(Price.class, Scalars.texts(Price::toString, Price::perHour, "a price"));
        codecs.put(Money.class, Scalars.texts(Money::toString, Money::of, "an amount"));
        codecs.put(
                HostNamePattern.class,
                Scalars.texts(HostNamePattern::toString, HostNamePattern::parse, "a host name pattern"));
        codecs.put(HostNameSequence.class, new CoreForms.Names());
        codecs.put(RemovalPlan.class, new CoreForms.Removal());
        codecs.put(ToLongFunction.class, new CoreForms.Code());
        codecs.put(InstanceType.class, types);
        if (instancesById) {
            codecs.put(Instance.class, new CoreForms.Id());
        }
        types.describedBy(record(InstanceType.class, null, Set.of()));
    }

    @SuppressWarnings("unchecked")
    <T> ValueCodec<T> of(Class<T> type) {
        return (ValueCodec<T>) any(type);
    }

    @SuppressWarnings("unchecked")
    private ValueCodec<Object> any(Type type) {
        ValueCodec<?> known = codecs.get(type);
        if (known == null) {
            known = make(type);
            codecs.put(type, known);
        }
        return (ValueCodec<Object>) known;
    }

    private ValueCodec<Object> make(Type type) {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == List.class) {
                return Scalars.lists(any(generic.getActualTypeArguments()[0]));
            }
            return any(generic.getRawType());
        }
        if (type instanceof Class<?> c) {
            if (c.isEnum()) {
                return Scalars.constants(requireNonNull(c.getEnumConstants()));
            }
            if (c.isRecord()) {
                return record(c, null, Set.of());
            }
            if (c.isInterface() && c.isSealed()) {
                return sealed(c);
            }
        }
        throw new IllegalArgumentException("type (" + type + ") must have a form in decision logs");
    }

    private SealedCodec sealed(Class<?> type) {
        SealedCodec codec = new SealedCodec();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            codec.add(permitted, record(permitted, permitted.getSimpleName(), Set.of()));
        }
        return codec;
    }

    /** A record without some of its components; it can be read only if none is left out. */
    RecordCodec record(Class<?> type, @Nullable String kind, Set<String> leftOut) {
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!leftOut.contains(component.getName())) {
                components.add(component(component));
            }
        }
        return new RecordCodec(type, kind, components);
    }

    private Component component(RecordComponent component) {
        Class<?> type = component.getType();
        Type content = component.getGenericType();
        Object absent = null;
        if (type == Optional.class) {
            content = ((ParameterizedType) content).getActualTypeArguments()[0];
            absent = Optional.empty();
        } else if (type == OptionalInt.class) {
            content = int.class;
            absent = OptionalInt.empty();
        } else if (type == OptionalLong.class) {
            content = long.class;
            absent = OptionalLong.empty();
        } else if (type == OptionalDouble.class) {
            content = double.class;
            absent = OptionalDouble.empty();
        } else if (type == InstanceFeatures.class) {
            absent = InstanceFeatures.UNKNOWN;
        }
        return new Component(component.getName(), component.getAccessor(), type, any(content), absent);
    }
}
