package io.ess4j.removal;

import io.ess4j.balance.ZoneBalancer;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.table.FleetTable;
import java.util.Arrays;

/**
 * How many rows each zone loses when the largest zones lose first. While some zones are tied at the top, each round
 * takes one row of each in the order of leaving; so only the last, incomplete round depends on the rows. Every zone
 * therefore loses a base number, and some of the tied zones one more: those whose next rows leave first.
 *
 * <p>Without a zone filter all rows form one zone, and there is no incomplete round.
 */
final class ZoneQuotas {
    private static final int[] COUNTED = Arrays.stream(LifecycleState.values())
            .filter(LifecycleState::countsTowardsCapacity)
            .mapToInt(LifecycleState::ordinal)
            .toArray();

    /** How many each zone surely loses. */
    final int[] base;

    /** Which zones take part in the incomplete round. */
    final boolean[] tied;

    /** How many of the tied zones lose one more. */
    final int extra;

    private ZoneQuotas(int[] base, boolean[] tied, int extra) {
        this.base = base;
        this.tied = tied;
        this.extra = extra;
    }

    /** Quotas for {@code amount} removals; the amount is cut to what is eligible. */
    static ZoneQuotas of(FleetTable table, LeavingOrder order, RemovalScope scope, int amount) {
        int zones = table.zones().size();
        int[] counts = new int[zones];
        int[] floors = new int[zones];
        int eligible = 0;
        for (int zone = 0; zone < zones; zone++) {
            for (int state : COUNTED) {
                int count = table.count(zone, state);
                counts[zone] += count;
                floors[zone] += order.isEligibleState(state) ? 0 : count;
            }
            eligible += counts[zone] - floors[zone];
        }
        if (scope != RemovalScope.LARGEST_ZONES) {
            return new ZoneQuotas(new int[] {Math.min(amount, eligible)}, new boolean[1], 0);
        }
        return split(counts, floors, ZoneBalancer.removals(counts, floors, amount));
    }

    /** Takes the incomplete round back out of losses that gave it to the first of the tied zones. */
    private static ZoneQuotas split(int[] counts, int[] floors, int[] losses) {
        int zones = counts.length;
        int level = -1;
        for (int zone = 0; zone < zones; zone++) {
            int after = counts[zone] - losses[zone];
            level = after > floors[zone] ? Math.max(level, after) : level;
        }
        boolean[] tied = new boolean[zones];
        int extra = 0;
        for (int zone = 0; zone < zones; zone++) {
            int after = counts[zone] - losses[zone];
            if (losses[zone] > 0 && after == level - 1) {
                losses[zone]--;
                tied[zone] = true;
                extra++;
            } else {
                tied[zone] = after == level && after > floors[zone];
            }
        }
        return new ZoneQuotas(losses, extra == 0 ? new boolean[zones] : tied, extra);
    }

    int zones() {
        return base.length;
    }

    /** How many rows of a zone have to be known in order. */
    int wanted(int zone) {
        return base[zone] + (tied[zone] ? 1 : 0);
    }
}
