package io.ess4j.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the steps of a step rule; one constant for each refusal of the service (guide map C-9-8). */
public enum StepProblem {
    /** There is no step at all. */
    NO_STEPS(null, "a step rule must have at least one step"),
    /** There are more than 20 steps. */
    TOO_MANY("InvalidStepAdjustments.MaxNum", "a step rule must have at most 20 steps"),
    /** A bound is beyond 9.999999E18 in size. */
    BOUND_OUT_OF_RANGE("StepBeyondPermitRange", "a bound must be from -9.999999E18 to 9.999999E18"),
    /** A step has neither a lower nor an upper bound. */
    BOTH_OPEN("InvalidStepAdjustments.BothNull", "a step must have a lower or an upper bound"),
    /** Several steps have no lower bound. */
    SEVERAL_OPEN_LOWER("InvalidStepAdjustments.MultipleNullLowerBound", "only one step may lack a lower bound"),
    /** Several steps have no upper bound. */
    SEVERAL_OPEN_UPPER("InvalidStepAdjustments.MultipleNullUpperBound", "only one step may lack an upper bound"),
    /** A step ends where it begins, or before. */
    LOWER_NOT_BELOW_UPPER("InvalidStepAdjustments.LowerGtUpper", "the lower bound must be below the upper bound"),
    /** Two steps overlap. */
    OVERLAP("InvalidStepAdjustments.Overlap", "steps must not overlap"),
    /** There is a hole between two steps. */
    GAP("InvalidStepAdjustments.Gap", "steps must not leave gaps"),
    /** A lower bound is negative, and no step reaches down without end. */
    NO_OPEN_LOWER("InvalidStepAdjustments.NoNullLowerBound", "below the threshold one step must lack a lower bound"),
    /** An upper bound is positive, and no step reaches up without end. */
    NO_OPEN_UPPER("InvalidStepAdjustments.NoNullUpperBound", "above the threshold one step must lack an upper bound");

    static final double LARGEST = 9.999999E18;
    private static final int MOST_STEPS = 20;
    private static final Comparator<Step> BY_LOWER =
            Comparator.comparingDouble(s -> s.lower().orElse(Double.NEGATIVE_INFINITY));

    private final Optional<String> code;
    private final String sentence;

    StepProblem(@Nullable String code, String sentence) {
        this.code = Optional.ofNullable(code);
        this.sentence = sentence;
    }

    /**
     * The service's own code of the refusal.
     *
     * @return a code such as {@code InvalidStepAdjustments.Gap}; empty where the documents have none
     */
    public Optional<String> code() {
        return code;
    }

    /** Returns the rule that is broken, as a sentence. */
    @Override
    public String toString() {
        return sentence;
    }

    /**
     * All that is wrong with some steps, each problem once; O(n log n) in the number of steps.
     *
     * @param steps steps in any order
     * @return the problems in the order of this enum; empty if a rule may have these steps
     */
    public static List<StepProblem> of(List<Step> steps) {
        Set<StepProblem> found = EnumSet.noneOf(StepProblem.class);
        if (steps.isEmpty()) {
            found.add(NO_STEPS);
        }
        if (steps.size() > MOST_STEPS) {
            found.add(TOO_MANY);
        }
        steps.forEach(s -> alone(s, found));
        together(steps, found);
        return List.copyOf(found);
    }

    private static void alone(Step step, Set<StepProblem> found) {
        if (beyond(step.lower()) || beyond(step.upper())) {
            found.add(BOUND_OUT_OF_RANGE);
        }
        if (step.lower().isEmpty() && step.upper().isEmpty()) {
            found.add(BOTH_OPEN);
        }
        if (lower(step) >= upper(step)) {
            found.add(LOWER_NOT_BELOW_UPPER);
        }
    }

    private static void together(List<Step> steps, Set<StepProblem> found) {
        long openBelow = steps.stream().filter(s -> s.lower().isEmpty()).count();
        long openAbove = steps.stream().filter(s -> s.upper().isEmpty()).count();
        if (openBelow > 1) {
            found.add(SEVERAL_OPEN_LOWER);
        }
        if (openAbove > 1) {
            found.add(SEVERAL_OPEN_UPPER);
        }
        if (openBelow == 0 && steps.stream().anyMatch(s -> lower(s) < 0)) {
            found.add(NO_OPEN_LOWER);
        }
        if (openAbove == 0 && steps.stream().anyMatch(s -> upper(s) > 0)) {
            found.add(NO_OPEN_UPPER);
        }
        List<Step> sorted = new ArrayList<>(steps);
        sorted.sort(BY_LOWER);
        for (int i = 1; i < sorted.size(); i++) {
            int order = Double.compare(upper(sorted.get(i - 1)), lower(sorted.get(i)));
            if (order != 0) {
                found.add(order > 0 ? OVERLAP : GAP);
            }
        }
    }

    private static boolean beyond(OptionalDouble bound) {
        return bound.isPresent() && Math.abs(bound.getAsDouble()) > LARGEST;
    }

    private static double lower(Step step) {
        return step.lower().orElse(Double.NEGATIVE_INFINITY);
    }

    private static double upper(Step step) {
        return step.upper().orElse(Double.POSITIVE_INFINITY);
    }
}
