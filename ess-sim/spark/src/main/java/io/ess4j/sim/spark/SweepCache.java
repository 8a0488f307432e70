package io.ess4j.sim.spark;

import io.ess4j.sim.sweep.Sweep;
import java.util.concurrent.ConcurrentHashMap;

/** The sweeps that this process has made from their texts, so that a task need not read the files again. */
final class SweepCache {
    // looked up by text, never walked
    private static final ConcurrentHashMap<String, Sweep> SWEEPS = new ConcurrentHashMap<>();

    private SweepCache() {}

    static Sweep of(String text) {
        return SWEEPS.computeIfAbsent(text, t -> Sweep.parse("sweep.json", t));
    }
}
