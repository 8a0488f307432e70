package io.ess4j.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.naming.HostNamePattern.AutoIncrement;
import io.ess4j.naming.HostNamePattern.Extended;
import io.ess4j.naming.HostNamePattern.Fixed;
import io.ess4j.naming.HostNamePattern.Ordered;
import io.ess4j.testing.Tape;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Host names against a slow oracle, and what must hold for every pattern. */
class HostNameProperties {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @Property
    void printsAsTextThatParsesToTheSamePattern(@ForAll("patterns") HostNamePattern pattern) {
        assertThat(HostNamePattern.parse(pattern.toString())).isEqualTo(pattern);
    }

    @Property
    void givesTheNamesOfTheOracle(
            @ForAll("numbered") HostNamePattern pattern,
            @ForAll("tapes") Tape random,
            @ForAll @IntRange(max = 400) int count) {
        var oracle = new SlowHostNames(pattern);
        long mark = mark(random, oracle);
        var sequence = mark < 0 ? HostNameSequence.of(pattern) : HostNameSequence.of(pattern, mark);

        HostNames batch = sequence.next(count);

        List<String> expected = oracle.next(mark, count);
        assertThat(batch.names()).isEqualTo(expected);
        assertThat(batch.shortfall()).isEqualTo(count - expected.size());
        assertThat(batch.reason().isPresent()).isEqualTo(batch.shortfall() > 0);
    }

    @Property
    void raisesTheMarkToTheGreatestNumberOfTheOracle(
            @ForAll("numbered") HostNamePattern pattern, @ForAll("tapes") Tape random) {
        var oracle = new SlowHostNames(pattern);
        long mark = mark(random, oracle);
        var sequence = mark < 0 ? HostNameSequence.of(pattern) : HostNameSequence.of(pattern, mark);
        List<String> existing = existing(random, oracle);

        long expected =
                Math.max(mark, existing.stream().mapToLong(oracle::read).max().orElse(-1));

        assertThat(sequence.observe(existing).highWaterMark().orElse(-1)).isEqualTo(expected);
        Collections.shuffle(existing, new Random(random.nextInt()));
        assertThat(sequence.observe(existing).highWaterMark().orElse(-1)).isEqualTo(expected);
    }

    @Property(tries = 30)
    void givesEveryNameOnceAndInOrderUntilTheEnd(
            @ForAll("small") HostNamePattern pattern, @ForAll("tapes") Tape random) {
        var oracle = new SlowHostNames(pattern);
        var sequence = HostNameSequence.of(pattern);
        long last = -1;
        HostNames batch;
        do {
            batch = sequence.next(1 + random.nextInt(40));
            for (String name : batch.names()) {
                long ordinal = oracle.read(name);
                if (ordinal <= last) {
                    throw new AssertionError(name + " after " + last);
                }
                last = ordinal;
            }
            sequence = batch.after();
        } while (batch.shortfall() == 0);

        assertThat(oracle.name(BigInteger.valueOf(last)))
                .isEqualTo(oracle.name(oracle.size().subtract(BigInteger.ONE)));
        assertThat(sequence.next(1).names()).isEmpty();
    }

    @Property
    void namesTwoBatchesOfOnePrefixAsOne(
            @ForAll("increments") HostNamePattern pattern,
            @ForAll @IntRange(max = 50) int first,
            @ForAll @IntRange(max = 50) int second) {
        var sequence = HostNameSequence.of(pattern);

        HostNames one = sequence.next(first);
        HostNames two = one.after().next(second);
        HostNames both = sequence.next(first + second);

        var names = new ArrayList<>(one.names());
        names.addAll(two.names());
        assertThat(names).isEqualTo(both.names());
        assertThat(one.shortfall() + two.shortfall()).isEqualTo(both.shortfall());
        assertThat(two.after()).isEqualTo(both.after());
    }

    @Property
    void neverGivesANameThatExists(@ForAll("numbered") HostNamePattern pattern, @ForAll("tapes") Tape random) {
        List<String> existing = existing(random, new SlowHostNames(pattern));

        HostNames batch = HostNameSequence.of(pattern).observe(existing).next(50);

        assertThat(Collections.disjoint(batch.names(), existing)).isTrue();
    }

    @Property(tries = 150)
    void neverGivesANameAgainWhenTheDigitsOrTheKindChange(
            @ForAll("small") HostNamePattern before,
            @ForAll("small") HostNamePattern shape,
            @ForAll("tapes") Tape random) {
        HostNamePattern after = like(shape, before);
        var oracle = new SlowHostNames(before);
        long mark = random.nextInt(oracle.size().intValueExact());
        Set<String> given = new HashSet<>(
                HostNameSequence.of(zero(before)).next((int) mark + 1).names());

        HostNames batch = HostNameSequence.of(before, mark).withPattern(after).next(700);

        assertThat(Collections.disjoint(batch.names(), given)).isTrue();
    }

    @Property(tries = 200)
    void forecastsWhatASimulationFinds(
            @ForAll("small") HostNamePattern pattern,
            @ForAll @IntRange(min = 1, max = 40) int batch,
            @ForAll boolean begun,
            @ForAll("tapes") Tape random) {
        var sequence = begun
                ? HostNameSequence.of(
                        pattern,
                        random.nextInt(new SlowHostNames(pattern).size().intValueExact()))
                : HostNameSequence.of(pattern);
        var every = Duration.ofHours(6);

        HostNameForecast forecast = sequence.forecast(batch, every, NOW).orElseThrow();

        long names = 0;
        long full = 0;
        HostNames next = sequence.next(batch);
        while (next.shortfall() == 0) {
            full++;
            names += batch;
            next = next.after().next(batch);
        }
        names += next.names().size();
        assertThat(forecast).isEqualTo(new HostNameForecast(names, full, NOW.plus(every.multipliedBy(full + 1))));
    }

    @Property
    void acceptsTheNamesThatTheRulesDescribe(@ForAll("candidates") String name) {
        assertThat(HostNameRules.WINDOWS.problems(name).isEmpty())
                .isEqualTo(name.matches("(?=.{2,15}$)(?![0-9]+$)[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*"));
        assertThat(HostNameRules.OTHER.problems(name).isEmpty())
                .isEqualTo(name.matches("(?=.{2,64}$)[a-zA-Z0-9]+([-.][a-zA-Z0-9]+)*"));
    }

    @Property
    void acceptsEveryNameOfAPatternOrNone(@ForAll("numbered") HostNamePattern pattern, @ForAll("tapes") Tape random) {
        var oracle = new SlowHostNames(pattern);
        long any = Math.max(0, mark(random, oracle));
        String name = oracle.name(BigInteger.valueOf(Math.min(any, oracle.size().longValueExact() - 1)));

        for (HostNameRules rules : HostNameRules.values()) {
            assertThat(rules.problems(pattern)).containsAll(rules.problems(name));
        }
    }

    @Provide
    Arbitrary<Tape> tapes() {
        return Tape.drawn(200, tape -> tape);
    }

    @Provide
    Arbitrary<HostNamePattern> patterns() {
        Arbitrary<HostNamePattern> fixed = literal(1, 64).map(Fixed::new);
        Arbitrary<HostNamePattern> ordered = Combinators.combine(literal(1, 20), digits(6), literal(0, 20), number())
                .as((p, d, s, n) -> new Ordered(p, n % Numbering.power(10, d), d, s));
        return Arbitraries.oneOf(fixed, ordered, numbered());
    }

    @Provide
    Arbitrary<HostNamePattern> numbered() {
        return Arbitraries.oneOf(increments(), extended(3, 6));
    }

    @Provide
    Arbitrary<HostNamePattern> small() {
        return Arbitraries.oneOf(
                increments().filter(p -> Numbering.of(p).digits() <= 3), extended(1, 2), extended(2, 1));
    }

    @Provide
    Arbitrary<HostNamePattern> increments() {
        return Combinators.combine(literal(1, 10), digits(6), literal(0, 10), number())
                .as((p, d, s, n) -> new AutoIncrement(p, n % Numbering.power(10, d), d, s));
    }

    @Provide
    Arbitrary<String> candidates() {
        return Arbitraries.strings().withChars("aZ09-._ é").ofMaxLength(70);
    }

    private static Arbitrary<HostNamePattern> extended(int maxExtension, int maxDigits) {
        return Combinators.combine(
                        literal(1, 10), digits(maxExtension), digits(maxDigits), literal(0, 10), number(), number())
                .as((p, e, d, s, x, n) ->
                        new Extended(p, x % Numbering.power(62, e), e, n % Numbering.power(10, d), d, s));
    }

    private static Arbitrary<String> literal(int min, int max) {
        return Arbitraries.strings().withChars("ab-.019Z").ofMinLength(min).ofMaxLength(max);
    }

    private static Arbitrary<Integer> digits(int max) {
        return Arbitraries.integers().between(1, max);
    }

    private static Arbitrary<Integer> number() {
        return Arbitraries.integers().between(0, Integer.MAX_VALUE);
    }

    /** A mark near an edge as often as anywhere, or none. */
    private static long mark(Tape random, SlowHostNames names) {
        long size = names.size().longValueExact();
        long block = BigInteger.TEN.pow(names.digits).longValueExact();
        long any = (long) (random.nextDouble() * size);
        return switch (random.nextInt(4)) {
            case 0 -> -1;
            case 1 -> Math.max(0, size - 1 - random.nextInt(600));
            case 2 -> Math.min(size - 1, any / block * block + Math.max(0, block - 1 - random.nextInt(20)));
            default -> Math.min(size - 1, any);
        };
    }

    /** Names of the pattern, names with other digits or another suffix, and strangers. */
    private static List<String> existing(Tape random, SlowHostNames names) {
        var existing = new ArrayList<String>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            long ordinal = (long) (random.nextDouble() * names.size().longValueExact());
            String name = names.name(BigInteger.valueOf(ordinal));
            String number = "0123456789aZ";
            var other = new StringBuilder(names.prefix);
            for (int d = random.nextInt(9); d > 0; d--) {
                other.append(number.charAt(random.nextInt(random.nextInt(4) == 0 ? 12 : 10)));
            }
            existing.add(
                    switch (random.nextInt(5)) {
                        case 0 -> other.toString();
                        case 1 -> other + names.suffix;
                        case 2 -> other + "-old";
                        case 3 -> "x" + name;
                        default -> name;
                    });
        }
        return existing;
    }

    /** The kind and the digits of one pattern with prefix and suffix of another. */
    private static HostNamePattern like(HostNamePattern shape, HostNamePattern names) {
        if (shape instanceof Extended e) {
            return new Extended(
                    names.prefix(), e.extensionBegin(), e.extensionDigits(), e.begin(), e.digits(), names.suffix());
        }
        var a = (AutoIncrement) shape;
        return new AutoIncrement(names.prefix(), a.begin(), a.digits(), names.suffix());
    }

    private static HostNamePattern zero(HostNamePattern pattern) {
        if (pattern instanceof Extended e) {
            return new Extended(e.prefix(), 0, e.extensionDigits(), 0, e.digits(), e.suffix());
        }
        var a = (AutoIncrement) pattern;
        return new AutoIncrement(a.prefix(), 0, a.digits(), a.suffix());
    }
}
