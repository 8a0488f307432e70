package io.ess4j.sim.control;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Expects what earlier days saw at this hour; see {@link Rival.Kind#HIST}. Hours are those of UTC. */
final class HistPolicy implements CapacityPolicy {
    private static final int HOURS = 24;
    private static final int KEPT = 7;
    private static final double PERCENTILE = 0.95;

    /** For each hour of the day the percentiles of the loads of the last days. */
    private final List<List<Double>> history = new ArrayList<>();

    private final List<Double> thisHour = new ArrayList<>();
    private int hour = -1;
    private double correction;

    HistPolicy() {
        for (int i = 0; i < HOURS; i++) {
            history.add(new ArrayList<>());
        }
    }

    @Override
    public OptionalInt wanted(Input input) {
        double load = input.measurement().arrivalsPerSecond();
        int now = input.now().atZone(ZoneOffset.UTC).getHour();
        if (now != hour && hour >= 0) {
            endHour();
        }
        hour = now;
        thisHour.add(load);
        double expected = history.get(now).stream().mapToDouble(v -> v).max().orElse(0);
        return OptionalInt.of(LoadWindow.units(Math.max(load, expected + correction), input));
    }

    private void endHour() {
        List<Double> past = history.get(hour);
        double expected = past.stream().mapToDouble(v -> v).max().orElse(0);
        correction = thisHour.stream()
                .mapToDouble(v -> Math.max(0, v - expected))
                .average()
                .orElse(0);
        List<Double> sorted = thisHour.stream().sorted().toList();
        past.add(sorted.get((int) Math.floor(PERCENTILE * (sorted.size() - 1))));
        if (past.size() > KEPT) {
            past.remove(0);
        }
        thisHour.clear();
    }
}
