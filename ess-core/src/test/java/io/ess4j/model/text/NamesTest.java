package io.ess4j.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a name, what is a pattern, and how briefly the rest is refused. */
class NamesTest {
    @Test
    void aNameIsReturnedAsItIs() {
        assertThat(Names.check("id", "i-1")).isEqualTo("i-1");
        assertThat(Names.check("id", "x".repeat(256))).hasSize(256);
    }

    @Test
    void whatIsNoNameIsSaidBriefly() {
        assertThatThrownBy(() -> Names.check("id", "")).hasMessage("id must not be empty");
        assertThatThrownBy(() -> Names.check("id", "ab\tc"))
                .hasMessage("id (ab\tc) must not hold white space or control characters, but has one at index 2");
        assertThatThrownBy(() -> Names.check("id", "\u0000")).hasMessageContaining("at index 0");
        assertThatThrownBy(() -> Names.check("id", "x".repeat(257)))
                .hasMessage("id (" + "x".repeat(20) + "...) must have at most 256 characters, but has 257");
        assertThat(Names.shown("x".repeat(256))).hasSize(256);
        assertThat(Names.shown("x".repeat(257))).isEqualTo("x".repeat(20) + "...");
    }

    @ParameterizedTest(name = "<{0}>: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            ess:*; ""
            ""; action must have 1 to 256 characters, but has 0
            a b; action (a b) must not hold white space or control characters
            """)
    void aPatternHasProblemsOrNone(String pattern, String problem) {
        assertThat(Wildcard.problem("action", pattern)).isEqualTo(problem);
        assertThat(Wildcard.problem("action", "*".repeat(256))).isEmpty();
        assertThat(Wildcard.problem("action", "*".repeat(257)))
                .isEqualTo("action must have 1 to 256 characters, but has 257");
        assertThat(Wildcard.problem("action", "a\u0007")).contains("must not hold");
    }
}
