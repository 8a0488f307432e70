package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.admission.Node;
import io.ess4j.admission.OperatingSystem;
import io.ess4j.admission.ScaleOutCheck;
import io.ess4j.launch.Image;
import io.ess4j.launch.LaunchConfiguration;
import io.ess4j.launch.UserData;
import io.ess4j.match.InstanceTypePattern;
import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Money;
import io.ess4j.model.Password;
import io.ess4j.model.Price;
import io.ess4j.model.Tag;
import io.ess4j.model.TextFormatException;
import io.ess4j.model.Zone;
import io.ess4j.naming.HostNameFormatException;
import io.ess4j.naming.HostNamePattern;
import io.ess4j.naming.HostNameRules;
import io.ess4j.naming.HostNameSequence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Random bytes through everything that takes a text. Nothing may come out but an answer or the documented exception,
 * and a parser's exception points into the text. {@code -Dess.fuzz.bytes=10000000} sets how many bytes.
 */
class RandomBytesTest {
    private static final long BYTES = Long.getLong("ess.fuzz.bytes", 200_000L);
    private static final int LONGEST = 40;
    private static final HostNameSequence NAMES = HostNameSequence.of(HostNamePattern.parse("a(AUTO_INCREMENT)[0,3]"));

    /** One way in for a text, and the characters that lead deep into it. */
    private record Entry(String name, String likely, boolean refuses, Consumer<String> read) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("host name pattern", "aZ09-.()[],,AUTO_INCREMENT ", true, RandomBytesTest::hostNamePattern),
            new Entry("host name", "aZ09-._", false, t -> {
                HostNameRules.WINDOWS.problems(t);
                HostNameRules.OTHER.problems(t);
            }),
            new Entry("existing host name", "a0123456789-", false, t -> NAMES.observe(List.of(t))),
            new Entry("names that differ by case", "aA", false, t -> HostNameRules.sameIgnoringCase(List.of(t, t))),
            new Entry("price", "0123456789..-e", true, Price::perHour),
            new Entry("money", "0123456789..-e", true, Money::of),
            new Entry("zone", "az-1 ", true, Zone::of),
            new Entry("instance type", "ecs.g6 ", true, t -> InstanceType.of(t, 1, 1)),
            new Entry("excluded type", "**a.g", true, RandomBytesTest::excluded),
            new Entry("tag", "a: ", true, t -> new Tag(t, t)),
            new Entry("configuration", "asc-1 ", true, t -> new ConfigurationSource(t, Instant.EPOCH)),
            new Entry("password", "aA1!", false, t -> Password.of(t).problems()),
            new Entry("user data", "IyEvYm+/==", true, t -> UserData.parse(t).text()),
            new Entry(
                    "script",
                    "#!=: password\"'\n\r$",
                    false,
                    t -> UserData.of(t).linesWithSecrets()),
            new Entry("operating system", "CentOS7. ", true, t -> new OperatingSystem(t, t).majorVersion()),
            new Entry("node", "i-1 ", true, t -> Node.builder(t).hostName(t).memberOfCluster(t, t)),
            new Entry("field of a request", "0123456789-true", false, RandomBytesTest::field),
            new Entry("launch configuration", "a1 =", true, RandomBytesTest::launch));

    private static void hostNamePattern(String text) {
        HostNamePattern pattern = HostNamePattern.parse(text);
        assertThat(HostNamePattern.parse(pattern.toString())).isEqualTo(pattern);
    }

    private static void excluded(String text) {
        InstanceTypePattern.of(1, 1).exclude(text).build().mismatch(InstanceType.of("ecs.g6.large", 1, 1), Price.ZERO);
    }

    private static void field(String text) {
        ScaleOutCheck.check(
                Map.of(
                        "count",
                        text,
                        "worker_instance_type",
                        text,
                        "ens_internet_charge_type",
                        text,
                        "worker_system_disk_size",
                        text,
                        "worker_auto_renew",
                        text,
                        "timeout_mins",
                        text,
                        "login_password",
                        text,
                        "x" + text,
                        text),
                OptionalInt.of(20));
    }

    private static void launch(String text) {
        LaunchConfiguration.builder(Image.linux(text))
                .type(text)
                .tag(text, text)
                .keyPair(text)
                .userData(text)
                .build();
    }

    @Test
    void anyTextIsReadOrRefused() {
        // On a thread of its own, whose short stack makes millions of exceptions cheap.
        long[][] counts = CompletableFuture.supplyAsync(RandomBytesTest::run).join();

        for (int e = 0; e < ENTRIES.size(); e++) {
            assertThat(counts[e][0]).as("texts read as " + ENTRIES.get(e).name).isPositive();
            assertThat(counts[e][1] > 0)
                    .as("texts refused as " + ENTRIES.get(e).name)
                    .isEqualTo(ENTRIES.get(e).refuses);
        }
    }

    /** Counts what each entry reads and refuses. */
    private static long[][] run() {
        SplittableRandom random = new SplittableRandom(20260105);
        long[][] counts = new long[ENTRIES.size()][2];
        for (long left = BYTES; left > 0; ) {
            byte[] bytes = new byte[random.nextInt(LONGEST)];
            random.nextBytes(bytes);
            left -= Math.max(bytes.length, 1);
            boolean likely = random.nextInt(4) > 0;
            String wild =
                    new String(bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            for (int e = 0; e < ENTRIES.size(); e++) {
                String text = likely ? tamed(bytes, ENTRIES.get(e).likely) : wild;
                counts[e][reads(ENTRIES.get(e), text) ? 0 : 1]++;
            }
        }
        return counts;
    }

    private static String tamed(byte[] bytes, String likely) {
        char[] chars = new char[bytes.length];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = likely.charAt((bytes[i] & 0xff) % likely.length());
        }
        return new String(chars);
    }

    private static boolean reads(Entry entry, String text) {
        try {
            entry.read.accept(text);
            return true;
        } catch (TextFormatException e) {
            assertThat(e.index()).as(entry.name + " <" + text + ">").isBetween(0, text.length());
        } catch (HostNameFormatException e) {
            assertThat(e.index()).as(entry.name + " <" + text + ">").isBetween(0, text.length());
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).as(entry.name + " <" + text + ">").isNotBlank();
        } catch (RuntimeException e) {
            throw new AssertionError(entry.name + " <" + text + ">", e);
        }
        return false;
    }
}
