package io.ess4j.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.ess4j.naming.HostNamePattern.AutoIncrement;
import io.ess4j.naming.HostNamePattern.Extended;
import io.ess4j.naming.HostNamePattern.Fixed;
import io.ess4j.naming.HostNamePattern.Ordered;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no pattern, names that are no names, numbers out of range. */
class HostNameAdversarialTest {
    @ParameterizedTest(name = "<{0}> stops at {1}: {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    "";0;a host name
                    " ";0;a letter, a digit, '-' or '.', '(' or '['
                    [0,3];0;a prefix
                    (AUTO_INCREMENT)[0,3];0;a prefix
                    a[;2;a decimal digit, ',' or ']'
                    a[0;3;a decimal digit or ','
                    a[0];3;a decimal digit or ','
                    a[0,;4;']'
                    a[0,3;5;']'
                    a[0,0];4;a width in 1..6 or ']'
                    a[0,7];4;a width in 1..6 or ']'
                    a[0,33];5;']'
                    a[0,-1];4;a width in 1..6 or ']'
                    a[-1,3];2;a decimal digit, ',' or ']'
                    a[1000000,6];8;a beginning in 0..999999
                    a[99999999999999999999999,6];8;a beginning in 0..999999
                    a[0, 3];4;a width in 1..6 or ']'
                    a[ 0,3];2;a decimal digit, ',' or ']'
                    "a[0,3] ";6;a letter, a digit, '-' or '.' or the end
                    a[0,3]];6;a letter, a digit, '-' or '.' or the end
                    a[0,3][0,3];6;a letter, a digit, '-' or '.' or the end
                    a];1;a letter, a digit, '-' or '.', '(' or '['
                    a(;2;a digit 0-9, a-z or A-Z, ',' or ')'
                    a(0;3;a digit 0-9, a-z or A-Z or ','
                    a();3;'['
                    a(0,1);6;'['
                    a(0,1) [0,1];6;'['
                    a(0, 1)[0,1];4;a width in 1..3 or ')'
                    a(0,4)[0,1];4;a width in 1..3 or ')'
                    a(0,1)[0,1;10;']'
                    a(ZZZZ,3)[0,1];5;AUTO_INCREMENT or an extension in 0..ZZZ
                    a(AUTO_INCREMENT;16;')'
                    a(AUTO_INCREMENT);17;'['
                    a(AUTO_INCREMENT,3)[0,3];16;')'
                    a(AUTO_INCREMENTS)[0,3];16;')'
                    a(auto_increment)[0,3];5;AUTO_INCREMENT or an extension in 0..ZZZ
                    a_b;1;a letter, a digit, '-' or '.', '(' or '['
                    a[0,3]_;6;a letter, a digit, '-' or '.' or the end
                    """)
    void saysWhereAndWhatWasExpected(String text, int index, String expected) {
        assertThatExceptionOfType(HostNameFormatException.class)
                .isThrownBy(() -> HostNamePattern.parse(text == null ? "" : text))
                .satisfies(e -> assertThat(e.index()).isEqualTo(index))
                .satisfies(e -> assertThat(e.text()).isEqualTo(text == null ? "" : text))
                .withMessageContaining("expected " + expected + " at index " + index);
    }

    @Test
    void showsForeignCharactersByTheirCode() {
        assertThatExceptionOfType(HostNameFormatException.class)
                .isThrownBy(() -> HostNamePattern.parse("web-\u4f38\n(0,1)[0,1]"))
                .withMessage(
                        "host name pattern (web-\\u4f38\\u000a(0,1)[0,1]) expected a letter, a digit, '-' or '.', '('"
                                + " or '[' at index 4, but found '\\u4f38'");
    }

    /** Digits of other scripts are digits to Character.isDigit, but not here. */
    @ParameterizedTest
    @ValueSource(
            strings = {"a[\uff11,3]", "a[0,\u0663]", "a(\uff11,1)[0,1]", "\u0430[0,3]", "a[0,3]\ud83d\ude00", "a\0"})
    void refusesForeignDigitsAndLetters(String text) {
        assertThatExceptionOfType(HostNameFormatException.class).isThrownBy(() -> HostNamePattern.parse(text));
    }

    @ParameterizedTest(name = "{0} characters before {1}")
    @CsvSource(
            delimiter = ';',
            value = {"65; ''; 64", "59; [0,3]; 58", "62; (AUTO_INCREMENT)[0,3]; 61", "61; (0,1)[0,3]; 60"})
    void refusesNamesLongerThanAnySystemTakes(int length, String rest, int index) {
        String text = "a".repeat(length) + rest;

        assertThatExceptionOfType(HostNameFormatException.class)
                .isThrownBy(() -> HostNamePattern.parse(text))
                .satisfies(e -> assertThat(e.index()).isEqualTo(index))
                .withMessageContaining("names of at most 64 characters");
        assertThat(HostNamePattern.parse(text.substring(1))).isNotNull();
    }

    @Test
    void pointsAtTheFirstCharacterOfASuffixThatIsTooLong() {
        assertThatExceptionOfType(HostNameFormatException.class)
                .isThrownBy(() -> HostNamePattern.parse("ab(AUTO_INCREMENT)[0,3]" + "c".repeat(61)))
                .satisfies(e -> assertThat(e.index()).isEqualTo(23 + 59));
        assertThatExceptionOfType(HostNameFormatException.class)
                .isThrownBy(() -> HostNamePattern.parse("a".repeat(61) + "(AUTO_INCREMENT)[0,3]cc"))
                .satisfies(e -> assertThat(e.index()).isEqualTo(61 + 21));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "[", "a(0,1)", "a[0,3]b", "\u4f38"})
    void readsTenMillionCharactersAndShowsAFew(String unit) {
        String text = unit.repeat(10_000_000 / unit.length());

        assertThatExceptionOfType(HostNameFormatException.class)
                .isThrownBy(() -> HostNamePattern.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(800))
                .satisfies(e -> assertThat(e.index()).isLessThanOrEqualTo(text.length()));
    }

    /**
     * A million byte strings, half of them made of the characters that patterns are made of. On a thread of its own,
     * whose short stack makes a million exceptions cheap.
     */
    @Test
    void parsesOrRefusesAnyBytes() {
        long parsed = CompletableFuture.supplyAsync(HostNameAdversarialTest::parseAMillionTexts)
                .join();

        assertThat(parsed).isBetween(1_000L, 500_000L);
    }

    private static long parseAMillionTexts() {
        var random = new SplittableRandom(20260105);
        byte[] likely = "aZ09-.()[],,AUTO_INCREMENT ".getBytes(StandardCharsets.ISO_8859_1);
        long parsed = 0;
        for (int i = 0; i < 1_000_000; i++) {
            byte[] bytes = new byte[random.nextInt(14)];
            random.nextBytes(bytes);
            for (int j = 0; i % 2 == 0 && j < bytes.length; j++) {
                bytes[j] = likely[(bytes[j] & 0xff) % likely.length];
            }
            parsed += isPattern(new String(bytes, StandardCharsets.ISO_8859_1)) ? 1 : 0;
        }
        return parsed;
    }

    private static boolean isPattern(String text) {
        try {
            var pattern = HostNamePattern.parse(text);
            if (!HostNamePattern.parse(pattern.toString()).equals(pattern)) {
                throw new AssertionError(text);
            }
            return true;
        } catch (HostNameFormatException e) {
            if (e.index() < 0 || e.index() > text.length()) {
                throw new AssertionError(text, e);
            }
            return false;
        }
    }

    @Test
    void refusesPartsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AutoIncrement("a", 10, 1, ""))
                .withMessage("begin (10) must be in 0..9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AutoIncrement("a", -1, 1, ""))
                .withMessage("begin (-1) must be in 0..9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ordered("a", 0, 7, ""))
                .withMessage("digits (7) must be in 1..6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ordered("a", 0, 0, ""))
                .withMessage("digits (0) must be in 1..6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Extended("a", 62, 1, 0, 1, ""))
                .withMessage("extensionBegin (62) must be in 0..61");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Extended("a", 0, 4, 0, 1, ""))
                .withMessage("extensionDigits (4) must be in 1..3");
        assertThatIllegalArgumentException().isThrownBy(() -> new Fixed("")).withMessage("prefix must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AutoIncrement("a", 0, 1, "[x"))
                .withMessage("suffix ([x) must hold letters, digits, '-' and '.' only, but not at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Extended("a_", 0, 1, 0, 1, ""))
                .withMessage("prefix (a_) must hold letters, digits, '-' and '.' only, but not at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AutoIncrement("a".repeat(60), 0, 5, ""))
                .withMessage("length of a name (65) must be in 1..64");
    }

    @Test
    void refusesMarksOutOfRange() {
        var increment = HostNamePattern.parse("a(AUTO_INCREMENT)[0,2]");
        var extended = HostNamePattern.parse("a(0,1)[0,1]");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostNameSequence.of(increment, -1))
                .withMessage("highWaterMark (-1) must be in 0..999999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostNameSequence.of(extended, 620))
                .withMessage("highWaterMark (620) must be in 0..619");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostNameSequence.of(HostNamePattern.parse("a[0,3]"), 0))
                .withMessage("pattern (a[0,3]) must number the whole group to have a mark");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostNameSequence.of(increment).next(-1))
                .withMessage("count (-1) must be >= 0");
        assertThat(HostNameSequence.of(increment, 999_999).next(1).shortfall()).isEqualTo(1);
        assertThat(HostNameSequence.of(extended, 619).next(1).shortfall()).isEqualTo(1);
    }

    @Test
    void namesNobodyWhenNobodyIsAskedFor() {
        for (String text : List.of("a", "a[0,3]", "a(AUTO_INCREMENT)[0,1]", "a(Z,1)[9,1]")) {
            var sequence = HostNameSequence.of(HostNamePattern.parse(text));

            HostNames none = sequence.next(0);

            assertThat(none.names()).isEmpty();
            assertThat(none.shortfall()).isZero();
            assertThat(none.after()).isEqualTo(sequence);
        }
    }

    @Test
    void reportsAHugeShortfallWithoutMakingRoomForIt() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("a(AUTO_INCREMENT)[98,2]"));

        HostNames batch = sequence.next(Integer.MAX_VALUE);

        assertThat(batch.names()).containsExactly("a98", "a99");
        assertThat(batch.shortfall()).isEqualTo(Integer.MAX_VALUE - 2);
    }

    /** Zero is a mark: the difference between "none yet" and "number 0 is used". */
    @Test
    void tellsZeroFromNone() {
        var fresh = HostNameSequence.of(HostNamePattern.parse("a(AUTO_INCREMENT)[7,3]"));

        assertThat(fresh.highWaterMark()).isEmpty();
        assertThat(fresh.observe(List.of("a000")).highWaterMark()).hasValue(0);
        assertThat(fresh).isNotEqualTo(HostNameSequence.of(fresh.pattern(), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n",
                "n-",
                "n-5",
                "n+5",
                "n 5",
                "N5",
                "xn5",
                "n1234567",
                "n99999999999999999999",
                "n\uff15",
                "n\u0665"
            })
    void passesOverNamesThatNoPatternGives(String name) {
        var sequence = HostNameSequence.of(HostNamePattern.parse("n(AUTO_INCREMENT)[0,3]"));

        assertThat(sequence.observe(List.of(name))).isEqualTo(sequence);
    }

    /** A suffix that begins with a digit does not become part of the number. */
    @ParameterizedTest
    @ValueSource(strings = {"0x", "5x", "9x"})
    void readsANumberInFrontOfADigitOfTheSuffix(String suffix) {
        var sequence = HostNameSequence.of(HostNamePattern.parse("n(AUTO_INCREMENT)[0,3]" + suffix));

        assertThat(sequence.observe(List.of("n001" + suffix, "n002" + suffix)).highWaterMark())
                .hasValue(2);
    }

    /** A name as long as the pattern's, with a small beginning and more digits, is not below the greatest so far. */
    @ParameterizedTest(name = "{0} has seen {1} and {2}: {3}")
    @CsvSource({
        "'n(AUTO_INCREMENT)[0,3]5x', n5005x, n12355, 12355",
        "'n(AUTO_INCREMENT)[0,3]-x', n500-x, n12345, 12345",
        "'n(AUTO_INCREMENT)[0,3]', n500, n499, 500"
    })
    void readsANumberThatReachesIntoTheSuffix(String pattern, String first, String second, long mark) {
        var sequence = HostNameSequence.of(HostNamePattern.parse(pattern));

        assertThat(sequence.observe(List.of(first, second)).highWaterMark()).hasValue(mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "n[0,3]"})
    void remembersNoNamesOfPatternsThatNeverRunOut(String pattern) {
        var sequence = HostNameSequence.of(HostNamePattern.parse(pattern));

        assertThat(sequence.observe(List.of("n000", "n001"))).isEqualTo(sequence);
    }

    @ParameterizedTest(name = "{0} has seen {1}: {2}")
    @CsvSource({
        "'n(0,1)[0,3]', n0099-ecshost, 99",
        "'n(0,1)[0,3]', nZ9, 61009",
        "'n(0,1)[0,1]', n0099, 9",
        "'n(0,1)[0,1]', nb, -1",
        "'n(0,1)[0,1]', nbb, -1",
        "'n(0,1)[0,1]', n-1, -1",
        "'n(0,1)[0,1]', n01234567, -1",
        "'n(AUTO_INCREMENT)[0,2]', n100, 100",
        "'n(AUTO_INCREMENT)[0,2]-x', n0--x, 0",
        "'n(AUTO_INCREMENT)[0,1]-x', n0-x, 0",
        "'n(0,1)[0,1]-x', n00-x, 0"
    })
    void readsNamesOfAnotherWidth(String pattern, String name, long mark) {
        var sequence = HostNameSequence.of(HostNamePattern.parse(pattern)).observe(List.of(name));

        assertThat(sequence.highWaterMark().orElse(-1)).isEqualTo(mark);
    }

    /** The shortcut by the first digits must not pass over a greater number. */
    @Test
    void findsTheGreatestWhateverComesFirst() {
        for (String text :
                List.of("n(AUTO_INCREMENT)[0,1]-", "n(AUTO_INCREMENT)[0,3]", "n(0,1)[0,2]", "n(0,2)[0,1]-")) {
            var sequence = HostNameSequence.of(HostNamePattern.parse(text));
            long size = Numbering.of(sequence.pattern()).size();
            for (long before = 0; before + 1 < size; before += 1 + size / 300) {
                var names = List.of(
                        Numbering.of(sequence.pattern()).name(before),
                        Numbering.of(sequence.pattern()).name(before + 1),
                        Numbering.of(sequence.pattern()).name(before));

                assertThat(sequence.observe(names).highWaterMark()).hasValue(before + 1);
            }
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesNull() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("a[0,3]"));

        assertThatNullPointerException()
                .isThrownBy(() -> HostNamePattern.parse(null))
                .withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> HostNameSequence.of(null))
                .withMessage("pattern");
        assertThatNullPointerException()
                .isThrownBy(() -> sequence.observe(null))
                .withMessage("existing");
        assertThatNullPointerException()
                .isThrownBy(() -> HostNameRules.OTHER.problems((String) null))
                .withMessage("name");
    }
}
