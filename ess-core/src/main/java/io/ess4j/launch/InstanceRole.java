package io.ess4j.launch;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Names;

/**
 * The role that instances take on to call other services.
 *
 * @param name the role's name
 * @param trust who may take it on
 */
public record InstanceRole(String name, TrustPolicy trust) {
    public InstanceRole {
        Names.check("role name", name);
        requireNonNull(trust, "trust");
    }
}
