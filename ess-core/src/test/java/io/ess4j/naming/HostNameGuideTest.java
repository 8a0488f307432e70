package io.ess4j.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables and sentences of guide 2.3, row by row. */
class HostNameGuideTest {
    /** Both tables, three instances each; the rows that lose an instance on the way have tests of their own. */
    @ParameterizedTest(name = "{0} row {1}: {2} after {3}")
    @CsvSource(
            delimiter = ';',
            nullValues = {"none", "error"},
            textBlock = """
                    increment; 1; ess-node-(AUTO_INCREMENT)[0,3]-ecshost ; none                    ; 000 001 002
                    increment; 2; ess-node-(AUTO_INCREMENT)[]-ecshost    ; none                    ; 000000 000001 000002
                    increment; 2; ess-node-(AUTO_INCREMENT)[,]-ecshost   ; none                    ; 000000 000001 000002
                    increment; 3; ess-node-(AUTO_INCREMENT)[99,1]-ecshost; ess-node-000099-ecshost ; 000100 000101 000102
                    increment; 4; ess-node-(AUTO_INCREMENT)[0,2]-ecshost ; ess-node-99-ecshost     ; error
                    extension; 1; ess-node-(0,3)[0,3]-ecshost            ; none                    ; 000000 000001 000002
                    extension; 2; ess-node-()[]-ecshost                  ; none                    ; 000000000 000000001 000000002
                    extension; 2; ess-node-(,)[,]-ecshost                ; none                    ; 000000000 000000001 000000002
                    extension; 3; ess-node-(0,1)[0,1]-ecshost            ; ess-node-08-ecshost     ; 10 11 12
                    extension; 4; ess-node-(0,1)[0,1]-ecshost            ; ess-node-Z9-ecshost     ; error
                    extension; 6; ess-node-(0,1)[99,1]-ecshost           ; ess-node-0000099-ecshost; 0000100 0000101 0000102
                    """)
    void reproducesEveryRow(String table, int row, String pattern, String existing, String numbers) {
        var sequence = HostNameSequence.of(HostNamePattern.parse(pattern));
        if (existing != null) {
            sequence = sequence.observe(List.of(existing));
        }

        HostNames batch = sequence.next(3);

        if (numbers == null) {
            assertThat(batch.names()).isEmpty();
            assertThat(batch.shortfall()).isEqualTo(3);
            assertThat(batch.reason())
                    .hasValue(
                            table.equals("increment")
                                    ? HostNameShortage.NUMBERS_EXHAUSTED
                                    : HostNameShortage.EXTENSIONS_EXHAUSTED);
        } else {
            assertThat(batch.names()).containsExactly(full(numbers));
            assertThat(batch.shortfall()).isZero();
            assertThat(batch.reason()).isEmpty();
        }
    }

    /** Increment table, row 5: the instance called 1001 did not start and was replaced. */
    @Test
    void doesNotGiveALostNumberAgain() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("ess-node-(AUTO_INCREMENT)[0,4]"))
                .observe(List.of("ess-node-0998-ecshost"));

        HostNames batch = sequence.next(3);
        HostNames replacement = batch.after().next(1);

        assertThat(batch.names()).containsExactly("ess-node-0999", "ess-node-1000", "ess-node-1001");
        assertThat(replacement.names()).containsExactly("ess-node-1002");
    }

    /** Extension table, row 5: the instance called 0102 did not start and was replaced. */
    @Test
    void doesNotGiveALostExtendedNumberAgain() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("ess-node-(0,1)[0,3]"))
                .observe(List.of("ess-node-0099-ecshost"));

        HostNames batch = sequence.next(3);
        HostNames replacement = batch.after().next(1);

        assertThat(batch.names()).containsExactly("ess-node-0100", "ess-node-0101", "ess-node-0102");
        assertThat(replacement.names()).containsExactly("ess-node-0103");
    }

    /** The mark, not the names that are left, says where to go on. */
    @Test
    void doesNotGiveTheNumberOfARemovedInstanceAgain() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("n(AUTO_INCREMENT)[0,3]"), 41);

        assertThat(sequence.observe(List.of("n007")).next(1).names()).containsExactly("n042");
    }

    /** The skip rule: a later batch that does not fit starts under the next extension. */
    @ParameterizedTest(name = "{0} after {1}, {2} more")
    @CsvSource(
            delimiter = ';',
            value = {
                "(0,1)[0,1]; 06; 3; 07 08 09",
                "(0,1)[0,1]; 07; 3; 10 11 12",
                "(0,1)[0,1]; 09; 1; 10",
                "(0,1)[0,1]; 99; 1; a0",
                "(0,1)[0,1]; z9; 1; A0",
                "(0,2)[0,1]; 0Z9; 1; 100",
                "(0,1)[0,1]; 03; 12; 10 11 12 13 14 15 16 17 18 19 20 21",
                "(0,1)[0,1]; Z7; 2; Z8 Z9"
            })
    void startsUnderTheNextExtensionWhenTheBatchDoesNotFit(String pattern, String mark, int count, String numbers) {
        var sequence = HostNameSequence.of(HostNamePattern.parse("ess-node-" + pattern + "-ecshost"))
                .observe(List.of("ess-node-" + mark + "-ecshost"));

        HostNames batch = sequence.next(count);

        assertThat(batch.names()).containsExactly(full(numbers));
    }

    @ParameterizedTest(name = "{0}, {1} at first")
    @CsvSource(
            delimiter = ';',
            value = {
                "(0,1)[8,1]; 4; 08 09 10 11",
                "(9,1)[9,1]; 2; 99 a0",
                "(0,1)[5,1]; 12; 05 06 07 08 09 10 11 12 13 14 15 16",
                "(ZZ,2)[7,1]; 3; ZZ7 ZZ8 ZZ9"
            })
    void namesTheFirstBatchWithoutGap(String pattern, int count, String numbers) {
        var batch = HostNameSequence.of(HostNamePattern.parse("ess-node-" + pattern + "-ecshost"))
                .next(count);

        assertThat(batch.names()).containsExactly(full(numbers));
    }

    @ParameterizedTest(name = "{0} after {1}, {2} more: {4} without a name")
    @CsvSource(
            delimiter = ';',
            value = {
                "(AUTO_INCREMENT)[0,2]; 98; 3; 99; 2; NUMBERS_EXHAUSTED",
                "(0,1)[0,1]; Z8; 3; Z9; 2; EXTENSIONS_EXHAUSTED",
                "(0,1)[0,1]; Y9; 12; Z0 Z1 Z2 Z3 Z4 Z5 Z6 Z7 Z8 Z9; 2; EXTENSIONS_EXHAUSTED"
            })
    void givesWhatIsLeftAndReportsTheRest(
            String pattern, String mark, int count, String numbers, int shortfall, HostNameShortage reason) {
        var sequence = HostNameSequence.of(HostNamePattern.parse("ess-node-" + pattern + "-ecshost"))
                .observe(List.of("ess-node-" + mark + "-ecshost"));

        HostNames batch = sequence.next(count);

        assertThat(batch.names()).containsExactly(full(numbers));
        assertThat(batch.shortfall()).isEqualTo(shortfall);
        assertThat(batch.reason()).hasValue(reason);
        assertThat(batch.after().next(1).names()).isEmpty();
    }

    /** The beginning counts for the first activity only. */
    @Test
    void goesOnAfterTheGreatestNumberWhateverTheBeginning() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("n(AUTO_INCREMENT)[500,3]"));

        assertThat(sequence.next(1).names()).containsExactly("n500");
        assertThat(sequence.observe(List.of("n003", "n017", "n009")).next(1).names())
                .containsExactly("n018");
        assertThat(sequence.observe(List.of("n000")).next(1).names()).containsExactly("n001");
    }

    @Test
    void namesEveryInstanceAlikeByAPlainName() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("hostname"));

        HostNames batch = sequence.next(3);

        assertThat(batch.names()).containsExactly("hostname", "hostname", "hostname");
        assertThat(batch.after()).isEqualTo(sequence);
    }

    /** ECS, batch configuration of names: each activity starts at the beginning again. */
    @Test
    void numbersEachActivityAfreshByAnOrderedName() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("k8s-node-[6,4]-ecshost"));

        HostNames batch = sequence.next(3);

        assertThat(batch.names())
                .containsExactly("k8s-node-0006-ecshost", "k8s-node-0007-ecshost", "k8s-node-0008-ecshost");
        assertThat(batch.after().next(1).names()).containsExactly("k8s-node-0006-ecshost");
    }

    @Test
    void repeatsTheGreatestNumberOfAnOrderedName() {
        assertThat(HostNameSequence.of(HostNamePattern.parse("n[999998,6]"))
                        .next(4)
                        .names())
                .containsExactly("n999998", "n999999", "n999999", "n999999");
        assertThat(HostNameSequence.of(HostNamePattern.parse("n[8,1]x")).next(3).names())
                .containsExactly("n8x", "n9x", "n10x");
    }

    /** Names rise in the order of extension digits 0-9, a-z, A-Z, but need not be consecutive. */
    @Test
    void countsExtensionsThroughAllDigits() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("n(0,1)[0,1]"));

        List<String> names = sequence.next(620).names();

        assertThat(names).hasSize(620).startsWith("n00").endsWith("nZ9").doesNotHaveDuplicates();
        assertThat(names.get(99)).isEqualTo("n99");
        assertThat(names.get(100)).isEqualTo("na0");
        assertThat(names.get(359)).isEqualTo("nz9");
        assertThat(names.get(360)).isEqualTo("nA0");
    }

    private static String[] full(String numbers) {
        return List.of(numbers.split(" ")).stream()
                .map(n -> "ess-node-" + n + "-ecshost")
                .toArray(String[]::new);
    }
}
