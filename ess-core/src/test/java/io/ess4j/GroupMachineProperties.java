package io.ess4j;

import io.ess4j.testing.Tape;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A group as a state machine against its books; {@code -Dess.fuzz.steps=5000000} runs it for longer. */
class GroupMachineProperties {
    private static final long STEPS_OF_ONE_GROUP = 2000;

    @Provide
    Arbitrary<Tape> lives() {
        return Tape.drawn(1500, tape -> tape);
    }

    @Property(tries = 60)
    void theBooksAreAlwaysRight(@ForAll("lives") Tape life, @ForAll @IntRange(min = 1, max = 300) int steps) {
        new GroupMachine(life).run(steps);
    }

    @Example
    void theBooksAreRightAfterManySteps() {
        long left = Long.getLong("ess.fuzz.steps", 200_000);
        SplittableRandom seeds = new SplittableRandom(Long.getLong("ess.fuzz.seed", 1));
        while (left > 0) {
            long seed = seeds.nextLong();
            try {
                new GroupMachine(new SplittableRandom(seed)).run(Math.min(left, STEPS_OF_ONE_GROUP));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("group of seed " + seed, e);
            }
            left -= STEPS_OF_ONE_GROUP;
        }
    }
}
