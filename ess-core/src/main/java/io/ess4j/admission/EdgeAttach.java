package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Password;
import io.ess4j.model.Tag;
import java.util.List;

/**
 * A wish to add existing instances to an edge cluster as cloud nodes: the body of AttachInstances.
 *
 * @param password the password to log on to the instances
 * @param tags the tags that the nodes get
 * @param instances the ids of the instances
 */
public record EdgeAttach(Password password, List<Tag> tags, List<String> instances) {
    public EdgeAttach {
        requireNonNull(password, "password");
        tags = List.copyOf(tags);
        instances = List.copyOf(instances);
    }
}
