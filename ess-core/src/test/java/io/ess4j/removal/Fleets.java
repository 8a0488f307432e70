package io.ess4j.removal;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import io.ess4j.model.table.FleetTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Fleets whose instances differ in age, price and zone, and orders over them. */
final class Fleets {
    private static final InstanceType TYPE = InstanceType.of("ecs.g6.large", 2, 8192);

    private Fleets() {}

    /** Instances i-00000, i-00001, ... that joined so many nanoseconds after 1970, at one price in one zone. */
    static FleetTable joined(long... nanos) {
        return of(nanos, new int[nanos.length], new int[nanos.length]);
    }

    static FleetTable of(long[] joinedNanos, int[] price, int[] zone) {
        List<Instance> rows = new ArrayList<>();
        for (int row = 0; row < joinedNanos.length; row++) {
            rows.add(Instance.builder(String.format("i-%05d", row))
                    .type(TYPE)
                    .zone(Zone.of("zone-" + zone[row]))
                    .price(new Price(price[row]))
                    .joinedAt(Instant.ofEpochSecond(0, joinedNanos[row]))
                    .build());
        }
        return FleetTable.of(Fleet.of(rows));
    }

    static LeavingOrder order(FleetTable table, RemovalPolicy policy) {
        return new LeavingOrder(policy, RemovalRequest.of(table, RemovalGoal.count(1)), null);
    }

    static LeavingOrder oldestFirst(FleetTable table) {
        return order(table, RemovalPolicy.of(RemovalCriterion.OLDEST_INSTANCE));
    }
}
