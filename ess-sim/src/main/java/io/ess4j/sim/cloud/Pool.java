package io.ess4j.sim.cloud;

import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The stock and the price of one offering, and the machines that were bought from it. */
final class Pool {
    final int row;
    final Offering offering;
    final PoolModel model;
    /** Running machines by id, in the order of their starts. */
    final Map<String, Machine> machines = new LinkedHashMap<>();

    Price marketPrice;
    boolean isChecking;

    /** Since when nothing can be had, or -1. */
    long emptySinceMillis = -1;
    /** The least price paid since somebody last asked for it. */
    long leastNanosPerHour;

    private final int limit;
    private int blocks;

    Pool(int row, Offering offering, Price price, int stock, PoolModel model) {
        this.row = row;
        this.offering = offering;
        this.marketPrice = price;
        this.limit = stock;
        this.model = model;
        this.leastNanosPerHour = paidPrice().nanosPerHour();
    }

    /**
     * How many machines somebody who knew everything could have had until now. A spot machine outlives the stock of its
     * pool by the protected time, a look of five minutes and the notice; others stay.
     */
    int mostMachines(long now, long periodMillis) {
        long outlives = model.terms().protection().toMillis() + SpotReclaim.LOOK_MILLIS + SpotReclaim.NOTICE_MILLIS;
        boolean gone = isSpot() && emptySinceMillis >= 0 && now - periodMillis > emptySinceMillis + outlives;
        return gone ? 0 : limit;
    }

    boolean isSpot() {
        return offering.purchaseOption() == PurchaseOption.SPOT;
    }

    /** How many machines the pool can hold now. */
    int capacity() {
        return blocks > 0 ? 0 : limit;
    }

    /** How many more can be bought now. */
    int stock() {
        return capacity() == Market.UNLIMITED ? Market.UNLIMITED : Math.max(0, capacity() - machines.size());
    }

    boolean isUnlimited() {
        return capacity() == Market.UNLIMITED;
    }

    /** Empties the pool, or takes back one of several reasons for which it is empty. */
    void block(boolean blocked) {
        blocks += blocked ? 1 : -1;
    }

    Price paidPrice() {
        return isSpot() ? model.terms().paid(marketPrice) : marketPrice;
    }

    /** Whether a machine of these terms may not be had at the market price. */
    boolean isAboveBid() {
        return isSpot()
                && model.terms()
                        .bid()
                        .filter(bid -> marketPrice.compareTo(bid) > 0)
                        .isPresent();
    }
}
