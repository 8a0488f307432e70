package io.ess4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.testing.EqualsTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule for passwords of instances: 8 to 30 characters of at least three classes. */
class PasswordTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    sample of the edge document; Helloxxxx!; ""
                    eight characters of three classes; Hello123; ""
                    upper, digits, special; HELLO123!; ""
                    lower, digits, special; hello123_; ""
                    all four classes; Hello123!; ""
                    first of each class; Aa0aaaaa; ""
                    last of each class; Zz9zzzzz; ""
                    seven characters; Hello12; TOO_SHORT
                    two classes; helloworld1; TOO_FEW_CLASSES
                    thirty characters; Aa1aaaaaaaaaaaaaaaaaaaaaaaaaaa; ""
                    thirty-one characters; Aa1aaaaaaaaaaaaaaaaaaaaaaaaaaaa; TOO_LONG
                    blank is foreign; Hello 123; FOREIGN_CHARACTER
                    quote mark is foreign; Hello\\123; FOREIGN_CHARACTER
                    every special character; "()`~!@#$%^&*-_+=|{}[]:;'<>,a1"; ""
                    the other special characters; "Aa1.?/.?/"; ""
                    """)
    void theRule(String row, String text, String expected) {
        List<String> problems =
                Password.of(text).problems().stream().map(Enum::name).toList();

        assertThat(String.join(" ", problems)).as(row).isEqualTo(expected);
    }

    @Test
    void allProblemsAtOnceAndForeignLettersAreNoLetters() {
        assertThat(Password.of("\u00c4\u00e4\u0661").problems())
                .containsExactly(
                        PasswordProblem.TOO_SHORT, PasswordProblem.TOO_FEW_CLASSES, PasswordProblem.FOREIGN_CHARACTER);
        assertThat(Password.of("").problems())
                .containsExactly(PasswordProblem.TOO_SHORT, PasswordProblem.TOO_FEW_CLASSES);
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void theTextIsNeverShown() {
        assertThat(Password.of("Hello1234!")).hasToString("(hidden)");
        assertThat(Password.of("Hello1234!").text()).isEqualTo("Hello1234!");
        assertThatNullPointerException().isThrownBy(() -> Password.of(null));
    }

    @Test
    void passwordsAreEqualByText() {
        new EqualsTester()
                .addEqualityGroup(Password.of("a"), Password.of("a"))
                .addEqualityGroup(Password.of("b"))
                .testEquals();
    }
}
