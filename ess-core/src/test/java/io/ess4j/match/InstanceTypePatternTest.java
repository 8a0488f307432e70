package io.ess4j.match;

import static io.ess4j.model.InstanceFamilyLevel.CREDIT_ENTRY;
import static io.ess4j.model.InstanceFamilyLevel.ENTERPRISE;
import static io.ess4j.model.InstanceFamilyLevel.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.match.InstanceTypePattern.Bounds;
import io.ess4j.model.CpuArchitecture;
import io.ess4j.model.InstanceFamilyLevel;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import io.ess4j.model.text.Wildcard;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a range: guide 2.2 and contract section 7. */
class InstanceTypePatternTest {
    private static final Price ONE = Price.perHour("1");
    private static final InstanceType G6 = type(ENTERPRISE);

    @ParameterizedTest(name = "{0} vCPUs with {1} MiB: {2}")
    @CsvSource({
        "1, 8192, VCPUS",
        "2, 8192, ",
        "8, 8192, ",
        "9, 8192, VCPUS",
        "4, 4095, MEMORY",
        "4, 4096, ",
        "4, 16384, ",
        "4, 16385, MEMORY",
        "1, 1, VCPUS"
    })
    void rangesIncludeTheirEnds(int vcpus, long memoryMib, MismatchReason reason) {
        InstanceTypePattern pattern = InstanceTypePattern.of(new Bounds(2, 8), new Bounds(4096, 16384))
                .build();

        assertThat(pattern.mismatch(InstanceType.of("t", vcpus, memoryMib), ONE).orElse(null))
                .isEqualTo(reason);
    }

    @ParameterizedTest(name = "level {0}: burstable include {1}, exclude {2}, required {3}")
    @CsvSource({"ENTRY, , , BURSTABLE", "ENTERPRISE, , , BURSTABLE", "CREDIT_ENTRY, , BURSTABLE, "})
    void burstableTypesAreThoseOfTheCreditLevel(
            InstanceFamilyLevel level, MismatchReason include, MismatchReason exclude, MismatchReason required) {
        InstanceType type = type(level);

        assertThat(range().build().mismatch(type, ONE).orElse(null)).isEqualTo(include);
        assertThat(range().burstable(Burstable.EXCLUDE)
                        .build()
                        .mismatch(type, ONE)
                        .orElse(null))
                .isEqualTo(exclude);
        assertThat(range().burstable(Burstable.REQUIRED)
                        .build()
                        .mismatch(type, ONE)
                        .orElse(null))
                .isEqualTo(required);
    }

    @Test
    void levelsAndFamiliesNarrowTheRange() {
        assertThat(range().level(ENTRY).build().mismatch(G6, ONE)).contains(MismatchReason.LEVEL);
        assertThat(range().level(ENTRY).level(ENTERPRISE).build().mismatch(G6, ONE))
                .isEmpty();
        assertThat(range().family("ecs.c6").build().mismatch(G6, ONE)).contains(MismatchReason.FAMILY);
        assertThat(range().family("ecs.c6").family("ecs.g6").build().mismatch(G6, ONE))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} excludes ecs.g6.large: {1}")
    @CsvSource({
        "ecs.g6.large, true",
        "ecs.g6.*, true",
        "ecs.g6*, true",
        "*, true",
        "*.large, true",
        "ecs.*.large, true",
        "e*g*e, true",
        "ecs.g6.large*, true",
        "**ecs.g6.large**, true",
        "ecs.c6.*, false",
        "ecs.g6, false",
        "*.xlarge, false",
        "ecs.g6.large*e, false",
        "ECS.g6.large, false",
        "ecs.g6.larg, false"
    })
    void exclusionsTakeWildcards(String excluded, boolean expected) {
        assertThat(range().exclude("nothing")
                        .exclude(excluded)
                        .build()
                        .mismatch(G6, ONE)
                        .isPresent())
                .isEqualTo(expected);
    }

    @Test
    void aWildcardFullOfStarsIsHarmless() {
        String stars = "*a".repeat(127) + "b";

        assertThat(Wildcard.fits(stars, "a".repeat(256))).isFalse();
        assertThat(Wildcard.fits("*a".repeat(127), "a".repeat(256))).isTrue();
    }

    @Test
    void theHighestPriceIsIncludedAndZeroIsAPrice() {
        InstanceTypePattern limited = range().maxPrice(ONE).build();

        assertThat(limited.mismatch(G6, ONE)).isEmpty();
        assertThat(limited.mismatch(G6, Price.perHour("1.000000001"))).contains(MismatchReason.ABOVE_MAX_PRICE);
        assertThat(range().build().mismatch(G6, new Price(Long.MAX_VALUE))).isEmpty();
        assertThat(range().maxPrice(Price.ZERO).build().mismatch(G6, new Price(1)))
                .contains(MismatchReason.ABOVE_MAX_PRICE);
    }

    @ParameterizedTest(name = "{0} to {1} vCPUs: allowed {2}")
    @CsvSource({
        "2, 8, true",
        "2, 9, false",
        "1, 4, true",
        "1, 5, false",
        "3, 12, true",
        "9223372036854775807, 9223372036854775807, true",
        "1, 9223372036854775807, false"
    })
    void theGreatestIsAtMostFourTimesTheLeast(long min, long max, boolean allowed) {
        InstanceTypePattern.Builder builder = InstanceTypePattern.of(new Bounds(min, max), new Bounds(1, 1));

        if (allowed) {
            assertThat(builder.build().vcpus()).isEqualTo(new Bounds(min, max));
        } else {
            assertThatThrownBy(builder::build)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("greatest vcpus (" + max + ") must be <= 4 x the least (" + min + ")");
        }
    }

    @Test
    void reportsAllProblemsAtOnce() {
        assertThatThrownBy(() -> InstanceTypePattern.of(new Bounds(1, 5), new Bounds(1, 1))
                        .level(CREDIT_ENTRY)
                        .burstable(Burstable.EXCLUDE)
                        .exclude("")
                        .exclude("ecs. g6")
                        .build())
                .hasMessageContaining("greatest vcpus (5) must be <= 4 x the least (1)")
                .hasMessageContaining("burstable (EXCLUDE) must leave one of the levels ([CREDIT_ENTRY])")
                .hasMessageContaining("excluded name must have 1 to 256 characters, but has 0")
                .hasMessageContaining("excluded name (ecs. g6) must not hold white space or control characters");
        assertThatThrownBy(
                        () -> range().level(ENTRY).burstable(Burstable.REQUIRED).build())
                .hasMessage("burstable (REQUIRED) must leave one of the levels ([ENTRY])");
    }

    @Test
    void refusesBoundsOutOfOrder() {
        assertThatThrownBy(() -> new Bounds(0, 1)).hasMessage("min (0) must be >= 1");
        assertThatThrownBy(() -> new Bounds(2, 1)).hasMessage("max (1) must be >= min (2)");
        assertThatThrownBy(() -> PriceProtection.of(-1)).hasMessage("percentAbove (-1) must be >= 0");
    }

    private static InstanceTypePattern.Builder range() {
        return InstanceTypePattern.of(2, 8192);
    }

    private static InstanceType type(InstanceFamilyLevel level) {
        return new InstanceType("ecs.g6.large", 2, 8192, "ecs.g6", level);
    }

    @Test
    void architecturesAndGraphicsProcessorsNarrowTheRange() {
        InstanceType x86 = InstanceType.of("ecs.g6.large", 2, 8192);
        InstanceType arm = InstanceType.of("ecs.g6r.large", 2, 8192).withArchitecture(CpuArchitecture.ARM);
        InstanceType gpu = InstanceType.of("ecs.gn6i.large", 2, 8192).withGpus(2);
        InstanceTypePattern any = InstanceTypePattern.of(2, 8192).build();
        InstanceTypePattern armOnly = InstanceTypePattern.of(2, 8192)
                .architecture(CpuArchitecture.ARM)
                .build();
        InstanceTypePattern gpus =
                InstanceTypePattern.of(2, 8192).gpus(new Bounds(1, 2)).build();

        assertThat(List.of(x86, arm, gpu))
                .allSatisfy(t -> assertThat(any.mismatch(t, ONE)).isEmpty());
        assertThat(armOnly.mismatch(arm, ONE)).isEmpty();
        assertThat(armOnly.mismatch(x86, ONE)).contains(MismatchReason.ARCHITECTURE);
        assertThat(gpus.mismatch(gpu, ONE)).isEmpty();
        assertThat(gpus.mismatch(gpu.withGpus(3), ONE)).contains(MismatchReason.GPUS);
        assertThat(gpus.mismatch(x86, ONE)).contains(MismatchReason.GPUS);
        assertThatThrownBy(() -> x86.withGpus(-1)).hasMessage("gpus (-1) must be >= 0");
    }
}
