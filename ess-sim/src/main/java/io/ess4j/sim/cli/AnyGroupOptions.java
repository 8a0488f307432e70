package io.ess4j.sim.cli;

import io.ess4j.GroupState;
import io.ess4j.ScalingGroup;
import io.ess4j.Trigger;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Market;
import io.ess4j.schedule.Recurrence;
import io.ess4j.schedule.ScheduledTask;
import io.ess4j.sim.cloud.BootModel;
import io.ess4j.sim.cloudstate.RealGroup;
import io.ess4j.sim.control.DailyTask;
import io.ess4j.sim.scenario.BuiltInScenario;
import io.ess4j.sim.scenario.Overrides;
import io.ess4j.sim.scenario.Scenario;
import io.ess4j.sim.scenario.ScenarioReader;
import io.ess4j.sim.scenario.Setting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** The options that read a group, from a scenario or from a provider's JSON. */
final class AnyGroupOptions extends RealGroupOptions {
    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            converter = ScenarioOptions.ToSetting.class,
            description = "Give a field of the scenario another value, as in: ess run. May be repeated.")
    private List<Setting> settings = new ArrayList<>();

    /** A group, its market, and what is known beyond it. */
    record Subject(
            ScalingGroup policies,
            GroupState state,
            Market market,
            Optional<Duration> boot,
            List<ScheduledTask> tasks,
            Optional<Instant> from,
            List<String> notes) {}

    /** Files that end with {@code .json} are a provider's; anything else is a scenario. */
    Subject subject() throws IOException {
        if (files.stream().anyMatch(f -> f.toString().endsWith(".json"))) {
            RealGroup real = read();
            return new Subject(
                    real.policies(),
                    real.state(),
                    real.market(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    real.notes());
        }
        Overrides overrides = new Overrides(
                OptionalLong.empty(),
                Optional.empty(),
                Optional.ofNullable(prices).map(file -> new Overrides.PriceFile(file, region)),
                settings);
        return of(
                files.isEmpty()
                        ? ScenarioReader.read(BuiltInScenario.ONLINE_EDUCATION, overrides)
                        : ScenarioReader.read(files.get(0), overrides));
    }

    private static Subject of(Scenario scenario) {
        ScalingGroup policies = scenario.group().policies();
        GroupState state = GroupState.of(policies, fleet(scenario));
        return new Subject(
                policies,
                scenario.group().desired().isPresent()
                        ? state.withDesired(scenario.group().desired().getAsInt())
                        : state,
                scenario.market(),
                boot(scenario.cloud().boot()),
                tasks(scenario),
                Optional.of(scenario.span().start()),
                List.of());
    }

    private static Fleet fleet(Scenario scenario) {
        List<Instance> instances = new ArrayList<>();
        for (Scenario.Initial initial : scenario.group().initial()) {
            for (int i = 0; i < initial.count(); i++) {
                instances.add(Instance.builder("initial-" + (instances.size() + 1))
                        .offering(initial.offering())
                        .joinedAt(scenario.span().start())
                        .state(initial.isProtected() ? LifecycleState.PROTECTED : LifecycleState.IN_SERVICE)
                        .build());
            }
        }
        return Fleet.of(instances);
    }

    /** A boot that takes long, but not unusually so; empty for a model that cannot tell. */
    private static Optional<Duration> boot(BootModel model) {
        if (model instanceof BootModel.Fixed fixed) {
            return Optional.of(fixed.time());
        }
        if (model instanceof BootModel.Uniform uniform) {
            return Optional.of(uniform.max());
        }
        return model instanceof BootModel.Lognormal lognormal ? Optional.of(lognormal.p95()) : Optional.empty();
    }

    private static List<ScheduledTask> tasks(Scenario scenario) {
        List<ScheduledTask> tasks = new ArrayList<>();
        Instant created = scenario.span().start();
        for (DailyTask task : scenario.group().tasks()) {
            Instant first = task.next(created, scenario.span().zone()).truncatedTo(ChronoUnit.MINUTES);
            ScheduledTask.Builder builder = ScheduledTask.builder("at " + task.at(), created, first)
                    .recurrence(new Recurrence.Weekly(task.days()))
                    .zone(scenario.span().zone());
            addAction(builder, task.trigger());
            tasks.add(builder.build());
        }
        return tasks;
    }

    private static void addAction(ScheduledTask.Builder task, Trigger trigger) {
        if (trigger instanceof Trigger.Execute execute) {
            task.runs(execute.rule());
        } else if (trigger instanceof Trigger.SetCapacity set) {
            set.min().ifPresent(task::min);
            set.max().ifPresent(task::max);
            set.desired().ifPresent(task::desired);
        } else {
            throw new AssertionError(trigger);
        }
    }
}
