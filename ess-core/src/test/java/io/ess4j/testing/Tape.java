package io.ess4j.testing;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A random generator that reads its numbers from a list, and gives 0 when that is at its end. A value that is made by
 * drawing from a tape shrinks with the tape: towards fewer and smaller numbers, so towards what the code draws for 0.
 * Worth it where values depend on each other in ways that combined arbitraries say badly.
 *
 * <p>Let the first case of every choice be the simplest one.
 */
public final class Tape implements RandomGenerator {
    private final List<Integer> numbers;
    private int next;

    private Tape(List<Integer> numbers) {
        this.numbers = numbers;
    }

    /** Values that are made by drawing numbers; beyond so many they are 0. */
    public static <T> Arbitrary<T> drawn(int most, Function<Tape, T> maker) {
        return Arbitraries.integers()
                .between(0, Integer.MAX_VALUE)
                .withoutEdgeCases()
                .list()
                .ofSize(most)
                .map(numbers -> maker.apply(new Tape(numbers)));
    }

    @Override
    public long nextLong() {
        return (long) nextNumber() << 32 | nextNumber();
    }

    @Override
    public int nextInt() {
        return nextNumber();
    }

    /** Returns 0 where the tape has ended, so the least value is the simplest. */
    @Override
    public int nextInt(int bound) {
        return nextNumber() % bound;
    }

    @Override
    public int nextInt(int origin, int bound) {
        return origin + nextInt(bound - origin);
    }

    @Override
    public boolean nextBoolean() {
        return nextNumber() % 2 == 1;
    }

    @Override
    public double nextDouble() {
        return nextNumber() / (Integer.MAX_VALUE + 1.0);
    }

    private int nextNumber() {
        return next < numbers.size() ? numbers.get(next++) : 0;
    }
}
