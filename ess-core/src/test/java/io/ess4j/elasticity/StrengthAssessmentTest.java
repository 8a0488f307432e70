package io.ess4j.elasticity;

import static io.ess4j.elasticity.PoolConstraint.DISK_CATEGORY;
import static io.ess4j.elasticity.PoolConstraint.IMAGE;
import static io.ess4j.elasticity.PoolConstraint.NETWORK;
import static io.ess4j.elasticity.PoolConstraint.SOLD_IN_ZONE;
import static io.ess4j.elasticity.PoolConstraint.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.model.Catalog;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Market;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The picture of guide 1.7 and what the contract, section 24, adds. */
class StrengthAssessmentTest {
    private static final InstanceType G6 = InstanceType.of("ecs.g6.large", 2, 8192);
    private static final InstanceType C6 = InstanceType.of("ecs.c6.xlarge", 4, 8192);
    private static final InstanceType S6 = InstanceType.of("ecs.s6-c1m1.small", 1, 1024);
    private static final InstanceType R6 = InstanceType.of("ecs.r6.large", 2, 16384);
    private static final Zone B = Zone.of("cn-hangzhou-b");
    private static final Zone H = Zone.of("cn-hangzhou-h");
    private static final Zone I = Zone.of("cn-hangzhou-i");
    private static final List<InstanceType> THREE = List.of(G6, C6, S6);

    /** Zone b refuses the disk; h and i work; r6 is sold in i only. */
    private static final PoolTable REGION = PoolTable.of(List.of(G6, C6, S6, R6), List.of(B, H, I))
            .with(DISK_CATEGORY, (type, zone) -> !zone.equals(B))
            .with(SOLD_IN_ZONE, (type, zone) -> !type.equals(R6) || zone.equals(I));

    @ParameterizedTest(name = "{0} pools are {1}")
    @CsvSource({"0, WEAK", "1, WEAK", "2, MEDIUM", "3, MEDIUM", "4, STRONG", "1000, STRONG"})
    void levelsFollowTheNumberOfPools(int available, ElasticityStrength level) {
        assertThat(ElasticityStrength.of(available)).isEqualTo(level);
    }

    @Test
    void thePictureOfTheGuideIsMedium() {
        StrengthAssessment assessment = StrengthAssessor.assess(REGION, REGION.select(THREE, List.of(B, H)));

        assertThat(assessment.pools()).hasSize(6);
        assertThat(assessment.available()).isEqualTo(3);
        assertThat(assessment.level()).isEqualTo(ElasticityStrength.MEDIUM);
        assertThat(assessment.unavailable())
                .containsExactly(
                        new ResourcePool(G6, B, List.of(DISK_CATEGORY)),
                        new ResourcePool(C6, B, List.of(DISK_CATEGORY)),
                        new ResourcePool(S6, B, List.of(DISK_CATEGORY)));
        assertThat(assessment.unavailable().get(0).reason().flatMap(PoolConstraint::code))
                .contains("InstanceTypesOrDiskTypesNotSupported");
    }

    @Test
    void aFurtherUsableZoneMakesItStrong() {
        StrengthAssessment before = StrengthAssessor.assess(REGION, REGION.select(THREE, List.of(B, H)));
        StrengthAssessment after = StrengthAssessor.assess(REGION, REGION.select(THREE, List.of(B, H, I)));

        assertThat(before.advice()).containsExactly(new Advice.AddZone(I, 3, ElasticityStrength.STRONG));
        assertThat(after.available()).isEqualTo(6);
        assertThat(after.level()).isEqualTo(ElasticityStrength.STRONG);
        assertThat(after.advice()).isEmpty();
    }

    @Test
    void strongGroupsCanAskWhatElseWouldHelp() {
        PoolSelection group = REGION.select(THREE, List.of(H, I));

        assertThat(StrengthAssessor.additions(REGION, group))
                .containsExactly(new Advice.AddType(R6, 1, ElasticityStrength.STRONG));
    }

    @Test
    void adviceRanksByPoolsThenZonesBeforeTypes() {
        PoolTable table = PoolTable.of(List.of(G6, C6, S6), List.of(B, H, I)).with(STOCK, S6, I, false);
        PoolSelection group = table.select(List.of(G6), List.of(I));

        assertThat(StrengthAssessor.assess(table, group).advice())
                .containsExactly(
                        new Advice.AddZone(B, 1, ElasticityStrength.MEDIUM),
                        new Advice.AddZone(H, 1, ElasticityStrength.MEDIUM),
                        new Advice.AddType(C6, 1, ElasticityStrength.MEDIUM));
        PoolSelection two = table.select(List.of(G6, S6), List.of(I));
        assertThat(StrengthAssessor.additions(table, two))
                .containsExactly(
                        new Advice.AddZone(B, 2, ElasticityStrength.MEDIUM),
                        new Advice.AddZone(H, 2, ElasticityStrength.MEDIUM),
                        new Advice.AddType(C6, 1, ElasticityStrength.MEDIUM));
    }

    @Test
    void vSwitchesOfOneZoneShareAPool() {
        PoolSelection group = REGION.select(List.of(G6, C6), List.of(H, H, H));

        assertThat(group.size()).isEqualTo(2);
        assertThat(StrengthAssessor.assess(REGION, group).available()).isEqualTo(2);
        assertThat(PoolTable.of(THREE, List.of(B, H, B)).size()).isEqualTo(6);
    }

    @Test
    void oneUsablePoolOfFourIsWeak() {
        PoolTable table = PoolTable.of(List.of(G6, C6), List.of(B, H))
                .with(STOCK, (type, zone) -> type.equals(G6) && zone.equals(H));

        StrengthAssessment assessment = StrengthAssessor.assess(table, table.select(table.types(), table.zones()));

        assertThat(assessment.pools()).hasSize(4);
        assertThat(assessment.level()).isEqualTo(ElasticityStrength.WEAK);
    }

    @Test
    void allFailingConstraintsAreNamedTheFirstIsTheReason() {
        PoolTable table = PoolTable.of(List.of(G6), List.of(B))
                .with(NETWORK, G6, B, false)
                .with(IMAGE, G6, B, false)
                .with(STOCK, G6, B, false);

        ResourcePool pool = StrengthAssessor.assess(table, table.select(List.of(G6), List.of(B)))
                .pools()
                .get(0);

        assertThat(pool.failing()).containsExactly(IMAGE, STOCK, NETWORK);
        assertThat(pool.reason()).contains(IMAGE);
        assertThat(pool).hasToString("ecs.g6.large in cn-hangzhou-b [IMAGE, STOCK, NETWORK]");
        assertThat(table.with(IMAGE, G6, B, true)
                        .with(STOCK, G6, B, true)
                        .with(NETWORK, G6, B, true)
                        .select(List.of(G6), List.of(B))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void codesAreThePublishedOnes() {
        assertThat(PoolConstraint.values())
                .extracting(c -> c.code().orElse("-"))
                .containsExactly(
                        "InstanceTypesOrDiskTypesNotSupported",
                        "InstanceTypesOrDiskTypesNotSupported",
                        "IMG_NOT_SUPPORTED",
                        "OperationDenied.NoStock",
                        "-");
    }

    @Test
    void aMarketSaysWhatIsSoldAndInStock() {
        Price price = Price.perHour("1");
        Catalog catalog = Catalog.builder()
                .offering(G6, B, PurchaseOption.SPOT, price)
                .offering(G6, H, PurchaseOption.SPOT, price)
                .offering(C6, H, PurchaseOption.ON_DEMAND, price)
                .build();
        Market market =
                Market.builder(catalog).stock(G6, B, PurchaseOption.SPOT, 0).build();
        PoolTable table = PoolTable.of(List.of(G6, C6), List.of(B, H)).with(market, PurchaseOption.SPOT);

        assertThat(StrengthAssessor.assess(table, table.select(table.types(), table.zones()))
                        .pools())
                .containsExactly(
                        new ResourcePool(G6, B, List.of(STOCK)),
                        new ResourcePool(C6, B, List.of(SOLD_IN_ZONE, STOCK)),
                        new ResourcePool(G6, H, List.of()),
                        new ResourcePool(C6, H, List.of(SOLD_IN_ZONE, STOCK)));
    }

    @Test
    void theTrendNamesWhatWasGainedAndLost() {
        PoolSelection group = REGION.select(THREE, List.of(B, H));
        PoolTable later =
                REGION.with(STOCK, G6, H, false).with(STOCK, C6, H, false).with(DISK_CATEGORY, S6, B, true);
        StrengthAssessment then = StrengthAssessor.assess(REGION, group);
        StrengthAssessment now = StrengthAssessor.assess(later, group);

        StrengthTrend trend = now.since(then);

        assertThat(trend.direction()).isEqualTo(StrengthTrend.Direction.FALLING);
        assertThat(trend.crossedLevel()).isFalse();
        assertThat(trend.gained()).extracting(ResourcePool::zone).containsExactly(B);
        assertThat(trend.lost()).extracting(ResourcePool::type).containsExactly(G6, C6);
        assertThat(trend.failing())
                .containsExactly(new ResourcePool(G6, H, List.of(STOCK)), new ResourcePool(C6, H, List.of(STOCK)));
        assertThat(then.since(now).direction()).isEqualTo(StrengthTrend.Direction.RISING);
        assertThat(then.since(then)).isEqualTo(new StrengthTrend(3, 3, List.of(), List.of(), List.of()));
        assertThat(then.since(then).direction()).isEqualTo(StrengthTrend.Direction.LEVEL);
    }

    @Test
    void poolsThatLeftTheGroupAreLostButDoNotFail() {
        StrengthAssessment then = StrengthAssessor.assess(REGION, REGION.select(THREE, List.of(H, I)));
        StrengthAssessment now = StrengthAssessor.assess(REGION, REGION.select(THREE, List.of(H)));

        assertThat(now.since(then).lost()).extracting(ResourcePool::zone).containsOnly(I);
        assertThat(now.since(then).failing()).isEmpty();
        assertThat(now.since(then).crossedLevel()).isTrue();
    }

    @Test
    void anEmptyGroupIsWeak() {
        PoolTable nothing = PoolTable.of(List.of(), List.of());

        assertThat(StrengthAssessor.assess(nothing, nothing.select(List.of(), List.of()))
                        .level())
                .isEqualTo(ElasticityStrength.WEAK);
        assertThat(StrengthAssessor.available(REGION, REGION.select(THREE, List.of())))
                .isZero();
    }

    @Test
    void refusesWhatIsNotInTheTable() {
        PoolTable table = PoolTable.of(List.of(G6), List.of(B));

        assertThatThrownBy(() -> table.select(List.of(C6), List.of(B)))
                .hasMessage("instance type ecs.c6.xlarge must be one of the table's");
        assertThatThrownBy(() -> table.with(STOCK, G6, H, true))
                .hasMessage("zone cn-hangzhou-h must be one of the table's");
        assertThatThrownBy(() -> PoolTable.of(List.of(G6, G6), List.of(B)))
                .hasMessage("instance type ecs.g6.large must be given only once");
        assertThatThrownBy(() -> PoolTable.ofFailing(List.of(G6), List.of(B), new byte[2]))
                .hasMessage("failing (2 bytes) must have one for each of 1 pools");
        assertThatThrownBy(() -> StrengthAssessor.available(table, REGION.select(THREE, List.of(B))))
                .hasMessage("group must be a selection from this table or a changed copy of it");
        assertThatThrownBy(() -> ElasticityStrength.of(-1)).hasMessage("available (-1) must be >= 0");
    }
}
