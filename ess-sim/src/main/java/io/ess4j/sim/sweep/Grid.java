package io.ess4j.sim.sweep;

import io.ess4j.sim.scenario.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * All combinations of the values of some fields, each with every seed. Points are numbered from 0: the last field
 * varies faster than those before it, and the seed fastest of all.
 *
 * @param axes the fields, in their order; none gives a single variant
 * @param seeds the seeds, at least one, none twice
 */
public record Grid(List<Axis> axes, List<Long> seeds) {
    /** More points than this are a mistake. */
    public static final int MOST_POINTS = 1_000_000;

    public Grid {
        axes = List.copyOf(axes);
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty() || seeds.stream().distinct().count() < seeds.size()) {
            throw new IllegalArgumentException("seeds must be at least one, none twice");
        }
        if (axes.stream().map(Axis::path).distinct().count() < axes.size()) {
            throw new IllegalArgumentException(
                    "fields must differ: " + axes.stream().map(Axis::path).toList());
        }
        long points = seeds.size();
        for (Axis axis : axes) {
            points *= axis.values().size();
            if (points > MOST_POINTS) {
                throw new IllegalArgumentException("a sweep must have at most " + MOST_POINTS + " runs");
            }
        }
    }

    /**
     * How many variants there are.
     *
     * @return 1 or more
     */
    public int variants() {
        int variants = 1;
        for (Axis axis : axes) {
            variants *= axis.values().size();
        }
        return variants;
    }

    /**
     * How many runs there are.
     *
     * @return variants times seeds
     */
    public int points() {
        return variants() * seeds.size();
    }

    /**
     * The variant of a point.
     *
     * @param point the point
     * @return its number, from 0
     */
    public int variant(int point) {
        return point / seeds.size();
    }

    /**
     * The seed of a point.
     *
     * @param point the point
     * @return the seed
     */
    public long seed(int point) {
        return seeds.get(point % seeds.size());
    }

    /**
     * The fields of a variant.
     *
     * @param variant its number
     * @return one setting for each axis, in their order
     */
    public List<Setting> settings(int variant) {
        List<Setting> settings = new ArrayList<>();
        int rest = variant;
        for (int i = axes.size() - 1; i >= 0; i--) {
            Axis axis = axes.get(i);
            int size = axis.values().size();
            settings.add(0, new Setting(axis.path(), axis.values().get(rest % size)));
            rest /= size;
        }
        return settings;
    }

    /**
     * Reads seeds: a range {@code 1..20}, or a list {@code 3,5,8}.
     *
     * @param text the text
     * @return the seeds
     * @throws IllegalArgumentException if they are none, or more than 10,000
     */
    public static List<Long> parseSeeds(String text) {
        try {
            int dots = text.indexOf("..");
            if (dots > 0) {
                long from = Long.parseLong(text.substring(0, dots).strip());
                long to = Long.parseLong(text.substring(dots + 2).strip());
                if (to >= from && to - from >= 0 && to - from < 10_000) {
                    List<Long> seeds = new ArrayList<>();
                    for (long seed = from; seed <= to; seed++) {
                        seeds.add(seed);
                    }
                    return seeds;
                }
            } else if (text.length() < 100_000) {
                List<Long> seeds = new ArrayList<>();
                for (String part : text.split(",", -1)) {
                    seeds.add(Long.parseLong(part.strip()));
                }
                if (seeds.stream().distinct().count() == seeds.size()) {
                    return seeds;
                }
            }
        } catch (NumberFormatException e) {
            // told below, like a range without an end
        }
        throw new IllegalArgumentException("'" + (text.length() > 60 ? text.substring(0, 60) + "..." : text)
                + "' must be seeds such as 1..20 or 3,5,8, at most 10000, none twice");
    }
}
