package io.ess4j.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten megabytes of what is cheap to write and dear to read, through every reader, in a heap of 512 MB. Prints the
 * longest time of each reader; the limit is there for what never ends.
 */
class LargeInputsTest {
    /** The second is near the largest scenario that is read. */
    private static final List<Integer> SIZES = List.of(10_000_000, 1_000_000);

    private static final Duration FOREVER = Duration.ofSeconds(20);

    private static final List<String> PATTERNS = List.of(
            "a",
            "9",
            "0.",
            "[",
            "{\"a\":",
            "\"",
            "\n",
            ",",
            "- ",
            "a: ",
            "&a [*a,",
            "1,2\n",
            "a: [*a, *a]\n",
            "*",
            "(",
            "#",
            "\u00e9",
            "\u0000",
            "{}\n",
            "1,");

    static Stream<String> readers() {
        return Arrays.stream(ParsersFuzzTest.class.getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(FuzzTest.class))
                .map(Method::getName)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void areReadOrRefused(String reader) throws Exception {
        Method method = ParsersFuzzTest.class.getDeclaredMethod(reader, byte[].class);
        record Time(String pattern, int size, long millis) {}
        List<Time> times = new ArrayList<>();
        for (int size : SIZES) {
            for (String pattern : PATTERNS) {
                byte[] bytes = pattern.repeat(size / pattern.getBytes(StandardCharsets.UTF_8).length)
                        .getBytes(StandardCharsets.UTF_8);
                long begin = System.nanoTime();
                assertTimeoutPreemptively(
                        FOREVER, () -> method.invoke(new ParsersFuzzTest(), (Object) bytes), reader + " of " + pattern);
                times.add(new Time(pattern, size, (System.nanoTime() - begin) / 1_000_000));
            }
        }
        Time longest =
                times.stream().max(Comparator.comparingLong(Time::millis)).orElseThrow();
        System.out.printf(
                "%-16s %5d ms at most, 10 MB of %s%n",
                reader, longest.millis(), longest.pattern().replace("\n", "\\n"));
    }
}
