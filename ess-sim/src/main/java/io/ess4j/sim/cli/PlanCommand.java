package io.ess4j.sim.cli;

import io.ess4j.Autoscaler;
import io.ess4j.GroupState;
import io.ess4j.ScalingPlan;
import io.ess4j.Trigger;
import io.ess4j.model.Instance;
import io.ess4j.placement.Launch;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.SimpleRule;
import io.ess4j.rule.StepRule;
import io.ess4j.sim.cloudstate.RealGroup;
import io.ess4j.sim.input.Decimals;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/** {@code ess plan}: one decision for a real group. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Says what a real group would do now, and why. Nothing is changed anywhere: the group is read from the JSON "
                    + "that its provider's command line prints.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The decision was made, whatever it is.",
            "2:The input or the command line is wrong, or something is missing; it is said how to give it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aliyun ess DescribeScalingGroups > group.json",
            "  aliyun ess DescribeScalingInstances > instances.json",
            "  aliyun ess DescribeScalingConfigurations > configurations.json",
            "  ess plan group.json instances.json configurations.json \\",
            "           --prices alibaba_ondemand.csv --region cn-hangzhou --what-if max=5",
            "  ess plan asg.json instances.json spot.json --prices aws_ondemand_linux.csv \\",
            "           --region us-east-1 --what-if desired=12"
        })
final class PlanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RealGroupOptions options = new RealGroupOptions();

    @Option(
            names = "--what-if",
            paramLabel = "FIELD=VALUE",
            description = "Ask something else than what happens by itself: desired=N, min=N, max=N; rule=NAME, with "
                    + "metric=VALUE for a rule that follows one, and threshold=VALUE for one of steps; remove=ID,ID; spot-notice=ID,ID; rebalance=now; "
                    + "health=now. Those of capacity go together.")
    private Map<String, String> whatIf = new LinkedHashMap<>();

    @Option(
            names = "--cooling-down-until",
            paramLabel = "TIME",
            description = "The end of the group's cooldown, if it cools down.")
    private @Nullable String cooldown;

    @Option(names = "--now", paramLabel = "TIME", description = "The time of the decision. Default: the present.")
    private @Nullable String now;

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        RealGroup group = options.read();
        GroupState state = group.state();
        if (cooldown != null) {
            state = new GroupState(
                    state.fleet(),
                    state.limits(),
                    state.desired(),
                    Optional.of(Inputs.time(spec, "--cooling-down-until", cooldown)),
                    state.running(),
                    state.hostNames(),
                    state.status(),
                    state.suspension(),
                    state.stopPool());
        }
        Instant at = now == null ? Instant.now() : Inputs.time(spec, "--now", now);
        ScalingPlan plan;
        try {
            plan = new Autoscaler(group.policies(), group.market().catalog())
                    .plan(state, group.market(), trigger(group), at);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOut.print(out, generator -> write(generator, plan, group));
        } else {
            print(out, plan, group);
        }
        out.flush();
        return Main.OK;
    }

    private Trigger trigger(RealGroup group) {
        Map<String, String> asked = new LinkedHashMap<>(whatIf);
        if (asked.isEmpty()) {
            return Trigger.check();
        }
        OptionalInt desired = number(asked.remove("desired"));
        OptionalInt min = number(asked.remove("min"));
        OptionalInt max = number(asked.remove("max"));
        boolean capacity = desired.isPresent() || min.isPresent() || max.isPresent();
        if (capacity && asked.isEmpty()) {
            return new Trigger.SetCapacity(min, max, desired);
        }
        String rule = asked.remove("rule");
        String metric = asked.remove("metric");
        String threshold = asked.remove("threshold");
        if (!capacity && asked.isEmpty() && rule != null) {
            return rule(group, rule, metric, threshold);
        }
        if (!capacity && asked.size() == 1 && rule == null && metric == null && threshold == null) {
            Map.Entry<String, String> only = asked.entrySet().iterator().next();
            List<String> ids = List.of(only.getValue().split(",", -1));
            Trigger trigger = switch (only.getKey()) {
                case "remove" -> Trigger.remove(ids.toArray(String[]::new));
                case "spot-notice" -> new Trigger.SpotNotice(ids);
                case "rebalance" -> Trigger.rebalance();
                case "health" -> Trigger.healthCheck();
                default -> null;
            };
            if (trigger != null) {
                return trigger;
            }
        }
        throw new ParameterException(
                spec.commandLine(),
                "--what-if must be desired, min, max; or rule with metric; or one of remove, spot-notice, rebalance, health");
    }

    private Trigger rule(RealGroup group, String rule, @Nullable String metric, @Nullable String threshold) {
        ScalingRule known = group.policies().rule(rule);
        if (metric == null) {
            if (!(known instanceof SimpleRule)) {
                throw new ParameterException(
                        spec.commandLine(), "rule " + rule + " follows a metric; add --what-if metric=VALUE");
            }
            return Trigger.execute(rule);
        }
        if (known instanceof StepRule && threshold == null) {
            throw new ParameterException(
                    spec.commandLine(), "rule " + rule + " has steps above a threshold; add --what-if threshold=VALUE");
        }
        return new Trigger.Alarm(
                rule,
                OptionalDouble.of(decimal("metric", metric)),
                threshold == null ? OptionalDouble.empty() : OptionalDouble.of(decimal("threshold", threshold)));
    }

    private double decimal(String name, String text) {
        double value = Decimals.parse(text);
        if (!(value >= 0 && value <= 1e12)) {
            throw new ParameterException(spec.commandLine(), name + " (" + text + ") must be a number, 0 or more");
        }
        return value;
    }

    private OptionalInt number(@Nullable String text) {
        if (text == null) {
            return OptionalInt.empty();
        }
        double value = Decimals.parse(text);
        if (!(value >= 0 && value <= 1_000_000 && value == Math.rint(value))) {
            throw new ParameterException(
                    spec.commandLine(), "--what-if (" + text + ") must be a whole number from 0 to 1000000");
        }
        return OptionalInt.of((int) value);
    }

    private static void print(PrintWriter out, ScalingPlan plan, RealGroup group) {
        GroupState state = plan.before();
        out.print("\n" + group.policies().name() + ": " + state.fleet().size() + " instances, "
                + state.fleet().capacity() + " units; limits " + state.limits()
                + (state.desired().isPresent() ? ", desired " + state.desired().getAsInt() : ", no desired capacity")
                + "; " + state.status().name().toLowerCase(Locale.ROOT) + "\n\n");
        plan.explain().lines().forEach(line -> out.print("  " + line + "\n"));
        if (!plan.changesInstances()) {
            out.print("  no instance comes or goes\n");
        }
        if (!group.notes().isEmpty()) {
            out.print("\n  Note:\n");
            group.notes().forEach(note -> out.print("  - " + note + "\n"));
        }
        out.print("\n");
    }

    private static void write(JsonGenerator json, ScalingPlan plan, RealGroup group) {
        json.writeStartObject();
        json.writeStringProperty("group", plan.group().name());
        json.writeStringProperty("at", plan.at().toString());
        json.writeStringProperty("decision", plan.decision().getClass().getSimpleName());
        json.writeBooleanProperty("changesInstances", plan.changesInstances());
        json.writeNumberProperty("min", plan.limits().min());
        json.writeNumberProperty("max", plan.limits().max());
        plan.desired().ifPresent(d -> json.writeNumberProperty("desired", d));
        json.writeNumberProperty("capacityBefore", plan.before().fleet().capacity());
        json.writeNumberProperty("shortfall", plan.shortfall());
        json.writeArrayPropertyStart("launches");
        for (Launch launch : plan.launches()) {
            json.writeStartObject();
            json.writeNumberProperty("count", launch.count());
            json.writeStringProperty("type", launch.offering().type().name());
            json.writeStringProperty("zone", launch.offering().zone().id());
            json.writeStringProperty(
                    "option", launch.offering().purchaseOption().name());
            json.writeStringProperty("price", launch.offering().price().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "starts", plan.starts());
        texts(json, "removals", plan.removals().stream().map(Instance::id).toList());
        texts(json, "explanation", plan.explain().lines().map(String::strip).toList());
        texts(json, "notes", new ArrayList<>(group.notes()));
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
