package io.ess4j.examples;

// example begins
import io.ess4j.admission.*;
import java.time.Instant;
import java.util.List;

public interface AdmissionExample {
    static void main(String[] args) {
        var centos = new OperatingSystem("CentOS", "7.6");
        var cluster = new HpcCluster("ehpc-1", centos, false, List.of("compute000", "compute001"), List.of("workq"));
        var nodes = List.of(
                node("i-1", "compute002", NodeStatus.STOPPED),
                node("i-2", "compute003", NodeStatus.RUNNING),
                node("i-3", "Compute000", NodeStatus.STOPPED));

        var image = HpcImage.of("centos_7_06_64_20G", centos);
        var plan = HpcAdmission.plan(cluster, HpcRequest.of(image, List.of("i-1", "i-2", "i-3", "i-4")), nodes);
        System.out.println(plan.explain());
    }

    private static Node node(String id, String hostName, NodeStatus status) {
        return Node.builder(id)
                .account("1609")
                .at("cn-hangzhou", Network.vpc("vpc-1"))
                .system("CentOS", "7.2")
                .createdAt(Instant.parse("2026-01-05T08:00:00Z"))
                .hostName(hostName)
                .status(status)
                .build();
    }
}
// example ends
