package io.ess4j;

import io.ess4j.rule.RuleInput;
import io.ess4j.rule.RuleOutcome;
import io.ess4j.rule.RuleReason;
import io.ess4j.rule.ScalingRule;
import io.ess4j.rule.SimpleRule;
import io.ess4j.rule.StepRule;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Asks a rule of a group what it wants, and says when its answer is a refusal (guide map C-9-9, C-9-28). */
final class RuleRun {
    private RuleRun() {}

    /** Simple rules count from stable capacity (guide map C-13-1), the others from what stands behind the metric. */
    static RuleOutcome of(
            ScalingRule rule, GroupState state, OptionalDouble metric, OptionalDouble threshold, Instant now) {
        if (rule instanceof SimpleRule) {
            return rule.evaluate(RuleInput.of(state.fleet().stableCapacity()));
        }
        RuleInput seen = Reporting.input(state.fleet(), rule.warmup(), OptionalDouble.empty(), now);
        if (rule instanceof StepRule steps && metric.isPresent() && threshold.isPresent()) {
            return steps.evaluate(seen.total(), seen.warming(), metric.getAsDouble(), threshold.getAsDouble());
        }
        // What other rules divide by or multiply with is a load, which is never negative.
        return metric.orElse(0) < 0
                ? new RuleOutcome(seen.total(), RuleReason.METRIC_OUT_OF_RANGE)
                : rule.evaluate(new RuleInput(seen.total(), seen.reporting(), seen.warming(), metric, threshold));
    }

    /** Why an alarm's request is refused; without data the group holds, which is no refusal. */
    static Optional<Rejection> refusal(RuleOutcome outcome) {
        return switch (outcome.reason()) {
            case NO_STEP_FOUND -> Optional.of(Rejection.NO_STEP_FOUND);
            case METRIC_OUT_OF_RANGE -> Optional.of(Rejection.METRIC_OUT_OF_RANGE);
            case THRESHOLD_OUT_OF_RANGE -> Optional.of(Rejection.THRESHOLD_OUT_OF_RANGE);
            default -> Optional.empty();
        };
    }

    /** Why a request by hand is refused. */
    static Optional<Rejection> refusalByHand(RuleOutcome outcome) {
        return switch (outcome.reason()) {
            case METRIC_MISSING -> Optional.of(Rejection.METRIC_MISSING);
            case THRESHOLD_MISSING -> Optional.of(Rejection.THRESHOLD_MISSING);
            default -> refusal(outcome);
        };
    }
}
