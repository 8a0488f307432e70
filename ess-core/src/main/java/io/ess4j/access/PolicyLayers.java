package io.ess4j.access;

import java.util.List;

/**
 * All policies that may concern a caller. Control and session policies can only take away: where there are any, they
 * must allow a request. What then counts is what the caller's own policies and those of the resource say together.
 *
 * @param control policies of the organisation; empty if there are none
 * @param session policies of the session; empty if there are none
 * @param identity the caller's policies for the account
 * @param resourceGroup the caller's policies for a resource group; heard where those for the account are silent
 * @param resource policies of the resource itself
 */
public record PolicyLayers(
        List<AccessPolicy> control,
        List<AccessPolicy> session,
        List<AccessPolicy> identity,
        List<AccessPolicy> resourceGroup,
        List<AccessPolicy> resource) {
    public PolicyLayers {
        control = List.copyOf(control);
        session = List.copyOf(session);
        identity = List.copyOf(identity);
        resourceGroup = List.copyOf(resourceGroup);
        resource = List.copyOf(resource);
    }
}
