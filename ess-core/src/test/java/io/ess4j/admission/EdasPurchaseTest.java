package io.ess4j.admission;

import static io.ess4j.admission.EdasPurchase.Problem.DURATION_MISSING;
import static io.ess4j.admission.EdasPurchase.Problem.PASSWORD_NOT_ACCEPTED;
import static io.ess4j.admission.EdasPurchase.Problem.PASSWORD_WITH_TEMPLATE;
import static io.ess4j.admission.EdasPurchase.Problem.QUANTITY_BELOW_ONE;
import static io.ess4j.admission.EdasPurchase.Problem.SPOT_NOT_SOLD;
import static io.ess4j.admission.EdasPurchase.Problem.TEMPLATE_IN_CLASSIC_NETWORK;
import static io.ess4j.admission.EdasPurchase.Problem.TERMS_NOT_ACCEPTED;
import static io.ess4j.admission.Fixtures.VPC;
import static io.ess4j.admission.Fixtures.edas;
import static io.ess4j.model.PurchaseOption.ON_DEMAND;
import static io.ess4j.model.PurchaseOption.SPOT;
import static io.ess4j.model.PurchaseOption.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.admission.EdasPurchase.Basis;
import io.ess4j.admission.EdasPurchase.Fate;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Password;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Tag;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Buying instances for an EDAS cluster. */
class EdasPurchaseTest {
    private static final InstanceType LARGE = InstanceType.of("ecs.g6.large", 2, 8192);
    private static final Basis LIKE = new Basis.Specification("i-1", LARGE);
    private static final Basis TEMPLATE = new Basis.Template("lt-1", 2);

    private static EdasPurchase purchase(Basis basis, PurchaseOption option, Optional<Period> duration) {
        return new EdasPurchase(basis, option, duration, 1, Optional.empty(), true);
    }

    @Test
    void aClassicClusterTakesNoTemplate() {
        EdasPurchase byTemplate = purchase(TEMPLATE, ON_DEMAND, Optional.empty());

        assertThat(byTemplate.problems(edas(Network.classic()))).containsExactly(TEMPLATE_IN_CLASSIC_NETWORK);
        assertThat(byTemplate.problems(edas(VPC))).isEmpty();
        assertThat(purchase(LIKE, ON_DEMAND, Optional.empty()).problems(edas(Network.classic())))
                .isEmpty();
    }

    @Test
    void aSubscriptionNeedsADuration() {
        assertThat(purchase(LIKE, SUBSCRIPTION, Optional.empty()).problems(edas(VPC)))
                .containsExactly(DURATION_MISSING);
        assertThat(purchase(LIKE, SUBSCRIPTION, Optional.of(Period.ZERO)).problems(edas(VPC)))
                .containsExactly(DURATION_MISSING);
        assertThat(purchase(LIKE, SUBSCRIPTION, Optional.of(Period.ofDays(-1))).problems(edas(VPC)))
                .containsExactly(DURATION_MISSING);
        assertThat(purchase(LIKE, SUBSCRIPTION, Optional.of(Period.ofMonths(1))).problems(edas(VPC)))
                .isEmpty();
        assertThat(purchase(LIKE, ON_DEMAND, Optional.empty()).problems(edas(VPC)))
                .isEmpty();
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        EdasPurchase bad =
                new EdasPurchase(TEMPLATE, SPOT, Optional.empty(), 0, Optional.of(Password.of("short")), false);

        assertThat(bad.problems(edas(Network.classic())))
                .containsExactly(
                        TEMPLATE_IN_CLASSIC_NETWORK,
                        SPOT_NOT_SOLD,
                        QUANTITY_BELOW_ONE,
                        PASSWORD_WITH_TEMPLATE,
                        PASSWORD_NOT_ACCEPTED,
                        TERMS_NOT_ACCEPTED);
        assertThat(bad.toString()).doesNotContain("short");
    }

    @Test
    void aPasswordGoesWithASpecificationAndVersionsBeginAtOne() {
        EdasPurchase good =
                new EdasPurchase(LIKE, ON_DEMAND, Optional.empty(), 1, Optional.of(Password.of("Hello1234!")), true);

        assertThat(good.problems(edas(VPC))).isEmpty();
        assertThatThrownBy(() -> new Basis.Template("lt-1", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("version (0) must be >= 1");
        assertThat(new Basis.Template("lt-1", 1).version()).isEqualTo(1);
    }

    @Test
    void aSpecificationIsCopied() {
        assertThat(purchase(LIKE, ON_DEMAND, Optional.empty()).type()).contains(LARGE);
        assertThat(purchase(TEMPLATE, ON_DEMAND, Optional.empty()).type()).isEmpty();
    }

    @Test
    void boughtInstancesSurviveTheScaleInAndAStopReleasesThosePaidByUse() {
        EdasPurchase byUse = purchase(LIKE, ON_DEMAND, Optional.empty());
        EdasPurchase subscribed = purchase(LIKE, SUBSCRIPTION, Optional.of(Period.ofYears(1)));

        assertThat(byUse.onScaleIn()).isEqualTo(Fate.KEEPS_RUNNING);
        assertThat(byUse.onManualStop()).isEqualTo(Fate.RELEASED);
        assertThat(subscribed.onManualStop()).isEqualTo(Fate.STOPPED);
    }

    @Test
    void theMarkOfTheGroupMustStay() {
        Tag mark = new Tag(EdasPurchase.GROUP_TAG, "asg-1");
        Tag own = new Tag("team", "game1");

        assertThat(EdasPurchase.lostMarks(List.of(own, mark), List.of(own))).containsExactly(mark);
        assertThat(EdasPurchase.lostMarks(List.of(own, mark), List.of(new Tag(EdasPurchase.GROUP_TAG, "asg-2"))))
                .containsExactly(mark);
        assertThat(EdasPurchase.lostMarks(List.of(own, mark), List.of(mark))).isEmpty();
    }
}
