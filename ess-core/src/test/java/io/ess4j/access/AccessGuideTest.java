package io.ess4j.access;

import static io.ess4j.access.AccessDecision.Verdict.ALLOW;
import static io.ess4j.access.AccessDecision.Verdict.EXPLICIT_DENY;
import static io.ess4j.access.AccessDecision.Verdict.IMPLICIT_DENY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ess4j.access.AccessDecision.Verdict;
import io.ess4j.access.AccessEvaluator.TaggedGroup;
import io.ess4j.access.PolicyFinding.Trap;
import io.ess4j.model.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guide 1.9 (tags) and 1.10 (resources): every scenario. */
class AccessGuideTest {
    private static final Tag TEST = new Tag("environment", "test");
    private static final Tag GAME1 = new Tag("team", "game1");
    private static final Tag DEV = new Tag("environment", "dev");
    private static final Tag GAME2 = new Tag("team", "game2");
    private static final TaggedGroup GROUP1 = new TaggedGroup("asg-001", List.of(TEST, GAME1));
    private static final TaggedGroup GROUP2 = new TaggedGroup("asg-002", List.of(DEV, GAME2));
    private static final List<TaggedGroup> GROUPS =
            List.of(GROUP1, GROUP2, new TaggedGroup("asg-003", List.of(GAME1, TEST)));

    /** What the guide's policies allow for operations that cannot be judged. */
    private static final Statement UNBOUND = Statement.allow(
            "ess:DescribeRegions",
            "ess:CreateScheduledTask",
            "ess:ModifyScheduledTask",
            "ess:DescribeScheduledTasks",
            "ess:DeleteScheduledTask",
            "ess:CreateAlarm",
            "ess:DescribeAlarms",
            "ess:ModifyAlarm",
            "ess:EnableAlarm",
            "ess:DeleteAlarm");

    private static final AccessPolicy CREATE =
            AccessPolicy.of("scenario-1", tagged(Statement.allow("ess:Create*"), "Request", "test", "game1"), UNBOUND);
    private static final AccessPolicy DESCRIBE = AccessPolicy.of(
            "scenario-2",
            tagged(Statement.allow("ess:Describe*"), "Request", "test", "game1"),
            tagged(Statement.allow("ess:*"), "Resource", "test", "game1"),
            UNBOUND);
    private static final AccessPolicy OPERATE = AccessPolicy.of(
            "scenario-3",
            tagged(Statement.allow("ess:*"), "Resource", "test", "game1"),
            tagged(Statement.deny("ess:*"), "Resource", "dev", "game2"),
            UNBOUND);

    private static Statement tagged(Statement statement, String side, String environment, String team) {
        return statement.when(
                Condition.equal("acs:" + side + "Tag/environment", environment),
                Condition.equal("acs:" + side + "Tag/team", team));
    }

    private static AccessRequest call(String operation) {
        return AccessRequest.of("ess:" + operation, "cn-hangzhou", "1609");
    }

    private static Verdict verdict(AccessPolicy policy, AccessRequest request) {
        return AccessEvaluator.decide(List.of(policy), request).verdict();
    }

    @Test
    void creatingWithBothTagsIsAllowed() {
        assertThat(verdict(CREATE, call("CreateScalingGroup").withTags(TEST, GAME1)))
                .isEqualTo(ALLOW);
        assertThat(verdict(CREATE, call("CreateScalingGroup").withTags(GAME1, new Tag("x", "y"), TEST)))
                .isEqualTo(ALLOW);
    }

    @Test
    void creatingWithoutOrWithOtherTagsIsAnImplicitDeny() {
        assertThat(verdict(CREATE, call("CreateScalingGroup"))).isEqualTo(IMPLICIT_DENY);
        assertThat(verdict(CREATE, call("CreateScalingGroup").withTags(TEST))).isEqualTo(IMPLICIT_DENY);
        assertThat(verdict(CREATE, call("CreateScalingGroup").withTags(DEV, GAME2)))
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void describingByIdShowsOnlyGroupsWithTheTags() {
        assertThat(AccessEvaluator.shown(
                        List.of(DESCRIBE), call("DescribeScalingGroups").onGroup("asg-001", List.of()), GROUPS))
                .containsExactly(GROUP1);
        assertThat(AccessEvaluator.shown(
                        List.of(DESCRIBE), call("DescribeScalingGroups").onGroup("asg-002", List.of()), GROUPS))
                .isEmpty();
    }

    @Test
    void describingByTagsShowsAllThatCarryThem() {
        assertThat(AccessEvaluator.shown(
                        List.of(DESCRIBE), call("DescribeScalingGroups").withTags(TEST, GAME1), GROUPS))
                .extracting(TaggedGroup::id)
                .containsExactly("asg-001", "asg-003");
        assertThat(AccessEvaluator.shown(List.of(DESCRIBE), call("DescribeScalingGroups"), GROUPS))
                .isEmpty();
    }

    @Test
    void theFirstGroupMayBeDeletedAndTheSecondNot() {
        AccessDecision first = AccessEvaluator.decide(
                List.of(OPERATE), call("DeleteScalingGroup").onGroup(GROUP1.id(), GROUP1.tags()));
        AccessDecision second = AccessEvaluator.decide(
                List.of(OPERATE), call("DeleteScalingGroup").onGroup(GROUP2.id(), GROUP2.tags()));

        assertThat(first.verdict()).isEqualTo(ALLOW);
        assertThat(first.explain()).startsWith("allowed by statement 1 of scenario-3\n");
        assertThat(second.verdict()).isEqualTo(EXPLICIT_DENY);
        assertThat(second.explain().lines())
                .containsExactly(
                        "denied by statement 2 of scenario-3",
                        "  statement 1 of scenario-3 (ALLOW): other CONDITION",
                        "  statement 2 of scenario-3 (DENY): matches",
                        "  statement 3 of scenario-3 (ALLOW): other ACTION");
    }

    @Test
    void aDenyWithTwoTagsNeedsBoth() {
        AccessRequest half = call("DeleteScalingGroup").onGroup("asg-9", List.of(DEV));

        assertThat(verdict(OPERATE, half)).isEqualTo(IMPLICIT_DENY);
        assertThat(AccessEvaluator.decide(List.of(OPERATE), half).decidedBy()).isEmpty();
        assertThat(verdict(OPERATE, call("DeleteScalingGroup").onGroup("asg-9", List.of(GAME2, DEV))))
                .isEqualTo(EXPLICIT_DENY);
    }

    @Test
    void aRequestTagNeedsTagsInTheCallAndAResourceTagAGroup() {
        assertThat(verdict(CREATE, call("CreateScalingGroup").onGroup("asg-001", GROUP1.tags())))
                .isEqualTo(IMPLICIT_DENY);
        assertThat(verdict(OPERATE, call("DeleteScalingGroup").withTags(TEST, GAME1)))
                .isEqualTo(IMPLICIT_DENY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DescribeRegions",
                "CreateScheduledTask",
                "ModifyScheduledTask",
                "DescribeScheduledTasks",
                "DeleteScheduledTask",
                "CreateAlarm",
                "DescribeAlarms",
                "ModifyAlarm",
                "EnableAlarm",
                "DeleteAlarm"
            })
    void callsWithoutGroupNeedAStatementOnEverything(String operation) {
        AccessPolicy tagsOnly = AccessPolicy.of("tags", tagged(Statement.allow("ess:*"), "Request", "test", "game1"));
        AccessPolicy regionOnly =
                AccessPolicy.of("region", Statement.allow("ess:*").on("acs:ess:cn-hangzhou:1609:*"));

        assertThat(verdict(tagsOnly, call(operation).withTags(TEST, GAME1))).isEqualTo(IMPLICIT_DENY);
        assertThat(verdict(regionOnly, call(operation))).isEqualTo(IMPLICIT_DENY);
        assertThat(verdict(OPERATE, call(operation))).isEqualTo(ALLOW);
        assertThat(call(operation).resource()).isEqualTo("*");
    }

    /** Guide 1.9 and 1.10: the table of calls that cannot be judged does not list DisableAlarm. */
    @Test
    void disablingAnAlarmIsNotAmongThem() {
        AccessPolicy regionOnly =
                AccessPolicy.of("region", Statement.allow("ess:*").on("acs:ess:cn-hangzhou:1609:*"));

        assertThat(verdict(regionOnly, call("DisableAlarm"))).isEqualTo(ALLOW);
        assertThat(verdict(OPERATE, call("DisableAlarm"))).isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void callsOnTasksOfAGroupAreJudgedByTheGroup() {
        AccessPolicy tags = AccessPolicy.of("tags", tagged(Statement.allow("ess:*"), "Resource", "test", "game1"));

        assertThat(verdict(tags, call("CreateAlarm").onGroup(GROUP1.id(), GROUP1.tags())))
                .isEqualTo(ALLOW);
        assertThat(verdict(tags, call("DescribeRegions").onGroup(GROUP1.id(), List.of())))
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void theCombinedExampleIsEvaluatedAsWritten() {
        AccessPolicy combined = AccessPolicy.of(
                "combined",
                tagged(Statement.allow("ess:Create*"), "Request", "test", "game1"),
                tagged(Statement.allow("ess:Describle*"), "Request", "test", "game1"),
                Statement.allow("ess:*")
                        .when(
                                Condition.equal("acs:ResourceTag/environment", "test"),
                                Condition.equal("acs:ResourceTag/Team", "game1")),
                Statement.allow("ess:Describe*", "ess:List*", "ess:DescribeRegions"));

        // The last statement allows every describe call, so scenario 2 is void.
        assertThat(verdict(combined, call("DescribeScalingGroups").onGroup(GROUP2.id(), GROUP2.tags())))
                .isEqualTo(ALLOW);
        // "Team" is not "team".
        assertThat(verdict(combined, call("DeleteScalingGroup").onGroup(GROUP1.id(), GROUP1.tags())))
                .isEqualTo(IMPLICIT_DENY);
        assertThat(PolicyReview.findings(combined))
                .extracting(f -> f.statement() + " " + f.trap())
                .containsExactly(
                        "1 TAG_KEY_CASE",
                        "1 UNBOUND_OPERATIONS_DENIED",
                        "2 UNKNOWN_ACTION",
                        "2 TAG_KEY_CASE",
                        "3 TAG_KEY_CASE",
                        "3 CONDITION_VOIDED",
                        "3 UNBOUND_OPERATIONS_DENIED");
    }

    /** What a finding says: which statement voids which operations, three of them by name. */
    @Test
    void theReviewNamesWhatIsVoidedAndWhatIsDenied() {
        Condition team = Condition.equal("acs:ResourceTag/team", "game1");
        AccessPolicy policy = AccessPolicy.of(
                "p",
                Statement.allow("ess:Attach*").when(team),
                Statement.allow("ess:*Alarm").when(team),
                Statement.allow("ess:*Alarm", "ess:AttachI*", "ess:AttachA*"),
                Statement.allow("ess:Attach*"),
                Statement.allow("ess:AttachDBInstances").when(team),
                Statement.deny("ess:*").when(team));

        assertThat(PolicyReview.findings(policy).stream()
                        .filter(f -> f.statement() != 4)
                        .map(PolicyFinding::toString))
                .containsExactly(
                        "CONDITION_VOIDED in statement 1 of p: statement 3 allows ess:AttachAlbServerGroups,"
                                + " ess:AttachInstances",
                        "CONDITION_VOIDED in statement 1 of p: statement 4 allows ess:AttachAlbServerGroups,"
                                + " ess:AttachDBInstances, ess:AttachInstances and 3 more",
                        "CONDITION_VOIDED in statement 2 of p: statement 3 allows ess:DisableAlarm",
                        "CONDITION_VOIDED in statement 5 of p: statement 4 allows ess:AttachDBInstances");
        assertThat(PolicyReview.findings(AccessPolicy.of(
                        "q", Statement.allow("ess:*ScheduledTask").when(team))))
                .extracting(PolicyFinding::detail)
                .containsExactly("ess:CreateScheduledTask, ess:ModifyScheduledTask, ess:DeleteScheduledTask");
        assertThat(PolicyReview.findings(AccessPolicy.of(
                        "q",
                        Statement.allow("ess:*Alarm", "ess:DescribeRegions").when(team))))
                .extracting(PolicyFinding::detail)
                .containsExactly("ess:DescribeRegions, ess:CreateAlarm, ess:ModifyAlarm and 2 more");
    }

    @Test
    void aMisspeltActionMatchesNothingAndAWrongSeparatorIsRefused() {
        AccessPolicy misspelt = AccessPolicy.of("p", Statement.allow("ess:Describle*"));

        assertThat(verdict(misspelt, call("DescribeScalingGroups"))).isEqualTo(IMPLICIT_DENY);
        assertThat(PolicyReview.findings(misspelt))
                .containsExactly(new PolicyFinding(Trap.UNKNOWN_ACTION, "p", 1, "ess:Describle*"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statement.allow("ess>Create*"))
                .withMessage("action (ess>Create*) must be service:operation or *");
    }

    @Test
    void tagKeysAreCaseSensitiveAndTheReviewSaysSo() {
        AccessPolicy policy = AccessPolicy.of(
                "p",
                Statement.allow("ess:Delete*").when(Condition.equal("acs:ResourceTag/Team", "game1")),
                Statement.deny("ess:Delete*").when(Condition.equal("acs:ResourceTag/team", "game2")));

        assertThat(verdict(policy, call("DeleteScalingGroup").onGroup("g", List.of(GAME1))))
                .isEqualTo(IMPLICIT_DENY);
        assertThat(PolicyReview.findings(policy))
                .filteredOn(f -> f.trap() == Trap.TAG_KEY_CASE)
                .extracting(PolicyFinding::detail)
                .containsExactly("Team among Team, team", "team among Team, team");
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "DescribeScalingGroups, asg-bp17np35ywjwh2cx0001, ALLOW",
        "ModifyScalingGroup, asg-bp17np35ywjwh2cx0001, ALLOW",
        "DeleteScalingGroup, asg-bp17np35ywjwh2cx0001, ALLOW",
        "DescribeScalingGroups, asg-bp1c5pl2qc6ozgb10001, EXPLICIT_DENY",
        "ModifyScalingGroup, asg-bp1c5pl2qc6ozgb10001, EXPLICIT_DENY",
        "DeleteScalingGroup, asg-bp1c5pl2qc6ozgb10001, EXPLICIT_DENY",
        "DeleteScalingGroup, asg-bp19999, IMPLICIT_DENY",
    })
    void groupsAreAllowedAndDeniedByName(String operation, String group, Verdict expected) {
        // As printed: masked accounts and ids, which act as wildcards.
        AccessPolicy policy = AccessPolicy.of(
                "scenario-1",
                Statement.allow("ess:*")
                        .on("acs:ess:cn-hangzhou:160998252992****:scalinggroup/asg-bp17np35ywjwh2cx****"),
                Statement.deny("ess:*")
                        .on("acs:ess:cn-hangzhou:160998252992***8:scalingGroup/asg-bp1c5pl2qc6ozgb1****"),
                UNBOUND);
        AccessRequest request = AccessRequest.of("ess:" + operation, "cn-hangzhou", "1609982529920008")
                .onGroup(group, List.of());

        assertThat(verdict(policy, request)).isEqualTo(expected);
        assertThat(verdict(policy, AccessRequest.of("ess:DescribeRegions", "cn-hangzhou", "1609982529920008")))
                .isEqualTo(ALLOW);
        assertThat(PolicyReview.findings(policy))
                .extracting(PolicyFinding::trap)
                .containsExactly(Trap.MASKED_RESOURCE, Trap.MASKED_RESOURCE);
    }

    @ParameterizedTest(name = "create in {0}: {1}")
    @CsvSource({"cn-hangzhou, ALLOW", "cn-beijing, EXPLICIT_DENY", "cn-shanghai, IMPLICIT_DENY"})
    void regionsAreAllowedAndDeniedBeforeAGroupExists(String region, Verdict expected) {
        AccessPolicy policy = AccessPolicy.of(
                "scenario-2",
                Statement.allow("ess:*").on("acs:ess:cn-hangzhou:1609982529920904:*"),
                Statement.deny("ess:*").on("acs:ess:cn-beijing:1609982529920904:*"),
                UNBOUND);

        assertThat(verdict(policy, AccessRequest.of("ess:CreateScalingGroup", region, "1609982529920904")))
                .isEqualTo(expected);
        assertThat(verdict(policy, AccessRequest.of("ess:DescribeRegions", region, "1609982529920904")))
                .isEqualTo(ALLOW);
        assertThat(verdict(policy, AccessRequest.of("ess:CreateAlarm", region, "1609982529920904")))
                .isEqualTo(ALLOW);
    }

    @Test
    void theTypeOfAResourceIsComparedWithoutCaseAndItsIdIsNot() {
        AccessPolicy policy =
                AccessPolicy.of("p", Statement.allow("ess:*").on("acs:ess:cn-hangzhou:1609:scalingGroup/asg-a"));

        assertThat(verdict(policy, call("DeleteScalingGroup").onGroup("asg-a", List.of())))
                .isEqualTo(ALLOW);
        assertThat(verdict(policy, call("DeleteScalingGroup").onGroup("asg-A", List.of())))
                .isEqualTo(IMPLICIT_DENY);
    }
}
