package io.ess4j.sim.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.sim.scenario.BuiltInScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of the introduction and of the sections on commands and on the decision log of the document. */
class DocumentedCommandsIT {
    private static final String PREFIX = "java -jar ess-sim/target/ess.jar ";
    private static final Path DOCUMENT = Path.of("../docs/simulator.md");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheFilesThatTheExamplesName() throws IOException {
        Files.writeString(
                folder.resolve("my.yaml"),
                BuiltInScenario.ONLINE_EDUCATION.text().replace("length: 28d", "length: 12h"));
        Files.writeString(folder.resolve("requests.csv"), "timestamp,value\n0,600\n300,900\n600,100\n");
        StringBuilder prices = new StringBuilder("region,instance_type,price_per_hour,currency,vcpu,memory_gib\n");
        for (String type : List.of("c5.large", "c5.xlarge", "c5.2xlarge", "sn1.large", "sn1.xlarge", "g6.large")) {
            prices.append("cn-hangzhou,ecs.").append(type).append(",0.5,CNY,2,8\n");
        }
        Files.writeString(folder.resolve("alibaba_ondemand.csv"), prices);
        Files.writeString(folder.resolve("group.json"), """
                {"ScalingGroups": {"ScalingGroup": [{"ScalingGroupId": "asg-1", "ScalingGroupName": "web", "MinSize": 1,
                 "MaxSize": 9, "LifecycleState": "Active", "ActiveScalingConfigurationId": "asc-1"}]}}
                """);
        Files.writeString(folder.resolve("instances.json"), """
                {"ScalingInstances": {"ScalingInstance": [{"InstanceId": "i-1", "ScalingGroupId": "asg-1", "ZoneId": "a",
                 "LifecycleState": "InService", "CreationTime": "2025-12-21T03:11Z", "ScalingConfigurationId": "asc-1"}]}}
                """);
        Files.writeString(folder.resolve("configurations.json"), """
                {"ScalingConfigurations": {"ScalingConfiguration": [{"ScalingConfigurationId": "asc-1",
                 "InstanceType": "ecs.g6.large", "CreationTime": "2025-08-14T10:58Z"}]}}
                """);
        Files.writeString(folder.resolve("rules.json"), "{\"ScalingRules\": []}");
    }

    @Test
    void everyCommandOfTheDocumentRuns() throws Exception {
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(12);
        for (String command : commands) {
            List<String> words = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    requireNonNull(System.getProperty("ess.jar"), "ess.jar")));
            words.addAll(words(command));
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectOutput(folder.resolve("out.txt").toFile())
                    .redirectError(folder.resolve("err.txt").toFile())
                    .start();

            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
            assertThat(process.exitValue())
                    .as(command + "\n" + Files.readString(folder.resolve("err.txt")))
                    .isZero();
            assertThat(Files.size(folder.resolve("out.txt"))).as(command).isPositive();
        }
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        String section = "";
        boolean block = false;
        boolean fence = false;
        StringBuilder command = new StringBuilder();
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            }
            if (line.startsWith("```")) {
                block = !fence && line.equals("```");
                fence = !fence;
            }
            boolean ours = section.isEmpty() || section.equals("Commands") || section.equals("The decision log");
            boolean goesOn = command.length() > 0;
            if (block && ours && (goesOn || line.startsWith(PREFIX))) {
                command.append(goesOn ? line.strip() : line.substring(PREFIX.length()));
                if (line.endsWith("\\")) {
                    command.setLength(command.length() - 1);
                } else {
                    commands.add(command.toString().replaceAll("\\s+#.*| > my\\.yaml.*", ""));
                    command.setLength(0);
                }
            }
        }
        return commands;
    }

    /** Splits at blanks that are in no quotes. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        for (Matcher m = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command); m.find(); ) {
            words.add(m.group(1) != null ? m.group(1) : m.group(2));
        }
        return words;
    }
}
