package io.ess4j.sim.cloud;

import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.util.EnumMap;
import java.util.Map;

/**
 * The bill of a run, exact to the rounding of its printing: for each purchase option the sum of price times time over
 * all instances. Time is billed to the millisecond from order to release. Between two changes the sum of prices is
 * constant, so that a change costs O(1) whatever the number of instances.
 */
public final class Billing {
    private static final long MILLIS_PER_HOUR = 3_600_000;

    private final Account[] accounts = new Account[PurchaseOption.values().length];

    /** Money of one purchase option: {@code nanos + rest / 3,600,000} of 1e-9 currency units. */
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
            // whole hours and the remainder apart, so that the product of a year does not overflow
            nanos = Math.addExact(nanos, Math.multiplyExact(nanosPerHour, elapsed / MILLIS_PER_HOUR));
            long part = Math.addExact(rest, Math.multiplyExact(nanosPerHour, elapsed % MILLIS_PER_HOUR));
            nanos = Math.addExact(nanos, part / MILLIS_PER_HOUR);
            rest = part % MILLIS_PER_HOUR;
        }
    }

    /** Creates an empty bill at time 0. */
    public Billing() {
        for (int i = 0; i < accounts.length; i++) {
            accounts[i] = new Account();
        }
    }

    void start(PurchaseOption option, Price price, long now) {
        Account account = accounts[option.ordinal()];
        account.accrue(now);
        account.nanosPerHour = Math.addExact(account.nanosPerHour, price.nanosPerHour());
        account.instances++;
    }

    void stop(PurchaseOption option, Price price, long now) {
        Account account = accounts[option.ordinal()];
        account.accrue(now);
        account.nanosPerHour -= price.nanosPerHour();
        account.instances--;
    }

    /**
     * Money spent up to a time, cut to 1e-9 currency units.
     *
     * @param nowMillis a time not before the last change
     * @return an amount for every purchase option, in their order
     */
    public Map<PurchaseOption, Money> costUntil(long nowMillis) {
        Map<PurchaseOption, Money> cost = new EnumMap<>(PurchaseOption.class);
        for (PurchaseOption option : PurchaseOption.values()) {
            Account account = accounts[option.ordinal()];
            account.accrue(nowMillis);
            cost.put(option, new Money(account.nanos));
        }
        return cost;
    }

    /**
     * Instances billed now.
     *
     * @param option a purchase option
     * @return the number
     */
    public long instances(PurchaseOption option) {
        return accounts[option.ordinal()].instances;
    }

    /**
     * Instance time billed up to a time.
     *
     * @param nowMillis a time not before the last change
     * @return milliseconds, summed over the instances, for every purchase option, in their order
     */
    public Map<PurchaseOption, Long> instanceMillisUntil(long nowMillis) {
        Map<PurchaseOption, Long> millis = new EnumMap<>(PurchaseOption.class);
        for (PurchaseOption option : PurchaseOption.values()) {
            Account account = accounts[option.ordinal()];
            account.accrue(nowMillis);
            millis.put(option, account.instanceMillis);
        }
        return millis;
    }
}
