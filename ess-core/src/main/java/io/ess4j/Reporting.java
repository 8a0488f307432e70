package io.ess4j;

import io.ess4j.model.Fleet;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Kinds;
import io.ess4j.model.table.Packed;
import io.ess4j.rule.RuleInput;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/** Works out how much capacity stands behind a metric: in service or protected, and past the warm-up. */
final class Reporting {
    private static final int IN_SERVICE = LifecycleState.IN_SERVICE.ordinal();
    private static final int PROTECTED = LifecycleState.PROTECTED.ordinal();

    private Reporting() {}

    /** What a rule sees of the fleet; O(n) if an instance joined within the warm-up, else O(1). */
    static RuleInput input(Fleet fleet, Duration warmup, OptionalDouble metric, Instant now) {
        long idle = fleet.capacity(LifecycleState.STANDBY);
        long reporting = warmup.isZero() ? working(fleet) : warm(fleet, now.minus(warmup));
        return new RuleInput(fleet.capacity(), reporting, fleet.capacity() - idle - reporting, metric);
    }

    private static long working(Fleet fleet) {
        return fleet.capacity(LifecycleState.IN_SERVICE) + fleet.capacity(LifecycleState.PROTECTED);
    }

    private static long warm(Fleet fleet, Instant latest) {
        FleetTable table = FleetTable.of(fleet);
        long limit = FleetTable.nanos(latest);
        if (table.latestJoin() <= limit) {
            return working(fleet);
        }
        Kinds kinds = table.kinds();
        int[] units = new int[kinds.size()];
        for (int kind = 0; kind < units.length; kind++) {
            int state = Packed.state(kinds.packed()[kind]);
            units[kind] = state == IN_SERVICE || state == PROTECTED ? kinds.weight()[kind] : 0;
        }
        int[] kind = table.columns().kind();
        long[] joined = table.columns().joinedNanos();
        long reporting = 0;
        for (int row = 0; row < kind.length; row++) {
            reporting += joined[row] <= limit ? units[kind[row]] : 0;
        }
        return reporting;
    }
}
