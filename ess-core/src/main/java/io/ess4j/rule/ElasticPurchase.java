package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import io.ess4j.balance.ZoneBalancer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How instances are bought for an application (guide map G6-10, G6-13, G6-14).
 *
 * @param by whether the specification is that of an existing instance or of a launch template
 * @param model the id of that instance or template
 * @param loginKey the key for logging in; needed for the specification of an existing instance
 * @param vSwitches where they are placed, the preferred first; empty for where the application is
 * @param spread how several vSwitches are used
 */
public record ElasticPurchase(By by, String model, Optional<String> loginKey, List<String> vSwitches, Spread spread) {
    /** Where the specification of a bought instance comes from. */
    public enum By {
        /** An instance that the cluster has. */
        EXISTING_SPECIFICATION,
        /** A launch template. */
        LAUNCH_TEMPLATE
    }

    /** How several vSwitches are used. */
    public enum Spread {
        /** The first one that has stock. */
        PRIORITY,
        /** Evenly over the zones. */
        BALANCED
    }

    public ElasticPurchase {
        requireNonNull(by, "by");
        requireNonNull(loginKey, "loginKey");
        vSwitches = List.copyOf(vSwitches);
        requireNonNull(spread, "spread");
        if (requireNonNull(model, "model").isBlank()) {
            throw new IllegalArgumentException("model of a purchase must not be blank");
        }
        if (by == By.EXISTING_SPECIFICATION
                && loginKey.filter(k -> !k.isBlank()).isEmpty()) {
            throw new IllegalArgumentException(
                    "loginKey must be given when instances are bought by the specification of " + model);
        }
    }

    /**
     * A purchase by launch template, where the application is.
     *
     * @param template the id of the template
     * @return the purchase
     * @throws IllegalArgumentException if the id is blank
     */
    public static ElasticPurchase template(String template) {
        return new ElasticPurchase(By.LAUNCH_TEMPLATE, template, Optional.empty(), List.of(), Spread.PRIORITY);
    }

    /**
     * A purchase by the specification of an existing instance, where the application is.
     *
     * @param instance the id of the instance
     * @param key the key for logging in
     * @return the purchase
     * @throws IllegalArgumentException if the id or the key is blank
     */
    public static ElasticPurchase like(String instance, String key) {
        return new ElasticPurchase(By.EXISTING_SPECIFICATION, instance, Optional.of(key), List.of(), Spread.PRIORITY);
    }

    /**
     * This purchase in several vSwitches.
     *
     * @param how how they are used
     * @param ids their ids, the preferred first
     * @return a changed copy
     */
    public ElasticPurchase in(Spread how, String... ids) {
        return new ElasticPurchase(by, model, loginKey, List.of(ids), how);
    }

    /**
     * How bought instances are spread over the vSwitches, when each has this much stock (guide map G6-13).
     *
     * @param count how many to place, 0 or more
     * @param stock how many each vSwitch can take, in the order of {@link #vSwitches}
     * @return how many each takes, in the same order; less than {@code count} in all if stock does not suffice
     * @throws IllegalArgumentException if the lists differ in length or a number is negative
     */
    public List<Integer> place(int count, List<Integer> stock) {
        if (stock.size() != vSwitches.size()) {
            throw new IllegalArgumentException("stock (" + stock + ") must have a number for each of " + vSwitches);
        }
        stock.forEach(s -> RuleChecks.between("stock", s, 0, Integer.MAX_VALUE));
        RuleChecks.between("count", count, 0, Integer.MAX_VALUE);
        int[] room = stock.stream().mapToInt(Integer::intValue).toArray();
        int[] taken = spread == Spread.BALANCED ? ZoneBalancer.additions(new int[room.length], room, count) : room;
        if (spread == Spread.PRIORITY) {
            int left = count;
            for (int i = 0; i < taken.length; i++) {
                taken[i] = Math.min(room[i], left);
                left -= taken[i];
            }
        }
        return Arrays.stream(taken).boxed().toList();
    }
}
