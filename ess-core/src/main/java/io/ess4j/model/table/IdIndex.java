package io.ess4j.model.table;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A set of ids that numbers them in the order of adding: open addressing over two arrays, several times faster to fill
 * than a hash map of boxed positions. Ids that were made to collide go into a tree, so that nobody can slow it down. It
 * is looked up and never walked.
 */
public final class IdIndex {
    private static final int SPREAD = 0x9E3779B9;
    private static final int MOST_PROBES = 64;

    private final int[] slots;
    private final @Nullable String[] ids;
    private final TreeMap<String, Integer> colliding = new TreeMap<>();
    private final int shift;
    private int size;

    /**
     * Creates an empty set.
     *
     * @param capacity how many ids there may be, at least 0
     */
    public IdIndex(int capacity) {
        int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(Math.max(1, capacity - 1)));
        slots = new int[1 << bits];
        ids = new @Nullable String[Math.max(1, capacity)];
        shift = 32 - bits;
    }

    /**
     * Adds an id.
     *
     * @param id an id
     * @return whether it was new
     */
    public boolean add(String id) {
        int slot = slotOf(id);
        if (slot < 0) {
            boolean isNew = colliding.putIfAbsent(id, size) == null;
            size += isNew ? 1 : 0;
            return isNew;
        }
        if (slots[slot] != 0) {
            return false;
        }
        ids[size] = id;
        slots[slot] = ++size;
        return true;
    }

    /**
     * Looks an id up.
     *
     * @param id an id
     * @return how many others were added before it; -1 if it was not added
     */
    public int find(String id) {
        int slot = slotOf(id);
        return slot < 0 ? colliding.getOrDefault(id, -1) : slots[slot] - 1;
    }

    /** The slot that holds the id or is free for it; -1 if too many others stand in the way. */
    private int slotOf(String id) {
        int mask = slots.length - 1;
        int slot = (id.hashCode() * SPREAD) >>> shift;
        for (int probe = 0; probe < MOST_PROBES; probe++) {
            if (slots[slot] == 0 || id.equals(ids[slots[slot] - 1])) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }
}
