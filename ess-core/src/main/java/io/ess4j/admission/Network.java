package io.ess4j.admission;

import io.ess4j.model.text.Names;
import java.util.Optional;

/**
 * The network that a node, a group or a cluster lives in: a virtual private cloud (VPC), or the classic network that
 * all accounts share.
 *
 * @param vpc the id of the VPC; empty for the classic network
 */
public record Network(Optional<String> vpc) {
    public Network {
        vpc.ifPresent(v -> Names.check("vpc", v));
    }

    /**
     * A virtual private cloud.
     *
     * @param id its id
     * @return the network
     * @throws IllegalArgumentException if the id is no identifier
     */
    public static Network vpc(String id) {
        return new Network(Optional.of(id));
    }

    /**
     * The classic network.
     *
     * @return the network
     */
    public static Network classic() {
        return new Network(Optional.empty());
    }

    /**
     * Whether this is the classic network.
     *
     * @return true if there is no VPC
     */
    public boolean isClassic() {
        return vpc.isEmpty();
    }

    /** Returns the id of the VPC, or {@code classic}. */
    @Override
    public String toString() {
        return vpc.orElse("classic");
    }
}
