package io.ess4j.sim.cloud;

import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.util.EnumMap;
import java.util.Map;

/**
 * A bill, exact to the rounding of its printing: for each purchase option and reason the sum of price times time over
 * all instances. Between two changes the sum of prices is constant, so that a change costs O(1) whatever the number of
 * instances. Not safe for use by several threads.
 */
public final class Billing {
    private static final long MILLIS_PER_HOUR = 3_600_000;
    private static final CostReason[] REASONS = CostReason.values();

    private final Account[][] accounts = new Account[PurchaseOption.values().length][REASONS.length];

    /** Money of one option and reason: {@code nanos + rest / 3,600,000} of 1e-9 currency units. */
    private static final class Account {
        private long nanosPerHour;
        private long instances;
        private long sinceMillis;
        private long nanos;
        private long rest;
        private long instanceMillis;

        private void accrue(long now) {
            long elapsed = now - sinceMillis;
            sinceMillis = now;
            instanceMillis = Math.addExact(instanceMillis, Math.multiplyExact(instances, elapsed));
            charge(nanosPerHour, elapsed);
        }

        private void charge(long price, long millis) {
            // whole hours, and prices in whole units a millisecond, apart: no product is greater than its share of the
            // bill
            long hours = millis / MILLIS_PER_HOUR;
            long over = millis % MILLIS_PER_HOUR;
            nanos = Math.addExact(nanos, Math.multiplyExact(price, hours));
            nanos = Math.addExact(nanos, price / MILLIS_PER_HOUR * over);
            long part = rest + price % MILLIS_PER_HOUR * over;
            nanos = Math.addExact(nanos, part / MILLIS_PER_HOUR);
            rest = part % MILLIS_PER_HOUR;
        }
    }

    /** Creates an empty bill at time 0. */
    public Billing() {
        for (Account[] row : accounts) {
            for (int i = 0; i < row.length; i++) {
                row[i] = new Account();
            }
        }
    }

    private Account account(PurchaseOption option, CostReason reason) {
        return accounts[option.ordinal()][reason.ordinal()];
    }

    /**
     * An instance begins to cost.
     *
     * @param option how it is paid for
     * @param reason what for
     * @param price what it costs
     * @param nowMillis when, not before the last call
     */
    public void start(PurchaseOption option, CostReason reason, Price price, long nowMillis) {
        Account account = account(option, reason);
        account.accrue(nowMillis);
        account.nanosPerHour = Math.addExact(account.nanosPerHour, price.nanosPerHour());
        account.instances++;
    }

    /**
     * An instance that was started with the same arguments ceases to cost.
     *
     * @param option how it is paid for
     * @param reason what for
     * @param price what it costs
     * @param nowMillis when, not before the last call
     */
    public void stop(PurchaseOption option, CostReason reason, Price price, long nowMillis) {
        Account account = account(option, reason);
        account.accrue(nowMillis);
        account.nanosPerHour -= price.nanosPerHour();
        account.instances--;
    }

    /**
     * Bills time that no instance lived.
     *
     * @param option how it is paid for
     * @param price what the time costs
     * @param millis how much, 0 or more
     */
    public void round(PurchaseOption option, Price price, long millis) {
        Account account = account(option, CostReason.ROUNDING);
        account.charge(price.nanosPerHour(), millis);
        account.instanceMillis += millis;
    }

    private void accrue(long now) {
        for (Account[] row : accounts) {
            for (Account account : row) {
                account.accrue(now);
            }
        }
    }

    /**
     * Money spent up to a time, cut to 1e-9 currency units.
     *
     * @param nowMillis a time not before the last change
     * @return an amount for every purchase option, in their order
     */
    public Map<PurchaseOption, Money> costUntil(long nowMillis) {
        accrue(nowMillis);
        Map<PurchaseOption, Money> cost = new EnumMap<>(PurchaseOption.class);
        for (PurchaseOption option : PurchaseOption.values()) {
            long nanos = 0;
            long rest = 0;
            for (Account account : accounts[option.ordinal()]) {
                nanos = Math.addExact(nanos, account.nanos);
                rest += account.rest;
            }
            cost.put(option, new Money(nanos + rest / MILLIS_PER_HOUR));
        }
        return cost;
    }

    /**
     * Money spent up to a time by what it was spent for, each amount cut to 1e-9 currency units.
     *
     * @param nowMillis a time not before the last change
     * @return an amount for every reason, in their order
     */
    public Map<CostReason, Money> costByReason(long nowMillis) {
        accrue(nowMillis);
        Map<CostReason, Money> cost = new EnumMap<>(CostReason.class);
        for (CostReason reason : REASONS) {
            long nanos = 0;
            long rest = 0;
            for (Account[] row : accounts) {
                nanos = Math.addExact(nanos, row[reason.ordinal()].nanos);
                rest += row[reason.ordinal()].rest;
            }
            cost.put(reason, new Money(nanos + rest / MILLIS_PER_HOUR));
        }
        return cost;
    }

    /**
     * Instances that run, from order to release; stopped ones are not counted.
     *
     * @param option a purchase option
     * @return the number
     */
    public long instances(PurchaseOption option) {
        return account(option, CostReason.STARTING).instances
                + account(option, CostReason.SERVING).instances
                + account(option, CostReason.LEAVING).instances;
    }

    /**
     * Instances that cost now for a reason.
     *
     * @param reason the reason
     * @return the number over all purchase options
     */
    public long instances(CostReason reason) {
        long count = 0;
        for (Account[] row : accounts) {
            count += row[reason.ordinal()].instances;
        }
        return count;
    }

    /**
     * Instance time billed up to a time; that of stopped instances does not count.
     *
     * @param nowMillis a time not before the last change
     * @return milliseconds, summed over the instances, for every purchase option, in their order
     */
    public Map<PurchaseOption, Long> instanceMillisUntil(long nowMillis) {
        accrue(nowMillis);
        Map<PurchaseOption, Long> millis = new EnumMap<>(PurchaseOption.class);
        for (PurchaseOption option : PurchaseOption.values()) {
            long sum = 0;
            for (CostReason reason : REASONS) {
                sum += reason == CostReason.STOPPED ? 0 : account(option, reason).instanceMillis;
            }
            millis.put(option, sum);
        }
        return millis;
    }

    /**
     * Instance time billed beyond the time lived.
     *
     * @return milliseconds, summed over the instances
     */
    public long roundedMillis() {
        long sum = 0;
        for (Account[] row : accounts) {
            sum += row[CostReason.ROUNDING.ordinal()].instanceMillis;
        }
        return sum;
    }
}
