package io.ess4j.bench.report;

import java.util.List;
import java.util.function.IntFunction;

/**
 * How the time of a path grows with one size.
 *
 * @param id names the picture
 * @param title what grows, for people
 * @param sizes the sizes measured, rising
 * @param cell the cell for a size
 * @param expected what the complexity says
 */
record Curve(String id, String title, List<Integer> sizes, IntFunction<Cell> cell, String expected) {
    private static final List<Integer> INSTANCES = List.of(10, 100, 1000, 10_000, 100_000, 1_000_000);
    private static final List<Integer> POOLS = List.of(10, 100, 1000, 10_000);
    private static final List<Integer> ZONES = List.of(2, 10, 100, 1000);

    /** All curves of the page. */
    static List<Curve> all() {
        return List.of(
                of(
                        "removal-instances",
                        "remove a tenth: instances",
                        INSTANCES,
                        "RemovalBenchmark.planner percent=10 size=%d",
                        "1: one pass; tables of the kinds dominate small fleets"),
                of(
                        "plan-in-instances",
                        "plan, a fifth out: instances",
                        INSTANCES,
                        "PlanBenchmark.scaleIn size=%d",
                        "1: one pass"),
                of(
                        "plan-out-instances",
                        "plan, a tenth more: instances",
                        INSTANCES,
                        "PlanBenchmark.scaleOut size=%d",
                        "0: counts are kept"),
                of(
                        "fleet-instances",
                        "build a fleet: instances",
                        INSTANCES,
                        "FleetBenchmark.build size=%d",
                        "1, and a little more once ids leave the cache"),
                of(
                        "cover-pools",
                        "exact cover of 10,000: pools",
                        POOLS,
                        "CoverBenchmark.exact kind=REALISTIC scale=%dx10000",
                        "1 to 1.1: sorting; the search does not depend on it"),
                of(
                        "cover-demand",
                        "exact cover by 100 pools: demand",
                        INSTANCES,
                        "CoverBenchmark.exact kind=REALISTIC scale=100x%d",
                        "0: the search depends on weights, not on demand"),
                of(
                        "zones-zones",
                        "10,000 instances: zones",
                        ZONES,
                        "ZoneBalanceBenchmark.level amount=10000 zones=%d",
                        "1: zones x log(most)"),
                of(
                        "zones-amount",
                        "over 10 zones: instances",
                        INSTANCES,
                        "ZoneBalanceBenchmark.level amount=%d zones=10",
                        "0: the search begins at the mean"));
    }

    private static Curve of(String id, String title, List<Integer> sizes, String cell, String expected) {
        return new Curve(id, title, sizes, n -> Cell.of(cell.replace("%d", Integer.toString(n))), expected);
    }

    String fileName() {
        return "speed-" + id + ".svg";
    }

    Points measure(Laboratory laboratory) {
        Round round = new Round(laboratory.round(sizes.stream().map(cell::apply).toList(), title));
        return new Points(
                this,
                sizes.stream()
                        .map(size -> new Point(size, round.get(cell.apply(size)).nanos()))
                        .toList());
    }

    /**
     * A point of a curve.
     *
     * @param size how much there is
     * @param nanos how long a call takes
     */
    record Point(int size, double nanos) {}

    /**
     * A measured curve.
     *
     * @param curve what was measured
     * @param points its points, of rising size
     */
    record Points(Curve curve, List<Point> points) {
        int least() {
            return points.get(0).size();
        }

        int greatest() {
            return points.get(points.size() - 1).size();
        }

        /** The slope of the straight line of least squares through the logarithms. */
        double exponent() {
            return slope(points);
        }

        /** The same through the last third of the points, at least two. */
        double lastExponent() {
            int from = Math.min(points.size() - 2, points.size() * 2 / 3);
            return slope(points.subList(from, points.size()));
        }

        private static double slope(List<Point> points) {
            double meanX = points.stream()
                    .mapToDouble(p -> Math.log(p.size()))
                    .average()
                    .orElseThrow();
            double meanY = points.stream()
                    .mapToDouble(p -> Math.log(p.nanos()))
                    .average()
                    .orElseThrow();
            double above = 0;
            double below = 0;
            for (Point p : points) {
                above += (Math.log(p.size()) - meanX) * (Math.log(p.nanos()) - meanY);
                below += (Math.log(p.size()) - meanX) * (Math.log(p.size()) - meanX);
            }
            return above / below;
        }
    }
}
