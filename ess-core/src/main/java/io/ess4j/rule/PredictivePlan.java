package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a predictive rule says about the next 48 hours.
 *
 * @param forecast the load of each hour and how well such forecasts have done; absent if the past does not allow one
 * @param tasks one for each hour, in the order of time; none if the group is left to its reactive rules
 * @param reason where the plan comes from
 */
public record PredictivePlan(Optional<LoadForecast> forecast, List<PredictiveTask> tasks, Reason reason) {
    /** Where a plan comes from. */
    public enum Reason {
        /** From the forecast. */
        FORECAST,
        /** From the forecast, which is shown only. */
        PREDICTS_ONLY,
        /** Fewer than 24 hours of the past are known, or some hour of the day is not: reactive rules scale alone. */
        HISTORY_TOO_SHORT,
        /** The past ends more than 24 hours ago: reactive rules scale alone. */
        HISTORY_TOO_OLD
    }

    public PredictivePlan {
        requireNonNull(forecast, "forecast");
        tasks = List.copyOf(tasks);
        requireNonNull(reason, "reason");
    }

    static PredictivePlan reactive(Reason reason) {
        return new PredictivePlan(Optional.empty(), List.of(), reason);
    }

    /**
     * Whether the group is left to its reactive rules, because there is no forecast.
     *
     * @return true without a forecast
     */
    public boolean isReactive() {
        return forecast.isEmpty();
    }
}
