package io.ess4j.examples;

// example begins
import io.ess4j.capacity.*;
import java.util.Arrays;

public interface CapacityExample {
    static void main(String[] args) {
        // Ten units from three types: price in cents, weight, stock.
        var problem = CoverProblem.of(new long[] {18, 34, 64}, new int[] {2, 4, 8}, new int[] {9, 9, 9}, 10);
        var best = ExactCover.solve(problem);
        System.out.println(Arrays.toString(best.counts()) + " for " + best.cost() + ", proven: " + best.isProven());

        var scarce = CoverProblem.of(new long[] {18, 64}, new int[] {2, 8}, new int[] {1, 0}, 10);
        System.out.println("short of " + ExactCover.solve(scarce).shortfall());
    }
}
// example ends
