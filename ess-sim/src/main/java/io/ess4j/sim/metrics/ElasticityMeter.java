package io.ess4j.sim.metrics;

/**
 * How closely supply follows demand: the elasticity metrics of Herbst et al. (BUNGEE 2015, SPEC RG 2016), with
 * under-provisioning U and over-provisioning O apart.
 *
 * <ul>
 *   <li>accuracy: the mean amount by which supply is short (U) or in excess (O), in units; normalised: each moment as a
 *       share of demand, in per cent;
 *   <li>timeshare: the share of time during which it is;
 *   <li>jitter: unit steps of supply less unit steps of demand, per time unit; above 0 supply moves too much;
 *   <li>instability: the share of time of the steps at which supply and demand do not move in the same direction.
 * </ul>
 *
 * Supply and demand are constant between two calls. Not safe for use by several threads.
 */
public final class ElasticityMeter {
    private double time;
    private double under;
    private double over;
    private double underShare;
    private double overShare;
    private double underTime;
    private double overTime;
    private double apart;
    private double supplySteps;
    private double demandSteps;
    private double lastSupply;
    private double lastDemand;

    /** Measures nothing yet. */
    public ElasticityMeter() {}

    /**
     * A span of constant supply and demand.
     *
     * @param demand units that are needed, 0 or more
     * @param supply units that are there, 0 or more
     * @param length how long, above 0, in the time unit of jitter
     */
    public void add(double demand, double supply, double length) {
        if (!(demand >= 0 && supply >= 0 && length > 0)) {
            throw new IllegalArgumentException("demand (" + demand + ") and supply (" + supply
                    + ") must be >= 0, length (" + length + ") above 0");
        }
        double missing = Math.max(0, demand - supply);
        double excess = Math.max(0, supply - demand);
        under += missing * length;
        over += excess * length;
        // without demand every excess is as good as all of the supply
        underShare += demand > 0 ? missing / demand * length : 0;
        overShare += excess > 0 ? excess / (demand > 0 ? demand : supply) * length : 0;
        underTime += missing > 0 ? length : 0;
        overTime += excess > 0 ? length : 0;
        if (time > 0) {
            double supplyStep = supply - lastSupply;
            double demandStep = demand - lastDemand;
            supplySteps += Math.abs(supplyStep);
            demandSteps += Math.abs(demandStep);
            apart += Math.signum(supplyStep) != Math.signum(demandStep) ? length : 0;
        }
        time += length;
        lastSupply = supply;
        lastDemand = demand;
    }

    private double share(double sum) {
        return time == 0 ? Double.NaN : sum / time;
    }

    /**
     * Mean shortage.
     *
     * @return units; NaN before the first span, as every other figure
     */
    public double accuracyUnder() {
        return share(under);
    }

    /**
     * Mean excess.
     *
     * @return units
     */
    public double accuracyOver() {
        return share(over);
    }

    /**
     * Mean shortage as a share of demand.
     *
     * @return 0 to 100 per cent
     */
    public double normalisedUnder() {
        return 100 * share(underShare);
    }

    /**
     * Mean excess as a share of demand; of supply while there is no demand.
     *
     * @return per cent
     */
    public double normalisedOver() {
        return 100 * share(overShare);
    }

    /**
     * The share of time with too little.
     *
     * @return 0 to 1
     */
    public double timeshareUnder() {
        return share(underTime);
    }

    /**
     * The share of time with too much.
     *
     * @return 0 to 1
     */
    public double timeshareOver() {
        return share(overTime);
    }

    /**
     * Unit steps of supply less those of demand.
     *
     * @return per time unit
     */
    public double jitter() {
        return share(supplySteps - demandSteps);
    }

    /**
     * The share of time in which supply and demand did not move alike.
     *
     * @return 0 to 1
     */
    public double instability() {
        return share(apart);
    }
}
