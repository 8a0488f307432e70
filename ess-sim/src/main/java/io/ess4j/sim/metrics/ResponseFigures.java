package io.ess4j.sim.metrics;

import io.ess4j.sim.metrics.Figure.Better;

/**
 * The response times of all requests of a run: how many took longer than each time of a fixed scale of four steps per
 * doubling, from 1 ms to 18 h. Percentiles are read off between two steps as if the tail fell exponentially there.
 */
public final class ResponseFigures implements FigureSource {
    private static final int STEPS_PER_DOUBLING = 4;
    private static final int STEPS = 26 * STEPS_PER_DOUBLING + 1;
    /** Tails smaller than this do not show in any percentile. */
    private static final double NEGLIGIBLE = 1e-7;

    private final double[] times = new double[STEPS];
    private final double[] above = new double[STEPS];
    private final double limitMillis;
    private double requests;
    private double late;
    private double requestsAndLost;

    /**
     * Measures nothing yet.
     *
     * @param limitMillis the response time of the objective
     */
    public ResponseFigures(double limitMillis) {
        this.limitMillis = limitMillis;
        for (int i = 0; i < STEPS; i++) {
            times[i] = StrictMath.pow(2, (double) i / STEPS_PER_DOUBLING);
        }
    }

    @Override
    public void period(Period period) {
        if (!period.groups().isEmpty()) {
            period.groups().forEach(this::period);
            return;
        }
        late += period.traffic().lost();
        requestsAndLost += period.traffic().served() + period.traffic().lost();
        long served = period.traffic().served();
        double mean = period.traffic().responseMillis();
        if (served == 0 || Double.isNaN(mean)) {
            return;
        }
        requests += served;
        late += served * shareAbove(period, limitMillis);
        for (int i = 0; i < STEPS; i++) {
            double time = times[i];
            double share =
                    period.world().responses().map(r -> r.shareAbove(time)).orElse(mean > time ? 1.0 : 0.0);
            if (share < NEGLIGIBLE) {
                return;
            }
            above[i] += share * served;
        }
    }

    private static double shareAbove(Period period, double time) {
        return period.world()
                .responses()
                .map(r -> r.shareAbove(time))
                .orElse(period.traffic().responseMillis() > time ? 1.0 : 0.0);
    }

    @Override
    public void activity(Activity activity) {}

    /**
     * A percentile of the response times.
     *
     * @param ratio the share of requests that are at most so long, above 0 and below 1
     * @return milliseconds; NaN if no request was answered
     */
    public double percentile(double ratio) {
        double wanted = (1 - ratio) * requests;
        if (requests == 0) {
            return Double.NaN;
        }
        double lower = requests;
        double time = 0;
        for (int i = 0; i < STEPS; i++) {
            if (above[i] <= wanted) {
                return time + part(lower, above[i], wanted) * (times[i] - time);
            }
            lower = above[i];
            time = times[i];
        }
        return times[STEPS - 1];
    }

    /** How far an exponential tail has come from one value to the next when it reaches the one between them. */
    private static double part(double from, double to, double between) {
        if (from <= to) {
            return 1;
        }
        return to > 0 ? StrictMath.log(from / between) / StrictMath.log(from / to) : (from - between) / (from - to);
    }

    @Override
    public void addTo(Figures.Builder figures) {
        figures.decimal("responses.p50Millis", "Median response", "ms", Better.LESS, percentile(0.5), 1)
                .decimal("responses.p95Millis", "95th percentile of response", "ms", Better.LESS, percentile(0.95), 1)
                .decimal("responses.p99Millis", "99th percentile of response", "ms", Better.LESS, percentile(0.99), 1)
                .decimal(
                        "responses.withinLimitPercent",
                        "Requests answered within the limit",
                        "%",
                        Better.MORE,
                        requestsAndLost == 0 ? Double.NaN : 100 * (1 - late / requestsAndLost),
                        2);
    }
}
