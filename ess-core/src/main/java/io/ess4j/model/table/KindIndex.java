package io.ess4j.model.table;

import java.util.Arrays;

/** Numbers kinds by first appearance while a fleet is built: open addressing over growing arrays. */
final class KindIndex {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int FIRST_CAPACITY = 16;

    private char[] zone = new char[FIRST_CAPACITY];
    private char[] type = new char[FIRST_CAPACITY];
    private int[] source = new int[FIRST_CAPACITY];
    private int[] weight = new int[FIRST_CAPACITY];
    private long[] nanosPerHour = new long[FIRST_CAPACITY];
    private short[] packed = new short[FIRST_CAPACITY];
    private int[] count = new int[FIRST_CAPACITY];
    private int[] slots = new int[4 * FIRST_CAPACITY];
    private int size;

    /** The number of a kind, added if it is new; counts one more of it. */
    int add(char zoneOf, char typeOf, int sourceOf, int weightOf, long price, short flags) {
        int mask = slots.length - 1;
        int slot = (int) (hash(zoneOf, typeOf, sourceOf, weightOf, price, flags) >>> 32) & mask;
        while (slots[slot] != 0) {
            int kind = slots[slot] - 1;
            if (zone[kind] == zoneOf
                    && type[kind] == typeOf
                    && source[kind] == sourceOf
                    && weight[kind] == weightOf
                    && nanosPerHour[kind] == price
                    && packed[kind] == flags) {
                count[kind]++;
                return kind;
            }
            slot = (slot + 1) & mask;
        }
        if (size == zone.length) {
            grow();
            return add(zoneOf, typeOf, sourceOf, weightOf, price, flags);
        }
        zone[size] = zoneOf;
        type[size] = typeOf;
        source[size] = sourceOf;
        weight[size] = weightOf;
        nanosPerHour[size] = price;
        packed[size] = flags;
        count[size] = 1;
        slots[slot] = ++size;
        return size - 1;
    }

    /** Counts one more of a kind that is known. */
    void addAgain(int kind) {
        count[kind]++;
    }

    private static long hash(char zone, char type, int source, int weight, long price, short flags) {
        long hash = ((long) zone << 48 | (long) type << 32 | (source & 0xFFFF_FFFFL)) * SPREAD;
        hash = (hash ^ hash >>> 29 ^ ((long) weight << 16 | (flags & 0xFFFF))) * SPREAD;
        return (hash ^ hash >>> 31 ^ price) * SPREAD;
    }

    private void grow() {
        int capacity = 2 * zone.length;
        zone = Arrays.copyOf(zone, capacity);
        type = Arrays.copyOf(type, capacity);
        source = Arrays.copyOf(source, capacity);
        weight = Arrays.copyOf(weight, capacity);
        nanosPerHour = Arrays.copyOf(nanosPerHour, capacity);
        packed = Arrays.copyOf(packed, capacity);
        count = Arrays.copyOf(count, capacity);
        slots = new int[4 * capacity];
        int mask = slots.length - 1;
        for (int kind = 0; kind < size; kind++) {
            long hash = hash(zone[kind], type[kind], source[kind], weight[kind], nanosPerHour[kind], packed[kind]);
            int slot = (int) (hash >>> 32) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = kind + 1;
        }
    }

    Kinds build() {
        return new Kinds(
                Arrays.copyOf(zone, size),
                Arrays.copyOf(type, size),
                Arrays.copyOf(source, size),
                Arrays.copyOf(weight, size),
                Arrays.copyOf(nanosPerHour, size),
                Arrays.copyOf(packed, size),
                Arrays.copyOf(count, size));
    }
}
