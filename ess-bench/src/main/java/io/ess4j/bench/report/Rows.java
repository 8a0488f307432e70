package io.ess4j.bench.report;

import io.ess4j.bench.report.Row.Gate;
import io.ess4j.bench.report.Row.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** ess4j against the versions that a user would otherwise write, and against the floor. */
public final class Rows implements Section {
    private static final Gate NOTHING = new Gate(Kind.NONE, 0);

    private final List<Row> rows = new ArrayList<>();

    /** All rows, in the order of the page. */
    public Rows() {
        plan();
        removal();
        zones();
        cover();
        names();
        strength();
        kernel();
        fleet();
        others();
        groups();
        requests();
    }

    @Override
    public String part() {
        return "rows";
    }

    @Override
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** The cells of those rows, each once, those of a row side by side. */
    static Collection<Cell> cells(Collection<Row> rows) {
        Collection<Cell> cells = new LinkedHashSet<>();
        for (Row row : rows) {
            cells.add(row.subject());
            cells.add(row.other());
        }
        return cells;
    }

    private void plan() {
        String in100 = "PlanBenchmark.scaleIn size=100";
        String in100k = "PlanBenchmark.scaleIn size=100000";
        time(true, "plan-out-100", "plan: 100 instances, a tenth more", "PlanBenchmark.scaleOut size=100", 20);
        time(true, "plan-in-100", "plan: 100 instances, a fifth out", in100, 20);
        time(false, "plan-in-100k", "plan: 100,000 instances, a fifth out", in100k, 2000);
        faster(
                true,
                "plan-in-100-streams",
                "plan: 100 instances, a fifth out",
                "the guide's procedure with streams, one at a time",
                in100,
                "PlanBenchmark.oneByOneIn size=100",
                50);
        faster(
                false,
                "plan-in-100k-streams",
                "plan: 100,000 instances, a fifth out",
                "sorted streams",
                in100k,
                "PlanBenchmark.streamsIn size=100000",
                50);
    }

    private void removal() {
        for (String size : List.of("1000", "100000", "1000000")) {
            for (String percent : List.of("1", "10")) {
                String params = " percent=" + percent + " size=" + size;
                String id = "removal-" + size + "-" + percent;
                String path = "remove " + percent + " % of " + Text.number(Double.parseDouble(size));
                boolean small = size.equals("1000");
                boolean large = size.equals("1000000");
                String planner = "RemovalBenchmark.planner" + params;
                Gate floor = large ? new Gate(Kind.NEAR_FLOOR, percent.equals("1") ? 3 : 6) : NOTHING;
                row(
                        false,
                        id + "-floor",
                        path,
                        "one pass over the columns",
                        planner,
                        "RemovalBenchmark.floor" + params,
                        floor);
                row(
                        small,
                        id + "-streams",
                        path,
                        "sorted streams",
                        planner,
                        "RemovalBenchmark.streams" + params,
                        small ? new Gate(Kind.FASTER, 40) : large ? new Gate(Kind.FASTER, 300) : NOTHING);
                if (small) {
                    time(true, id + "-time", path, planner, 5);
                }
            }
        }
        String largest = "RemovalBenchmark.planner percent=10 size=1000000";
        row(
                false,
                "removal-1000000-10-bytes",
                "remove 10 % of 1,000,000",
                "the answer, as row numbers",
                largest,
                largest,
                new Gate(Kind.BYTES, 400_000));
    }

    private void zones() {
        String ten = "ZoneBalanceBenchmark.level amount=10000 zones=10";
        faster(
                true,
                "zones-10-streams",
                "10,000 instances over 10 zones",
                "one at a time with streams",
                ten,
                "ZoneBalanceBenchmark.oneByOne amount=10000 zones=10",
                1000);
        row(
                true,
                "zones-10-flat",
                "10,000 instances over 10 zones",
                "100 instances over 10 zones",
                ten,
                "ZoneBalanceBenchmark.level amount=100 zones=10",
                new Gate(Kind.NEAR_FLOOR, 1.5));
        row(true, "zones-10-bytes", "10,000 instances over 10 zones", "nothing", ten, ten, new Gate(Kind.BYTES, 1));
        faster(
                false,
                "zones-1000-streams",
                "10,000 instances over 1,000 zones",
                "one at a time with streams",
                "ZoneBalanceBenchmark.level amount=10000 zones=1000",
                "ZoneBalanceBenchmark.oneByOne amount=10000 zones=1000",
                1000);
    }

    private void cover() {
        faster(
                true,
                "order-10000-streams",
                "order 10,000 pools by unit price",
                "a stream sorted by `BigDecimal`",
                "UnitPriceOrderBenchmark.exact pools=10000",
                "UnitPriceOrderBenchmark.stream pools=10000",
                25);
        String realistic = "CoverBenchmark.exactSampled kind=REALISTIC scale=100x10000";
        String greedy = "CoverBenchmark.greedySampled kind=REALISTIC scale=100x10000";
        String path = "exact cover: 100 pools, demand 10,000";
        String byGreedy = "the documented greedy";
        time(true, "cover-100-p50", path, realistic, 50);
        row(false, "cover-100-p99", path, "", realistic, realistic, new Gate(Kind.MICROS_P99, 500));
        row(true, "cover-100-greedy", path, byGreedy, realistic, greedy, new Gate(Kind.NEAR_FLOOR, 50));
        row(false, "cover-100-greedy-p99", path, byGreedy, realistic, greedy, new Gate(Kind.NEAR_FLOOR_P99, 500));
        faster(
                false,
                "cover-100-textbook",
                path,
                "a textbook table",
                "CoverBenchmark.exact kind=REALISTIC scale=100x10000",
                "CoverBenchmark.textbook kind=REALISTIC scale=100x10000",
                1000);
        String trap = "CoverBenchmark.exactSampled kind=TRAP scale=100x10000";
        row(
                true,
                "cover-trap-p99",
                "exact cover: parity trap, 100 pools, demand 10,001",
                "",
                trap,
                trap,
                new Gate(Kind.MICROS_P99, 5000));
        String large = "CoverBenchmark.exactSampled kind=REALISTIC scale=1000x100000";
        row(
                false,
                "cover-1000-p99",
                "exact cover: 1,000 pools, demand 100,000",
                "",
                large,
                large,
                new Gate(Kind.MICROS_P99, 2000));
        String documented = "PlacementBenchmark.costOptimized units=10000";
        time(true, "greedy-100", "documented cost-optimised plan, 100 pools", documented, 1.5);
        faster(
                true,
                "greedy-100-streams",
                "documented cost-optimised plan, 100 pools",
                "streams and `BigDecimal`",
                documented,
                "PlacementBenchmark.costOptimizedWithStreams units=10000",
                4);
    }

    private void names() {
        String params = " numbering=(AUTO_INCREMENT)[0,6] size=1000000";
        String observe = "HostNameBenchmark.observe" + params;
        row(
                false,
                "names-max-floor",
                "greatest of 1,000,000 host names",
                "touching every string",
                "HostNameBenchmark.observeBesideTouching#observe" + params,
                "HostNameBenchmark.observeBesideTouching#touch" + params,
                new Gate(Kind.NEAR_FLOOR, 1.5));
        faster(
                false,
                "names-max-regex",
                "greatest of 1,000,000 host names",
                "a stream with a regular expression",
                observe,
                "HostNameBenchmark.observeByRegex" + params,
                15);
        String next = "HostNameBenchmark.next count=1000";
        faster(
                true,
                "names-next-format",
                "1,000 host names",
                "`String.format`",
                next,
                "HostNameBenchmark.nextByFormat count=1000",
                10);
        row(true, "names-next-bytes", "1,000 host names", "", next, next, new Gate(Kind.BYTES, 70_000));
    }

    private void strength() {
        String path = "strength of 10,000 pools with 5 constraints";
        String streams = "StrengthBenchmark.streams";
        faster(true, "strength-kept", path, "a stream over objects", "StrengthBenchmark.kept", streams, 1000);
        faster(
                true,
                "strength-built",
                path + ", tables built each time",
                "a stream over objects",
                "StrengthBenchmark.built",
                streams,
                20);
    }

    private void kernel() {
        double[] gates = {1.5, 3, 5};
        String[] pending = {"1000", "100000", "1000000"};
        for (int i = 0; i < pending.length; i++) {
            String hold = "KernelBenchmark.hold pending=" + pending[i];
            String path = "simulator: next event of " + Text.number(Double.parseDouble(pending[i]));
            faster(
                    i == 0,
                    "kernel-" + pending[i] + "-heap",
                    path,
                    "`PriorityQueue` of records",
                    hold,
                    "KernelBenchmark.holdPriorityQueue pending=" + pending[i],
                    gates[i]);
            row(i == 0, "kernel-" + pending[i] + "-bytes", path, "nothing", hold, hold, new Gate(Kind.BYTES, 1));
        }
        time(
                false,
                "year",
                "simulate a year of 200 instances, a decision every minute",
                "SimulationBenchmark.run days=365",
                10_000_000);
    }

    private void fleet() {
        time(
                false,
                "fleet-build",
                "build a fleet of 1,000,000 from a list",
                "FleetBenchmark.build size=1000000",
                1_000_000);
    }

    private void others() {
        beside("match", "match 1,200 types in 3 zones", "streams and `BigDecimal`", "MatchBenchmark.engine", "streams");
        beside(
                "cron-next",
                "next run of a weekly cron",
                "minute after minute",
                "ScheduleBenchmark.next",
                "minuteByMinute");
        beside("access", "100 statements, one allows", "regular expressions", "AccessBenchmark.engine", "regex");
        beside("alarm", "a minute of an alarm", "a stream over an hour", "RuleBenchmark.alarm", "alarmWithStreams");
        alone("schedule-forecast", "limits of the next 30 days", "ScheduleBenchmark.forecast");
        alone("tracking", "target tracking, one evaluation", "RuleBenchmark.track");
        alone("forecast", "forecast of two days from four weeks", "RuleBenchmark.forecast");
    }

    private void groups() {
        for (String size : List.of("1000", "100000")) {
            String number = Text.number(Double.parseDouble(size));
            String health = "LifecycleBenchmark.health";
            row(
                    false,
                    "removal-weighted-" + size,
                    "remove a tenth of the capacity of " + number + " of unequal weights",
                    "a sorted stream",
                    "WeightedRemovalBenchmark.planner size=" + size,
                    "WeightedRemovalBenchmark.streams size=" + size,
                    NOTHING);
            row(
                    false,
                    "health-" + size,
                    "health of " + number + " instances",
                    "a hash map and streams",
                    health + " size=" + size,
                    health + "ByStreams size=" + size,
                    NOTHING);
            row(
                    false,
                    "lifetime-" + size,
                    "the oldest of " + number + " instances",
                    "a sorted stream",
                    "LifecycleBenchmark.lifetime size=" + size,
                    "LifecycleBenchmark.lifetimeByStreams size=" + size,
                    NOTHING);
        }
    }

    private void requests() {
        row(
                false,
                "rollout-plan",
                "who takes part in a rolling update of 1,000, with the reasons of the others",
                "streams, without reasons",
                "RolloutBenchmark.plan size=1000",
                "RolloutBenchmark.planByStreams size=1000",
                NOTHING);
        alone("rollout-task", "a rolling update of 1,000, event by event", "RolloutBenchmark.task size=1000");
        beside(
                "admission",
                "whether 20 instances may join, with all reasons",
                "a stream that says yes or no",
                "AdmissionBenchmark.engine",
                "byStreams");
        beside(
                "launch",
                "launch specification with 15 tags and all findings",
                "merging the tags alone",
                "LaunchBenchmark.compose",
                "mergeTags");
        beside(
                "subscriptions",
                "how many subscriptions for a month of load",
                "every number tried",
                "CostBenchmark.cheapestSubscribed",
                "cheapestByTrial");
        beside("receivers", "six names of receivers", "a regular expression", "EventBenchmark.parse", "parseByRegex");
        alone("deliveries", "who of six hears of an event", "EventBenchmark.deliveries");
    }

    private void beside(String id, String path, String against, String subject, String other) {
        String type = subject.substring(0, subject.indexOf('.') + 1);
        row(true, id, path, against, subject, type + other, NOTHING);
    }

    private void alone(String id, String path, String subject) {
        row(false, id, path, "", subject, subject, NOTHING);
    }

    private void time(boolean isShort, String id, String path, String subject, double micros) {
        row(isShort, id, path, "", subject, subject, new Gate(Kind.MICROS, micros));
    }

    private void faster(
            boolean isShort, String id, String path, String against, String subject, String other, double times) {
        row(isShort, id, path, against, subject, other, new Gate(Kind.FASTER, times));
    }

    private void row(boolean isShort, String id, String path, String against, String subject, String other, Gate gate) {
        rows.add(new Row(id, path, against, Cell.of(subject), Cell.of(other), gate, isShort));
    }
}
