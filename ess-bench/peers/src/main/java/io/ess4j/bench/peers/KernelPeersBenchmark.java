package io.ess4j.bench.peers;

import io.ess4j.sim.kernel.Event;
import io.ess4j.sim.kernel.EventQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import nl.tudelft.simulation.dsol.eventlists.RedBlackTree;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
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
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The hold model of event queues beside SSJ's default list (a splay tree) and DSOL's (a red-black tree): take the next
 * event and add one, exponential distances with a mean of ten seconds.
 *
 * <p>{@code java -cp 'ess-bench/peers/target/*:ess-bench/peers/target/lib/*' io.ess4j.bench.report.Main KernelPeers}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
public class KernelPeersBenchmark {
    private static final int DISTANCES = 1 << 16;
    private static final double MEAN_MILLIS = 10_000;
    private static final int ROUNDS = 20;

    /** How many events are pending. */
    @Param({"1000", "100000", "1000000"})
    public int pending;

    private final int[] distance = new int[DISTANCES];
    private int next;
    private EventQueue queue = new EventQueue();
    private EventList splayTree = new SplayTree();
    private RedBlackTree<Long> redBlackTree = new RedBlackTree<>();
    private static final Event EVENT = now -> {};

    /** An event of SSJ that does nothing. */
    private static final class Idle extends umontreal.ssj.simevents.Event {
        Idle(Simulator simulator) {
            super(simulator);
        }

        /** What the simulator does when it schedules an event. */
        void at(double time) {
            eventTime = time;
        }

        @Override
        public void actions() {}
    }

    /** Fills the three queues, and checks that they bring the same times. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < DISTANCES; i++) {
            distance[i] = (int) (-MEAN_MILLIS * Math.log(1 - random.nextDouble()));
        }
        fill();
        long[] times = new long[1000];
        for (int i = 0; i < times.length; i++) {
            times[i] = ess4j();
        }
        fill();
        for (long time : times) {
            if ((long) ssj() != time) {
                throw new AssertionError("SSJ must bring the same times");
            }
        }
        fill();
        for (long time : times) {
            if (dsol() != time) {
                throw new AssertionError("DSOL must bring the same times");
            }
        }
        fill();
        for (int i = 0; i < ROUNDS * pending; i++) {
            ess4j(); // until its arrays have the length that they keep; the trees have none
        }
        next = 0;
    }

    private void fill() {
        Simulator simulator = new Simulator();
        queue = new EventQueue();
        splayTree = new SplayTree();
        redBlackTree = new RedBlackTree<>();
        next = 0;
        for (int i = 0; i < pending; i++) {
            int time = following();
            queue.add(time, EVENT);
            Idle event = new Idle(simulator);
            event.at(time);
            splayTree.add(event);
            redBlackTree.add(new PlainEvent(time));
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
    public long ess4j() {
        Event event = queue.poll(Long.MAX_VALUE);
        long now = queue.now();
        queue.add(now + following(), event == null ? EVENT : event);
        return now;
    }

    /**
     * SSJ's default event list.
     *
     * @return the time of the event
     */
    @Benchmark
    public double ssj() {
        Idle event = (Idle) splayTree.removeFirst();
        double now = event.time();
        event.at(now + following());
        splayTree.add(event);
        return now;
    }

    /**
     * DSOL's event list.
     *
     * @return the time of the event
     */
    @Benchmark
    public long dsol() {
        SimEventInterface<Long> event = redBlackTree.removeFirst();
        long now = event.getAbsoluteExecutionTime();
        redBlackTree.add(new PlainEvent(now + following()));
        return now;
    }
}
