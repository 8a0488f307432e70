package io.ess4j.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.table.FleetTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Selecting and sorting a part of some rows against the sorted list; what lies outside the part stays. */
class RowSelectionProperties {
    /** All rows of a fleet backwards, so that ties are not in order already. */
    private static final class Rows {
        final int[] rows;
        final long[] values;
        final LeavingOrder order;

        Rows(List<Integer> ages) {
            FleetTable table = Fleets.joined(ages.stream().mapToLong(age -> age).toArray());
            this.order = Fleets.oldestFirst(table);
            this.rows = IntStream.range(0, ages.size())
                    .map(i -> ages.size() - 1 - i)
                    .toArray();
            this.values = Arrays.stream(rows).mapToLong(order::value).toArray();
        }

        int[] sorted(int from, int to) {
            return Arrays.stream(rows, from, to)
                    .boxed()
                    .sorted(order::compare)
                    .mapToInt(row -> row)
                    .toArray();
        }

        void checkRest(int[] before, int from, int to) {
            assertThat(Arrays.copyOf(rows, from)).isEqualTo(Arrays.copyOf(before, from));
            assertThat(Arrays.copyOfRange(rows, to, rows.length))
                    .isEqualTo(Arrays.copyOfRange(before, to, before.length));
            assertThat(values)
                    .isEqualTo(Arrays.stream(rows).mapToLong(order::value).toArray());
        }
    }

    @Property
    void sortsAPart(
            @ForAll @Size(max = 80) List<@IntRange(max = 9) Integer> ages,
            @ForAll @IntRange(max = 80) int a,
            @ForAll @IntRange(max = 80) int b) {
        Rows some = new Rows(ages);
        int from = Math.min(ages.size(), Math.min(a, b));
        int to = Math.min(ages.size(), Math.max(a, b));
        int[] before = some.rows.clone();
        int[] sorted = some.sorted(from, to);

        RowSelection.sort(some.rows, some.values, from, to, some.order);

        assertThat(Arrays.copyOfRange(some.rows, from, to)).isEqualTo(sorted);
        some.checkRest(before, from, to);
    }

    @Property
    void selectsTheFirstOfAPart(
            @ForAll @Size(max = 80) List<@IntRange(max = 9) Integer> ages,
            @ForAll @IntRange(max = 80) int a,
            @ForAll @IntRange(max = 80) int b,
            @ForAll @IntRange(max = 80) int most) {
        Rows some = new Rows(ages);
        int from = Math.min(ages.size(), Math.min(a, b));
        int to = Math.min(ages.size(), Math.max(a, b));
        int keep = Math.min(to - from, most);
        int[] before = some.rows.clone();
        int[] sorted = some.sorted(from, to);

        RowSelection.select(some.rows, some.values, from, to, keep, some.order);

        assertThat(Arrays.stream(some.rows, from, from + keep).boxed().toList())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(sorted).limit(keep).boxed().toList());
        assertThat(some.sorted(from, to)).isEqualTo(sorted);
        some.checkRest(before, from, to);
    }
}
