package io.ess4j.sim.scenario;

import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.kernel.RandomStreams;
import io.ess4j.sim.kernel.SimClock;
import io.ess4j.sim.workload.Bursts;
import io.ess4j.sim.workload.DailyLoad;
import io.ess4j.sim.workload.Trace;
import io.ess4j.sim.workload.Workload;
import java.time.Duration;
import java.time.ZoneId;

/** A load as a scenario describes it; opened anew for each run, because a load may keep a position. */
public sealed interface Load {
    /**
     * Starts the load.
     *
     * @param clock where in time the run lies
     * @param zone the scenario's time zone
     * @param random the random streams of the run
     * @return the load from its beginning
     */
    Workload open(SimClock clock, ZoneId zone, RandomStreams random);

    /**
     * Where the numbers come from, in a few words.
     *
     * @return such as {@code generated} or {@code trace elb.csv x 100}
     */
    String source();

    /**
     * The same rate all the time.
     *
     * @param perSecond requests a second, 0 to 1e9
     */
    record Constant(double perSecond) implements Load {
        @Override
        public Workload open(SimClock clock, ZoneId zone, RandomStreams random) {
            return (from, to) -> perSecond * (to - from) / 1000;
        }

        @Override
        public String source() {
            return "generated";
        }
    }

    /**
     * A peak every day.
     *
     * @param shape the form of a day
     */
    record Daily(DailyLoad.Shape shape) implements Load {
        @Override
        public Workload open(SimClock clock, ZoneId zone, RandomStreams random) {
            return new DailyLoad(shape, clock, zone);
        }

        @Override
        public String source() {
            return "generated";
        }
    }

    /**
     * Sudden extra load at random times; the random stream is {@code workload/} and the name.
     *
     * @param name tells two such loads of a scenario apart
     * @param perDay bursts a day on average
     * @param extraPerSecond requests a second at the beginning of a burst
     * @param length how long a burst lasts
     */
    record RandomBursts(String name, double perDay, double extraPerSecond, Duration length) implements Load {
        @Override
        public Workload open(SimClock clock, ZoneId zone, RandomStreams random) {
            return new Bursts(perDay, extraPerSecond, length, random.stream("workload/" + name));
        }

        @Override
        public String source() {
            return "generated";
        }
    }

    /**
     * A recorded load.
     *
     * @param name the file's name without folders
     * @param trace the values
     * @param unit what they count
     * @param scale what they are multiplied by
     */
    record Recorded(String name, Trace trace, Trace.Unit unit, double scale) implements Load {
        @Override
        public Workload open(SimClock clock, ZoneId zone, RandomStreams random) {
            return trace.load(unit, scale);
        }

        @Override
        public String source() {
            String times = scale == 1 ? "" : " x " + Decimals.plain(scale);
            return "trace " + name + times;
        }
    }
}
