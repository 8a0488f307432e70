package io.ess4j.launch;

import static java.util.Objects.requireNonNull;

/**
 * One thing that was found.
 *
 * @param problem what it is
 * @param subject what it was found in, such as {@code data disk 2} or {@code line 3}
 */
public record LaunchFinding(LaunchProblem problem, String subject) {
    public LaunchFinding {
        requireNonNull(problem, "problem");
        requireNonNull(subject, "subject");
    }

    /** Returns one line, such as {@code ERROR KEY_PAIR_ON_WINDOWS (my-key): use a password}. */
    @Override
    public String toString() {
        return problem.severity() + " " + problem + " (" + subject + "): " + problem.remedy();
    }
}
