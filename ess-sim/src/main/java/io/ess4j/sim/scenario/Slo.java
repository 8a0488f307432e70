package io.ess4j.sim.scenario;

import java.time.Duration;

/**
 * The service level objective: in every period the mean response time is at most a limit and no request is lost.
 *
 * @param response the limit, above 0
 */
public record Slo(Duration response) {
    public Slo {
        if (response.isNegative() || response.isZero()) {
            throw new IllegalArgumentException("response (" + response + ") must be above 0");
        }
    }

    /**
     * Whether a period breaks the objective.
     *
     * @param lost requests lost in it
     * @param unanswered whether requests were there and nothing could answer
     * @param responseMillis mean response time; NaN if nothing could answer
     * @return true if it does
     */
    public boolean isViolated(long lost, boolean unanswered, double responseMillis) {
        return lost > 0 || unanswered || responseMillis > response.toMillis();
    }
}
