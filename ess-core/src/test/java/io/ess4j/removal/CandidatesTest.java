package io.ess4j.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.table.FleetTable;
import org.junit.jupiter.api.Test;

/** Candidates of two zones, more than were expected. */
class CandidatesTest {
    private static final long[] AGES = {7, 3, 9, 1, 8, 2, 6, 4, 5, 0};
    private static final int[] ZONES = {0, 0, 0, 1, 0, 1, 0, 0, 0, 1};

    private final FleetTable table = Fleets.of(AGES, new int[AGES.length], ZONES);
    private final LeavingOrder order = Fleets.oldestFirst(table);
    private final Candidates candidates = new Candidates(2, 1);

    private void gather() {
        Cuts cuts = Cuts.find(table, order, ZoneQuotas.of(table, order, RemovalScope.LARGEST_ZONES, 5));
        for (int row = 0; row < AGES.length; row++) {
            candidates.add(row);
        }
        assertThat(candidates.count(cuts, table)).containsExactly(7, 3);
        candidates.groupByZone(cuts, table, order);
    }

    @Test
    void findsTheValueAtAPosition() {
        gather();

        long[] first = {3, 4, 5, 6, 7, 8, 9};
        for (int position = 0; position < first.length; position++) {
            assertThat(candidates.valueAt(0, position, order)).isEqualTo(first[position]);
        }
        assertThat(candidates.valueAt(1, 2, order)).isEqualTo(2);
        assertThat(candidates.valueAt(1, 0, order)).isEqualTo(0);
    }

    @Test
    void putsTheLastOfTheFirstBehindThem() {
        gather();
        candidates.select(0, 4, order);

        int last = candidates.lastOf(0, 4, order);

        assertThat(AGES[last]).isEqualTo(6);
        assertThat(candidates.row(candidates.begin(0) + 3)).isEqualTo(last);
        assertThat(candidates.end(0) - candidates.begin(0)).isEqualTo(7);
        assertThat(AGES[candidates.lastOf(1, 1, order)]).isEqualTo(AGES[candidates.row(candidates.begin(1))]);
    }
}
