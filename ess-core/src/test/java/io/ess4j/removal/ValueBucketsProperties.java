package io.ess4j.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What buckets take off, leave to compare and keep, for two zones of any values. */
class ValueBucketsProperties {
    @Property
    void whatLeavesAndWhatIsComparedAddsUp(
            @ForAll @Size(max = 60) List<Long> first,
            @ForAll @Size(max = 60) List<@IntRange(min = -9, max = 9) Integer> second,
            @ForAll @IntRange(max = 60) int ofFirst,
            @ForAll @IntRange(max = 60) int ofSecond) {
        List<List<Long>> zones =
                List.of(first, second.stream().map(Integer::longValue).toList());
        int[] asked = {Math.min(ofFirst, first.size()), Math.min(ofSecond, second.size())};
        ValueBuckets buckets = counted(zones);
        int[] wanted = asked.clone();

        buckets.cut(wanted);

        for (int zone = 0; zone < 2; zone++) {
            int z = zone;
            List<Long> leave =
                    zones.get(z).stream().filter(v -> buckets.side(z, v) < 0).toList();
            List<Long> compare =
                    zones.get(z).stream().filter(v -> buckets.side(z, v) == 0).toList();
            assertThat(leave.size() + wanted[z]).isEqualTo(asked[z]);
            assertThat(wanted[z]).isBetween(0, compare.size());
            long lastLeaves = leave.stream().mapToLong(v -> v).max().orElse(Long.MIN_VALUE);
            long lastCompared = compare.stream().mapToLong(v -> v).max().orElse(lastLeaves);
            assertThat(zones.get(z)).allSatisfy(v -> {
                assertThat(buckets.side(z, v) >= 0 && v <= lastLeaves && !leave.isEmpty())
                        .isFalse();
                assertThat(buckets.side(z, v) > 0 && v <= lastCompared && !compare.isEmpty())
                        .isFalse();
            });
            assertThat(asked[z] > 0 || compare.isEmpty()).isTrue();
        }
    }

    /** 640 even values fall into 40 buckets of 16. */
    @Example
    void aBucketHoldsAFewValues() {
        List<Long> even = LongStream.range(1000, 1640).boxed().toList();
        ValueBuckets buckets = counted(List.of(even));
        int[] wanted = {100};

        buckets.cut(wanted);

        assertThat(wanted).containsExactly(4);
        assertThat(even.stream().filter(v -> buckets.side(0, v) == 0))
                .hasSize(16)
                .contains(1096L, 1111L);
    }

    private static ValueBuckets counted(List<List<Long>> zones) {
        ValueBuckets buckets = new ValueBuckets(zones.size());
        for (int zone = 0; zone < zones.size(); zone++) {
            for (long value : zones.get(zone)) {
                buckets.see(zone, value);
            }
        }
        for (int zone = 0; zone < zones.size(); zone++) {
            for (long value : zones.get(zone)) {
                buckets.count(zone, value);
            }
        }
        return buckets;
    }
}
