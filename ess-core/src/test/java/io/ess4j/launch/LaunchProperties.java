package io.ess4j.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Composition against the obvious way, and user data against the JDK. */
class LaunchProperties {
    @Provide
    Arbitrary<Tag> tags() {
        return Combinators.combine(Arbitraries.of("a", "A", "b", "c"), Arbitraries.of("1", "2"))
                .as(Tag::new);
    }

    @Property(tries = 500)
    void tagsAreTheGroupsThenTheConfigurations(
            @ForAll @Size(max = 5) List<@net.jqwik.api.From("tags") Tag> group,
            @ForAll @Size(max = 5) List<@net.jqwik.api.From("tags") Tag> own,
            @ForAll boolean propagated) {
        Map<String, Tag> distinct = new LinkedHashMap<>();
        own.forEach(t -> distinct.putIfAbsent(t.key(), t));
        LaunchConfigurationBuilder builder =
                LaunchConfiguration.builder(Image.linux("m")).type("t").keyPair("k");
        distinct.values().forEach(t -> builder.tag(t.key(), t.value()));
        LaunchContext context = LaunchContext.vpc()
                .withTags(group.stream().map(t -> new GroupTag(t, propagated)).toArray(GroupTag[]::new));

        List<Tag> merged = LaunchComposer.compose(builder.build(), context, List.of())
                .specification()
                .orElseThrow()
                .tags();

        List<Tag> all = new ArrayList<>(propagated ? group : List.of());
        all.addAll(distinct.values());
        assertThat(merged).extracting(Tag::key).doesNotHaveDuplicates();
        for (Tag tag : merged) {
            Tag last = all.stream()
                    .filter(t -> t.key().equals(tag.key()))
                    .reduce((a, b) -> b)
                    .orElseThrow();
            assertThat(tag).isEqualTo(last);
        }
        assertThat(merged).hasSize((int) all.stream().map(Tag::key).distinct().count());
    }

    @Property(tries = 500)
    void userDataIsWhatTheJdkReads(@ForAll byte[] bytes) {
        String base64 = Base64.getEncoder().encodeToString(bytes);

        UserData data = UserData.parse(base64);

        assertThat(data.encoded()).isEqualTo(base64);
        assertThat(data.size()).isEqualTo(bytes.length);
        assertThat(data.text()).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    @Property(tries = 1000)
    void userDataIsReadOrRefusedAsTheJdkDoes(@ForAll("nearlyBase64") String text) {
        // The JDK also reads text whose padding is left out, which the provider refuses.
        boolean jdk = text.length() % 4 == 0 && reads(() -> Base64.getDecoder().decode(text));

        assertThat(reads(() -> UserData.parse(text))).isEqualTo(jdk);
    }

    @Provide
    Arbitrary<String> nearlyBase64() {
        return Arbitraries.strings().withChars("aZ9+/==-\n ").ofMaxLength(9);
    }

    private static boolean reads(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
