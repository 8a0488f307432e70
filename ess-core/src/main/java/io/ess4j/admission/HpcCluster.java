package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Names;
import java.util.List;

/**
 * A computing (E-HPC) cluster that existing instances should join as compute nodes.
 *
 * @param id the cluster's id
 * @param system the operating system of its nodes
 * @param severalSystems whether it is a hybrid cluster that supports several operating systems
 * @param hostNames the host names of its nodes
 * @param queues the names of its queues
 */
public record HpcCluster(
        String id, OperatingSystem system, boolean severalSystems, List<String> hostNames, List<String> queues) {
    public HpcCluster {
        Names.check("cluster id", id);
        requireNonNull(system, "system");
        hostNames = List.copyOf(hostNames);
        queues = List.copyOf(queues);
    }
}
