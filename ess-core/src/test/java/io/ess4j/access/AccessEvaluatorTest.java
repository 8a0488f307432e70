package io.ess4j.access;

import static io.ess4j.access.AccessDecision.Verdict.ALLOW;
import static io.ess4j.access.AccessDecision.Verdict.EXPLICIT_DENY;
import static io.ess4j.access.AccessDecision.Verdict.IMPLICIT_DENY;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.access.AccessDecision.Verdict;
import io.ess4j.model.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of evaluation: wildcards, operators, missing keys, layers. */
class AccessEvaluatorTest {
    private static final AccessRequest DELETE = AccessRequest.of("ess:DeleteScalingGroup", "cn-hangzhou", "1609");

    private static Verdict verdict(AccessRequest request, Statement... statements) {
        return AccessEvaluator.decide(List.of(AccessPolicy.of("p", statements)), request)
                .verdict();
    }

    @Test
    void anyDenyWinsWhateverTheOrder() {
        Statement allow = Statement.allow("ess:*");
        Statement deny = Statement.deny("ess:Delete*");

        assertThat(verdict(DELETE, allow, deny)).isEqualTo(EXPLICIT_DENY);
        assertThat(verdict(DELETE, deny, allow)).isEqualTo(EXPLICIT_DENY);
        assertThat(verdict(DELETE, allow)).isEqualTo(ALLOW);
        assertThat(verdict(DELETE)).isEqualTo(IMPLICIT_DENY);
        assertThat(AccessEvaluator.decide(List.of(AccessPolicy.of("a", allow), AccessPolicy.of("b", deny)), DELETE)
                        .explain())
                .startsWith("denied by statement 1 of b");
        assertThat(AccessEvaluator.decide(List.of(), DELETE).explain())
                .isEqualTo("denied because no statement allows it");
    }

    @ParameterizedTest(name = "{0} matches: {1}")
    @CsvSource({
        "*, true",
        "ess:*, true",
        "ess:DeleteScalingGroup, true",
        "ess:deletescalinggroup, true",
        "ess:Delete?calingGroup, true",
        "ess:Delete?ScalingGroup, false",
        "ess:Delete*Group, true",
        "ess:DeleteScalingGroup?, false",
        "ess:Create*, false",
        "ecs:*, false",
    })
    void actionsTakeWildcards(String action, boolean expected) {
        assertThat(verdict(DELETE, Statement.allow(action))).isEqualTo(expected ? ALLOW : IMPLICIT_DENY);
    }

    @ParameterizedTest(name = "{0} matches: {1}")
    @CsvSource({
        "*, true",
        "acs:ess:*, true",
        "acs:ess:*:*:*, true",
        "acs:ess:cn-hangzhou:1609:scalinggroup/*, true",
        "acs:ess:cn-hangzhou:1609:scalinggroup/asg-?, true",
        "acs:ess:cn-hangzhou:1609:SCALINGGROUP/asg-1, true",
        "acs:ess:cn-*:16??:scalinggroup/asg-1, true",
        "acs:ess:cn-beijing:*, false",
        "acs:ess:cn-hangzhou:1609:scalinggroup/asg-, false",
        "acs:ess:cn-hangzhou:1609:rule/asg-1, false",
        "acs:ecs:*:*:*, false",
    })
    void resourcesTakeWildcardsSegmentBySegment(String resource, boolean expected) {
        assertThat(verdict(
                        DELETE.onGroup("asg-1", List.of()),
                        Statement.allow("ess:*").on(resource)))
                .isEqualTo(expected ? ALLOW : IMPLICIT_DENY);
    }

    @Test
    void excludedActionsMatchEveryOther() {
        Statement notDelete =
                new Statement(Effect.ALLOW, List.of("ess:Delete*", "ess:Create*"), true, List.of("*"), List.of());

        assertThat(verdict(DELETE, notDelete)).isEqualTo(IMPLICIT_DENY);
        assertThat(verdict(AccessRequest.of("ess:EnableScalingGroup", "r", "1"), notDelete))
                .isEqualTo(ALLOW);
        assertThat(verdict(AccessRequest.of("ecs:RunInstances", "r", "1"), notDelete))
                .isEqualTo(ALLOW);
    }

    @Test
    void valuesAreAlternativesAndKeysAndOperatorsAreAllNeeded() {
        Condition team =
                new Condition(ConditionOperator.STRING_EQUALS, "acs:ResourceTag/team", List.of("game1", "game2"));
        Condition environment = Condition.equal("acs:ResourceTag/environment", "test");
        Condition secure = new Condition(ConditionOperator.BOOL, "acs:SecureTransport", List.of("true"));
        Statement all = Statement.allow("ess:*").when(team, environment).when(secure);
        AccessRequest group2 = DELETE.onGroup("g", List.of(new Tag("team", "game2"), new Tag("environment", "test")));

        assertThat(verdict(group2.with("acs:SecureTransport", "TRUE"), all)).isEqualTo(ALLOW);
        assertThat(verdict(group2.with("acs:SecureTransport", "false"), all)).isEqualTo(IMPLICIT_DENY);
        assertThat(verdict(group2, all)).isEqualTo(IMPLICIT_DENY);
        assertThat(verdict(
                        DELETE.onGroup("g", List.of(new Tag("team", "game2"))).with("acs:SecureTransport", "true"),
                        all))
                .isEqualTo(IMPLICIT_DENY);
    }

    @ParameterizedTest(name = "{0} {1} against {2}: {3}")
    @CsvSource({
        "StringEquals, a, a, true",
        "StringEquals, a, A, false",
        "StringNotEquals, a, A, true",
        "StringNotEquals, a, a, false",
        "StringEqualsIgnoreCase, a, A, true",
        "StringNotEqualsIgnoreCase, a, A, false",
        "StringLike, game*, game12, true",
        "StringLike, game?, game12, false",
        "StringNotLike, game?, game12, true",
        "NumericEquals, 10, 10.0, true",
        "NumericEquals, 10, 10.1, false",
        "NumericNotEquals, 10, 11, true",
        "NumericNotEquals, 10, 10.0, false",
        "NumericLessThan, 10, 9, true",
        "NumericLessThan, 10, 10, false",
        "NumericLessThanEquals, 10, 10, true",
        "NumericLessThanEquals, 10, 11, false",
        "NumericGreaterThan, 10, 11, true",
        "NumericGreaterThan, 10, 10, false",
        "NumericGreaterThanEquals, 10, 10, true",
        "NumericGreaterThanEquals, 10, 9, false",
        "NumericGreaterThanEquals, 10, ten, false",
        "NumericNotEquals, 10, ten, true",
        "DateEquals, 2026-01-05T08:00:00Z, 2026-01-05T16:00:00+08:00, true",
        "DateEquals, 2026-01-05T08:00:00Z, 2026-01-05T08:00:00+08:00, false",
        "DateNotEquals, 2026-01-05T08:00:00Z, 2026-01-05T08:00:00Z, false",
        "DateNotEquals, 2026-01-05T08:00:00Z, 2026-01-05T08:00:01Z, true",
        "DateLessThan, 2026-01-05T08:00:00Z, 2026-01-05T07:59:59Z, true",
        "DateLessThan, 2026-01-05T08:00:00Z, 2026-01-05T08:00:00Z, false",
        "DateLessThanEquals, 2026-01-05T08:00:00Z, 2026-01-05T08:00:00Z, true",
        "DateLessThanEquals, 2026-01-05T08:00:00Z, 2026-01-05T08:00:01Z, false",
        "DateGreaterThan, 2026-01-05T08:00:00Z, 2026-01-05T08:00:00Z, false",
        "DateGreaterThan, 2026-01-05T08:00:00Z, 2026-01-05T08:00:01Z, true",
        "DateGreaterThanEquals, 2026-01-05T08:00:00Z, 2026-01-05T08:00:00Z, true",
        "DateGreaterThanEquals, 2026-01-05T08:00:00Z, 2026-01-05T07:59:59Z, false",
        "Bool, true, True, true",
        "Bool, true, yes, false",
        "IpAddress, 10.0.0.0/8, 10.255.0.1, true",
        "IpAddress, 10.0.0.0/8, 11.0.0.1, false",
        "IpAddress, 10.0.0.7, 10.0.0.7, true",
        "IpAddress, 10.0.0.7, 10.0.0.8, false",
        "IpAddress, 0.0.0.0/0, 255.255.255.255, true",
        "IpAddress, 10.0.0.0/8, nonsense, false",
        "IpAddress, 10.0.0.0/8, 10.0.0.0/8, false",
        "IpAddress, 10.0.0.0/8, 10.0.0.0/32, true",
        "NotIpAddress, 10.0.0.0/8, nonsense, true",
        "NotIpAddress, 10.0.0.0/8, 11.0.0.1, true",
        "NotIpAddress, 10.0.0.0/8, 10.0.0.1, false",
    })
    void everyOperatorCompares(String word, String own, String requested, boolean expected) {
        Condition condition = new Condition(ConditionOperator.of(word).orElseThrow(), "k", List.of(own));

        assertThat(condition.holds(DELETE.with("k", requested))).isEqualTo(expected);
    }

    @Test
    void aMissingKeyFailsExceptUnderNegativeOperators() {
        for (ConditionOperator operator : ConditionOperator.values()) {
            String value = operator.word().startsWith("Date")
                    ? "2026-01-05T08:00:00Z"
                    : operator.word().contains("Ip") ? "1.2.3.4" : operator == ConditionOperator.BOOL ? "true" : "1";

            assertThat(new Condition(operator, "k", List.of(value)).holds(DELETE))
                    .as(operator.word())
                    .isEqualTo(operator.isNegative());
            assertThat(ConditionOperator.of(operator.word())).contains(operator);
        }
        assertThat(ConditionOperator.of("stringequals")).isEmpty();
    }

    @Test
    void aNegativeOperatorWithSeveralValuesExcludesThemAll() {
        Condition neither = new Condition(ConditionOperator.STRING_NOT_EQUALS, "k", List.of("a", "b"));

        assertThat(neither.holds(DELETE.with("k", "c"))).isTrue();
        assertThat(neither.holds(DELETE.with("k", "b"))).isFalse();
    }

    @Test
    void upperLayersOnlyTakeAway() {
        List<AccessPolicy> all = List.of(AccessPolicy.of("all", Statement.allow("ess:*")));
        List<AccessPolicy> create = List.of(AccessPolicy.of("create", Statement.allow("ess:Create*")));
        List<AccessPolicy> noDelete = List.of(AccessPolicy.of("no-delete", Statement.deny("ess:Delete*")));
        List<AccessPolicy> none = List.of();

        assertThat(layered(none, none, all, none, none)).isEqualTo(ALLOW);
        assertThat(layered(create, none, all, none, none)).isEqualTo(IMPLICIT_DENY);
        assertThat(layered(noDelete, none, all, none, none)).isEqualTo(EXPLICIT_DENY);
        assertThat(layered(all, create, all, none, none)).isEqualTo(IMPLICIT_DENY);
        assertThat(layered(all, all, none, none, none)).isEqualTo(IMPLICIT_DENY);
        assertThat(layered(none, none, create, all, none)).isEqualTo(ALLOW);
        assertThat(layered(none, none, noDelete, all, none)).isEqualTo(EXPLICIT_DENY);
        // The account allows it, so the resource group is not asked.
        assertThat(layered(none, none, all, noDelete, none)).isEqualTo(ALLOW);
        assertThat(layered(none, none, none, none, all)).isEqualTo(ALLOW);
        assertThat(layered(none, none, all, none, noDelete)).isEqualTo(EXPLICIT_DENY);
    }

    private static Verdict layered(
            List<AccessPolicy> control,
            List<AccessPolicy> session,
            List<AccessPolicy> identity,
            List<AccessPolicy> resourceGroup,
            List<AccessPolicy> resource) {
        return AccessEvaluator.decide(new PolicyLayers(control, session, identity, resourceGroup, resource), DELETE)
                .verdict();
    }
}
