package io.ess4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order and the text of small values, and which switches a group has. */
class ValuesTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void zonesAndAmountsHaveTheirNaturalOrder() {
        assertThat(Stream.of("h", "a", "I").map(Zone::of).sorted())
                .extracting(Zone::id)
                .containsExactly("I", "a", "h");
        assertThat(Stream.of("10", "9.5", "0").map(Money::of).sorted())
                .extracting(Money::toString)
                .containsExactly("0", "9.5", "10");
        assertThat(Stream.of("10", "9.5", "0").map(Price::perHour).sorted())
                .extracting(Price::toString)
                .containsExactly("0", "9.5", "10");
        assertThat(Money.of("0.1").plus(Money.of("0.2"))).isEqualTo(Money.of("0.3"));
    }

    /** By time, then id, then version; a configuration comes before a template of its id. */
    @Test
    void sourcesAreOrderedOldestFirst() {
        ConfigurationSource old = new ConfigurationSource("z", MONDAY.minusSeconds(1));
        ConfigurationSource plain = new ConfigurationSource("a", MONDAY);
        ConfigurationSource first = ConfigurationSource.ofTemplate("a", 1, MONDAY);
        ConfigurationSource second = ConfigurationSource.ofTemplate("a", 2, MONDAY);
        ConfigurationSource other = new ConfigurationSource("b", MONDAY);

        assertThat(Stream.of(second, other, first, plain, old).sorted())
                .containsExactly(old, plain, first, second, other);
        assertThat(List.of(plain, second))
                .extracting(ConfigurationSource::toString)
                .containsExactly("a", "a:2");
        assertThatThrownBy(() -> ConfigurationSource.ofTemplate("a", 0, MONDAY))
                .hasMessage("templateVersion of a (0) must be >= 1");
    }

    @ParameterizedTest(name = "family of {0}: {1}")
    @CsvSource({"ecs.g6.large, ecs.g6", "large, large", "a.b, a", ".b, .b"})
    void theFamilyIsWhatStandsBeforeTheSize(String name, String family) {
        assertThat(InstanceType.of(name, 1, 1).family()).isEqualTo(family);
        assertThat(InstanceType.of(name, 1, 1)).hasToString(name);
    }

    @Test
    void typesHaveProcessorsAndAccelerators() {
        InstanceType type =
                InstanceType.of("t", 1, 1).withArchitecture(CpuArchitecture.ARM).withGpus(2);

        assertThat(type.architecture()).isEqualTo(CpuArchitecture.ARM);
        assertThat(type.gpus()).isEqualTo(2);
        assertThatThrownBy(() -> type.withGpus(-1)).hasMessage("gpus (-1) must be >= 0");
        assertThat(type.withGpus(3)).isNotEqualTo(type).hasSameHashCodeAs(type);
        assertThat(type.withFeatures(InstanceFeatures.builder().network(1, 0, 0).build()))
                .isNotEqualTo(type);
    }

    @Test
    void theListOfSwitchesWinsOverTheSingleOne() {
        VSwitch h = new VSwitch("vsw-h", Zone.of("h"), "vpc-1");
        VSwitch i = new VSwitch("vsw-i", Zone.of("i"), "vpc-1");
        VSwitch elsewhere = new VSwitch("vsw-e", Zone.of("h"), "vpc-2");

        assertThat(VSwitch.effective(List.of(i, h), Optional.of(elsewhere))).containsExactly(i, h);
        assertThat(VSwitch.effective(List.of(), Optional.of(h))).containsExactly(h);
        assertThat(VSwitch.effective(List.of(), Optional.empty())).isEmpty();
        assertThat(VSwitch.effective(switches(VSwitch.MOST), Optional.empty())).hasSize(VSwitch.MOST);
        assertThatThrownBy(() -> VSwitch.effective(switches(VSwitch.MOST + 1), Optional.empty()))
                .hasMessage("switches (" + (VSwitch.MOST + 1) + ") must be at most " + VSwitch.MOST);
        assertThatThrownBy(() -> VSwitch.effective(List.of(h, elsewhere), Optional.empty()))
                .hasMessage("switches must lie in one private network, but lie in [vpc-1, vpc-2]");
        assertThatThrownBy(() -> VSwitch.effective(List.of(h, h), Optional.empty()))
                .hasMessage("switches [vsw-h, vsw-h] must be named only once");
    }

    @Test
    void instancesAreCopiedWithOneThingChanged() {
        Instance instance = Instance.builder("i-1")
                .type(InstanceType.of("t", 2, 1))
                .zone(Zone.of("h"))
                .price(Price.perHour("0.1"))
                .joinedAt(MONDAY)
                .build();

        assertThat(instance.withState(LifecycleState.STANDBY).state()).isEqualTo(LifecycleState.STANDBY);
        assertThat(instance.withState(LifecycleState.STANDBY).withState(LifecycleState.IN_SERVICE))
                .isEqualTo(instance);
        assertThat(instance.withWeight(3).weight()).isEqualTo(3);
        assertThat(instance.withWeight(3).withWeight(instance.weight())).isEqualTo(instance);
        assertThat(instance.withHealthy(false).healthy()).isFalse();
        assertThat(instance.withHealthy(false).withHealthy(true)).isEqualTo(instance);
        assertThatThrownBy(() -> Instance.builder("")
                        .type(InstanceType.of("t", 2, 1))
                        .zone(Zone.of("h"))
                        .price(Price.ZERO)
                        .joinedAt(MONDAY)
                        .build())
                .hasMessageContaining("instance id");
    }

    /** Guide 4.2: who is attached by hand is not released when it is removed. */
    @Test
    void onlyAttachedInstancesStayWithTheirOwner() {
        assertThat(Stream.of(InstanceOrigin.values()).filter(o -> !o.isReleasedOnRemoval()))
                .containsExactly(InstanceOrigin.ATTACHED);
    }

    @Test
    void processesAndTagsHaveTheirWords() {
        for (ScalingProcess process : ScalingProcess.values()) {
            assertThat(ScalingProcess.of(process.toString())).contains(process);
        }
        assertThat(ScalingProcess.SCALE_OUT).hasToString("ScaleOut");
        assertThat(ScalingProcess.of("scaleout")).isEmpty();
        assertThat(new Tag("team", "web")).hasToString("team=web");
        assertThatThrownBy(() -> new Money(-1)).hasMessage("nanos (-1) must be >= 0");
        assertThatThrownBy(() -> Price.perHour("1x"))
                .isInstanceOfSatisfying(
                        TextFormatException.class, e -> assertThat(e.text()).isEqualTo("1x"));
    }

    private static List<VSwitch> switches(int count) {
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> new VSwitch("vsw-" + i, Zone.of("h"), "vpc-1"))
                .toList();
    }
}
