package io.ess4j.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.model.ComputeKind;
import io.ess4j.model.CpuArchitecture;
import io.ess4j.model.InstanceCategory;
import io.ess4j.model.InstanceFeatures;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fields of InstancePatternInfos beyond size, level and name (CreateScalingConfiguration; guide map C-7-9). */
class FeatureRangeTest {
    private static final Price PRICE = Price.perHour("1");
    private static final InstanceType KNOWN = InstanceType.of("ecs.t6-c1m2.large", 2, 4096)
            .withFeatures(InstanceFeatures.builder()
                    .category(InstanceCategory.SHARED)
                    .processorModel("Intel Xeon(Cascade Lake) Platinum 8269CY")
                    .gpuModel("NVIDIA T4")
                    .network(2, 2, 1)
                    .credits(40, 60)
                    .build());
    private static final InstanceType UNKNOWN = InstanceType.of("ecs.t6-c1m2.large", 2, 4096);

    private static Arguments row(
            String field, UnaryOperator<FeatureRange.Builder> rule, String known, @Nullable MismatchReason unknown) {
        return Arguments.of(field, rule.apply(FeatureRange.builder()).build(), known, unknown);
    }

    /** The field, what is asked, whether the type that has it fits, and why one of which nothing is known does not. */
    static List<Arguments> rules() {
        return List.of(
                row("MinimumEniQuantity 2", b -> b.leastInterfaces(2), "fits", MismatchReason.NETWORK),
                row("MinimumEniQuantity 3", b -> b.leastInterfaces(3), "NETWORK", MismatchReason.NETWORK),
                row("MinimumEniPrivateIpAddressQuantity 2", b -> b.leastIpv4(2), "fits", MismatchReason.NETWORK),
                row("MinimumEniPrivateIpAddressQuantity 3", b -> b.leastIpv4(3), "NETWORK", MismatchReason.NETWORK),
                row("MinimumEniIpv6AddressQuantity 1", b -> b.leastIpv6(1), "fits", MismatchReason.NETWORK),
                row("MinimumEniIpv6AddressQuantity 2", b -> b.leastIpv6(2), "NETWORK", MismatchReason.NETWORK),
                row("MinimumBaselineCredit 40", b -> b.leastBaseline(40), "fits", MismatchReason.CREDITS),
                row("MinimumBaselineCredit 41", b -> b.leastBaseline(41), "CREDITS", MismatchReason.CREDITS),
                row("MinimumInitialCredit 60", b -> b.leastInitialCredit(60), "fits", MismatchReason.CREDITS),
                row("MinimumInitialCredit 61", b -> b.leastInitialCredit(61), "CREDITS", MismatchReason.CREDITS),
                row(
                        "InstanceCategories",
                        b -> b.category(InstanceCategory.GENERAL_PURPOSE).category(InstanceCategory.SHARED),
                        "fits",
                        MismatchReason.CATEGORY),
                row(
                        "InstanceCategories, others",
                        b -> b.category(InstanceCategory.GENERAL_PURPOSE),
                        "CATEGORY",
                        MismatchReason.CATEGORY),
                row(
                        "PhysicalProcessorModels",
                        b -> b.processorModel("Intel Xeon(Cascade Lake) Platinum 8269CY"),
                        "fits",
                        MismatchReason.PROCESSOR_MODEL),
                row(
                        "PhysicalProcessorModels, other",
                        b -> b.processorModel("Intel Xeon(Cascade Lake) Platinum 8269"),
                        "PROCESSOR_MODEL",
                        MismatchReason.PROCESSOR_MODEL),
                row("GpuSpecs", b -> b.gpuModel("NVIDIA V100").gpuModel("NVIDIA T4"), "fits", MismatchReason.GPU_MODEL),
                row("GpuSpecs, other", b -> b.gpuModel("NVIDIA V100"), "GPU_MODEL", MismatchReason.GPU_MODEL),
                row("nothing asked", b -> b, "fits", null));
    }

    @ParameterizedTest(name = "{0}: {2}, unknown {3}")
    @MethodSource("rules")
    void asksForFeatures(String field, FeatureRange range, String known, @Nullable MismatchReason unknown) {
        InstanceTypePattern pattern =
                InstanceTypePattern.of(2, 4096).features(range).build();

        assertThat(pattern.mismatch(KNOWN, PRICE).map(Enum::name).orElse("fits"))
                .as(field)
                .isEqualTo(known);
        assertThat(pattern.mismatch(UNKNOWN, PRICE)).isEqualTo(Optional.ofNullable(unknown));
    }

    /** Architectures X86, Heterogeneous, BareMental and Arm: by the processors, unless the features say otherwise. */
    @Test
    void theBroadArchitectureFollowsFromTheProcessors() {
        InstanceType arm = UNKNOWN.withArchitecture(CpuArchitecture.ARM);
        InstanceType metal = UNKNOWN.withFeatures(
                InstanceFeatures.builder().kind(ComputeKind.BARE_METAL).build());

        assertThat(List.of(UNKNOWN.kind(), arm.kind(), arm.withGpus(1).kind(), metal.kind()))
                .containsExactly(ComputeKind.X86, ComputeKind.ARM, ComputeKind.HETEROGENEOUS, ComputeKind.BARE_METAL);
        assertThat(List.of(ComputeKind.values()).toString()).isEqualTo("[X86, Heterogeneous, BareMental, Arm]");
        FeatureRange whole = FeatureRange.builder().kind(ComputeKind.BARE_METAL).build();
        assertThat(whole.mismatch(metal)).isEmpty();
        assertThat(whole.mismatch(metal.withGpus(2).withArchitecture(CpuArchitecture.ARM)))
                .as("changed copies keep their features")
                .isEmpty();
        assertThat(whole.mismatch(UNKNOWN)).contains(MismatchReason.KIND);
    }

    /** Of a type that breaks every rule the first is named; size comes before features, name and price after. */
    @Test
    void rulesAreTriedInTheirOrder() {
        FeatureRange all = FeatureRange.builder()
                .kind(ComputeKind.ARM)
                .category(InstanceCategory.BIG_DATA)
                .processorModel("p")
                .gpuModel("g")
                .leastInterfaces(1)
                .leastInitialCredit(1)
                .build();
        InstanceTypePattern pattern =
                InstanceTypePattern.of(2, 4096).features(all).exclude("*").build();

        assertThat(pattern.mismatch(UNKNOWN, PRICE)).contains(MismatchReason.KIND);
        assertThat(pattern.mismatch(InstanceType.of("t", 4, 4096), PRICE)).contains(MismatchReason.VCPUS);
        InstanceType arm = UNKNOWN.withArchitecture(CpuArchitecture.ARM);
        InstanceFeatures.Builder builder = InstanceFeatures.builder();
        assertThat(all.mismatch(arm)).contains(MismatchReason.CATEGORY);
        assertThat(all.mismatch(arm.withFeatures(
                        builder.category(InstanceCategory.BIG_DATA).build())))
                .contains(MismatchReason.PROCESSOR_MODEL);
        assertThat(all.mismatch(arm.withFeatures(builder.processorModel("p").build())))
                .contains(MismatchReason.GPU_MODEL);
        assertThat(all.mismatch(arm.withFeatures(builder.gpuModel("g").build())))
                .contains(MismatchReason.NETWORK);
        assertThat(all.mismatch(arm.withFeatures(builder.network(1, 0, 0).build())))
                .contains(MismatchReason.CREDITS);
        InstanceType fits = arm.withFeatures(builder.credits(0, 1).build());
        assertThat(all.mismatch(fits)).isEmpty();
        assertThat(pattern.mismatch(fits, PRICE)).contains(MismatchReason.EXCLUDED);
    }

    @Test
    void refusesWhatIsOutOfRangeAllAtOnce() {
        FeatureRange.Builder wrong = FeatureRange.builder()
                .leastInterfaces(0)
                .leastIpv4(-1)
                .leastIpv6(Integer.MIN_VALUE)
                .leastBaseline(0)
                .leastInitialCredit(0);
        IntStream.range(0, 11).forEach(i -> wrong.processorModel("p" + i).category(InstanceCategory.SHARED));

        assertThatIllegalArgumentException().isThrownBy(wrong::build).withMessage("""
                        categories (11) must be at most 10
                        processorModels (11) must be at most 10
                        leastInterfaces (0) must be >= 1
                        leastIpv4 (-1) must be >= 1
                        leastIpv6 (-2147483648) must be >= 1
                        leastBaseline (0) must be >= 1
                        leastInitialCredit (0) must be >= 1""");
        InstanceFeatures.Builder features = InstanceFeatures.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> features.network(1, -1, 0).build())
                .withMessage("ipv4PerInterface (-1) must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> features.network(0, 0, 0).credits(-1, 0).build())
                .withMessage("baselineCredit (-1) must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> features.credits(0, 0).gpuModel(" ").build())
                .withMessage("gpuModel must not be blank");
    }
}
