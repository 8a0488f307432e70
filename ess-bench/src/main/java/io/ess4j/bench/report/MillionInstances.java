package io.ess4j.bench.report;

import io.ess4j.bench.Fleets;
import io.ess4j.model.Fleet;

/** Holds a group of a million instances, and tells how much memory that takes with and without the ids. */
final class MillionInstances {
    private static final int SIZE = 1_000_000;
    /** A string of 10 Latin letters: its object and its array. */
    private static final long BYTES_OF_AN_ID = 24 + 32;

    private MillionInstances() {}

    /**
     * Prints two numbers of bytes.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        long before = used();
        Fleet fleet = Fleet.of(Fleets.instances(SIZE, 1));
        long with = used() - before;
        if (fleet.size() != SIZE || fleet.id(0).length() != 10) {
            throw new AssertionError("ids must have ten letters");
        }
        System.out.println(with + " " + (with - SIZE * BYTES_OF_AN_ID));
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
