package io.ess4j.examples;

// example begins
import io.ess4j.balance.ZoneBalancer;
import java.util.Arrays;

public interface BalanceExample {
    static void main(String[] args) {
        int[] counts = {5, 1, 2};
        int[] room = {10, 10, 1};

        // Zone 3 can take one only. Zone 2 rises to the level of zone 1, and what is left goes to the first of them.
        System.out.println(Arrays.toString(ZoneBalancer.additions(counts, room, 6)));
        System.out.println(Arrays.toString(ZoneBalancer.removals(counts, new int[3], 4)));
    }
}
// example ends
