package io.ess4j.sim.cloudstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ess4j.access.AccessDecision.Verdict;
import io.ess4j.access.AccessEvaluator;
import io.ess4j.access.AccessPolicy;
import io.ess4j.access.AccessRequest;
import io.ess4j.access.Condition;
import io.ess4j.access.Effect;
import io.ess4j.access.Statement;
import io.ess4j.model.Tag;
import io.ess4j.sim.input.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies as the provider writes them: those of guide 1.9, cleaned, and those that are none. */
class PolicyReaderTest {
    /** The policy of guide 1.9, with its separators, misspelling and case kept where they still parse. */
    private static final String COMBINED = """
            {
              "Version": "1",
              "Statement": [
                {"Effect": "Allow", "Action": "ess:Create*", "Resource": "*",
                 "Condition": {"StringEquals": {"acs:RequestTag/environment": "test", "acs:RequestTag/team": "game1"}}},
                {"Effect": "Allow", "Action": "ess:Describle*", "Resource": "*",
                 "Condition": {"StringEquals": {"acs:RequestTag/environment": "test", "acs:RequestTag/team": "game1"}}},
                {"Action": "ess:*", "Effect": "Allow", "Resource": "*",
                 "Condition": {"StringEquals": {"acs:ResourceTag/environment": "test", "acs:ResourceTag/Team": "game1"}}},
                {"Effect": "Allow", "Action": ["ess:DescribeRegions", "ess:CreateAlarm"], "Resource": "*"}
              ]
            }
            """;

    private static List<String> problems(String json) {
        try {
            PolicyReader.read("p.json", "p", json);
            return List.of();
        } catch (InputException e) {
            return String.valueOf(e.getMessage()).lines().toList();
        }
    }

    @Test
    void theCleanedPolicyParsesAndTheMisspeltActionMatchesNothing() {
        AccessPolicy policy = PolicyReader.read("p.json", "combined", COMBINED);

        assertThat(policy.statements()).hasSize(4);
        assertThat(policy.statements().get(0))
                .isEqualTo(Statement.allow("ess:Create*")
                        .when(
                                Condition.equal("acs:RequestTag/environment", "test"),
                                Condition.equal("acs:RequestTag/team", "game1")));
        AccessRequest describe = AccessRequest.of("ess:DescribeScalingGroups", "r", "1")
                .withTags(new Tag("environment", "test"), new Tag("team", "game1"));
        assertThat(AccessEvaluator.decide(List.of(policy), describe).verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
    }

    @Test
    void thePolicyAsPrintedIsRefusedWithAllItsProblems() {
        String printed =
                COMBINED.replace("ess:Create*", "ess>Create*").replace("\"Version\": \"1\"", "\"Version\": \"2\"");

        assertThat(problems(printed))
                .containsExactly(
                        "p.json:1: Version (2) must be 1",
                        "p.json:4: action (ess>Create*) must be service:operation or *");
        assertThat(problems(COMBINED + "] } ]").get(0)).startsWith("p.json:");
    }

    @Test
    void aSingleValueIsAListOfOne() {
        AccessPolicy policy = PolicyReader.read("p", "p", """
                {"Version": "1", "Statement":
                  {"Effect": "Deny", "NotAction": "ess:Describe*", "Resource": ["*"],
                   "Condition": {"Bool": {"acs:SecureTransport": false}, "NumericLessThan": {"n": [1, 2]}}}}
                """);

        Statement statement = policy.statements().get(0);
        assertThat(statement.effect()).isEqualTo(Effect.DENY);
        assertThat(statement.excludesActions()).isTrue();
        assertThat(statement.conditions())
                .extracting(Condition::toString)
                .containsExactly("Bool acs:SecureTransport false", "NumericLessThan n 1 or 2");
    }

    @Test
    void allProblemsAreReportedAtOnceWithTheirLines() {
        assertThat(problems("""
                {"Version": "1", "Extra": 1,
                 "Statement": [
                  {"Effect": "allow", "Action": "ess:*", "Resource": "*"},
                  {"Effect": "Allow", "Action": {}, "Resource": null},
                  {"Effect": "Allow", "Action": "ess:*", "NotAction": "ess:*", "Resource": "*"},
                  {"Effect": "Allow", "Action": "ess:*", "Resource": "*",
                   "Condition": {"StringIs": {"a": "b"},
                                 "NumericEquals": {"a": "b"}}},
                  7]}
                """))
                .containsExactly(
                        "p.json:1: Extra is no field here",
                        "p.json:3: Effect (allow) must be Allow or Deny",
                        "p.json:4: Action must be a text or a list of texts",
                        "p.json:4: Resource must be a text or a list of texts",
                        "p.json:5: Action and NotAction must not be given together",
                        "p.json:5: Action is no field here",
                        "p.json:7: StringIs is no operator of conditions",
                        "p.json:8: value of a (b) must fit NumericEquals and have at most 256 characters",
                        "p.json:9: a statement must be an object",
                        "p.json:9: Effect is required",
                        "p.json:9: Action is required",
                        "p.json:9: Resource is required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"Version\":\"1\"}",
                "{\"Version\":1,\"Statement\":[]}",
                "{\"Version\":\"1\",\"Version\":\"1\",\"Statement\":[]}",
                "{\"Version\":\"1\",\"Statement\":[]}]"
            })
    void whatIsNoPolicyIsRefusedWithItsPlace(String json) {
        assertThat(problems(json)).isNotEmpty().allSatisfy(p -> assertThat(p).startsWith("p.json:"));
    }

    @Test
    void sizeAndDepthAreLimited() {
        assertThat(problems("x".repeat(1_000_001)))
                .containsExactly("p.json: must have at most 1000000 characters, but has 1000001");
        assertThat(problems("{\"a\":".repeat(100_000)))
                .hasSize(1)
                .allSatisfy(p -> assertThat(p).hasSizeLessThan(300));
    }

    @Test
    void anyBytesAreReadOrRefused() {
        SplittableRandom random = new SplittableRandom(20260105);
        byte[] likely = COMBINED.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = likely.clone();
            for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(32, 127);
            }
            String json = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(problems(json)).allSatisfy(p -> assertThat(p).startsWith("p.json:"));
        }
    }

    @Test
    void problemsOfOneTextAreNotThoseOfTheNext() {
        assertThat(problems("{}")).hasSize(2);
        assertThat(problems(COMBINED)).isEmpty();
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> PolicyReader.read("p", "p", "{}"));
    }
}
