package io.ess4j.sim.input;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be used. The message lists every problem, one a line, each with file and line. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an immutable list of records, never serialised
    private final List<Problem> problems;

    /**
     * Creates the exception.
     *
     * @param problems what is wrong, in the order of reading
     * @param omitted how many further problems are not listed, 0 or more
     */
    public InputException(List<Problem> problems, int omitted) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))
                + (omitted > 0 ? "\n... and " + omitted + " more problems" : ""));
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return an unmodifiable list in the order of reading
     */
    public List<Problem> problems() {
        return problems;
    }
}
