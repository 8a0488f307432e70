package io.ess4j;

/**
 * What a scaling service accepts, as values, because its documents differ by age (guide map G1.6-15).
 *
 * @param mostCapacity the most capacity of a group
 * @param mostZones the most zones
 * @param mostTypes the most instance types
 * @param mostWeight the most weight
 * @param mostOnDemandBase the most on-demand base of a mix
 * @param mostSpotPools the most spot pools of a mix
 */
public record ServiceLimits(
        int mostCapacity, int mostZones, int mostTypes, int mostWeight, int mostOnDemandBase, int mostSpotPools) {
    /** What the newest documents say. */
    public static final ServiceLimits DEFAULT = new ServiceLimits(2000, 5, 20, 500, 1000, 10);

    public ServiceLimits {
        for (int limit : new int[] {mostCapacity, mostZones, mostTypes, mostWeight, mostOnDemandBase, mostSpotPools}) {
            if (limit < 1) {
                throw new IllegalArgumentException("limit (" + limit + ") must be >= 1");
            }
        }
    }

    /**
     * These limits with another number of instance types: 10 in the guide, 20 in newer documents.
     *
     * @param types 1 or more
     * @return a changed copy
     */
    public ServiceLimits withMostTypes(int types) {
        return new ServiceLimits(mostCapacity, mostZones, types, mostWeight, mostOnDemandBase, mostSpotPools);
    }
}
