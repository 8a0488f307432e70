package io.ess4j.sim.kernel;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pending events of a simulation, earliest first; events of equal time leave in the order in which they were added.
 *
 * <p>Monotone: an event may not be added before the time of the last one taken, which is what makes a radix heap
 * possible. Bucket b holds the events whose time differs from the last time taken in bit b - 1 and in none above;
 * bucket 0 holds those of exactly that time, in order of arrival. When bucket 0 runs empty the lowest bucket that is
 * not empty is dealt out again around its minimum. Equal times always share a bucket, and dealing keeps their order,
 * hence the queue is stable without sequence numbers.
 *
 * <p>An event is cancelled by the ticket that {@link #add} returned: slot number and generation. The slot's generation
 * moves on when the event is taken or cancelled, so a ticket can never hit a later event. Cost: amortised O(64) per
 * event in the worst case and a few moves in practice, O(1) per cancellation, no allocation once the arrays have grown.
 * Not safe for use by several threads.
 */
public final class EventQueue {
    private static final int BUCKETS = 64;
    private static final int SLOT_BITS = 32;
    private static final long SLOT_MASK = (1L << SLOT_BITS) - 1;

    /** By bucket: times and tickets in turn. */
    private final long[][] entries = new long[BUCKETS][8];

    /** By bucket: the position behind the last entry. */
    private final int[] sizes = new int[BUCKETS];

    private int head;
    private long last;

    private @Nullable Event[] events = new @Nullable Event[16];
    private int[] generations = new int[16];
    private int[] free = new int[16];
    private int freeCount;
    private int slots;
    /**
     * The slot of the last event taken, or -1. An event that adds itself again finds its own reference there, and
     * nothing has to be stored: the collector tracks every reference stored into a large array.
     */
    private int vacant = -1;

    private int live;
    /** Tickets of cancelled events that still lie in a bucket. */
    private int dead;

    /** Creates an empty queue at time 0. */
    public EventQueue() {}

    /**
     * Adds an event.
     *
     * @param timeMillis when it occurs; not before the time of the last event taken
     * @param event what occurs
     * @return the ticket that cancels it
     * @throws IllegalArgumentException if the time lies before the last event taken
     */
    public long add(long timeMillis, Event event) {
        if (timeMillis < last) {
            throw new IllegalArgumentException(
                    "timeMillis (" + timeMillis + ") must be >= " + last + ", the time of the last event taken");
        }
        requireNonNull(event, "event");
        int slot = vacant;
        if (slot < 0) {
            slot = freeCount > 0 ? free[--freeCount] : newSlot();
            events[slot] = event;
        } else {
            vacant = -1;
            if (events[slot] != event) {
                events[slot] = event;
            }
        }
        long ticket = ((long) generations[slot] << SLOT_BITS) | slot;
        put(timeMillis, ticket);
        live++;
        return ticket;
    }

    /**
     * Takes an event out of the queue before it occurs.
     *
     * @param ticket what {@link #add} returned
     * @return whether the event was still pending
     */
    public boolean cancel(long ticket) {
        int slot = (int) (ticket & SLOT_MASK);
        if (slot < 0 || slot >= slots || !isPending(ticket)) {
            return false;
        }
        generations[slot]++;
        clear(slot);
        live--;
        dead++;
        return true;
    }

    /**
     * The number of pending events.
     *
     * @return the number, cancelled events not counted
     */
    public int size() {
        return live;
    }

    /**
     * The time of the last event taken, 0 before the first.
     *
     * @return milliseconds since the start of the run
     */
    public long now() {
        return last;
    }

    /**
     * Takes the next event whose time is not after a limit, and moves {@link #now()} to its time. With no such event
     * the queue stays as it is, except that time may have moved towards the next event, never past the limit.
     *
     * @param limitMillis the latest time allowed
     * @return the event, or null if none is due
     */
    public @Nullable Event poll(long limitMillis) {
        while (live > 0) {
            if (head == sizes[0] && !refill(limitMillis)) {
                return null;
            }
            long ticket = entries[0][head + 1];
            head += 2;
            if (dead > 0 && !isPending(ticket)) {
                dead--;
                continue;
            }
            if (vacant >= 0) {
                clear(vacant);
            }
            vacant = (int) (ticket & SLOT_MASK);
            generations[vacant] = (int) (ticket >>> SLOT_BITS) + 1;
            live--;
            return events[vacant];
        }
        return null;
    }

    private boolean isPending(long ticket) {
        int slot = (int) (ticket & SLOT_MASK);
        return generations[slot] == (int) (ticket >>> SLOT_BITS) && events[slot] != null && slot != vacant;
    }

    private int newSlot() {
        if (slots == events.length) {
            events = Arrays.copyOf(events, 2 * slots);
            generations = Arrays.copyOf(generations, 2 * slots);
            free = Arrays.copyOf(free, 2 * slots);
        }
        return slots++;
    }

    private void clear(int slot) {
        events[slot] = null;
        free[freeCount++] = slot;
    }

    private void put(long time, long ticket) {
        int b = Long.SIZE - Long.numberOfLeadingZeros(time ^ last);
        int n = sizes[b];
        if (n == entries[b].length) {
            grow(b);
        }
        long[] bucket = entries[b];
        bucket[n] = time;
        bucket[n + 1] = ticket;
        sizes[b] = n + 2;
    }

    /**
     * Takes the smallest array that is larger from a bucket that is empty, if there is one: as time goes on, each
     * bucket in turn holds most of what is pending, and the one before it nothing.
     */
    private void grow(int b) {
        int n = sizes[b];
        int best = -1;
        for (int other = 0; other < BUCKETS; other++) {
            int length = entries[other].length;
            if (sizes[other] == 0 && length > n && (best < 0 || length < entries[best].length)) {
                best = other;
            }
        }
        if (best < 0) {
            entries[b] = Arrays.copyOf(entries[b], 2 * n);
            return;
        }
        long[] larger = entries[best];
        System.arraycopy(entries[b], 0, larger, 0, n);
        entries[best] = entries[b];
        entries[b] = larger;
    }

    /** Deals out the lowest bucket that holds a pending event, unless the earliest lies after the limit. */
    private boolean refill(long limit) {
        sizes[0] = 0;
        head = 0;
        int b = 1;
        while (b < BUCKETS && dropCancelled(b) == 0) {
            b++;
        }
        if (b == BUCKETS) {
            return false;
        }
        long[] bucket = entries[b];
        int n = sizes[b];
        long min = Long.MAX_VALUE;
        for (int i = 0; i < n; i += 2) {
            min = Math.min(min, bucket[i]);
        }
        if (min > limit) {
            return false;
        }
        last = min;
        for (int i = 0; i < n; i += 2) {
            put(bucket[i], bucket[i + 1]);
        }
        // Only now: an empty bucket may have to give its array away.
        sizes[b] = 0;
        return true;
    }

    private int dropCancelled(int b) {
        if (dead == 0) {
            return sizes[b];
        }
        long[] bucket = entries[b];
        int kept = 0;
        for (int i = 0; i < sizes[b]; i += 2) {
            if (isPending(bucket[i + 1])) {
                bucket[kept] = bucket[i];
                bucket[kept + 1] = bucket[i + 1];
                kept += 2;
            }
        }
        dead -= (sizes[b] - kept) / 2;
        sizes[b] = kept;
        return kept;
    }
}
