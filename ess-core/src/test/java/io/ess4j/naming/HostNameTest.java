package io.ess4j.naming;

import static io.ess4j.naming.HostNameProblem.DOT;
import static io.ess4j.naming.HostNameProblem.ENDS_WITH_SEPARATOR;
import static io.ess4j.naming.HostNameProblem.FOREIGN_CHARACTER;
import static io.ess4j.naming.HostNameProblem.ONLY_DIGITS;
import static io.ess4j.naming.HostNameProblem.SEPARATORS_IN_A_ROW;
import static io.ess4j.naming.HostNameProblem.STARTS_WITH_SEPARATOR;
import static io.ess4j.naming.HostNameProblem.TOO_LONG;
import static io.ess4j.naming.HostNameProblem.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.testing.EqualsTester;
import io.ess4j.naming.HostNamePattern.AutoIncrement;
import io.ess4j.naming.HostNamePattern.Extended;
import io.ess4j.naming.HostNamePattern.Fixed;
import io.ess4j.naming.HostNamePattern.Ordered;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns as values, what systems accept, how long names last, and changed patterns. */
class HostNameTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void readsEveryKind() {
        assertThat(HostNamePattern.parse("web.example")).isEqualTo(new Fixed("web.example"));
        assertThat(HostNamePattern.parse("k8s-[6,4]-x")).isEqualTo(new Ordered("k8s-", 6, 4, "-x"));
        assertThat(HostNamePattern.parse("web-(AUTO_INCREMENT)[0,3]")).isEqualTo(new AutoIncrement("web-", 0, 3, ""));
        assertThat(HostNamePattern.parse("web-(aZ,2)[0,3]-x")).isEqualTo(new Extended("web-", 681, 2, 0, 3, "-x"));
        assertThat(HostNamePattern.parse("web-(AUT,3)[0,3]")).isInstanceOf(Extended.class);
    }

    /** Defaults of the fields, and beginnings with more digits than their width (guide 2.3). */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "n[]; n[0,6]",
                "n[,]; n[0,6]",
                "n[5,]; n[5,6]",
                "n[,3]; n[0,3]",
                "n[99,1]; n[99,6]",
                "n[99,2]; n[99,2]",
                "n[007,1]; n[7,1]",
                "n[999999,6]; n[999999,6]",
                "n(AUTO_INCREMENT)[100,2]x; n(AUTO_INCREMENT)[100,6]x",
                "n()[]; n(0,3)[0,6]",
                "n(,)[,]; n(0,3)[0,6]",
                "n(a,)[,2]; n(a,3)[0,2]",
                "n(,1)[5,]; n(0,1)[5,6]",
                "n(10,1)[0,1]; n(10,3)[0,1]",
                "n(0Z,1)[0,1]; n(Z,1)[0,1]",
                "n(ZZZ,3)[0,1]; n(ZZZ,3)[0,1]"
            })
    void fillsInWhatIsLeftOut(String text, String complete) {
        assertThat(HostNamePattern.parse(text)).hasToString(complete);
    }

    @Test
    void refusesWhatAnySystemRefuses() {
        for (HostNameRules rules : HostNameRules.values()) {
            assertThat(rules.problems("ess-node-01")).isEmpty();
            assertThat(rules.problems("")).containsExactly(TOO_SHORT);
            assertThat(rules.problems("a")).containsExactly(TOO_SHORT);
            assertThat(rules.problems("a_b")).containsExactly(FOREIGN_CHARACTER);
            assertThat(rules.problems("a--b")).containsExactly(SEPARATORS_IN_A_ROW);
            assertThat(rules.problems("-ab")).containsExactly(STARTS_WITH_SEPARATOR);
            assertThat(rules.problems("ab-")).containsExactly(ENDS_WITH_SEPARATOR);
        }
    }

    @Test
    void knowsTheRulesOfWindows() {
        assertThat(HostNameRules.WINDOWS.problems("a".repeat(15))).isEmpty();
        assertThat(HostNameRules.WINDOWS.problems("a".repeat(16))).containsExactly(TOO_LONG);
        assertThat(HostNameRules.WINDOWS.problems("a.b")).containsExactly(DOT);
        assertThat(HostNameRules.WINDOWS.problems("2026")).containsExactly(ONLY_DIGITS);
        assertThat(HostNameRules.WINDOWS.problems("909")).containsExactly(ONLY_DIGITS);
    }

    @Test
    void knowsTheRulesOfOtherSystems() {
        assertThat(HostNameRules.OTHER.problems("a".repeat(64))).isEmpty();
        assertThat(HostNameRules.OTHER.problems("a".repeat(65))).containsExactly(TOO_LONG);
        assertThat(HostNameRules.OTHER.problems("web.example.com")).isEmpty();
        assertThat(HostNameRules.OTHER.problems("2026")).isEmpty();
        assertThat(HostNameRules.OTHER.problems("a.-b")).containsExactly(SEPARATORS_IN_A_ROW);
    }

    @Test
    void findsAllProblemsAtOnce() {
        assertThat(HostNameRules.WINDOWS.problems("-.a_very-long-name."))
                .containsExactly(
                        TOO_LONG,
                        FOREIGN_CHARACTER,
                        DOT,
                        STARTS_WITH_SEPARATOR,
                        ENDS_WITH_SEPARATOR,
                        SEPARATORS_IN_A_ROW);
    }

    @Test
    void judgesAPatternByTheNamesItGives() {
        assertThat(HostNameRules.WINDOWS.problems(HostNamePattern.parse("ess-node-(AUTO_INCREMENT)[0,3]-ecshost")))
                .containsExactly(TOO_LONG);
        assertThat(HostNameRules.OTHER.problems(HostNamePattern.parse("ess-node-(AUTO_INCREMENT)[0,3]-ecshost")))
                .isEmpty();
        assertThat(HostNameRules.WINDOWS.problems(HostNamePattern.parse("10(0,1)[0,1]")))
                .containsExactly(ONLY_DIGITS);
        assertThat(HostNameRules.WINDOWS.problems(HostNamePattern.parse("ten-chars-[0,1]")))
                .containsExactly(TOO_LONG);
        assertThat(HostNameRules.OTHER.problems(new Fixed("-"))).contains(TOO_SHORT, STARTS_WITH_SEPARATOR);
    }

    /** Guide 2.3 advises three digits; extensions differ by case, which name services do not see. */
    @Test
    void findsWhatHurtsLater() {
        assertThat(HostNameRules.findings(HostNamePattern.parse("n(AUTO_INCREMENT)[0,3]")))
                .isEmpty();
        assertThat(HostNameRules.findings(HostNamePattern.parse("n(AUTO_INCREMENT)[0,2]")))
                .containsExactly(HostNameFinding.FEWER_THAN_THREE_DIGITS);
        assertThat(HostNameRules.findings(HostNamePattern.parse("n(0,1)[0,3]")))
                .containsExactly(HostNameFinding.CASE_COLLISION);
        assertThat(HostNameRules.findings(HostNamePattern.parse("n(0,1)[0,1]")))
                .containsExactly(HostNameFinding.FEWER_THAN_THREE_DIGITS, HostNameFinding.CASE_COLLISION);
        assertThat(HostNameRules.findings(new Fixed("web"))).isEmpty();
        assertThat(HostNameRules.findings(HostNamePattern.parse("n[0,1]"))).isEmpty();
    }

    @Test
    void findsNamesThatDifferByCaseOnly() {
        List<String> all = HostNameSequence.of(HostNamePattern.parse("n(0,1)[0,1]"))
                .next(620)
                .names();

        assertThat(HostNameRules.sameIgnoringCase(all)).hasSize(260).startsWith(List.of("na0", "nA0"));
        assertThat(HostNameRules.sameIgnoringCase(all.subList(0, 360))).isEmpty();
        assertThat(HostNameRules.sameIgnoringCase(List.of("b", "a", "B", "b"))).containsExactly(List.of("b", "B", "b"));
    }

    /** 000..999 taken 3 a day: 333 full batches; on day 334 only one name is left. */
    @Test
    void forecastsWhenNamesRunOut() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("n(AUTO_INCREMENT)[0,3]"));

        var forecast = sequence.forecast(3, Duration.ofDays(1), NOW);

        assertThat(forecast).hasValue(new HostNameForecast(1000, 333, NOW.plus(Duration.ofDays(334))));
    }

    /** Single digits taken 4 at a time: 8 of every 10 numbers are used, all 10 under the last extension. */
    @Test
    void countsTheGapsInAForecast() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("n(0,1)[0,1]"));

        var forecast = sequence.forecast(4, Duration.ofHours(1), NOW).orElseThrow();

        assertThat(forecast.remaining()).isEqualTo(61 * 8 + 10);
        assertThat(forecast.fullBatches()).isEqualTo(124);
    }

    @Test
    void forecastsNothingForNamesThatNeverRunOut() {
        assertThat(HostNameSequence.of(new Fixed("web")).forecast(1, Duration.ofDays(1), NOW))
                .isEmpty();
        assertThat(HostNameSequence.of(HostNamePattern.parse("n[0,1]")).forecast(1, Duration.ofDays(1), NOW))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} up to {1}, then {2}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "n(AUTO_INCREMENT)[0,2]; 41; n(AUTO_INCREMENT)[0,3]; n042",
                "n(AUTO_INCREMENT)[0,3]; 41; n(AUTO_INCREMENT)[0,3]-x; n042-x",
                "n(AUTO_INCREMENT)[0,3]; 41; m(AUTO_INCREMENT)[7,3]; m007",
                "n(AUTO_INCREMENT)[0,3]; 41; n[5,3]; n005",
                "n(AUTO_INCREMENT)[0,6]; 41; n(0,3)[0,3]; n000042",
                "n(0,1)[0,1]; 105; n(0,1)[0,3]; na006",
                "n(0,1)[0,3]; 61099; n(0,3)[0,3]; n00Z100",
                "n(0,3)[0,3]; 61099; n(0,1)[0,3]; nZ100",
                "n(0,1)[0,3]; 99; n(0,3)[0,1]; n00a0",
                "n(0,1)[0,1]; 105; n(AUTO_INCREMENT)[0,3]; n100",
                "n(0,1)[0,3]; 2099; n(0,2)[0,3]; n02100",
                // a number beyond the new digits is the greatest of its extension
                "n(0,1)[0,3]; 1500; n(0,1)[0,2]; n200",
                // the last name, n91, is read as it is
                "n(0,1)[0,1]; 91; n(AUTO_INCREMENT)[0,2]; n92"
            })
    void goesOnUnderAChangedPattern(String before, long mark, String after, String first) {
        var sequence =
                HostNameSequence.of(HostNamePattern.parse(before), mark).withPattern(HostNamePattern.parse(after));

        assertThat(sequence.next(1).names()).containsExactly(first);
    }

    /** Extension 99000 has no place under one digit: nothing is left. */
    @Test
    void hasNothingLeftUnderAPatternOfFewerExtensions() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("n(0,3)[0,3]"), 99_000_000)
                .withPattern(HostNamePattern.parse("n(0,1)[0,3]"));

        assertThat(sequence.highWaterMark()).hasValue(61_999);
        assertThat(sequence.next(1).names()).isEmpty();
    }

    @Test
    void startsAfreshUnderAChangedPatternIfNothingWasGiven() {
        var sequence = HostNameSequence.of(HostNamePattern.parse("n(AUTO_INCREMENT)[5,2]"))
                .withPattern(HostNamePattern.parse("n(AUTO_INCREMENT)[9,3]"));

        assertThat(sequence.next(1).names()).containsExactly("n009");
    }

    @Test
    void isAValue() {
        var pattern = HostNamePattern.parse("n(AUTO_INCREMENT)[0,3]");

        new EqualsTester()
                .addEqualityGroup(
                        HostNameSequence.of(pattern),
                        HostNameSequence.of(pattern).next(0).after())
                .addEqualityGroup(
                        HostNameSequence.of(pattern, 2),
                        HostNameSequence.of(pattern).next(3).after())
                .addEqualityGroup(HostNameSequence.of(HostNamePattern.parse("m(AUTO_INCREMENT)[0,3]"), 2))
                .testEquals();
        assertThat(HostNameSequence.of(pattern, 2)).doesNotHaveSameHashCodeAs(HostNameSequence.of(pattern, 3));
        assertThat(HostNameSequence.of(pattern)).hasToString("n(AUTO_INCREMENT)[0,3] not begun");
        assertThat(HostNameSequence.of(pattern, 2)).hasToString("n(AUTO_INCREMENT)[0,3] up to 2");
    }

    @Test
    void refusesPlansThatCannotBe() {
        var fixed = HostNameSequence.of(new Fixed("web"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HostNames(List.of(), -1, fixed))
                .withMessage("shortfall (-1) must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HostNames(List.of(), 1, fixed))
                .withMessage("shortfall (1) must be 0 for a pattern that never runs out (web)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HostNameForecast(3, 4, NOW))
                .withMessage("fullBatches (4) must be in 0..3");
    }

    /** Every kind of pattern is numbered, so that a new kind cannot be forgotten. */
    @Test
    void handlesEveryKind() {
        var samples = List.of("a", "a[]", "a(AUTO_INCREMENT)[]", "a()[]").stream()
                .map(HostNamePattern::parse)
                .toList();

        assertThat(samples.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(HostNamePattern.class.getPermittedSubclasses()));
        assertThat(samples).allSatisfy(p -> assertThat(Numbering.of(p).name(0)).startsWith("a"));
    }
}
