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
import java.util.List;

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

    /**
     * A load with a factor for each day of the week.
     *
     * @param load the load of a day whose factor is 1
     * @param factors one for Monday to Sunday, 0 or more
     */
    record Weekly(Load load, List<Double> factors) implements Load {
        public Weekly {
            factors = List.copyOf(factors);
            if (factors.size() != 7 || factors.stream().anyMatch(f -> !(f >= 0 && f <= 1e6))) {
                throw new IllegalArgumentException("factors " + factors + " must be seven, from 0 to 1e6");
            }
        }

        @Override
        public Workload open(SimClock clock, ZoneId zone, RandomStreams random) {
            Workload inner = load.open(clock, zone, random);
            return (from, to) -> {
                int day = clock.instantAt((from + to) / 2)
                        .atZone(zone)
                        .getDayOfWeek()
                        .ordinal();
                return factors.get(day) * inner.expected(from, to);
            };
        }

        @Override
        public String source() {
            return load.source();
        }
    }

    /**
     * Loads one after the other; the last goes on. Clock time counts for all of them from the start of the run.
     *
     * @param segments at least one
     */
    record Spliced(List<Segment> segments) implements Load {
        /**
         * A load and how long it lasts.
         *
         * @param load the load
         * @param length how long, at least a second
         */
        public record Segment(Load load, Duration length) {
            public Segment {
                if (length.toMillis() < 1_000) {
                    throw new IllegalArgumentException("length (" + length + ") must be at least a second");
                }
            }
        }

        public Spliced {
            segments = List.copyOf(segments);
            if (segments.isEmpty()) {
                throw new IllegalArgumentException("segments must be at least one");
            }
        }

        @Override
        public Workload open(SimClock clock, ZoneId zone, RandomStreams random) {
            List<Workload> loads = segments.stream()
                    .map(s -> s.load().open(clock, zone, random))
                    .toList();
            return (from, to) -> {
                double total = 0;
                long begins = 0;
                for (int i = 0; i < loads.size(); i++) {
                    boolean isLast = i == loads.size() - 1;
                    long ends = isLast
                            ? Long.MAX_VALUE
                            : begins + segments.get(i).length().toMillis();
                    long a = Math.max(from, begins);
                    long b = Math.min(to, ends);
                    total += a < b ? loads.get(i).expected(a, b) : 0;
                    begins = ends;
                }
                return total;
            };
        }

        @Override
        public String source() {
            return String.join(
                    ", then ", segments.stream().map(s -> s.load().source()).toList());
        }
    }
}
