package io.ess4j.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.rule.RuleChoice.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several rules due at one moment (guide map C-9-20). */
class RuleChoiceTest {
    private static final RuleChoice EIGHT = due("eight", 8, RuleReason.METRIC_BELOW_TARGET);
    private static final RuleChoice TEN = due("ten", 10, RuleReason.ADDS);

    private static RuleChoice due(String rule, long wanted, RuleReason reason) {
        return new RuleChoice(rule, new RuleOutcome(wanted, reason));
    }

    @Test
    void theServiceRunsTheFirst() {
        assertThat(RuleChoice.of(Order.FIRST, List.of(EIGHT, TEN))).isEqualTo(EIGHT);
    }

    /** Peers A18: two policies want 10 and 8, the group gets 10. */
    @Test
    void othersRunTheLargest() {
        assertThat(RuleChoice.of(Order.MOST_CAPACITY, List.of(EIGHT, TEN))).isEqualTo(TEN);
        assertThat(RuleChoice.of(Order.MOST_CAPACITY, List.of(TEN, due("also", 10, RuleReason.ADDS))))
                .isEqualTo(TEN);
    }

    /** Peers 3b, HPA: a metric without data forbids scale-in, never scale-out. */
    @Test
    void aRuleWithoutDataHoldsTheGroup() {
        RuleChoice silent = new RuleChoice(
                "silent", ScalingRule.targetTracking("silent", 50).evaluate(RuleInput.of(9)));

        assertThat(RuleChoice.of(Order.MOST_CAPACITY, List.of(EIGHT, silent))).isEqualTo(silent);
        assertThat(RuleChoice.of(Order.MOST_CAPACITY, List.of(TEN, silent))).isEqualTo(TEN);
    }

    @Test
    void somethingMustBeDue() {
        assertThatThrownBy(() -> RuleChoice.of(Order.FIRST, List.of())).hasMessageContaining("at least one rule");
    }
}
