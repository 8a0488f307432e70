package io.ess4j.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Money;
import io.ess4j.model.PurchaseOption;
import io.ess4j.sim.metrics.Figure.Better;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void writesNumbersWithTheirDecimals() {
        Figures figures = Figures.builder("CNY")
                .whole("a.whole", "", "", Better.NEITHER, -7)
                .decimal("a.rounded", "", "", Better.LESS, 2.345, 2)
                .decimal("a.none", "", "", Better.LESS, Double.NaN, 2)
                .amount("a.money", "", Better.LESS, new Money(1_005_000_000))
                .build();

        assertThat(figures.all()).extracting(Figure::text).containsExactly("-7", "2.35", "", "1.01");
        assertThat(figures.find("a.money")).get().extracting(Figure::unit).isEqualTo("CNY");
        assertThat(figures.find("a.other")).isEmpty();
    }

    @Test
    void namesAreWordsAndDiffer() {
        Figures.Builder twice =
                Figures.builder("CNY").whole("a.b", "", "", Better.LESS, 1).whole("a.b", "", "", Better.LESS, 2);

        assertThatThrownBy(twice::build).hasMessageContaining("a.b");
        for (String name : List.of("", "a", "a.", ".a", "a..b", "a b.c", "a.\n")) {
            assertThatThrownBy(() -> Figures.builder("CNY").whole(name, "", "", Better.LESS, 1))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRunWithoutRequestsHasTheSameNames() {
        Figures.Builder figures = Figures.builder("CNY");
        new RunTotals().addTo(figures, List.of(PurchaseOption.SPOT));

        assertThat(figures.build().names())
                .contains("slo.keptPercent", "cost.total", "cost.SPOT.amount", "activities.FAILED")
                .doesNotContain("cost.ON_DEMAND.amount");
    }
}
