package io.ess4j.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.ess4j.launch.SpotSettings.Limit;
import io.ess4j.model.Price;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of one endless line, names that are none, settings that contradict each other. */
class LaunchAdversarialTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"password", "password=", "a", "=", "-----BEGIN ", "secret ", "token_", "\n", "\"'", "access_key"
            })
    void scanningEndsSoonWhateverTheText(String unit) {
        UserData data = UserData.of("#!" + unit.repeat(200_000 / unit.length()));

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(data.linesWithSecrets()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\u0000"})
    void textsThatAreNoNamesAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Image.linux(text));
        assertThatIllegalArgumentException().isThrownBy(() -> Disk.of(1, text));
        assertThatIllegalArgumentException().isThrownBy(() -> new InstanceRole(text, TrustPolicy.of("x")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LaunchConfiguration.builder(Image.linux("m")).type(text).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchConfiguration.builder(Image.linux("m"))
                        .type("t")
                        .keyPair(text)
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchConfiguration.builder(Image.linux("m"))
                        .type("t")
                        .dedicatedHost(text)
                        .build());
        assertThatIllegalArgumentException().isThrownBy(() -> new TypeChoice.Several(List.of("t", text)));
    }

    @Test
    void valuesThatMakeNoSenseAreRefused() {
        Limit limit = new Limit("t", Price.ZERO);

        assertThatIllegalArgumentException().isThrownBy(() -> SpotSettings.upTo(limit, limit));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpotSettings(SpotSettings.Bid.MARKET_PRICE, List.of(limit), true));
        assertThatIllegalArgumentException().isThrownBy(() -> Disk.of(0, "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> Disk.of(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Disk.of(1, "c", "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TypeChoice.Size(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TypeChoice.Several(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new TypeChoice.Size(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LaunchLimits(-1, 0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LaunchLimits(0, -1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LaunchLimits(0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LaunchLimits(0, 0, 1, -1));
        assertThat(new LaunchLimits(0, 0, 1, 0).types()).isEqualTo(1);
        assertThat(new TypeChoice.Size(1, 1).names()).isEmpty();
        assertThat(Disk.of(1, "c").categories()).containsExactly("c");
        assertThat(limit.price()).isEqualTo(Price.ZERO);
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> UserData.of(null));
        assertThatNullPointerException().isThrownBy(() -> UserData.parse(null));
        assertThatNullPointerException().isThrownBy(() -> LaunchConfiguration.builder(null));
        assertThatNullPointerException().isThrownBy(() -> LaunchComposer.compose(null, LaunchContext.vpc(), List.of()));
    }

    @Test
    void aDecisionIsConsistent() {
        LaunchFinding error = new LaunchFinding(LaunchProblem.NO_DISK_CATEGORY, "x");
        LaunchSpecification specification = LaunchComposer.compose(
                        LaunchConfiguration.builder(Image.linux("m")).type("t").build(), LaunchContext.vpc(), List.of())
                .specification()
                .orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LaunchDecision(Optional.of(specification), List.of(error)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LaunchDecision(Optional.empty(), List.of()));
    }
}
