package io.ess4j.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.ess4j.sim.input.InputException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile logs are refused with a line, soon and without a stack trace of something else. */
class ReplayAdversarialTest {
    private static final int SIZE = 9_000_000;

    static Stream<String> hostile() {
        String group = ReplayTest.golden().lines().findFirst().orElseThrow();
        Random random = new Random(7);
        StringBuilder binary = new StringBuilder();
        random.ints(100_000, 0, 0x10000).forEach(c -> binary.append((char) c));
        return Stream.of(
                "",
                "\n",
                "{}",
                "[]",
                "null",
                "\u0000",
                group,
                "[".repeat(SIZE),
                "{\"a\":".repeat(SIZE / 5),
                "x".repeat(SIZE),
                "[" + "1,".repeat(SIZE / 2) + "1]",
                "{" + "\"a\":1,".repeat(SIZE / 6) + "\"b\":1}",
                "\n".repeat(SIZE),
                "{}\n".repeat(SIZE / 3),
                group + "\n" + group.substring(0, group.length() / 2),
                group + "\n{\"group\":\"nobody\"}",
                group.replaceFirst("\"schema\":1", "\"schema\":1" + "0".repeat(99)),
                group.replaceFirst("\"schema\":1", "\"schema\":1e400000000"),
                "{\"schema\":1,\"group\":\"" + "y".repeat(SIZE) + "\"}",
                binary.toString());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefused(String log) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), // a second on an idle machine
                () -> assertThatThrownBy(() -> ReplayTest.replay(log))
                        .isInstanceOf(InputException.class)
                        .message()
                        .hasSizeLessThan(20_000));
    }

    @Test
    void everyCutOfALogIsRefusedOrShorter() throws Exception {
        String log = ReplayTest.golden();
        for (int cut = 1; cut < Math.min(log.length(), 20_000); cut += 37) {
            String part = log.substring(0, log.length() - cut);
            try {
                assertThat(ReplayTest.replay(part).difference()).isEmpty();
            } catch (InputException e) {
                assertThat(e.getMessage()).startsWith("log:");
            }
        }
    }
}
