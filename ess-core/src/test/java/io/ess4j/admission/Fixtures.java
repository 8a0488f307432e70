package io.ess4j.admission;

import io.ess4j.capacity.CapacityLimits;
import io.ess4j.model.InstanceType;
import io.ess4j.model.Price;
import io.ess4j.model.Zone;
import java.time.Instant;
import java.util.List;

/** Nodes and targets that fit each other; tests change one fact at a time. */
final class Fixtures {
    static final Network VPC = Network.vpc("vpc-1");
    static final Instant CREATED = Instant.parse("2022-03-31T09:00:00Z");
    static final OperatingSystem CENTOS = new OperatingSystem("CentOS", "7.6");
    static final OperatingSystem UBUNTU = new OperatingSystem("Ubuntu", "18.04");

    private Fixtures() {}

    /** Running CentOS 7.6 in the VPC, free. */
    static Node.Builder node(String id) {
        return Node.builder(id)
                .account("1609")
                .at("cn-hangzhou", VPC)
                .system("CentOS", "7.6")
                .createdAt(CREATED)
                .hostName("host-" + id);
    }

    static AttachCandidate candidate(Node node, int weight) {
        return new AttachCandidate(
                node, InstanceType.of("ecs.g6.large", 2, 8192), Zone.of("h"), Price.perHour("0.5"), weight);
    }

    static AttachCandidate candidate(Node node) {
        return candidate(node, 1);
    }

    /** Active, idle, with three of at most five units. */
    static AttachTarget group() {
        return new AttachTarget("asg-1", "cn-hangzhou", VPC, true, false, CapacityLimits.of(2, 5), 3);
    }

    static EdasCluster edas(Network network) {
        return new EdasCluster("c-1", "prod", "1609", "cn-hangzhou", network, List.of(CENTOS, UBUNTU));
    }
}
