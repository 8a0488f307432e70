package io.ess4j.sim.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ess4j.Autoscaler;
import io.ess4j.GroupState;
import io.ess4j.ScalingGroup;
import io.ess4j.Trigger;
import io.ess4j.model.Catalog;
import io.ess4j.model.Fleet;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.removal.RemovalPolicy;
import io.ess4j.sim.input.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A log that was written once, on JDK 17, replays everywhere. It is rewritten by {@code ess run golden.yaml --set
 * length=40m --log golden-decisions.jsonl} after a wanted change of decisions.
 */
class ReplayTest {
    @Test
    void theCheckedInLogReplays() throws IOException {
        Replay.Outcome outcome = replay(golden());

        assertThat(outcome.difference()).isEmpty();
        assertThat(outcome.decisions()).isEqualTo(golden().lines().count() - 1);
    }

    @Test
    void aDecisionThatIsAnotherOneIsShownWithItsPlace() throws IOException {
        String changed = golden().replaceFirst("\"goal\":(\\d+)", "\"goal\":99");

        Replay.Difference difference = replay(changed).difference().orElseThrow();

        assertThat(difference.place()).isEqualTo("plan.decision.change.goal");
        assertThat(difference.logged()).isEqualTo("99");
        assertThat(difference.line()).isGreaterThan(1);
        assertThat(difference.explanation()).startsWith("group ");
    }

    @Test
    void aLineWrittenInAnotherWayIsADifference() throws IOException {
        String changed = golden().replaceFirst("\"metric\":", "\"metric\": ");

        Replay.Difference difference = replay(changed).difference().orElseThrow();

        assertThat(difference.place()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "schema":1                | "schema":2               | schema (2) must be the version 1
            "rule":"cpu"              | "rule":"x"               | cannot be decided: rule (x) must be one of
            "kind":"Check"            | "kind":"Guess"           | trigger.kind ("Guess") must be one of
            "metric":                 | "metrik":                | trigger has no field metrik
            "min":                    | "min":"x","mim":         | must be a whole number
            "joinedAt":"2026          | "joinedAt":"x            | joinedAt ("x
            "healthy":true            | "healthy":1              | healthy (1) must be true or false
            "zone":"                  | "zoom":"                 | lacks the field zone
            "weight":                 | "weight":-               | weight
            "state":{                 | "state":{"limits":null,  | must be
            "type":"a"                | "type":"?a"              | must be an instance type described above
            """)
    void whatIsWrongIsNamedWithItsLine(String find, String put, String message) {
        String changed = golden().replaceFirst(Pattern.quote(find), Matcher.quoteReplacement(put));
        assertThat(changed).isNotEqualTo(golden());

        InputException problem = catchThrowableOfType(InputException.class, () -> replay(changed));

        assertThat(problem.getMessage()).contains(message).containsPattern("^log:\\d+: ");
    }

    @Test
    void codeOfTheCallerCannotBeLogged() {
        Offering offering = new Offering(Samples.LARGE, Samples.ZONE, PurchaseOption.ON_DEMAND, Price.perHour("1"));
        Catalog catalog = Catalog.of(List.of(offering));
        ScalingGroup group = ScalingGroup.builder("g")
                .capacity(0, 1)
                .zones(Samples.ZONE)
                .type(Samples.LARGE)
                .removal(RemovalPolicy.custom(i -> i.weight()))
                .build();
        Market market = Market.of(catalog);
        var plan = new Autoscaler(group, catalog)
                .plan(GroupState.of(group, Fleet.empty()), market, Trigger.check(), Samples.NOW);

        assertThatThrownBy(() -> new DecisionLog(new StringWriter()).add(plan, market))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("caller's own code");
    }

    static Replay.Outcome replay(String log) throws IOException {
        return Replay.run("log", new StringReader(log));
    }

    static String golden() {
        try (InputStream in = requireNonNull(ReplayTest.class.getResourceAsStream("golden-decisions.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
