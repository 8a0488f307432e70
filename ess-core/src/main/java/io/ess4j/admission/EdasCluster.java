package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Names;
import java.util.List;

/**
 * An application (EDAS) cluster that existing instances should join.
 *
 * @param id the cluster's id
 * @param namespace the namespace that it belongs to
 * @param account the account that it belongs to
 * @param region the region that it lies in
 * @param network its network
 * @param supported the versions of operating systems that it takes
 */
public record EdasCluster(
        String id, String namespace, String account, String region, Network network, List<OperatingSystem> supported) {
    public EdasCluster {
        Names.check("cluster id", id);
        Names.check("namespace", namespace);
        Names.check("account", account);
        Names.check("region", region);
        requireNonNull(network, "network");
        supported = List.copyOf(supported);
    }
}
