package io.ess4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.NullPointerTester;
import io.ess4j.testing.Generators;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, numbers and nulls that no honest caller sends. */
class ModelAdversarialTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "\u0000", "\u2003"})
    void namesMustBeNames(String bad) {
        assertThatThrownBy(() -> Zone.of(bad)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InstanceType.of(bad, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tag(bad, "v")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConfigurationSource(bad, Generators.MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHugeNameIsRefusedWithoutBeingRepeated() {
        assertThatThrownBy(() -> Zone.of("z".repeat(5_000_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .hasSizeLessThan(200)
                .contains("5000000");
        assertThat(Zone.of("z".repeat(256)).id()).hasSize(256);
    }

    /** "Aa" and "BB" have the same hash code, and so have all words that are made of them. */
    @Test
    void idsThatWereMadeToCollideAreStillToldApart() {
        List<Instance> rows = IntStream.range(0, 1 << 14)
                .mapToObj(i -> IntStream.range(0, 14)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()))
                .map(id -> Instance.builder(id)
                        .type(InstanceType.of("t", 1, 1))
                        .zone(Zone.of("h"))
                        .price(Price.ZERO)
                        .joinedAt(Generators.MONDAY)
                        .build())
                .toList();
        Fleet fleet = Fleet.of(rows);

        assertThat(fleet).hasSize(1 << 14);
        assertThat(fleet.without(List.of(rows.get(9_999).id()))).hasSize((1 << 14) - 1);
        assertThat(fleet.with(List.of(rows.get(10_000)))).isEqualTo(fleet);
        List<Instance> twice = new ArrayList<>(rows);
        twice.add(rows.get(12_345));
        assertThatThrownBy(() -> Fleet.of(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instance id (" + rows.get(12_345).id() + ") must be unique in a fleet");
    }

    @Test
    void valuesOfTagsAreNoBooks() {
        assertThat(new Tag("k", "v".repeat(256)).value()).hasSize(256);
        assertThatThrownBy(() -> new Tag("k", "v".repeat(257)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value of tag k must have at most 256 characters, but has 257");
    }

    @ParameterizedTest
    @CsvSource({"' ', vpc", "vsw, ''"})
    void switchesAndNetworksHaveIds(String id, String vpc) {
        assertThatThrownBy(() -> new VSwitch(id, Zone.of("h"), vpc))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id (" + id + ") and vpc (" + vpc + ") of a switch must not be blank");
    }

    @Test
    void timesOfJoiningThatCannotBeKeptAreRefused() {
        Instance.Builder builder = Instance.builder("i")
                .type(InstanceType.of("t", 1, 1))
                .zone(Zone.of("h"))
                .price(Price.ZERO);

        assertThatThrownBy(
                        () -> builder.joinedAt(Instance.EARLIEST.minusNanos(1)).build())
                .hasMessageContaining("must be from 1677-09-22T00:00:00Z to 2262-04-11T00:00:00Z");
        assertThatThrownBy(() -> builder.joinedAt(Instance.LATEST.plusNanos(1)).build())
                .hasMessageContaining("must be from 1677-09-22T00:00:00Z to 2262-04-11T00:00:00Z");
        assertThat(builder.joinedAt(Instance.EARLIEST).build().joinedAt()).isEqualTo(Instance.EARLIEST);
    }

    @Test
    void sizesMustBePositive() {
        assertThatThrownBy(() -> InstanceType.of("t", 0, 1)).hasMessage("vcpus (0) must be >= 1");
        assertThatThrownBy(() -> InstanceType.of("t", 1, 0)).hasMessage("memoryMib (0) must be >= 1");
        assertThatThrownBy(() -> Instance.builder("i")
                        .type(InstanceType.of("t", 1, 1))
                        .zone(Zone.of("h"))
                        .price(Price.ZERO)
                        .joinedAt(Generators.MONDAY)
                        .weight(0)
                        .build())
                .hasMessage("weight of i (0) must be >= 1");
    }

    @Test
    void nullsAreRefusedEverywhere() {
        NullPointerTester tester = new NullPointerTester()
                .setDefault(long.class, 1L)
                .setDefault(int.class, 1)
                .setDefault(String.class, "x")
                .setDefault(Zone.class, Zone.of("h"))
                .setDefault(InstanceType.class, InstanceType.of("t", 1, 1))
                .setDefault(Price.class, Price.ZERO);
        for (Class<?> type : new Class<?>[] {
            Price.class,
            Money.class,
            Zone.class,
            InstanceType.class,
            Tag.class,
            Offering.class,
            ConfigurationSource.class
        }) {
            tester.testAllPublicConstructors(type);
            tester.testAllPublicStaticMethods(type);
        }
    }
}
