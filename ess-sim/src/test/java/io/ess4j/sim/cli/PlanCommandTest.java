package io.ess4j.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups as the two providers describe them; the forms are those of their public API references. */
class PlanCommandTest {
    private static final String ESS_GROUP = """
            {"RequestId": "1", "TotalCount": "1", "ScalingGroups": {"ScalingGroup": [
              {"ScalingGroupId": "asg-1", "ScalingGroupName": "web", "MinSize": "2", "MaxSize": 10, "DefaultCooldown": 300,
               "LifecycleState": "Active", "MultiAZPolicy": "BALANCE", "ActiveScalingConfigurationId": "asc-1",
               "RemovalPolicies": {"RemovalPolicy": ["OldestInstance", "NewestInstance"]}, "NewField": {"a": [1]}}]}}
            """;
    private static final String ESS_INSTANCES = """
            {"ScalingInstances": [
              {"InstanceId": "i-1", "ScalingGroupId": "asg-1", "ZoneId": "cn-a", "LifecycleState": "InService",
               "CreationTime": "2025-12-21T03:11Z", "ScalingConfigurationId": "asc-1", "HealthStatus": "Healthy"},
              {"InstanceId": "i-2", "ScalingGroupId": "asg-1", "ZoneId": "cn-b", "LifecycleState": "Protected",
               "CreatedTime": "2025-12-21T03:12:30Z", "ScalingConfigurationId": "asc-1", "HealthStatus": "Healthy"},
              {"InstanceId": "i-3", "ScalingGroupId": "asg-1", "ZoneId": "cn-a", "LifecycleState": "InService",
               "CreatedTime": "2025-12-22T03:12:30Z", "ScalingConfigurationId": "asc-1", "HealthStatus": "Healthy"}]}
            """;
    private static final String ESS_CONFIGURATIONS = """
            {"ScalingConfigurations": {"ScalingConfiguration": {"ScalingConfigurationId": "asc-1",
              "InstanceType": "ecs.g6.large", "CreationTime": "2025-08-14T10:58Z", "ScalingGroupId": "asg-1"}}}
            """;
    private static final String ESS_RULES = """
            {"ScalingRules": {"ScalingRule": [
              {"ScalingRuleName": "more", "ScalingGroupId": "asg-1", "AdjustmentType": "QuantityChangeInCapacity",
               "AdjustmentValue": "3", "Cooldown": 60},
              {"ScalingRuleName": "cpu", "ScalingGroupId": "asg-1", "ScalingRuleType": "TargetTrackingScalingRule",
               "MetricName": "CpuUtilization", "TargetValue": 50, "EstimatedInstanceWarmup": 300},
              {"ScalingRuleName": "steps", "ScalingGroupId": "asg-1", "ScalingRuleType": "StepScalingRule",
               "AdjustmentType": "QuantityChangeInCapacity", "StepAdjustments": {"StepAdjustment": [
                 {"MetricIntervalLowerBound": 0, "ScalingAdjustment": 2}]}}]}}
            """;
    private static final String AWS_GROUP = """
            {"AutoScalingGroups": [{"AutoScalingGroupName": "api", "MinSize": 1, "MaxSize": 20, "DesiredCapacity": 4,
              "DefaultCooldown": 300, "AvailabilityZones": ["us-east-1a", "us-east-1b"],
              "TerminationPolicies": ["Default"], "SuspendedProcesses": [],
              "MixedInstancesPolicy": {"LaunchTemplate": {"Overrides": [
                  {"InstanceType": "m5.large", "WeightedCapacity": "1"}, {"InstanceType": "m5.xlarge", "WeightedCapacity": "2"}]},
                "InstancesDistribution": {"OnDemandBaseCapacity": 1, "OnDemandPercentageAboveBaseCapacity": 25,
                  "SpotAllocationStrategy": "lowest-price", "SpotInstancePools": 2}},
              "Instances": [{"InstanceId": "i-a", "InstanceType": "m5.large", "AvailabilityZone": "us-east-1a",
                "LifecycleState": "InService", "HealthStatus": "Healthy", "ProtectedFromScaleIn": false,
                "WeightedCapacity": "1", "LaunchTemplate": {"LaunchTemplateId": "lt-1", "Version": "3"}}]}]}
            """;
    private static final String AWS_INSTANCES = """
            {"Reservations": [{"Instances": [{"InstanceId": "i-a", "InstanceType": "m5.large", "InstanceLifecycle": "spot",
              "LaunchTime": "2025-12-30T07:00:00+00:00", "Placement": {"AvailabilityZone": "us-east-1a"}}]}]}
            """;
    private static final String AWS_SPOT = """
            {"SpotPriceHistory": [
              {"AvailabilityZone": "us-east-1a", "InstanceType": "m5.large", "ProductDescription": "Linux/UNIX",
               "SpotPrice": "0.035000", "Timestamp": "2026-01-05T07:00:00+00:00"},
              {"AvailabilityZone": "us-east-1a", "InstanceType": "m5.large", "ProductDescription": "Linux/UNIX",
               "SpotPrice": "0.090000", "Timestamp": "2026-01-04T07:00:00+00:00"},
              {"AvailabilityZone": "us-east-1b", "InstanceType": "m5.xlarge", "ProductDescription": "Linux/UNIX",
               "SpotPrice": "0.060000", "Timestamp": "2026-01-05T07:00:00+00:00"},
              {"AvailabilityZone": "us-east-1a", "InstanceType": "m5.large", "ProductDescription": "Windows",
               "SpotPrice": "0.5", "Timestamp": "2026-01-05T07:30:00+00:00"}]}
            """;
    private static final String PRICES = """
            region,instance_type,price_per_hour,currency,vcpu,memory_gib
            r,ecs.g6.large,0.5,CNY,2,8
            r,m5.large,0.096,CNY,2,8
            r,m5.xlarge,0.192,CNY,4,16
            """;

    @TempDir
    private Path folder;

    @Test
    void anEssGroupStaysAsItIsWithinItsLimits() throws IOException {
        Shell shell = ess();

        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out())
                .contains("web: 3 instances, 3 units; limits 2..10, no desired capacity; active")
                .contains("no instance comes or goes")
                .contains("The zones are those of its instances, cn-a, cn-b")
                .contains("taken as on-demand");
    }

    @Test
    void whatIfAsksSomethingElse() throws IOException {
        assertThat(ess("--what-if", "max=2").out()).contains("remove i-1").doesNotContain("remove i-2");
        assertThat(ess("--what-if", "min=5").out())
                .contains("launch 1 x ecs.g6.large in cn-a", "launch 1 x ecs.g6.large in cn-b");
        assertThat(ess("--what-if", "rule=more").out()).contains("launch");
        assertThat(ess("--what-if", "rule=cpu", "--what-if", "metric=90").out()).contains("launch");
        assertThat(ess("--what-if", "rule=steps", "--what-if", "metric=1").err())
                .contains("add --what-if threshold=VALUE");
        assertThat(ess("--what-if", "rule=steps", "--what-if", "metric=85", "--what-if", "threshold=80")
                        .out())
                .contains("scale out by 2 to 5");
        assertThat(ess("--what-if", "remove=i-2").out()).contains("protected");
        assertThat(ess("--what-if", "desired=5").out()).contains("no desired capacity that could be changed");
        assertThat(ess(
                                "--what-if",
                                "rule=cpu",
                                "--what-if",
                                "metric=90",
                                "--cooling-down-until",
                                "2026-01-05T09:00:00Z")
                        .out())
                .contains("the group is cooling down");
        assertThat(ess("--what-if", "max=2", "--json").out()).contains("\"removals\" : [\n    \"i-1\"\n  ]");
    }

    @Test
    void whatCannotBeAskedIsRefused() throws IOException {
        assertThat(ess("--what-if", "rule=cpu").err()).contains("follows a metric; add --what-if metric=VALUE");
        assertThat(ess("--what-if", "rule=none").err()).contains("rule (none) must be one of");
        assertThat(ess("--what-if", "max=-1").err()).contains("must be a whole number");
        assertThat(ess("--what-if", "colour=red").err()).contains("--what-if must be desired");
        assertThat(ess("--now", "today").err()).contains("must be a time");
        assertThat(ess("--group", "x").err()).contains("--group (x) must be one of web");
        assertThat(ess("--type", "ecs.g6.large:size=1").err()).contains("field (size) of a type");
    }

    @Test
    void whatIsMissingIsAskedForAllAtOnce() throws IOException {
        Shell shell = Shell.ess("plan", file("g.json", ESS_GROUP));

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err().lines())
                .containsExactly(
                        "web: its zones are not told; name them in the order of priority with --zones",
                        "web: its instance types are not told; add the answer about its scaling configurations, or name "
                                + "them with --types");
        assertThat(Shell.ess("plan", file("g.json", ESS_GROUP), "--zones", "a", "--types", "x.y")
                        .err())
                .contains("the size of x.y is not known; give it with --type x.y:vcpus=N,memory=GIB");
        assertThat(Shell.ess("plan", file("i.json", ESS_INSTANCES)).err()).contains("no file describes a group");
        assertThat(Shell.ess("plan", file("a.json", AWS_GROUP), "--prices", file("p.csv", PRICES), "--region", "r")
                        .err())
                .contains("it buys spot instances, but no spot price is known");
        assertThat(Shell.ess(
                                "plan",
                                file("a.json", AWS_GROUP),
                                file("s.json", AWS_SPOT),
                                "--prices",
                                file("p.csv", PRICES),
                                "--region",
                                "r")
                        .err())
                .contains("the purchase option of i-a is not told", "the time of creation of i-a is not told");
    }

    @Test
    void anAwsGroupBuysByItsMixAndTheLatestSpotPrices() throws IOException {
        Shell shell = Shell.ess(
                "plan",
                file("a.json", AWS_GROUP),
                file("s.json", AWS_SPOT),
                file("i.json", AWS_INSTANCES),
                "--prices",
                file("p.csv", PRICES),
                "--region",
                "r",
                "--now",
                "2026-01-05T08:00:00Z",
                "--json");

        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out())
                .contains("\"capacityBefore\" : 1", "\"desired\" : 4", "\"option\" : \"ON_DEMAND\"")
                .contains("No spot price of m5.xlarge in us-east-1a is known; it is taken as not sold there.")
                .doesNotContain("0.09,");
    }

    private Shell ess(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "plan",
                file("i.json", ESS_INSTANCES),
                file("g.json", ESS_GROUP),
                file("r.json", ESS_RULES),
                file("c.json", ESS_CONFIGURATIONS),
                "--prices",
                file("p.csv", PRICES),
                "--region",
                "r"));
        if (!List.of(more).contains("--now")) {
            arguments.addAll(List.of("--now", "2026-01-05T08:00:00Z"));
        }
        arguments.addAll(List.of(more));
        return Shell.ess(arguments.toArray(String[]::new));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
