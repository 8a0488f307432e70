package io.ess4j.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.access.AccessDecision.Verdict;
import io.ess4j.model.Tag;
import io.ess4j.model.text.Wildcard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Decisions against the rule read aloud, and wildcards against regular expressions. */
class AccessProperties {
    @Provide
    Arbitrary<Statement> statements() {
        Arbitrary<Condition> conditions = Combinators.combine(
                        Arbitraries.of("acs:ResourceTag/a", "acs:RequestTag/a", "acs:ResourceTag/b"),
                        Arbitraries.of("1", "2"),
                        Arbitraries.of(ConditionOperator.STRING_EQUALS, ConditionOperator.STRING_NOT_EQUALS))
                .as((key, value, operator) -> new Condition(operator, key, List.of(value)));
        return Combinators.combine(
                        Arbitraries.of(Effect.class),
                        Arbitraries.of("ess:*", "ess:Delete*", "ess:Create*", "ecs:*"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("*", "acs:ess:r:1:*", "acs:ess:r:1:scalingGroup/g1", "acs:ess:s:*"),
                        conditions.list().ofMaxSize(2))
                .as((effect, action, not, resource, all) ->
                        new Statement(effect, List.of(action), not, List.of(resource), all));
    }

    @Provide
    Arbitrary<AccessRequest> requests() {
        Arbitrary<List<Tag>> tags = Combinators.combine(Arbitraries.of("a", "b"), Arbitraries.of("1", "2"))
                .as(Tag::new)
                .list()
                .ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.of("ess:DeleteScalingGroup", "ess:CreateScalingGroup", "ess:DescribeRegions"),
                        Arbitraries.of("r", "s"),
                        Arbitraries.of("g1", "g2"),
                        Arbitraries.of(true, false),
                        tags,
                        tags)
                .as((action, region, id, named, own, groups) -> {
                    AccessRequest request =
                            AccessRequest.of(action, region, "1").withTags(own.toArray(Tag[]::new));
                    return named ? request.onGroup(id, groups) : request;
                });
    }

    @Property(tries = 1000)
    void denyThenAllowThenImplicitDeny(
            @ForAll @Size(max = 5) List<@From("statements") Statement> statements,
            @ForAll("requests") AccessRequest request) {
        AccessDecision decision = AccessEvaluator.decide(List.of(new AccessPolicy("p", statements)), request);

        List<Effect> matching = statements.stream()
                .filter(s -> s.mismatch(request).isEmpty())
                .map(Statement::effect)
                .toList();
        Verdict expected = matching.contains(Effect.DENY)
                ? Verdict.EXPLICIT_DENY
                : matching.contains(Effect.ALLOW) ? Verdict.ALLOW : Verdict.IMPLICIT_DENY;
        assertThat(decision.verdict()).isEqualTo(expected);
        assertThat(decision.decidedBy().isPresent()).isEqualTo(expected != Verdict.IMPLICIT_DENY);
    }

    @Property(tries = 500)
    void orderAndPoliciesDecideNothing(
            @ForAll @Size(max = 5) List<@From("statements") Statement> statements,
            @ForAll("requests") AccessRequest request,
            @ForAll Random order) {
        List<Statement> shuffled = new ArrayList<>(statements);
        Collections.shuffle(shuffled, order);
        List<AccessPolicy> single =
                shuffled.stream().map(s -> AccessPolicy.of("p", s)).toList();

        assertThat(AccessEvaluator.decide(single, request).verdict())
                .isEqualTo(AccessEvaluator.decide(List.of(new AccessPolicy("p", statements)), request)
                        .verdict());
    }

    @Property(tries = 500)
    void aFurtherDenyNeverAllows(
            @ForAll @Size(max = 5) List<@From("statements") Statement> statements,
            @ForAll("statements") Statement more,
            @ForAll("requests") AccessRequest request) {
        List<AccessPolicy> before = List.of(new AccessPolicy("p", statements));
        List<Statement> with = new ArrayList<>(statements);
        with.add(new Statement(
                Effect.DENY, more.actions(), more.excludesActions(), more.resources(), more.conditions()));

        assertThat(AccessEvaluator.decide(List.of(new AccessPolicy("p", with)), request)
                                .isAllowed()
                        && !AccessEvaluator.decide(before, request).isAllowed())
                .isFalse();
    }

    @Property(tries = 1000)
    void wildcardsAreThoseOfRegularExpressions(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c)))
                .collect(Collectors.joining());

        assertThat(Wildcard.fitsWithSingles(pattern, text)).isEqualTo(text.matches(regex));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab*?").ofMaxLength(7);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab").ofMaxLength(8);
    }
}
