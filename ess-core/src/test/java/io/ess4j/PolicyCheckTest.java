package io.ess4j;

import static io.ess4j.Groups.CATALOG;
import static io.ess4j.Groups.H;
import static io.ess4j.Groups.I;
import static io.ess4j.Groups.LARGE;
import static io.ess4j.Groups.XLARGE;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.lifecycle.ReclaimMode;
import io.ess4j.lifecycle.ReclaimPolicy;
import io.ess4j.model.Catalog;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.VSwitch;
import io.ess4j.model.Zone;
import io.ess4j.placement.PlacementStrategy;
import io.ess4j.placement.SpotMix;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.Step;
import io.ess4j.rule.StepRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyCheckTest {
    private static List<PolicyIssue> issues(PolicyCheck check, ScalingGroupBuilder group) {
        return check.findings(group.build()).stream().map(PolicyFinding::issue).toList();
    }

    private static ScalingGroupBuilder named(String name) {
        return ScalingGroup.builder(name).capacity(0, 9).zones(H, I).type(LARGE);
    }

    private static List<Zone> zones(int count) {
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            zones.add(Zone.of("z" + i));
        }
        return zones;
    }

    /** Guide 1.5: min 1, max 10, five vSwitches and a name are accepted as they stand, in both samples. */
    @ParameterizedTest
    @CsvSource({"TestScalingGroup", "ScalingGroupTest"})
    void theGuidesGroupIsClean(String name) {
        List<VSwitch> five = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            five.add(new VSwitch("vsw-id" + i, Zone.of("cn-beijing-" + i), "vpc-1"));
        }

        assertThat(issues(
                        PolicyCheck.DEFAULT,
                        ScalingGroup.builder(name)
                                .capacity(1, 10)
                                .vSwitches(five)
                                .type(LARGE)))
                .isEmpty();
    }

    /** Guide map C-22-2: not for containers, and not for groups that keep instances stopped. */
    @Test
    void lifetimesAreForServersThatAreReleased() {
        ScalingGroupBuilder group = named("web").placement(PRIORITY).lifetime(Duration.ofDays(9));
        PolicyCheck containers = PolicyCheck.DEFAULT.withDeployment(new PolicyCheck.Deployment(true, true, false));

        assertThat(issues(PolicyCheck.DEFAULT, group)).isEmpty();
        assertThat(issues(containers, group)).containsExactly(PolicyIssue.LIFETIME_NOT_LIMITED_HERE);
        assertThat(issues(PolicyCheck.DEFAULT, group.reclaim(ReclaimPolicy.of(ReclaimMode.FORCE_RECYCLE))))
                .containsExactly(PolicyIssue.LIFETIME_NOT_LIMITED_HERE);
    }

    /** Guide map C-1-3. */
    @ParameterizedTest(name = "{0} is fine: {1}")
    @CsvSource({
        "ab, true",
        "a, false",
        "0.a-b_c, true",
        "测试组, true",
        "-ab, false",
        "_ab, false",
        "a b, false",
        "a/b, false"
    })
    void namesFollowTheRule(String name, boolean fine) {
        assertThat(issues(PolicyCheck.DEFAULT, named(name)).contains(PolicyIssue.NAME))
                .isEqualTo(!fine);
    }

    @Test
    void namesHaveTwoToSixtyFourCharacters() {
        assertThat(issues(PolicyCheck.DEFAULT, named("a".repeat(64)))).isEmpty();
        assertThat(issues(PolicyCheck.DEFAULT, named("a".repeat(65)))).containsExactly(PolicyIssue.NAME);
    }

    /** Guide 1.5: one to five vSwitches, and one zone protects from nothing. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"1, ONE_ZONE", "2, -", "5, -", "6, TOO_MANY_ZONES"})
    void zonesAreCounted(int count, PolicyIssue issue) {
        List<PolicyIssue> found = issues(
                PolicyCheck.DEFAULT,
                ScalingGroup.builder("web").capacity(0, 9).zones(zones(count)).type(LARGE));

        assertThat(found).isEqualTo(issue == null ? List.of() : List.of(issue));
    }

    /** Guide 1.6: 10 types in the guide, 20 in newer documents; a limit that is a value. */
    @ParameterizedTest
    @CsvSource({"10, 10, false", "11, 10, true", "20, 20, false", "21, 20, true"})
    void typesAreCounted(int count, int most, boolean tooMany) {
        ScalingGroupBuilder group = ScalingGroup.builder("web").capacity(0, 9).zones(H, I);
        for (int i = 0; i < count; i++) {
            group.type(InstanceType.of("ecs.t" + i + ".large", 2, 4096));
        }

        assertThat(issues(PolicyCheck.DEFAULT.withLimits(ServiceLimits.DEFAULT.withMostTypes(most)), group)
                        .contains(PolicyIssue.TOO_MANY_TYPES))
                .isEqualTo(tooMany);
    }

    /** Guide 1.6: weights such as 1 and 200; capacity of two to three times the largest; guide map C-3-3: 1..500. */
    @ParameterizedTest(name = "weights {0} and {1}, max {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1, 200, 1000, WEIGHTS_FAR_APART",
                "1, 100, 1000, WEIGHTS_FAR_APART",
                "1, 99, 1000, -",
                "2, 8, 16, -",
                "2, 8, 15, CAPACITY_NEAR_LARGEST_WEIGHT",
                "10, 500, 1000, -",
                "10, 501, 1002, WEIGHT_OUT_OF_RANGE"
            })
    void weightsAreHeldAgainstEachOtherAndTheMaximum(int small, int large, int max, PolicyIssue issue) {
        List<PolicyIssue> found = issues(
                PolicyCheck.DEFAULT,
                ScalingGroup.builder("web")
                        .capacity(0, max)
                        .zones(H, I)
                        .type(LARGE, small)
                        .type(XLARGE, large));

        assertThat(found).isEqualTo(issue == null ? List.of() : List.of(issue));
    }

    /** Guide map C-1-1 and C-1-4: quota 2000, base 0..1000, pools up to 10; guide 1.2: three types for three pools. */
    @Test
    void quotasAndMixesAreChecked() {
        assertThat(issues(PolicyCheck.DEFAULT, named("web").capacity(0, 2000))).isEmpty();
        assertThat(issues(PolicyCheck.DEFAULT, named("web").capacity(0, 2001)))
                .containsExactly(PolicyIssue.MAXIMUM_ABOVE_QUOTA);
        assertThat(issues(PolicyCheck.DEFAULT, mixed(1000, 1))).isEmpty();
        assertThat(issues(PolicyCheck.DEFAULT, mixed(1001, 1))).containsExactly(PolicyIssue.MIX_OUT_OF_RANGE);
        assertThat(issues(PolicyCheck.DEFAULT, named("web").capacity(0, 1)))
                .as("without weights")
                .isEmpty();
        assertThat(issues(PolicyCheck.DEFAULT, mixed(0, 10))).containsExactly(PolicyIssue.FEWER_TYPES_THAN_SPOT_POOLS);
        SpotMix noSpot = new SpotMix(0, 100, 10, true, false, List.of());
        assertThat(issues(PolicyCheck.DEFAULT, named("web").placement(PlacementStrategy.costOptimized(noSpot))))
                .as("pools that are never used")
                .isEmpty();
        assertThat(issues(PolicyCheck.DEFAULT, mixed(0, 11)))
                .containsExactly(PolicyIssue.MIX_OUT_OF_RANGE, PolicyIssue.FEWER_TYPES_THAN_SPOT_POOLS);
        assertThat(issues(PolicyCheck.DEFAULT, mixed(0, 3).type(XLARGE).type(Groups.XLARGE2)))
                .isEmpty();
        assertThat(issues(PolicyCheck.DEFAULT, mixed(0, 3).type(XLARGE)))
                .containsExactly(PolicyIssue.FEWER_TYPES_THAN_SPOT_POOLS);
    }

    private static ScalingGroupBuilder mixed(int base, int pools) {
        SpotMix mix = SpotMix.builder().onDemandBase(base).spotPools(pools).build();
        return named("web").placement(PlacementStrategy.costOptimized(mix));
    }

    /** Guide 3.3: types with local disks cannot be kept stopped. */
    @ParameterizedTest
    @CsvSource({
        "ecs.d1.2xlarge, true",
        "ecs.d1ne.2xlarge, true",
        "ecs.ga1.xlarge, true",
        "ecs.gn5.xlarge, true",
        "ecs.i1.xlarge, true",
        "ecs.i2.xlarge, true",
        "ecs.i2g.xlarge, false",
        "ecs.c5.large, false"
    })
    void typesWithLocalDisksAreNotRecycled(String type, boolean refused) {
        ScalingGroupBuilder group =
                ScalingGroup.builder("web").capacity(0, 9).zones(H, I).type(InstanceType.of(type, 2, 4096));

        assertThat(issues(PolicyCheck.DEFAULT, group)).isEmpty();
        assertThat(issues(PolicyCheck.DEFAULT, group.reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE))))
                .isEqualTo(refused ? List.of(PolicyIssue.RECYCLES_LOCAL_DISKS) : List.of());
    }

    @Test
    void namesRunOutBeforeTheGroupIsFull() {
        assertThat(issues(PolicyCheck.DEFAULT, named("web").capacity(0, 10).hostNames("n-(AUTO_INCREMENT)[0,1]")))
                .isEmpty();
        assertThat(issues(
                        PolicyCheck.DEFAULT,
                        ScalingGroup.builder("web")
                                .capacity(0, 20)
                                .zones(H, I)
                                .type(LARGE, 2)
                                .hostNames("n-(AUTO_INCREMENT)[0,1]")))
                .as("ten instances of two units")
                .isEmpty();
        assertThat(issues(PolicyCheck.DEFAULT, named("web").capacity(0, 11).hostNames("n-(AUTO_INCREMENT)[0,1]")))
                .containsExactly(PolicyIssue.NAMES_RUN_OUT);
        assertThat(issues(PolicyCheck.DEFAULT, named("web").hostNames("a-very-long-name(AUTO_INCREMENT)[0,6]")))
                .containsExactly(PolicyIssue.NAMES_NOT_FOR_WINDOWS);
    }

    /** Guide 1.7: below two pools a scale-out is not sure; and stock that cannot fill the group. */
    @Test
    void aMarketTellsAboutStock() {
        Market three = Market.builder(CATALOG)
                .stock(LARGE, H, PurchaseOption.ON_DEMAND, 3)
                .build();
        Market plenty = Market.of(CATALOG);

        assertThat(issues(PolicyCheck.DEFAULT.withMarket(three), plain(0, 4)))
                .containsExactly(PolicyIssue.ONE_ZONE, PolicyIssue.THIN_STRENGTH, PolicyIssue.MAXIMUM_OUT_OF_REACH);
        assertThat(issues(PolicyCheck.DEFAULT.withMarket(plenty), weighted(0, 100)))
                .containsExactly(PolicyIssue.ONE_ZONE);
    }

    /** What counts is stock of the group's own types in its own zones; two ways of buying one type are one pool. */
    @Test
    void onlyStockThatTheGroupCanUseCounts() {
        Zone far = Zone.of("far");
        Market market = Market.builder(Catalog.builder()
                        .offering(LARGE, H, PurchaseOption.ON_DEMAND, Price.perHour("1"))
                        .offering(LARGE, H, PurchaseOption.SPOT, Price.perHour("0.1"))
                        .offering(LARGE, I, PurchaseOption.ON_DEMAND, Price.perHour("1"))
                        .offering(LARGE, far, PurchaseOption.ON_DEMAND, Price.perHour("1"))
                        .offering(XLARGE, I, PurchaseOption.ON_DEMAND, Price.perHour("2"))
                        .build())
                .stock(LARGE, H, PurchaseOption.ON_DEMAND, 2)
                .stock(LARGE, H, PurchaseOption.SPOT, 1)
                .stock(LARGE, I, PurchaseOption.ON_DEMAND, 0)
                .build();

        assertThat(PolicyCheck.DEFAULT.withMarket(market).findings(named("web").build()))
                .extracting(PolicyFinding::subject)
                .containsExactly("pools with stock (1)", "stock (3 units) for a maximum of 9");
        assertThat(issues(PolicyCheck.DEFAULT.withMarket(market), named("web").capacity(0, 3)))
                .containsExactly(PolicyIssue.THIN_STRENGTH);
        assertThat(PolicyCheck.DEFAULT
                        .withMarket(market)
                        .findings(ScalingGroup.builder("web")
                                .capacity(0, 9)
                                .zones(H, I)
                                .type(LARGE, 2)
                                .build()))
                .extracting(PolicyFinding::subject)
                .contains("stock (6 units) for a maximum of 9");
    }

    @Test
    void startsAreSlowerThanCooldownsAndWarmUps() {
        ScalingGroupBuilder group =
                named("web").rule(ScalingRule.change("add", 1)).rule(ScalingRule.targetTracking("cpu", 50));

        assertThat(issues(PolicyCheck.DEFAULT.withBoot(Duration.ofMinutes(5)), group))
                .isEmpty();
        assertThat(issues(PolicyCheck.DEFAULT.withBoot(Duration.ofSeconds(301)), group))
                .containsExactly(PolicyIssue.COOLDOWN_SHORTER_THAN_BOOT, PolicyIssue.WARMUP_SHORTER_THAN_BOOT);
        assertThatThrownBy(() -> PolicyCheck.DEFAULT.withBoot(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boot (PT-1S) must not be negative");
    }

    /** Guide 3.3 and 4.1: stop pools and placement over zones are for private networks. */
    @Test
    void theClassicNetworkKnowsLess() {
        PolicyCheck classic = PolicyCheck.DEFAULT.withDeployment(new PolicyCheck.Deployment(false, false, false));
        ScalingGroupBuilder group = named("web").reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE));

        assertThat(issues(PolicyCheck.DEFAULT, group)).isEmpty();
        assertThat(issues(classic, group)).containsExactly(PolicyIssue.ZONES_NEED_VPC, PolicyIssue.RECYCLING_NEEDS_VPC);
        assertThat(issues(classic, named("web").placement(PRIORITY))).isEmpty();
        assertThat(issues(classic, named("web").placement(PlacementStrategy.balanced(SpotMix.onDemandOnly()))))
                .containsExactly(PolicyIssue.ZONES_NEED_VPC);
        assertThat(issues(classic, named("web").zones(H))).containsExactly(PolicyIssue.ONE_ZONE);
    }

    private static final PlacementStrategy PRIORITY = new PlacementStrategy.Priority(SpotMix.onDemandOnly(), List.of());

    /** Guide map C-1-12. */
    @Test
    void containersTakeLess() {
        PolicyCheck containers = PolicyCheck.DEFAULT.withDeployment(new PolicyCheck.Deployment(true, true, false));

        assertThat(issues(containers, named("web").placement(PRIORITY).rule(ScalingRule.change("add", 1))))
                .isEmpty();
        assertThat(issues(containers, named("web").placement(PRIORITY).rule(ScalingRule.targetTracking("cpu", 50))))
                .isEmpty();
        assertThat(issues(containers, named("web"))).containsExactly(PolicyIssue.CONTAINERS_TAKE_LESS);
        assertThat(issues(containers, named("web").placement(PRIORITY).reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE))))
                .as("guide 3.3: a stop pool is for groups of servers")
                .containsExactly(PolicyIssue.RECYCLING_NEEDS_VPC);
        assertThat(issues(
                        containers,
                        named("web")
                                .placement(PRIORITY)
                                .rule(StepRule.of("s", AdjustmentType.QUANTITY, Step.from(0, 1)))))
                .containsExactly(PolicyIssue.CONTAINERS_TAKE_LESS);
    }

    /** Guide 2.3: patterns that count over the group work in scaling configurations only. */
    @ParameterizedTest
    @CsvSource({"web, false", "'web[1,3]x', false", "'web-(AUTO_INCREMENT)[1,3]', true", "'w(0,2)[1,3]', true"})
    void templatesDoNotCountOverTheGroup(String pattern, boolean found) {
        PolicyCheck template = PolicyCheck.DEFAULT.withDeployment(new PolicyCheck.Deployment(true, false, true));

        assertThat(issues(template, named("web").hostNames(pattern)).contains(PolicyIssue.NAMES_NEED_CONFIGURATION))
                .isEqualTo(found);
    }

    /** Guide 3.1, 3.3 and 4.1: what stays as it was when the group was made. */
    @Test
    void someThingsCannotBeChanged() {
        ScalingGroup before = named("web").build();
        ScalingGroup after = named("web")
                .reclaim(ReclaimPolicy.of(ReclaimMode.RECYCLE))
                .placement(PRIORITY)
                .build();

        assertThat(PolicyCheck.changes(before, before, false)).isEmpty();
        assertThat(PolicyCheck.changes(before, after, true))
                .extracting(PolicyFinding::issue)
                .containsExactly(
                        PolicyIssue.NETWORK_CHANGED, PolicyIssue.RECLAIM_MODE_CHANGED, PolicyIssue.PLACEMENT_CHANGED);
    }
}
