package io.ess4j.admission;

import io.ess4j.model.text.Names;
import java.util.List;

/**
 * A managed edge cluster and its nodes in the cloud.
 *
 * @param id the cluster's id
 * @param vpc the VPC that it lives in
 * @param cloudNodes the ids of its nodes in the cloud
 */
public record EdgeCluster(String id, String vpc, List<String> cloudNodes) {
    public EdgeCluster {
        Names.check("cluster id", id);
        Names.check("vpc", vpc);
        cloudNodes = List.copyOf(cloudNodes);
    }
}
