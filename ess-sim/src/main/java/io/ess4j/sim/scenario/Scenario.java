package io.ess4j.sim.scenario;

import static java.util.Objects.requireNonNull;

import io.ess4j.ScalingGroup;
import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.sim.cloud.SimulatedCloud;
import io.ess4j.sim.control.DailyTask;
import io.ess4j.sim.workload.QueueingService;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is simulated: a group, the market it buys from, the load it serves, and for how long. Read from a file by
 * {@link ScenarioReader}, run by {@link ScenarioRun}.
 *
 * @param about what it is called
 * @param span when it plays
 * @param seed the seed of all random streams
 * @param group the group and what is asked of it at fixed times
 * @param market what can be bought at the start
 * @param cloud how the provider behaves
 * @param load what is asked of the group
 * @param service how it answers
 * @param slo what counts as good
 */
public record Scenario(
        About about,
        Span span,
        long seed,
        Group group,
        Market market,
        SimulatedCloud.Settings cloud,
        Demand load,
        QueueingService.Settings service,
        Slo slo) {
    /**
     * The same scenario with other random numbers.
     *
     * @param other the seed
     * @return a changed copy
     */
    public Scenario withSeed(long other) {
        return new Scenario(about, span, other, group, market, cloud, load, service, slo);
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
     * The group and what is asked of it at fixed times.
     *
     * @param policies the policies
     * @param desired the desired capacity at the start; absent in a group that is led by its limits alone
     * @param initial what is running at the start
     * @param tasks what is asked at fixed times
     * @param drain how long an instance finishes its work before it is released
     */
    public record Group(
            ScalingGroup policies, OptionalInt desired, List<Initial> initial, List<DailyTask> tasks, Duration drain) {
        public Group {
            initial = List.copyOf(initial);
            tasks = List.copyOf(tasks);
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
