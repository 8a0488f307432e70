package io.ess4j.sim.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what is wrong with the input files, so that a reader can report everything at once. They are told in the
 * order of files and lines; the first 50 in full, the rest is counted. Not safe for use by several threads.
 */
public final class Problems {
    private static final int KEPT = 2_000;
    private static final int SHOWN = 50;

    private final List<Problem> kept = new ArrayList<>();
    private int count;

    /** Creates an empty collection. */
    public Problems() {}

    /**
     * Adds a problem.
     *
     * @param file the file's name as the user gave it
     * @param line the line, from 1; 0 for the file as a whole
     * @param message what is wrong, and the rule
     */
    public void add(String file, int line, String message) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new Problem(file, line, message));
        }
    }

    /**
     * How many problems were added.
     *
     * @return the number, those not kept included
     */
    public int count() {
        return count;
    }

    /**
     * Ends the reading if anything is wrong.
     *
     * @throws InputException if a problem was added
     */
    public void throwIfAny() {
        if (count > 0) {
            List<Problem> shown = kept().stream().limit(SHOWN).toList();
            throw new InputException(shown, count - shown.size());
        }
    }

    /**
     * What was added, at most the first 2,000.
     *
     * @return the problems by file, in the order in which the files appeared, and line
     */
    public List<Problem> kept() {
        List<String> files = kept.stream().map(Problem::file).distinct().toList();
        List<Problem> sorted = new ArrayList<>(kept);
        sorted.sort(
                Comparator.comparingInt((Problem p) -> files.indexOf(p.file())).thenComparingInt(Problem::line));
        return sorted;
    }
}
