package io.ess4j.launch;

import static io.ess4j.launch.LaunchProblem.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.launch.LaunchSpecification.Login;
import io.ess4j.launch.SpotSettings.Limit;
import io.ess4j.launch.TrustPolicy.Statement;
import io.ess4j.launch.TypeChoice.WeightedName;
import io.ess4j.model.Password;
import io.ess4j.model.Price;
import io.ess4j.model.Tag;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guide 2.1, 2.2 and 3.2: what instances look like, and what is wrong with a configuration. */
class LaunchComposerTest {
    private static final List<String> CATEGORIES = List.of("cloud_essd", "cloud_ssd");
    private static final InstanceRole ROLE = new InstanceRole("ecs-role", TrustPolicy.of(TrustPolicy.ECS));

    private static LaunchConfigurationBuilder linux() {
        return LaunchConfiguration.builder(Image.linux("ubuntu_16_04_64.vhd")).type("ecs.g6.large");
    }

    /** With a login, so that a test sees its own findings only. */
    private static LaunchConfigurationBuilder complete() {
        return linux().keyPair("my-key");
    }

    private static LaunchDecision inVpc(LaunchConfigurationBuilder configuration) {
        return LaunchComposer.compose(configuration.build(), LaunchContext.vpc(), CATEGORIES);
    }

    private static LaunchDecision inClassic(LaunchConfigurationBuilder configuration) {
        return LaunchComposer.compose(configuration.build(), LaunchContext.classic(), CATEGORIES);
    }

    private static List<LaunchProblem> problems(LaunchDecision decision) {
        return decision.findings().stream().map(LaunchFinding::problem).toList();
    }

    @Test
    void theConfigurationsTagsWinOverTheGroups() {
        LaunchContext context = LaunchContext.vpc()
                .withTags(
                        new GroupTag(new Tag("team", "group"), true),
                        new GroupTag(new Tag("environment", "test"), true),
                        new GroupTag(new Tag("secret", "kept"), false));

        LaunchDecision decision = LaunchComposer.compose(
                complete().tag("owner", "me").tag("team", "game1").build(), context, CATEGORIES);

        assertThat(decision.specification().orElseThrow().tags())
                .containsExactly(new Tag("team", "game1"), new Tag("environment", "test"), new Tag("owner", "me"));
        assertThat(decision.findings()).isEmpty();
    }

    @Test
    void tagKeysThatDifferByCaseAreAWarning() {
        LaunchContext context = LaunchContext.vpc().withTags(new GroupTag(new Tag("Team", "game1"), true));

        LaunchDecision decision =
                LaunchComposer.compose(complete().tag("team", "game1").build(), context, CATEGORIES);

        assertThat(decision.findings()).containsExactly(new LaunchFinding(TAG_KEYS_DIFFER_BY_CASE, "Team and team"));
        assertThat(decision.specification().orElseThrow().tags()).hasSize(2);
    }

    @Test
    void keyPairsAreForLinuxOnly() {
        LaunchConfigurationBuilder windows = LaunchConfiguration.builder(Image.windows("win2016.vhd"))
                .type("ecs.g6.large")
                .keyPair("my-key");

        LaunchDecision decision = inVpc(windows);

        assertThat(decision.findings()).containsExactly(new LaunchFinding(KEY_PAIR_ON_WINDOWS, "my-key"));
        assertThat(decision.explain()).isEqualTo("ERROR KEY_PAIR_ON_WINDOWS (my-key): use a password");
        assertThat(decision.specification()).isEmpty();
        assertThat(inVpc(complete()).specification().orElseThrow().login()).isEqualTo(Login.KEY_PAIR);
    }

    @Test
    void passwordsFollowTheirRule() {
        Password good = Password.of("Hello1234!");

        assertThat(inVpc(linux().password(good)).specification().orElseThrow().login())
                .isEqualTo(Login.PASSWORD);
        assertThat(inVpc(linux().password(Password.of("helloworld"))).findings())
                .containsExactly(new LaunchFinding(PASSWORD_NOT_ACCEPTED, "[TOO_FEW_CLASSES]"));
        assertThat(problems(inVpc(complete().password(good)))).containsExactly(PASSWORD_BESIDE_KEY_PAIR);
        assertThat(problems(inVpc(linux()))).containsExactly(NO_LOGIN);
        assertThat(inVpc(linux()).specification().orElseThrow().login()).isEqualTo(Login.AS_IMAGE);
        assertThat(problems(inVpc(LaunchConfiguration.builder(Image.windows("w.vhd"))
                        .type("ecs.g6.large")
                        .keyPair("k")
                        .password(good))))
                .as("the key pair is what is wrong here, not the password")
                .containsExactly(KEY_PAIR_ON_WINDOWS);
    }

    @Test
    void theRoleMustTrustTheComputeService() {
        TrustPolicy other = TrustPolicy.of("fc.aliyuncs.com");
        TrustPolicy denied = new TrustPolicy(List.of(
                new Statement(false, List.of("sts:*"), List.of(TrustPolicy.ECS)),
                new Statement(true, List.of("sts:AssumeRole"), List.of(TrustPolicy.ECS))));
        TrustPolicy wild = new TrustPolicy(
                List.of(new Statement(true, List.of("STS:Assume*"), List.of("fc.aliyuncs.com", TrustPolicy.ECS))));
        TrustPolicy otherAction =
                new TrustPolicy(List.of(new Statement(true, List.of("sts:Get*"), List.of(TrustPolicy.ECS))));

        TrustPolicy otherDenied = new TrustPolicy(List.of(
                new Statement(false, List.of("sts:*"), List.of("fc.aliyuncs.com")),
                new Statement(true, List.of("sts:AssumeRole"), List.of(TrustPolicy.ECS))));

        assertThat(problems(inVpc(complete().role(ROLE)))).isEmpty();
        assertThat(problems(inVpc(complete().role(new InstanceRole("r", otherDenied)))))
                .isEmpty();
        assertThat(inVpc(complete().role(ROLE)).specification().orElseThrow().roleName())
                .contains("ecs-role");
        assertThat(inVpc(complete().role(new InstanceRole("r", other))).findings())
                .containsExactly(new LaunchFinding(ROLE_NOT_TRUSTED, "r"));
        assertThat(problems(inVpc(complete().role(new InstanceRole("r", denied)))))
                .containsExactly(ROLE_NOT_TRUSTED);
        assertThat(problems(inVpc(complete().role(new InstanceRole("r", otherAction)))))
                .containsExactly(ROLE_NOT_TRUSTED);
        assertThat(problems(inVpc(complete().role(new InstanceRole("r", new TrustPolicy(List.of()))))))
                .containsExactly(ROLE_NOT_TRUSTED);
        assertThat(problems(inVpc(complete().role(new InstanceRole("r", wild)))))
                .isEmpty();
        assertThat(problems(inClassic(complete().role(ROLE)))).containsExactly(ROLE_NEEDS_VPC);
    }

    @Test
    void userDataNeedsAVpc() {
        LaunchConfigurationBuilder scripted = complete().userData(UserData.of("#!/bin/sh\n"));

        assertThat(problems(inVpc(scripted))).isEmpty();
        assertThat(problems(inClassic(scripted))).containsExactly(USER_DATA_NEEDS_VPC);
    }

    @Test
    void userDataHasASizeLimitThatIsAValue() {
        LaunchConfigurationBuilder full = complete().userData(UserData.of("#!" + "x".repeat(16 * 1024 - 2)));
        LaunchConfigurationBuilder over = complete().userData(UserData.of("#!" + "x".repeat(16 * 1024 - 1)));
        LaunchConfigurationBuilder most = complete().userData(UserData.of("#!" + "x".repeat(32 * 1024 - 2)));
        LaunchConfigurationBuilder tooMuch = complete().userData(UserData.of("#!" + "x".repeat(32 * 1024 - 1)));
        LaunchContext guide = LaunchContext.vpc().withLimits(LaunchLimits.GUIDE_2022);

        assertThat(problems(LaunchComposer.compose(full.build(), guide, CATEGORIES)))
                .isEmpty();
        assertThat(LaunchComposer.compose(over.build(), guide, CATEGORIES).findings())
                .containsExactly(new LaunchFinding(USER_DATA_TOO_LARGE, "16385 bytes"));
        assertThat(problems(inVpc(over))).isEmpty();
        assertThat(problems(inVpc(most))).isEmpty();
        assertThat(problems(inVpc(tooMuch))).containsExactly(USER_DATA_TOO_LARGE);
    }

    @Test
    void aSecretInUserDataIsAWarning() {
        UserData data = UserData.of("#!/bin/sh\nexport DB_PASSWORD=hunter22\necho hello\n");

        LaunchDecision decision = inVpc(complete().userData(data));

        assertThat(decision.findings()).containsExactly(new LaunchFinding(SECRET_IN_USER_DATA, "line 2"));
        assertThat(decision.specification()).isPresent();
        assertThat(decision.toString()).doesNotContain("hunter22");
    }

    @Test
    void dataThatIsNoScriptIsHandedOver() {
        assertThat(problems(inVpc(complete().userData(UserData.of("key: value")))))
                .containsExactly(USER_DATA_IS_NO_SCRIPT);
        assertThat(problems(inVpc(complete().userData(UserData.of("\n#!/bin/sh")))))
                .containsExactly(USER_DATA_IS_NO_SCRIPT);
        assertThat(problems(inVpc(complete().userData(UserData.of("#!/bin/sh\r\necho hello\r\n")))))
                .containsExactly(SCRIPT_WITH_CARRIAGE_RETURN);
        assertThat(problems(inVpc(LaunchConfiguration.builder(Image.windows("w.vhd"))
                        .type("ecs.g6.large")
                        .password(Password.of("Hello1234!"))
                        .userData(UserData.of("[bat]\r\necho hello")))))
                .isEmpty();
    }

    @Test
    void disksFallBackToTheNextCategory() {
        LaunchConfigurationBuilder disks = complete()
                .systemDisk(Disk.of(40, "cloud_auto", "cloud_ssd", "cloud_essd"))
                .dataDisk(Disk.of(100, "cloud_essd"))
                .dataDisk(Disk.of(100, "cloud_auto", "cloud_efficiency"));

        assertThat(inVpc(disks).findings()).containsExactly(new LaunchFinding(NO_DISK_CATEGORY, "data disk 2"));
        LaunchSpecification specification = LaunchComposer.compose(
                        disks.build(), LaunchContext.vpc(), List.of("cloud_efficiency", "cloud_essd", "cloud_ssd"))
                .specification()
                .orElseThrow();
        assertThat(specification.systemDiskCategory()).contains("cloud_ssd");
        assertThat(specification.dataDiskCategories()).containsExactly("cloud_essd", "cloud_efficiency");
    }

    @Test
    void rangesNeedAVpcAndTakeNoWeights() {
        LaunchConfigurationBuilder ranges = complete().ranges(1);
        LaunchConfigurationBuilder weighted = LaunchConfiguration.builder(Image.linux("m"))
                .keyPair("k")
                .weightedTypes(new WeightedName("ecs.c5.large", 2))
                .ranges(1);

        assertThat(problems(inVpc(ranges))).isEmpty();
        assertThat(problems(inClassic(ranges))).containsExactly(RANGES_NEED_VPC);
        assertThat(problems(inVpc(weighted))).containsExactly(RANGES_WITH_WEIGHTS);
        assertThat(problems(inVpc(weighted.ranges(0)))).isEmpty();
    }

    @Test
    void sizesAreForCostOptimizedGroups() {
        LaunchConfigurationBuilder size =
                LaunchConfiguration.builder(Image.linux("m")).keyPair("k").size(2, 8);

        assertThat(problems(inVpc(size))).containsExactly(SIZE_NEEDS_COST_OPTIMIZED);
        assertThat(problems(LaunchComposer.compose(
                        size.build(), new LaunchContext(true, true, List.of(), LaunchLimits.NEWEST), CATEGORIES)))
                .isEmpty();
    }

    @Test
    void spotSettingsNeedALimitForEachTypeAndAreVoidOnADedicatedHost() {
        Limit limit = new Limit("ecs.g6.large", Price.perHour("0.1"));
        LaunchConfigurationBuilder two = LaunchConfiguration.builder(Image.linux("m"))
                .keyPair("k")
                .types("ecs.g6.large", "ecs.g6.xlarge")
                .spot(SpotSettings.upTo(limit));
        LaunchConfigurationBuilder dedicated =
                complete().spot(SpotSettings.marketPrice()).dedicatedHost("dh-1");

        assertThat(inVpc(two).findings()).containsExactly(new LaunchFinding(SPOT_LIMIT_MISSING, "ecs.g6.xlarge"));
        assertThat(inVpc(complete().spot(SpotSettings.upTo(limit)))
                        .specification()
                        .orElseThrow()
                        .spot()
                        .limit("ecs.g6.large"))
                .contains(Price.perHour("0.1"));
        assertThat(inVpc(dedicated).findings())
                .containsExactly(new LaunchFinding(SPOT_IGNORED_ON_DEDICATED_HOST, "dh-1"));
        assertThat(inVpc(dedicated).specification().orElseThrow().spot()).isEqualTo(SpotSettings.NONE);
        assertThat(SpotSettings.NONE.protectedHour()).isTrue();
        assertThat(SpotSettings.marketPrice().unprotected().protectedHour()).isFalse();
    }

    @Test
    void limitsAreValues() {
        LaunchConfigurationBuilder many = LaunchConfiguration.builder(Image.linux("m"))
                .keyPair("k")
                .types(IntStream.range(0, 11).mapToObj(i -> "t" + i).toArray(String[]::new));
        IntStream.range(0, 6).forEach(i -> many.tag("k" + i, ""));
        IntStream.range(0, 17).forEach(i -> many.dataDisk(Disk.of(20, "cloud_ssd")));

        assertThat(problems(inVpc(many))).containsExactly(TOO_MANY_DATA_DISKS);
        LaunchConfigurationBuilder full = LaunchConfiguration.builder(Image.linux("m"))
                .keyPair("k")
                .types(IntStream.range(0, 20).mapToObj(i -> "t" + i).toArray(String[]::new));
        IntStream.range(0, 20).forEach(i -> full.tag("k" + i, ""));
        IntStream.range(0, 16).forEach(i -> full.dataDisk(Disk.of(20, "cloud_ssd")));
        assertThat(problems(inVpc(full))).as("as much as is allowed").isEmpty();
        assertThat(LaunchComposer.compose(
                                many.build(), LaunchContext.vpc().withLimits(LaunchLimits.GUIDE_2022), CATEGORIES)
                        .findings())
                .containsExactly(
                        new LaunchFinding(TOO_MANY_TYPES, "11 types"),
                        new LaunchFinding(TOO_MANY_TAGS, "6 tags"),
                        new LaunchFinding(TOO_MANY_DATA_DISKS, "17 disks"));
    }

    @Test
    void allFindingsComeAtOnceTheWorstFirst() {
        LaunchConfigurationBuilder bad = LaunchConfiguration.builder(Image.windows("w"))
                .types("a", "b")
                .keyPair("k")
                .role(new InstanceRole("r", new TrustPolicy(List.of())))
                .userData(UserData.of("token: abcdef"))
                .spot(SpotSettings.upTo());

        assertThat(problems(inClassic(bad)))
                .containsExactly(
                        KEY_PAIR_ON_WINDOWS,
                        ROLE_NEEDS_VPC,
                        ROLE_NOT_TRUSTED,
                        USER_DATA_NEEDS_VPC,
                        SPOT_LIMIT_MISSING,
                        SPOT_LIMIT_MISSING,
                        SECRET_IN_USER_DATA);
    }

    @Test
    void problemsAreOrderedBySeverity() {
        assertThat(LaunchProblem.values()).extracting(LaunchProblem::severity).isSorted();
        assertThat(LaunchProblem.values())
                .extracting(LaunchProblem::remedy)
                .allSatisfy(r -> assertThat(r).isNotBlank());
    }

    @Test
    void theWeightReachesTheInstance() {
        assertThat(inVpc(complete()).specification().orElseThrow().loadBalancerWeight())
                .isEqualTo(50);
        assertThat(inVpc(complete().loadBalancerWeight(100))
                        .specification()
                        .orElseThrow()
                        .loadBalancerWeight())
                .isEqualTo(100);
    }
}
