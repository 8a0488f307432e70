package io.ess4j.sim.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
    @Test
    void readsListsAndRanges() {
        assertThat(Axis.parse("a.b=1,2, 3").values()).containsExactly("1", "2", "3");
        assertThat(Axis.parse("a=40..60..10").values()).containsExactly("40", "50", "60");
        assertThat(Axis.parse("a=0.1..0.3..0.1").values()).containsExactly("0.1", "0.2", "0.3");
        assertThat(Axis.parse("a=-1..1..0.75").values()).containsExactly("-1", "-0.25", "0.50");
        assertThat(Axis.parse("a=[x, y],{b: 1, c: 2},'p,q'").values())
                .containsExactly("[x, y]", "{b: 1, c: 2}", "'p,q'");
        assertThat(Axis.parse("a=17:00,18:00").values()).containsExactly("17:00", "18:00");
        assertThat(Axis.parse("a=").values()).containsExactly("");
        assertThat(Grid.parseSeeds("1..4")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(Grid.parseSeeds("-1..1")).containsExactly(-1L, 0L, 1L);
        assertThat(Grid.parseSeeds("3, 5,8")).containsExactly(3L, 5L, 8L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "5..1",
                "1..",
                "..5",
                "1..10001",
                "1,1",
                "1,,2",
                "9223372036854775808",
                "-9223372036854775808..9223372036854775807",
                "0..9223372036854775807"
            })
    void refusesWhatIsNoSeed(String text) {
        assertThatThrownBy(() -> Grid.parseSeeds(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be seeds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=1,1", "a=1..2..0", "a=0..999999999..0.000001", "a[=1", "=1"})
    void refusesWhatIsNoAxis(String text) {
        assertThatThrownBy(() -> Axis.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSeedVariesFastestAndTheFirstFieldSlowest() {
        Grid grid = new Grid(List.of(Axis.parse("a=1,2"), Axis.parse("b=x,y,z")), List.of(7L, 9L));

        assertThat(grid.variants()).isEqualTo(6);
        assertThat(grid.points()).isEqualTo(12);
        assertThat(grid.settings(0)).hasToString("[a=1, b=x]");
        assertThat(grid.settings(1)).hasToString("[a=1, b=y]");
        assertThat(grid.settings(5)).hasToString("[a=2, b=z]");
        assertThat(grid.variant(3)).isEqualTo(1);
        assertThat(grid.seed(3)).isEqualTo(9);
        assertThat(new Grid(List.of(), List.of(1L)).settings(0)).isEmpty();
    }

    @Test
    void refusesTooManyRuns() {
        List<Axis> axes = List.of(Axis.parse("a=1..1000..1"), Axis.parse("b=1..1000..1"), Axis.parse("c=1,2"));

        assertThatThrownBy(() -> new Grid(axes, List.of(1L))).hasMessageContaining("at most 1000000 runs");
        assertThatThrownBy(() -> new Grid(List.of(axes.get(0), axes.get(0)), List.of(1L)))
                .hasMessageContaining("must differ");
    }
}
