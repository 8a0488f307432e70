package io.ess4j.rule;

/**
 * The instances that an application rule counts.
 *
 * @param existing instances of the application that came from the cluster
 * @param elastic instances of the application that were bought for it
 * @param idleInCluster instances of the same cluster that run no application
 */
public record ApplicationFleet(int existing, int elastic, int idleInCluster) {
    public ApplicationFleet {
        RuleChecks.between("existing", existing, 0, 1_000_000);
        RuleChecks.between("elastic", elastic, 0, 1_000_000);
        RuleChecks.between("idleInCluster", idleInCluster, 0, 1_000_000);
    }

    /**
     * All instances of the application.
     *
     * @return existing and elastic ones
     */
    public int total() {
        return existing + elastic;
    }
}
