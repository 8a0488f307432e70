package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The public API is the one that was written down: nothing of it goes, comes or changes unless somebody meant it. */
class PublicApiTest {
    private static final Path RECORD = Path.of("api.txt");
    private static final boolean RECORDING = Boolean.getBoolean("ess.api.record");

    @Test
    void isTheOneThatWasRecorded() throws IOException, URISyntaxException {
        Path classes = Path.of(Autoscaler.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> now = PublicApi.of(classes);
        if (RECORDING) {
            Files.writeString(RECORD, String.join("\n", now) + "\n");
        }

        assertThat(difference(Files.readAllLines(RECORD), now))
                .as(
                        "The public API has changed. If that was meant: docs/versions.md says what it means for the version,"
                                + " docs/CHANGELOG.md wants a line, and -Dess.api.record=true writes ess-core/api.txt anew."
                                + " What goes (-) breaks programs; what comes (+) may break those that implement the type.")
                .isEmpty();
    }

    @Test
    void whatGoesAndWhatComesIsTold() {
        assertThat(difference(List.of("a", "b", "c"), List.of("c", "d", "a"))).isEqualTo("- b\n+ d\n");
        assertThat(difference(List.of("a"), List.of("a"))).isEmpty();
    }

    @Test
    void aTypeIsWrittenWithAllThatOthersCanUse() {
        assertThat(PublicApi.lines(Sample.class))
                .containsExactly(
                        "PublicApiTest$Sample = public abstract static class PublicApiTest$Sample<T extends Number>"
                                + " extends PublicApiTest$Base<T> implements Comparable<PublicApiTest$Sample<T>>",
                        "PublicApiTest$Sample: protected PublicApiTest$Sample(T)",
                        "PublicApiTest$Sample: protected abstract void forSubclasses()" + " throws IOException",
                        "PublicApiTest$Sample: public List<Set<T>> PublicApiTest$Base.inherited(int[])",
                        "PublicApiTest$Sample: public int compareTo(PublicApiTest$Sample<T>)",
                        "PublicApiTest$Sample: public static final String NAME");
        assertThat(PublicApi.lines(Shape.class))
                .containsExactly(
                        "PublicApiTest$Shape = public abstract static interface PublicApiTest$Shape"
                                + " permits PublicApiTest$Square",
                        "PublicApiTest$Shape: public abstract long area()");
    }

    private static String difference(List<String> recorded, List<String> now) {
        Set<String> gone = new LinkedHashSet<>(recorded);
        now.forEach(gone::remove);
        Set<String> come = new LinkedHashSet<>(now);
        recorded.forEach(come::remove);
        return lines("- ", gone) + lines("+ ", come);
    }

    private static String lines(String mark, Set<String> lines) {
        return lines.stream().map(line -> mark + line + "\n").collect(Collectors.joining());
    }

    /** What it gives to a subclass belongs to the subclass. */
    public abstract static class Base<T> {
        public List<Set<T>> inherited(int[] ignored) {
            return List.of();
        }
    }

    /** A type with something of everything. */
    public abstract static class Sample<T extends Number> extends Base<T> implements Comparable<Sample<T>> {
        public static final String NAME = "sample";
        final T value;

        protected Sample(T value) {
            this.value = value;
        }

        protected abstract void forSubclasses() throws IOException;

        @Override
        public int compareTo(Sample<T> other) {
            return Double.compare(value.doubleValue(), other.value.doubleValue());
        }
    }

    /** Of a sealed type others know the cases, and cannot add any. */
    public sealed interface Shape {
        long area();
    }

    record Square(long side) implements Shape {
        @Override
        public long area() {
            return side * side;
        }
    }
}
