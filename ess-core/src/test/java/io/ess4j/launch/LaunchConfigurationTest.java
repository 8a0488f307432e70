package io.ess4j.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.launch.TypeChoice.WeightedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration accepts. */
class LaunchConfigurationTest {
    private static LaunchConfigurationBuilder linux() {
        return LaunchConfiguration.builder(Image.linux("m-1"));
    }

    @Test
    void typesAreGivenInOneWayOnly() {
        assertThat(linux().type("a").build().types()).isEqualTo(new TypeChoice.One("a"));
        assertThat(linux().types("a", "b").build().types().names()).containsExactly("a", "b");
        assertThat(linux().weightedTypes(new WeightedName("a", 500))
                        .build()
                        .types()
                        .names())
                .containsExactly("a");
        assertThat(linux().size(2, 8).build().types().names()).isEmpty();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> linux().type("a").size(2, 8).types("b").build())
                .withMessage("instance types must be given in one way only, not by type and size and types");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> linux().build())
                .withMessage("instance types must be given");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MIN_VALUE})
    void aLoadBalancerWeightLiesInOneToAHundred(int weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> linux().type("a").loadBalancerWeight(weight).build())
                .withMessage("loadBalancerWeight (" + weight + ") must lie in 1..100");
        assertThat(linux().type("a").build().loadBalancerWeight()).isEqualTo(50);
        assertThatCode(() -> linux().type("a").loadBalancerWeight(1).build()).doesNotThrowAnyException();
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> linux().weightedTypes(new WeightedName("a", 1), new WeightedName("a", 2))
                        .userData("not base64")
                        .tag("", "x")
                        .tag("k", "1")
                        .tag("k", "2")
                        .loadBalancerWeight(0)
                        .ranges(-1)
                        .build())
                .withMessage("names ([a, a]) must name each instance type only once\n"
                        + "user data (10 characters) at index 3: expected letters, digits, '+', '/' and '=' at the"
                        + " end, in groups of four\n"
                        + "tag key must not be empty\n"
                        + "ranges (-1) must be >= 0\n"
                        + "loadBalancerWeight (0) must lie in 1..100\n"
                        + "tag key k must be given only once");
    }

    @Test
    void userDataIsTakenAsTextOrAsItStandsInAConfiguration() {
        UserData data = UserData.of("#!/bin/sh");

        assertThat(linux().type("a").userData(data.encoded()).build().userData())
                .contains(data);
        assertThat(linux().type("a").userData(data).build().userData()).contains(data);
    }

    @ParameterizedTest(name = "weight {0} is accepted: {1}")
    @CsvSource({"1, true", "500, true", "0, false", "501, false"})
    void weightsLieInOneToFiveHundred(int weight, boolean accepted) {
        if (accepted) {
            assertThat(new WeightedName("a", weight).weight()).isEqualTo(weight);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> new WeightedName("a", weight));
        }
    }
}
