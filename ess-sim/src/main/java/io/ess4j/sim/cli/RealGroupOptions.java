package io.ess4j.sim.cli;

import io.ess4j.model.PurchaseOption;
import io.ess4j.sim.cloudstate.Assumptions;
import io.ess4j.sim.cloudstate.CloudFacts;
import io.ess4j.sim.cloudstate.CloudGroup;
import io.ess4j.sim.cloudstate.GroupAssembly;
import io.ess4j.sim.cloudstate.RealGroup;
import io.ess4j.sim.cloudstate.TypeFacts;
import io.ess4j.sim.input.Problems;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that read a real group, shared by the commands that do. */
class RealGroupOptions {
    private static final int MOST_CHARACTERS = 8_000_000;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Answers of the provider's command line as JSON, in any order; each is recognised by its "
                    + "content. ESS: DescribeScalingGroups, DescribeScalingInstances, DescribeScalingConfigurations, "
                    + "DescribeScalingRules, ECS DescribeInstances. AWS: describe-auto-scaling-groups, "
                    + "describe-instances, describe-spot-price-history.")
    List<Path> files = new ArrayList<>();

    @Option(names = "--group", paramLabel = "NAME", description = "Which group, if the answers describe several.")
    private @Nullable String group;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "A price list with the sizes of instance types, as in: ess run.")
    @Nullable
    Path prices;

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "The region of the price list. Default: ${DEFAULT-VALUE}.")
    String region = "cn-hangzhou";

    @Option(
            names = "--type",
            paramLabel = "NAME:FIELDS",
            description = "What is known about a type: ecs.g6.large:vcpus=2,memory=8,price=0.5,spot=0.1,weight=1. May "
                    + "be repeated.")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--types",
            paramLabel = "NAMES",
            split = ",",
            description = "The instance types of the group in the order of preference.")
    private List<String> order = new ArrayList<>();

    @Option(
            names = "--zones",
            paramLabel = "NAMES",
            split = ",",
            description = "The zones of the group in the order of priority.")
    private List<String> zones = new ArrayList<>();

    @Option(
            names = "--assume",
            paramLabel = "FIELD=VALUE",
            description = "Of instances that do not tell: type=NAME, zone=NAME, option=on-demand, joined=TIME.")
    private Map<String, String> assume = new LinkedHashMap<>();

    /** Reads everything and puts the group together. */
    RealGroup read() throws IOException {
        CloudFacts facts = new CloudFacts();
        for (Path file : files) {
            facts.add(file.toString(), text(file));
        }
        TypeFacts known = new TypeFacts();
        if (prices != null) {
            Problems problems = new Problems();
            known.addPrices(prices, region, problems);
            problems.throwIfAny();
        }
        try {
            types.forEach(known::add);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--type: " + e.getMessage());
        }
        return GroupAssembly.of(facts, chosen(facts), known, assumptions());
    }

    private CloudGroup chosen(CloudFacts facts) {
        List<CloudGroup> groups = facts.groups();
        List<String> names = groups.stream().map(CloudGroup::name).toList();
        if (groups.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no file describes a group; add the answer of DescribeScalingGroups or describe-auto-scaling-groups");
        }
        if (group == null && groups.size() > 1) {
            throw new ParameterException(spec.commandLine(), "choose one with --group: " + String.join(", ", names));
        }
        return groups.stream()
                .filter(g -> group == null || g.name().equals(group) || g.id().equals(group))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--group (" + group + ") must be one of " + String.join(", ", names)));
    }

    private Assumptions assumptions() {
        Map<String, String> left = new LinkedHashMap<>(assume);
        Optional<String> type = Optional.ofNullable(left.remove("type"));
        Optional<String> zone = Optional.ofNullable(left.remove("zone"));
        Optional<PurchaseOption> option =
                Optional.ofNullable(left.remove("option")).map(this::option);
        Optional<Instant> joined = Optional.ofNullable(left.remove("joined")).map(this::time);
        if (!left.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--assume (" + left.keySet() + ") must be type, zone, option or joined");
        }
        return new Assumptions(zones, order, type, zone, option, joined);
    }

    private PurchaseOption option(String word) {
        for (PurchaseOption option : PurchaseOption.values()) {
            if (option.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return option;
            }
        }
        throw new ParameterException(
                spec.commandLine(), "option (" + word + ") must be on-demand, spot or subscription");
    }

    private Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), "joined (" + text + ") must be a time such as 2026-01-05T08:00:00Z");
        }
    }

    private static String text(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        CharBuffer buffer = CharBuffer.allocate(1 << 16);
        try (Reader in = Inputs.text(file)) {
            while (in.read(buffer) >= 0) {
                text.append(buffer.flip());
                buffer.clear();
                if (text.length() > MOST_CHARACTERS) {
                    throw Inputs.problem(file, "must have at most " + MOST_CHARACTERS + " characters");
                }
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            throw Inputs.problem(file, "must be UTF-8 text");
        }
        return text.toString();
    }
}
