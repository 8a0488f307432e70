package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import io.ess4j.admission.Node.ClusterRef;
import io.ess4j.model.Password;
import io.ess4j.model.text.Names;
import java.util.List;
import java.util.Optional;

/**
 * A wish to import existing instances into an application cluster.
 *
 * @param source where the instances come from
 * @param method how they are imported
 * @param nodeIds the instances
 * @param dataLossAccepted whether the owner has agreed that a conversion loses the data
 * @param newPassword the password that converted instances get, if given
 */
public record EdasImport(
        Source source,
        ImportMethod method,
        List<String> nodeIds,
        boolean dataLossAccepted,
        Optional<Password> newPassword) {
    /** Where imported instances come from. */
    public sealed interface Source {
        /**
         * The free instances of the cluster's own namespace; namespace and cluster are fixed.
         *
         * @param namespace the namespace, that of the cluster
         */
        record Namespace(String namespace) implements Source {
            public Namespace {
                Names.check("namespace", namespace);
            }
        }

        /**
         * Another cluster, which the instances leave.
         *
         * @param cluster that cluster and its namespace
         */
        record Cluster(ClusterRef cluster) implements Source {
            public Cluster {
                requireNonNull(cluster, "cluster");
            }
        }
    }

    public EdasImport {
        requireNonNull(source, "source");
        requireNonNull(method, "method");
        nodeIds = List.copyOf(nodeIds);
        requireNonNull(newPassword, "newPassword");
    }

    /**
     * An import that keeps the instances as they are.
     *
     * @param source where they come from
     * @param method {@code DIRECT} or {@code SCRIPT}
     * @param nodeIds the instances
     * @return the request
     */
    public static EdasImport of(Source source, ImportMethod method, String... nodeIds) {
        return new EdasImport(source, method, List.of(nodeIds), false, Optional.empty());
    }

    /**
     * A conversion whose loss of data is agreed to.
     *
     * @param source where the instances come from
     * @param newPassword the password that they get
     * @param nodeIds the instances
     * @return the request
     */
    public static EdasImport convert(Source source, Password newPassword, String... nodeIds) {
        return new EdasImport(source, ImportMethod.CONVERT, List.of(nodeIds), true, Optional.of(newPassword));
    }
}
