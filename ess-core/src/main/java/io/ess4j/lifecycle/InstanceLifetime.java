package io.ess4j.lifecycle;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.table.FleetTable;
import io.ess4j.model.table.Kinds;
import io.ess4j.model.table.Packed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Replaces instances that have been in the group for too long, oldest first and a few at a time; each replacement is
 * created before the old instance leaves (guide map C-22-1). Only instances in service that the group releases take
 * part: protected, standby and attached ones stay.
 *
 * <p>The service does not say how many it replaces together; here it is a tenth of the instances that count, rounded
 * up, as when it rebalances zones.
 *
 * @param longest how long an instance may stay: 86400 to 2147483647 seconds
 */
public record InstanceLifetime(Duration longest) {
    private static final Duration LEAST = Duration.ofDays(1);
    private static final Duration MOST = Duration.ofSeconds(Integer.MAX_VALUE);
    private static final Comparator<Instance> OLDEST_FIRST =
            Comparator.comparing(Instance::joinedAt).thenComparing(Instance::id);

    private static final InstanceOrigin[] ORIGINS = InstanceOrigin.values();

    /**
     * What is to be done about old instances now.
     *
     * @param replace instances to replace now, oldest first
     * @param later instances that are as old and wait for their turn, oldest first
     * @param nextExpiry when the next instance will be too old; empty if there is none
     */
    public record Plan(List<Instance> replace, List<Instance> later, Optional<Instant> nextExpiry) {
        public Plan {
            replace = List.copyOf(replace);
            later = List.copyOf(later);
        }
    }

    public InstanceLifetime {
        LifecycleChecks.between("longest", longest, LEAST, MOST);
    }

    /**
     * The lifetime of a group as it is set, where 0 switches it off.
     *
     * @param seconds 0, or 86400 to 2147483647
     * @return the lifetime; empty for 0
     * @throws IllegalArgumentException if the number is out of range
     */
    public static Optional<InstanceLifetime> ofSeconds(long seconds) {
        return seconds == 0 ? Optional.empty() : Optional.of(new InstanceLifetime(Duration.ofSeconds(seconds)));
    }

    /**
     * Who is to be replaced now, in O(n + e log e) for e instances that are too old.
     *
     * @param fleet the instances
     * @param now the present moment
     * @param underWay ids of instances that are being replaced already and are still in service
     * @return at most a tenth of the fleet, less those under way
     */
    public Plan plan(Fleet fleet, Instant now, List<String> underWay) {
        FleetTable table = FleetTable.of(fleet);
        long latest = FleetTable.nanos(now.isBefore(Instant.MIN.plus(longest)) ? Instant.MIN : now.minus(longest));
        boolean[] takesPart = takesPart(table.kinds());
        int[] kind = table.columns().kind();
        long[] joined = table.columns().joinedNanos();
        List<Instance> expired = new ArrayList<>();
        int next = -1;
        for (int row = 0; row < table.size(); row++) {
            if (takesPart[kind[row]]) {
                if (joined[row] <= latest) {
                    expired.add(table.instance(row));
                } else if (next < 0 || joined[row] < joined[next]) {
                    next = row;
                }
            }
        }
        expired.removeIf(i -> underWay.contains(i.id()));
        expired.sort(OLDEST_FIRST);
        long room = Math.max(0, (counted(fleet) + 9) / 10 - underWay.size());
        int end = (int) Math.min(expired.size(), room);
        return new Plan(
                expired.subList(0, end),
                expired.subList(end, expired.size()),
                next < 0 ? Optional.empty() : Optional.of(expiry(table.instance(next))));
    }

    private static boolean[] takesPart(Kinds kinds) {
        boolean[] takesPart = new boolean[kinds.size()];
        for (int kind = 0; kind < takesPart.length; kind++) {
            short packed = kinds.packed()[kind];
            takesPart[kind] = Packed.state(packed) == LifecycleState.IN_SERVICE.ordinal()
                    && ORIGINS[Packed.origin(packed)].isReleasedOnRemoval();
        }
        return takesPart;
    }

    private static long counted(Fleet fleet) {
        long counted = 0;
        for (LifecycleState state : LifecycleState.values()) {
            counted += state.countsTowardsCapacity() ? fleet.count(state) : 0;
        }
        return counted;
    }

    private Instant expiry(Instance instance) {
        return instance.joinedAt().plus(longest);
    }
}
