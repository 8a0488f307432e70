package io.ess4j.sim.control;

import io.ess4j.rule.BehaviorOutcome;
import io.ess4j.rule.RatioRule;
import io.ess4j.rule.RuleInput;
import io.ess4j.rule.RuleOutcome;
import io.ess4j.rule.ScalingBehavior;
import io.ess4j.rule.ScalingHistory;
import java.util.OptionalInt;

/** The ratio rule and the behaviour of Kubernetes from ess-core; see {@link Rival.Kind#KUBERNETES_HPA}. */
final class HorizontalPodPolicy implements CapacityPolicy {
    private final ScalingBehavior behavior = ScalingBehavior.kubernetes();
    private ScalingHistory history = ScalingHistory.empty();
    private long last = -1;

    @Override
    public OptionalInt wanted(Input input) {
        long current = input.capacity();
        if (last >= 0 && current != last) {
            history = history.withChange(current - last, input.now());
        }
        last = current;
        // requests that wait keep a pod busy too, so that the metric may exceed 100 %
        double load = input.measurement().arrivalsPerSecond() / input.unitRate();
        double percent = 100 * load / Math.max(1, input.measurement().capacity());
        RuleOutcome outcome = RatioRule.of("hpa", input.targetPercent())
                .evaluate(RuleInput.of(current).withMetric(percent));
        BehaviorOutcome limited = behavior.limit(current, outcome.wanted(), input.limits(), history, input.now());
        history = limited.history();
        return OptionalInt.of((int) limited.allowed());
    }
}
