package io.ess4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.NullPointerTester;
import io.ess4j.testing.Generators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
