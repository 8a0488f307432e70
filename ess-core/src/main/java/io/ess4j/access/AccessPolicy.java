package io.ess4j.access;

import io.ess4j.model.text.Names;
import java.util.List;

/**
 * A named list of statements.
 *
 * @param name the policy's name, for explanations
 * @param statements the statements; their order decides nothing
 */
public record AccessPolicy(String name, List<Statement> statements) {
    public AccessPolicy {
        Names.check("policy name", name);
        statements = List.copyOf(statements);
    }

    /**
     * A policy.
     *
     * @param name the policy's name
     * @param statements the statements
     * @return the policy
     * @throws IllegalArgumentException if the name is no identifier
     */
    public static AccessPolicy of(String name, Statement... statements) {
        return new AccessPolicy(name, List.of(statements));
    }
}
