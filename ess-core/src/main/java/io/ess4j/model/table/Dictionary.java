package io.ess4j.model.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Distinct values in the order of first appearance, with the position of each. */
final class Dictionary<T> {
    private final String what;
    private final int limit;
    private final List<T> entries = new ArrayList<>();
    // Looked up by key and never walked.
    private final Map<T, Integer> positions = new HashMap<>();
    private @Nullable T last;
    private int lastPosition;

    Dictionary(String what, int limit) {
        this.what = what;
        this.limit = limit;
    }

    /** The position of a value, added at the end if it is new. Runs of the same object skip the look-up. */
    @SuppressWarnings("ReferenceEquality") // a mere short cut: equal objects give the same position by the map
    int index(T value) {
        if (value == last) {
            return lastPosition;
        }
        Integer position = positions.putIfAbsent(value, entries.size());
        if (position == null) {
            if (entries.size() >= limit) {
                throw new IllegalArgumentException("a fleet must have at most " + limit + " " + what);
            }
            position = entries.size();
            entries.add(value);
        }
        last = value;
        lastPosition = position;
        return lastPosition;
    }

    List<T> entries() {
        return List.copyOf(entries);
    }
}
