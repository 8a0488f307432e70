package io.ess4j.sim.cloudstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.ess4j.sim.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudFactsAdversarialTest {
    private static final int SIZE = 7_900_000;

    static Stream<String> hostile() {
        return Stream.of(
                "",
                "nonsense",
                "[]",
                "{}",
                "null",
                "{\"ScalingGroups\": [1]}",
                "{\"ScalingGroups\": {\"a\": {}, \"b\": {}}}",
                "{\"ScalingGroups\": [{\"ScalingGroupId\": {}}]}",
                "{\"ScalingGroups\": [{\"ScalingGroupId\": \"a\", \"MinSize\": \"many\", \"MaxSize\": 1}]}",
                "{\"ScalingGroups\": [{\"ScalingGroupId\": \"a\", \"MinSize\": -1, \"MaxSize\": 1e99}]}",
                "{\"ScalingInstances\": [{\"InstanceId\": \"i\", \"CreationTime\": \"yesterday\"}]}",
                "{\"ScalingInstances\": [{\"InstanceId\": \"i\", \"LifecycleState\": \"Dreaming\"}]}",
                "{\"ScalingRules\": [{\"ScalingRuleName\": \"r\", \"ScalingGroupId\": \"g\"}]}",
                "{\"SpotPriceHistory\": [{\"InstanceType\": \"t\", \"AvailabilityZone\": \"z\", \"SpotPrice\": \"free\"}]}",
                "{\"ScalingGroups\": " + "[".repeat(SIZE),
                "{\"ScalingGroups\": [" + "{},".repeat(SIZE / 3) + "{}]}",
                "{\"ScalingInstances\": [" + "{\"a\":1},".repeat(100_000) + "1]}",
                "x".repeat(SIZE),
                "{\"a\": \"" + "\\u0000".repeat(SIZE / 6) + "\"}",
                "\u0000".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedWithItsPlace(String json) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), // a second on an idle machine
                () -> assertThatThrownBy(() -> new CloudFacts().add("f.json", json))
                        .isInstanceOf(InputException.class)
                        .message()
                        .startsWith("f.json")
                        .hasSizeLessThan(20_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DescribeScalingGroups.en.json",
                "DescribeScalingGroups.en-old.3.json",
                "DescribeScalingGroups.zh.2.json",
                "DescribeScalingInstances.en.json",
                "DescribeScalingInstances.en-old.2.json",
                "DescribeScalingConfigurations.en.json",
                "DescribeScalingRules.en.json",
                "DescribeScalingRules.izh.3.json"
            })
    void readsTheProvidersOwnSamples(String name) throws IOException {
        Path file = samples().resolve(name);
        CloudFacts facts = new CloudFacts();

        facts.add(name, Files.readString(file));

        assertThat(facts.groups.size() + facts.instances.size() + facts.configurations.size() + facts.rules.size())
                .isEqualTo(1);
    }

    @Test
    void readsAnInstanceWhole() throws IOException {
        CloudFacts facts = new CloudFacts();
        facts.add("i", Files.readString(samples().resolve("DescribeScalingInstances.en.json")));

        CloudInstance instance = List.copyOf(facts.instances.values()).get(0);
        assertThat(instance.zone()).contains("cn-hangzhou-g");
        assertThat(instance.joined()).map(t -> t.toString()).contains("2020-12-21T03:11:00Z");
        assertThat(instance.group()).contains("asg-m5e8n5qw4atki7f6****");
    }

    /** The folder of samples, which is not part of the project. */
    private static Path samples() {
        Path data = Path.of(Optional.ofNullable(System.getProperty("ess.data")).orElse("../../shared/data"));
        Path samples = data.resolve("api-samples");
        Assumptions.assumeTrue(Files.isDirectory(samples), "skipped: there is no " + samples);
        return samples;
    }
}
