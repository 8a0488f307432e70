package io.ess4j.sim.scenario;

import static java.util.Objects.requireNonNull;

import io.ess4j.ScalingGroup;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Zone;
import io.ess4j.rule.AlarmTask;
import io.ess4j.sim.cloud.CloudSettings;
import io.ess4j.sim.cloud.PoolModel;
import io.ess4j.sim.control.DailyTask;
import io.ess4j.sim.control.HookAnswers;
import io.ess4j.sim.control.MetricFaults;
import io.ess4j.sim.control.RegularChecks;
import io.ess4j.sim.control.Rival;
import io.ess4j.sim.workload.QueueingService;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What is simulated: a group, the market it buys from, the load it serves, and for how long. Read from a file by
 * {@link ScenarioReader}, run by {@link ScenarioRun}.
 *
 * @param about what it is called
 * @param span when it plays
 * @param seed the seed of all random streams
 * @param groups the groups, which share the stock of the market; at least one, with names that differ
 * @param market what can be bought at the start
 * @param pools how pools behave, by the positions of their offerings in the catalogue; the others never change
 * @param cloud how the provider behaves
 */
public record Scenario(
        About about,
        Span span,
        long seed,
        List<Member> groups,
        Market market,
        Map<Integer, PoolModel> pools,
        CloudSettings cloud) {
    public Scenario {
        groups = List.copyOf(groups);
        pools = Collections.unmodifiableMap(new TreeMap<>(pools));
        List<String> names = groups.stream().map(Member::name).distinct().toList();
        if (groups.isEmpty() || names.size() < groups.size()) {
            throw new IllegalArgumentException("groups must be at least one, with names that differ: " + names);
        }
    }

    /**
     * A group, the load it serves, and what counts as good.
     *
     * @param group the group and what is asked of it at fixed times
     * @param load what is asked of it by its users
     * @param service how it answers
     * @param slo what counts as good
     */
    public record Member(Group group, Demand load, QueueingService.Settings service, Slo slo) {
        /**
         * The name of the group.
         *
         * @return the name in its policies
         */
        public String name() {
            return group.policies().name();
        }
    }

    /**
     * The first group.
     *
     * @return the group
     */
    public Group group() {
        return groups.get(0).group();
    }

    /**
     * The load of the first group.
     *
     * @return the load
     */
    public Demand load() {
        return groups.get(0).load();
    }

    /**
     * The service of the first group.
     *
     * @return the constants of its model
     */
    public QueueingService.Settings service() {
        return groups.get(0).service();
    }

    /**
     * The objective of the first group.
     *
     * @return the objective
     */
    public Slo slo() {
        return groups.get(0).slo();
    }

    /**
     * The zones of all groups.
     *
     * @return each once, in the order of the groups and of their preference
     */
    public List<Zone> zones() {
        return groups.stream()
                .flatMap(m -> m.group().policies().zones().stream())
                .distinct()
                .toList();
    }

    /**
     * The same scenario with other random numbers.
     *
     * @param other the seed
     * @return a changed copy
     */
    public Scenario withSeed(long other) {
        return new Scenario(about, span, other, groups, market, pools, cloud);
    }

    /**
     * What a scenario is called.
     *
     * @param name a title
     * @param description a few sentences, may be empty
     * @param currency the code of its currency, such as {@code CNY}
     * @param prices where the prices come from
     */
    public record About(String name, String description, String currency, String prices) {}

    /**
     * When a scenario plays.
     *
     * @param start its first instant
     * @param zone the time zone of its hours and days
     * @param length how long it lasts, at least one period
     * @param period the metric period, from a second to an hour; decisions are made at its ends
     */
    public record Span(Instant start, ZoneId zone, Duration length, Duration period) {
        public Span {
            requireNonNull(start, "start");
            requireNonNull(zone, "zone");
            if (period.toMillis() < 1_000 || period.toHours() > 1) {
                throw new IllegalArgumentException("period (" + period + ") must be from a second to an hour");
            }
            if (length.compareTo(period) < 0 || length.toDays() > 3660) {
                throw new IllegalArgumentException(
                        "length (" + length + ") must be from one period (" + period + ") to 3660 days");
            }
        }
    }

    /**
     * The group and what is asked of it.
     *
     * @param policies the policies
     * @param desired the desired capacity at the start; absent in a group that is led by its limits alone
     * @param initial what is running at the start
     * @param tasks what is asked at fixed times
     * @param drain how long an instance finishes its work before it is released
     * @param alarms alarm tasks that run its rules
     * @param checks what is asked regularly
     * @param hooks its lifecycle hooks
     * @param metrics what goes wrong with its metrics
     * @param policy what decides in place of its rules
     */
    public record Group(
            ScalingGroup policies,
            OptionalInt desired,
            List<Initial> initial,
            List<DailyTask> tasks,
            Duration drain,
            List<AlarmTask> alarms,
            RegularChecks checks,
            HookAnswers hooks,
            MetricFaults metrics,
            Optional<Rival> policy) {
        public Group {
            initial = List.copyOf(initial);
            tasks = List.copyOf(tasks);
            alarms = List.copyOf(alarms);
        }
    }

    /**
     * Equal instances that run at the start.
     *
     * @param offering what they are
     * @param count how many, 1 or more
     * @param isProtected whether scale-in must leave them alone
     */
    public record Initial(Offering offering, int count, boolean isProtected) {}

    /**
     * What is asked of the group.
     *
     * @param loads the loads, which add up; at least one
     * @param arrivals how expected requests become whole ones
     */
    public record Demand(List<Load> loads, Arrivals arrivals) {
        public Demand {
            loads = List.copyOf(loads);
        }

        /**
         * Where the load comes from.
         *
         * @return such as {@code generated load}, or the traces
         */
        public String source() {
            return String.join(
                    " + ", loads.stream().map(Load::source).distinct().toList());
        }
    }

    /** How expected requests become whole ones. */
    public enum Arrivals {
        /** A Poisson draw for each period, from the stream {@code workload/arrivals}. */
        POISSON,
        /** Without chance, fractions carried over. */
        EVEN
    }
}
