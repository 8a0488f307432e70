package io.ess4j.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Patterns with wildcards against regular expressions. */
class WildcardProperties {
    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab*?").ofMaxLength(6);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab*?").ofMaxLength(8);
    }

    @Property(tries = 1000)
    void wildcardsFitAsRegularExpressionsDo(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        String any = pattern.replace("?", "[?]").replace("*", ".*");
        String one = pattern.replace("?", ".").replace("*", ".*");

        assertThat(Wildcard.fits(pattern, text)).isEqualTo(Pattern.matches(any, text));
        assertThat(Wildcard.fitsWithSingles(pattern, text)).isEqualTo(Pattern.matches(one, text));
    }
}
