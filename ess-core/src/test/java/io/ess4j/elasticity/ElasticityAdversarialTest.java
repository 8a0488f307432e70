package io.ess4j.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.ess4j.model.Catalog;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables without pools, tables at the edge of a word, selections of another table, strangers. */
class ElasticityAdversarialTest {
    private static List<InstanceType> types(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> InstanceType.of("t" + i, 1, 1024))
                .toList();
    }

    private static List<Zone> zones(int n) {
        return IntStream.range(0, n).mapToObj(i -> Zone.of("z" + i)).toList();
    }

    @ParameterizedTest(name = "{0} types in {1} zones")
    @CsvSource({"0, 0", "0, 3", "3, 0"})
    void nothingToChooseFromIsWeak(int types, int zones) {
        PoolTable table = PoolTable.of(types(types), zones(zones));

        StrengthAssessment assessment = StrengthAssessor.assess(table, table.select(types(types), zones(zones)));

        assertThat(table.size()).isZero();
        assertThat(assessment.level()).isEqualTo(ElasticityStrength.WEAK);
        assertThat(assessment.pools()).isEmpty();
        assertThat(assessment.advice()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 63, 64, 65, 127, 128, 129})
    void wordsAndBytesHaveNoSeams(int n) {
        byte[] failing = new byte[n * 3];
        failing[n - 1] = PoolConstraint.STOCK.bit();
        failing[n] = PoolConstraint.SOLD_IN_ZONE.bit();
        PoolTable table = PoolTable.ofFailing(types(n), zones(3), failing);

        assertThat(StrengthAssessor.available(table, table.select(types(n), zones(3))))
                .isEqualTo(3 * n - 2);
        assertThat(StrengthAssessor.available(table, table.select(types(n).subList(n - 1, n), zones(1))))
                .isZero();
        assertThat(StrengthAssessor.available(table, table.select(types(n), List.of(Zone.of("z2")))))
                .isEqualTo(n);
    }

    @Test
    void bitsThatMeanNothingDoNothing() {
        int known = 0;
        for (PoolConstraint constraint : PoolConstraint.values()) {
            known |= constraint.bit();
        }
        byte[] strange = {(byte) ~known};
        PoolTable table = PoolTable.ofFailing(types(1), zones(1), strange);

        assertThat(StrengthAssessor.available(table, table.select(types(1), zones(1))))
                .isEqualTo(1);
    }

    @Test
    void whoIsGivenTwiceCountsOnce() {
        PoolTable table = PoolTable.of(types(2), List.of(Zone.of("z"), Zone.of("z")));
        List<InstanceType> same = List.of(types(2).get(0), types(2).get(0));

        assertThat(table.size()).isEqualTo(2);
        assertThat(table.select(same, List.of(Zone.of("z"), Zone.of("z"))).size())
                .isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> PoolTable.of(same, zones(1)));
    }

    @Test
    void strangersAreRefused() {
        PoolTable table = PoolTable.of(types(2), zones(2));

        assertThatIllegalArgumentException().isThrownBy(() -> table.select(types(3), zones(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> table.select(types(1), zones(3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.with(PoolConstraint.STOCK, types(3).get(2), zones(1).get(0), true));
        assertThatIllegalArgumentException().isThrownBy(() -> PoolTable.ofFailing(types(2), zones(2), new byte[3]));
    }

    @Test
    void aSelectionBelongsToItsTable() {
        PoolTable small = PoolTable.of(types(1), zones(1));
        PoolTable other = PoolTable.of(types(3), zones(2));
        PoolSelection selection = small.select(types(1), zones(1));

        assertThatIllegalArgumentException().isThrownBy(() -> StrengthAssessor.available(other, selection));
        assertThatIllegalArgumentException().isThrownBy(() -> StrengthAssessor.assess(other, selection));
        assertThatIllegalArgumentException().isThrownBy(() -> StrengthAssessor.additions(other, selection));
    }

    @Test
    void aTableThatIsTooLargeIsRefusedAndNotWrapped() {
        List<Zone> zones = zones(1 << 16);
        List<InstanceType> types = types(1 << 15);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> PoolTable.of(types, zones));
    }

    @Test
    void aMarketWithoutStockLeavesNothing() {
        InstanceType type = types(1).get(0);
        Zone zone = zones(1).get(0);
        Catalog catalog = Catalog.builder()
                .offering(type, zone, PurchaseOption.SPOT, Price.ZERO)
                .build();
        Market empty = Market.builder(catalog)
                .stock(type, zone, PurchaseOption.SPOT, 0)
                .build();
        PoolTable table = PoolTable.of(types(1), zones(1));

        assertThat(StrengthAssessor.assess(table.with(empty, PurchaseOption.SPOT), table.select(types(1), zones(1)))
                        .unavailable())
                .extracting(ResourcePool::failing)
                .containsExactly(List.of(PoolConstraint.STOCK));
        assertThat(StrengthAssessor.assess(
                                table.with(Market.of(catalog), PurchaseOption.SPOT), table.select(types(1), zones(1)))
                        .unavailable())
                .isEmpty();
        assertThat(StrengthAssessor.assess(
                                table.with(empty, PurchaseOption.ON_DEMAND), table.select(types(1), zones(1)))
                        .unavailable())
                .extracting(r -> r.failing().size())
                .containsExactly(2);
    }

    @Test
    void scoresOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InventoryHealth(4, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new InventoryHealth(0, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new InventoryHealth(0, 0, Integer.MAX_VALUE));
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> PoolTable.of(types(1), null));
        assertThatNullPointerException().isThrownBy(() -> new ResourcePool(null, Zone.of("z"), List.of()));
        assertThatNullPointerException()
                .isThrownBy(() -> PoolTable.of(
                        new AbstractList<InstanceType>() {
                            @Override
                            public InstanceType get(int index) {
                                return null;
                            }

                            @Override
                            public int size() {
                                return 1;
                            }
                        },
                        zones(1)));
    }
}
