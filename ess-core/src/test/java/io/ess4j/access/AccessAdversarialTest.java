package io.ess4j.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.ess4j.access.AccessDecision.Verdict;
import io.ess4j.model.Tag;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions and values that are none, numbers with endless exponents, a resource named by wildcards. */
class AccessAdversarialTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ess", ":x", "ess:", "ess: x", "ess:\n", "ess>Create*"})
    void actionsThatAreNoneAreRefused(String action) {
        assertThat(Statement.allow("e:x").actions()).as("a short one").containsExactly("e:x");
        assertThatIllegalArgumentException().isThrownBy(() -> Statement.allow(action));
    }

    @Test
    void allProblemsOfAStatementAreReportedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Statement(Effect.ALLOW, List.of("create", "ess:*", ""), false, List.of("a b"), List.of()))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines())
                        .containsExactly(
                                "action (create) must be service:operation or *",
                                "action must have 1 to 256 characters, but has 0",
                                "resource (a b) must not hold white space or control characters"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement(Effect.ALLOW, List.of(), false, List.of(), List.of()))
                .withMessage("actions (0) and resources (0) must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement(Effect.ALLOW, List.of("*"), false, List.of(), List.of()))
                .withMessage("actions (1) and resources (0) must not be empty");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "NumericEquals, ten",
        "NumericEquals, 1e999999999",
        "NumericEquals, ''",
        "NumericEquals, 1-2",
        "NumericEquals, \u0661",
        "DateEquals, yesterday",
        "DateEquals, 2026-01-05",
        "Bool, yes",
        "IpAddress, 10.0.0",
        "IpAddress, 10.0.0.256",
        "IpAddress, 10.0.0.0/33",
        "IpAddress, 10.0.0.0/-1",
        "IpAddress, 10.0.0.0/",
        "IpAddress, ::1",
        "IpAddress, 1.2.3.4.5",
        "IpAddress, 1.2.3.0004",
        "IpAddress, 1.2.3./",
        "IpAddress, 1.2.3.:",
        "NumericEquals, 11111111112222222222333333333344444444445",
    })
    void valuesOfAnotherKindAreRefused(String operator, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition(ConditionOperator.of(operator).orElseThrow(), "k", List.of(value)));
    }

    @Test
    void emptyAndEndlessThingsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition(ConditionOperator.BOOL, "k", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.equal("", "v"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.equal("k", "v".repeat(257)))
                .withMessage(
                        "value of k (" + "v".repeat(40) + "...) must fit StringEquals and have at most 256 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition(ConditionOperator.BOOL, "k", List.of("v".repeat(40))))
                .withMessage("value of k (" + "v".repeat(40) + ") must fit Bool and have at most 256 characters");
        assertThat(Condition.equal("k", "v".repeat(256)).values()).hasSize(1);
        String longest = "1".repeat(40);
        assertThat(new Condition(ConditionOperator.NUMERIC_EQUALS, "k", List.of(longest)))
                .hasToString("NumericEquals k " + longest);
        assertThatIllegalArgumentException().isThrownBy(() -> AccessPolicy.of(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessRequest(
                        "a", "r", "1", Optional.empty(), List.of(), List.of(new Tag("a", "b")), List.of()));
    }

    @Test
    void aGroupCannotPassForAPattern() {
        AccessPolicy one = AccessPolicy.of("p", Statement.allow("ess:*").on("acs:ess:r:1:scalinggroup/asg-1"));

        assertThat(AccessEvaluator.decide(
                                List.of(one),
                                AccessRequest.of("ess:DeleteScalingGroup", "r", "1")
                                        .onGroup("*", List.of()))
                        .verdict())
                .isEqualTo(Verdict.IMPLICIT_DENY);
    }

    @Test
    void aRegionCannotReachIntoTheNextSegment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessRequest.of("ess:DeleteScalingGroup", "cn-x:1609:scalinggroup/a", "9999"))
                .withMessage("region (cn-x:1609:scalinggroup/a) must not hold a colon");
        assertThatIllegalArgumentException().isThrownBy(() -> AccessRequest.of("ess:X", "r", "1:2"));
        assertThatIllegalArgumentException().isThrownBy(() -> AccessRequest.of("ess:X", ":r", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessRequest.of("ess:X", "r", "1").onGroup("asg 1", List.of()));
    }

    @Test
    void aTagOfAnEmptyKeyIsNoKey() {
        Condition nameless = Condition.equal("acs:ResourceTag/", "x");

        assertThat(nameless.tagKey()).contains("");
        assertThat(nameless.holds(AccessRequest.of("ess:X", "r", "1").onGroup("g", List.of(new Tag("a", "x")))))
                .isFalse();
    }

    @Test
    void aThousandStatementsFullOfStarsEndSoon() {
        Statement stars = Statement.deny("ess:" + "*a".repeat(120)).on("acs:" + "*a".repeat(120));
        AccessPolicy policy = new AccessPolicy("p", Collections.nCopies(1_000, stars));
        AccessRequest request = AccessRequest.of("ess:" + "a".repeat(200), "r", "1");

        assertThat(AccessEvaluator.decide(List.of(policy), request).traces()).hasSize(1_000);
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> AccessRequest.of(null, "r", "1"));
        assertThatNullPointerException().isThrownBy(() -> new Condition(null, "k", List.of("v")));
        assertThatNullPointerException()
                .isThrownBy(() -> new Statement(null, List.of("*"), false, List.of("*"), List.of()));
    }
}
