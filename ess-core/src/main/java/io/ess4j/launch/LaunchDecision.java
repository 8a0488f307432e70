package io.ess4j.launch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What comes of a configuration in a group.
 *
 * @param specification what every instance gets; empty if there is an error
 * @param findings everything that was found, in the order of {@link LaunchProblem}
 */
public record LaunchDecision(Optional<LaunchSpecification> specification, List<LaunchFinding> findings) {
    public LaunchDecision {
        findings = List.copyOf(findings);
        boolean error = findings.stream().anyMatch(f -> f.problem().severity() == Severity.ERROR);
        if (specification.isPresent() == error) {
            throw new IllegalArgumentException(
                    "specification must be present if and only if no finding is an error (" + findings + ")");
        }
    }

    /**
     * The findings as text.
     *
     * @return one finding a line; not stable
     */
    public String explain() {
        return findings.stream().map(LaunchFinding::toString).collect(Collectors.joining("\n"));
    }
}
