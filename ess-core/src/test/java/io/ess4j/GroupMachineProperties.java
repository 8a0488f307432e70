package io.ess4j;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A group as a state machine against its books; {@code -Dess.fuzz.steps=5000000} runs it for longer. */
class GroupMachineProperties {
    private static final long STEPS_OF_ONE_GROUP = 2000;

    @Property(tries = 60)
    void theBooksAreAlwaysRight(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int steps) {
        new GroupMachine(seed).run(steps);
    }

    @Example
    void theBooksAreRightAfterManySteps() {
        long left = Long.getLong("ess.fuzz.steps", 200_000);
        SplittableRandom seeds = new SplittableRandom(Long.getLong("ess.fuzz.seed", 1));
        while (left > 0) {
            long seed = seeds.nextLong();
            try {
                new GroupMachine(seed).run(Math.min(left, STEPS_OF_ONE_GROUP));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("group of seed " + seed, e);
            }
            left -= STEPS_OF_ONE_GROUP;
        }
    }
}
