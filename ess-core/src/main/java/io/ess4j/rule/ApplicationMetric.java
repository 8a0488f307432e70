package io.ess4j.rule;

/** What an application rule looks at (guide map G6-1). */
public enum ApplicationMetric {
    /** CPU utilisation in percent: thresholds from 1 to 100. */
    CPU_PERCENT(100),
    /** Response time in milliseconds: thresholds from 1 on. */
    RESPONSE_TIME_MILLIS(Integer.MAX_VALUE),
    /** System load: thresholds from 1 on. */
    LOAD(Integer.MAX_VALUE);

    private final int most;

    ApplicationMetric(int most) {
        this.most = most;
    }

    void check(int threshold) {
        RuleChecks.between("threshold of " + this, threshold, 1, most);
    }
}
