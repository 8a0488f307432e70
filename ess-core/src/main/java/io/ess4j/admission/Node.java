package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.PurchaseOption;
import io.ess4j.model.text.Names;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instance that exists already, as far as admission cares: whose it is, where it lies, what it runs and does. Built
 * by {@link #builder}.
 *
 * @param id the provider's id
 * @param account the account that owns it
 * @param region the region, such as {@code cn-hangzhou}
 * @param network the network that it lives in
 * @param system its operating system
 * @param createdAt when it was created
 * @param status what it does now
 * @param hostName its host name, if known
 * @param purchaseOption how it is paid for
 * @param group the scaling group that it is a member of, if any
 * @param cluster the cluster that it is a member of, if any
 */
public record Node(
        String id,
        String account,
        String region,
        Network network,
        OperatingSystem system,
        Instant createdAt,
        NodeStatus status,
        Optional<String> hostName,
        PurchaseOption purchaseOption,
        Optional<String> group,
        Optional<ClusterRef> cluster) {
    /**
     * A cluster and the namespace that it belongs to.
     *
     * @param namespace the namespace, such as {@code cn-hangzhou:prod}
     * @param id the cluster's id
     */
    public record ClusterRef(String namespace, String id) {
        public ClusterRef {
            Names.check("namespace", namespace);
            Names.check("cluster id", id);
        }
    }

    public Node {
        Names.check("node id", id);
        Names.check("account of " + id, account);
        Names.check("region of " + id, region);
        requireNonNull(network, "network");
        requireNonNull(system, "system");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(status, "status");
        hostName.ifPresent(h -> Names.check("host name of " + id, h));
        requireNonNull(purchaseOption, "purchaseOption");
        group.ifPresent(g -> Names.check("group of " + id, g));
        requireNonNull(cluster, "cluster");
    }

    /**
     * Starts a node of that id. Account, region, network, system and time of creation must be given; the rest defaults
     * to running, on-demand, member of nothing.
     *
     * @param id the provider's id
     * @return a new builder
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** Collects the facts about a node; {@link #build} names all that are missing. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private @Nullable String account;
        private @Nullable String region;
        private @Nullable Network network;
        private @Nullable OperatingSystem system;
        private @Nullable Instant createdAt;
        private NodeStatus status = NodeStatus.RUNNING;
        private Optional<String> hostName = Optional.empty();
        private PurchaseOption purchaseOption = PurchaseOption.ON_DEMAND;
        private Optional<String> group = Optional.empty();
        private Optional<ClusterRef> cluster = Optional.empty();

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Sets the account that owns the node.
         *
         * @param value the account
         * @return this builder
         */
        public Builder account(String value) {
            account = value;
            return this;
        }

        /**
         * Sets where the node lies.
         *
         * @param inRegion the region
         * @param inNetwork the network
         * @return this builder
         */
        public Builder at(String inRegion, Network inNetwork) {
            region = inRegion;
            network = inNetwork;
            return this;
        }

        /**
         * Sets the operating system.
         *
         * @param name such as {@code CentOS}
         * @param version such as {@code 7.6}
         * @return this builder
         * @throws IllegalArgumentException if one of them is no name
         */
        public Builder system(String name, String version) {
            system = new OperatingSystem(name, version);
            return this;
        }

        /**
         * Sets when the node was created.
         *
         * @param value the time
         * @return this builder
         */
        public Builder createdAt(Instant value) {
            createdAt = value;
            return this;
        }

        /**
         * Sets what the node does now.
         *
         * @param value the status
         * @return this builder
         */
        public Builder status(NodeStatus value) {
            status = value;
            return this;
        }

        /**
         * Sets the host name.
         *
         * @param value the name
         * @return this builder
         */
        public Builder hostName(String value) {
            hostName = Optional.of(value);
            return this;
        }

        /**
         * Sets how the node is paid for.
         *
         * @param value the purchase option
         * @return this builder
         */
        public Builder purchaseOption(PurchaseOption value) {
            purchaseOption = value;
            return this;
        }

        /**
         * Sets the scaling group that the node is a member of.
         *
         * @param value the group's id
         * @return this builder
         */
        public Builder memberOfGroup(String value) {
            group = Optional.of(value);
            return this;
        }

        /**
         * Sets the cluster that the node is a member of.
         *
         * @param namespace the cluster's namespace
         * @param clusterId the cluster's id
         * @return this builder
         * @throws IllegalArgumentException if one of them is no identifier
         */
        public Builder memberOfCluster(String namespace, String clusterId) {
            cluster = Optional.of(new ClusterRef(namespace, clusterId));
            return this;
        }

        /**
         * The node.
         *
         * @return a new node
         * @throws IllegalArgumentException if a fact is missing or out of range; all missing ones are named at once
         */
        public Node build() {
            Map<String, @Nullable Object> needed = new LinkedHashMap<>();
            needed.put("account", account);
            needed.put("region", region);
            needed.put("network", network);
            needed.put("system", system);
            needed.put("createdAt", createdAt);
            List<String> missing = needed.entrySet().stream()
                    .filter(e -> e.getValue() == null)
                    .map(Map.Entry::getKey)
                    .toList();
            if (account == null || region == null || network == null || system == null || createdAt == null) {
                throw new IllegalArgumentException("node " + id + " lacks " + String.join(", ", missing));
            }
            return new Node(
                    id, account, region, network, system, createdAt, status, hostName, purchaseOption, group, cluster);
        }
    }
}
