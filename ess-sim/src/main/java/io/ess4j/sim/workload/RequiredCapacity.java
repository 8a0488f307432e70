package io.ess4j.sim.workload;

/**
 * How much capacity a load needs: the fewest whole units with which {@link QueueingService} keeps the mean response
 * time of a period within a limit and leaves no backlog. If the limit is below the service time itself, the fewest that
 * can work the load off.
 */
public final class RequiredCapacity {
    private final QueueingService.Settings settings;
    private final double limitMillis;

    /**
     * Prepares the question.
     *
     * @param settings the service
     * @param limitMillis the greatest mean response time, above 0
     */
    public RequiredCapacity(QueueingService.Settings settings, double limitMillis) {
        this.settings = settings;
        this.limitMillis = limitMillis;
    }

    /**
     * The units needed. O(log units).
     *
     * @param arrivals requests that arrive in the period, 0 or more
     * @param periodMillis the length of the period
     * @return capacity units; 0 without requests
     */
    public long units(long arrivals, long periodMillis) {
        if (arrivals == 0) {
            return 0;
        }
        double perUnit = settings.workersPerUnit() * periodMillis / settings.serviceMillis();
        long least = Math.max(1, (long) Math.ceil(arrivals / perUnit));
        if (limitMillis <= settings.serviceMillis() || isEnough(arrivals, least, periodMillis)) {
            return least;
        }
        long tooFew = least;
        long enough = least + 1;
        while (!isEnough(arrivals, enough, periodMillis)) {
            tooFew = enough;
            enough = Math.min(Long.MAX_VALUE / 4, 2 * enough);
        }
        while (enough - tooFew > 1) {
            long middle = tooFew + (enough - tooFew) / 2;
            if (isEnough(arrivals, middle, periodMillis)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private boolean isEnough(long arrivals, long units, long periodMillis) {
        return QueueingService.meanMillis(settings, arrivals, (double) units, 0, periodMillis) <= limitMillis;
    }
}
