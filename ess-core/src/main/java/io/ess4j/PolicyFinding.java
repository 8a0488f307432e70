package io.ess4j;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong or risky about a group.
 *
 * @param issue what it is; severity, reason and remedy come with it
 * @param subject what it is about, with the value that was found
 */
public record PolicyFinding(PolicyIssue issue, String subject) {
    public PolicyFinding {
        requireNonNull(issue, "issue");
        requireNonNull(subject, "subject");
    }

    /** Returns one line: severity, subject, why, and what helps. */
    @Override
    public String toString() {
        return issue.severity() + " " + subject + ": " + issue.why() + "; " + issue.remedy();
    }
}
