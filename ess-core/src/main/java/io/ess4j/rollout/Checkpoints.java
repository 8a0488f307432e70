package io.ess4j.rollout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an instance refresh waits for somebody to look (guide map C-28-8).
 *
 * @param percentages shares of new instances at which it waits: 1 to 100, ascending, the last one 100; empty for no
 *     checkpoints
 * @param pause how long it waits at each: 1 to 2880 minutes
 */
public record Checkpoints(List<Integer> percentages, Duration pause) {
    private static final Duration LONGEST = Duration.ofDays(2);

    /** How long a refresh waits if nothing is said. */
    public static final Duration DEFAULT_PAUSE = Duration.ofHours(1);

    /** No checkpoints. */
    public static final Checkpoints NONE = new Checkpoints(List.of(), DEFAULT_PAUSE);

    public Checkpoints {
        percentages = List.copyOf(percentages);
        List<String> problems = new ArrayList<>();
        int last = 0;
        for (int percentage : percentages) {
            RolloutChecks.between("percentages", percentage, 1, 100, problems);
            if (percentage <= last) {
                problems.add("percentages " + percentages + " must ascend");
            }
            last = percentage;
        }
        if (!percentages.isEmpty() && last != 100) {
            problems.add("percentages " + percentages + " must end with 100");
        }
        if (pause.compareTo(Duration.ofMinutes(1)) < 0 || pause.compareTo(LONGEST) > 0) {
            problems.add("pause (" + pause + ") must be from 1 to 2880 minutes");
        }
        RolloutChecks.none(problems);
    }

    /**
     * Checkpoints with the default pause of one hour.
     *
     * @param percentages shares of new instances, ascending to 100
     * @return the checkpoints
     * @throws IllegalArgumentException if they do not ascend to 100
     */
    public static Checkpoints at(Integer... percentages) {
        return new Checkpoints(List.of(percentages), DEFAULT_PAUSE);
    }
}
