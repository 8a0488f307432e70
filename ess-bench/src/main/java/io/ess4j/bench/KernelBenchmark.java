package io.ess4j.bench;

import io.ess4j.sim.kernel.Event;
import io.ess4j.sim.kernel.EventQueue;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The hold model of event queues: take the next event and add one, with so many pending all the time; distances are
 * exponential with a mean of ten seconds. Beside the simulator's queue a {@link PriorityQueue} of records with a serial
 * number, which is what keeps equal times in order.
 *
 * <pre>{@code java -jar ess-bench/target/benchmarks.jar KernelBenchmark -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
public class KernelBenchmark {
    private static final int DISTANCES = 1 << 16;
    private static final double MEAN_MILLIS = 10_000;
    private static final int CHECKED = 100_000;
    private static final int ROUNDS = 20;

    /** How many events are pending. */
    @Param({"1000", "100000", "1000000"})
    public int pending;

    private final int[] distance = new int[DISTANCES];
    private int next;
    private EventQueue queue = new EventQueue();
    private PriorityQueue<Pending> heap = new PriorityQueue<>();
    private long serial;
    private static final Event EVENT = now -> {};

    private record Pending(long time, long serial, Event event) implements Comparable<Pending> {
        @Override
        public int compareTo(Pending other) {
            int c = Long.compare(time, other.time);
            return c != 0 ? c : Long.compare(serial, other.serial);
        }
    }

    /** Fills both queues, and checks that they bring the same times. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < DISTANCES; i++) {
            distance[i] = (int) (-MEAN_MILLIS * Math.log(1 - random.nextDouble()));
        }
        fill();
        long[] times = new long[CHECKED];
        for (int i = 0; i < CHECKED; i++) {
            times[i] = hold();
        }
        fill();
        for (int i = 0; i < CHECKED; i++) {
            if (holdPriorityQueue() != times[i]) {
                throw new AssertionError("the queues must bring the same times");
            }
        }
        fill();
        for (int i = 0; i < ROUNDS * pending; i++) {
            hold(); // until the arrays have the length that they keep
        }
    }

    private void fill() {
        next = 0;
        serial = 0;
        queue = new EventQueue();
        heap = new PriorityQueue<>();
        for (int i = 0; i < pending; i++) {
            int time = following();
            queue.add(time, EVENT);
            heap.add(new Pending(time, serial++, EVENT));
        }
        next = 0;
    }

    private int following() {
        next = (next + 1) & (DISTANCES - 1);
        return distance[next];
    }

    /**
     * The simulator's queue.
     *
     * @return the time of the event
     */
    @Benchmark
    public long hold() {
        Event event = queue.poll(Long.MAX_VALUE);
        long now = queue.now();
        queue.add(now + following(), event == null ? EVENT : event);
        return now;
    }

    /**
     * A heap of records.
     *
     * @return the time of the event
     */
    @Benchmark
    public long holdPriorityQueue() {
        Pending first = heap.remove();
        heap.add(new Pending(first.time() + following(), serial++, first.event()));
        return first.time();
    }
}
