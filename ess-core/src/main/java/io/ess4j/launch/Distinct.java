package io.ess4j.launch;

import io.ess4j.model.text.Names;
import java.util.HashSet;
import java.util.List;

/** The check that the ways of naming instance types share. */
final class Distinct {
    private Distinct() {}

    static List<String> names(List<String> names) {
        List<String> copy = List.copyOf(names);
        copy.forEach(n -> Names.check("instance type", n));
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("names must hold at least one instance type");
        }
        if (new HashSet<>(copy).size() < copy.size()) {
            throw new IllegalArgumentException("names (" + copy + ") must name each instance type only once");
        }
        return copy;
    }
}
