package io.ess4j.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.ess4j.rule.TargetTrackingRule;
import io.ess4j.sim.input.InputException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    @Test
    void replacesScalarsListsAndMaps() {
        Scenario scenario = read(
                "group.rules[0].target=41.5",
                "group.rules[classes-begin].units=7",
                "group.max=200",
                "group.desired=30",
                "length=2d",
                "seed=-5",
                "cloud.boot={type: fixed, time: 45s}",
                "instanceTypes[ecs.c5.large].weight=3",
                "slo.response=300ms");

        assertThat(scenario.group().policies().rules().get(0))
                .isInstanceOfSatisfying(
                        TargetTrackingRule.class, r -> assertThat(r.target()).isEqualTo(41.5));
        assertThat(scenario.group().policies().rule("classes-begin").toString()).contains("value=7");
        assertThat(scenario.group().policies().limits().max()).isEqualTo(200);
        assertThat(scenario.group().desired()).hasValue(30);
        assertThat(scenario.span().length()).isEqualTo(Duration.ofDays(2));
        assertThat(scenario.seed()).isEqualTo(-5);
        assertThat(scenario.cloud().boot().toString()).contains("PT45S");
        assertThat(scenario.group().policies().weights().types().get(0).weight())
                .isEqualTo(3);
        assertThat(scenario.slo().response()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void removesAndAppends() {
        Scenario less = read("group.schedule=", "group.rules[0]=");
        Scenario more = read("group.rules[3]={name: extra, type: change, units: 1}");

        assertThat(less.group().tasks()).isEmpty();
        assertThat(less.group().policies().rules()).extracting("name").doesNotContain("cpu");
        assertThat(more.group().policies().rules()).extracting("name").contains("extra");
    }

    @Test
    void laterOnesSeeEarlierOnes() {
        assertThat(read("group.max=50", "group.max=60")
                        .group()
                        .policies()
                        .limits()
                        .max())
                .isEqualTo(60);
        assertThat(read("workload.parts=[{type: constant, rate: 1}]", "workload.parts[0].rate=2")
                        .load()
                        .loads())
                .containsExactly(new Load.Constant(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            group.max=abc                 | max (abc) must be a whole number from 0 to 1000000; --set group.max=abc
            group.maximum=5               | unknown field maximum in group; known are zones, max
            group.rules[0].target=0       | target (0) must be a number from 0.001 to 100; --set group.rules[0].target=0
            group.rules[9].target=5       | there is no item 9 among 3; --set group.rules[9].target=5
            group.rules[none].target=5    | there is no item none among 3; --set group.rules[none].target=5
            group.max[0]=5                | there is no list here; --set group.max[0]=5
            group.max.x=5                 | there is no field x here; --set group.max.x=5
            nothing.at.all=5              | unknown field nothing in the scenario
            cloud.boot={type: fixed}      | missing field time in boot; it must be a duration
            cloud.boot={type: [           | not YAML:
            group.zones=[*a]              | aliases (*name) are not supported; --set group.zones=[*a]
            """)
    void aWrongValueIsAProblemAtTheLineItReplaces(String setting, String message) {
        InputException problem = catchThrowableOfType(InputException.class, () -> read(setting));

        assertThat(problem).isNotNull();
        assertThat(problem.getMessage()).contains(message).startsWith("online-education.yaml:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "=", "x", "=5", ".a=1", "a.=1", "a..b=1", "[0]=1", "a[=1", "a[]=1", "a]=1", "a[0]b=1", "ä=1"
            })
    void aWrongPathIsRefused(String text) {
        assertThatThrownBy(() -> Setting.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hostileSettingsAreRefusedSoon() {
        List<String> hostile = List.of(
                "a".repeat(1_000_000) + "=1",
                "a" + ".a".repeat(500_000) + "=1",
                "a" + "[0]".repeat(500_000) + "=1",
                "group.max=" + "[".repeat(9_000),
                "group.max=" + "9".repeat(1_000_000),
                "group.max=\u0000",
                "group.rules[" + "9".repeat(90) + "].target=1");

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> hostile.forEach(text -> assertThatThrownBy(() -> read(text))
                        .isInstanceOfAny(IllegalArgumentException.class, InputException.class)));
    }

    private static Scenario read(String... settings) {
        return ScenarioReader.read(
                BuiltInScenario.ONLINE_EDUCATION,
                Overrides.NONE.with(Stream.of(settings).map(Setting::parse).toList()));
    }

    @Test
    void aTextThatIsTooLargeIsRefusedBeforeItIsParsed() {
        String text = "\u00e9".repeat((1 << 19) + 1);

        assertThatThrownBy(() -> ScenarioReader.parse("s.yaml", text, Overrides.NONE))
                .hasMessage("s.yaml: a scenario may have at most 1048576 bytes, this has 1048578");
    }
}
