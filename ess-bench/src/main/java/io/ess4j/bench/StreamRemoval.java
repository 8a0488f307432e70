package io.ess4j.bench;

import io.ess4j.model.ConfigurationSource;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.Zone;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The removal that a user would write: sorted streams per zone, then one instance at a time from the largest zone. */
final class StreamRemoval {
    private static final Comparator<Instance> ORDER = Comparator.comparing(
                    (Instance i) -> i.source().orElse(null),
                    Comparator.nullsLast(Comparator.comparing(ConfigurationSource::addedAt)))
            .thenComparing(Instance::joinedAt)
            .thenComparing(Instance::id);

    private StreamRemoval() {}

    /** Takes the oldest of the oldest configuration from the largest zones. */
    static List<Instance> take(List<Instance> rows, int count) {
        Map<Zone, ArrayDeque<Instance>> queues = rows.stream()
                .filter(i -> i.state() == LifecycleState.IN_SERVICE)
                .sorted(ORDER)
                .collect(Collectors.groupingBy(Instance::zone, TreeMap::new, Collectors.toCollection(ArrayDeque::new)));
        Map<Zone, Long> counts =
                rows.stream().collect(Collectors.groupingBy(Instance::zone, TreeMap::new, Collectors.counting()));
        List<Instance> gone = new ArrayList<>();
        while (gone.size() < count) {
            Map.Entry<Zone, ArrayDeque<Instance>> next = queues.entrySet().stream()
                    .filter(e -> !e.getValue().isEmpty())
                    .min(Comparator.comparing(
                                    (Map.Entry<Zone, ArrayDeque<Instance>> e) -> -counts.getOrDefault(e.getKey(), 0L))
                            .thenComparing(e -> e.getValue().element(), ORDER))
                    .orElseThrow();
            gone.add(next.getValue().remove());
            counts.merge(next.getKey(), -1L, Long::sum);
        }
        return gone;
    }

    /** The same, one instance at a time: count the zones, keep those with the most, take the first, begin again. */
    static List<Instance> takeOneByOne(List<Instance> rows, int count) {
        List<Instance> left = new ArrayList<>(rows);
        List<Instance> gone = new ArrayList<>();
        while (gone.size() < count) {
            Map<Zone, Long> counts =
                    left.stream().collect(Collectors.groupingBy(Instance::zone, TreeMap::new, Collectors.counting()));
            List<Instance> eligible = left.stream()
                    .filter(i -> i.state() == LifecycleState.IN_SERVICE)
                    .toList();
            long most = eligible.stream()
                    .mapToLong(i -> counts.getOrDefault(i.zone(), 0L))
                    .max()
                    .orElseThrow();
            Instance next = eligible.stream()
                    .filter(i -> counts.getOrDefault(i.zone(), 0L) == most)
                    .min(ORDER)
                    .orElseThrow();
            left.remove(next);
            gone.add(next);
        }
        return gone;
    }
}
