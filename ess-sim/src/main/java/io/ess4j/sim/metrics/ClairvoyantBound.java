package io.ess4j.sim.metrics;

import io.ess4j.model.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The least that a planner who knew load, prices and interruptions would have paid to keep the objective.
 *
 * <p>For a period it fills the units required with the cheapest units that could be had, whatever was bought before, in
 * fractions of machines. That is a lower bound for every way of serving the period: capacity counts by its mean over
 * the period, cost is at least its linear relaxation, and boots, minimum terms, whole machines and wrong guesses only
 * add to it. It is reached by a planner whose machines weigh one unit, boot in no time and come and go with the
 * periods. What cannot be had at any price is left out, as nobody could have bought it.
 */
public final class ClairvoyantBound {
    private static final double MILLIS_PER_HOUR = 3_600_000;

    private List<Offer> given = List.of();
    private List<Offer> cheapestFirst = List.of();

    /**
     * Units that could be had.
     *
     * @param nanosPerHour price of a machine in 1e-9 currency units an hour, 0 or more
     * @param weight units of a machine, 1 or more
     * @param machines how many, 0 or more
     */
    public record Offer(long nanosPerHour, int weight, long machines) {}

    /** Creates a bound. */
    public ClairvoyantBound() {}

    /**
     * What a period costs at least.
     *
     * @param units units required, 0 or more
     * @param offers what could be had in the period
     * @param periodMillis the length of the period
     * @return the amount, cut to 1e-9 currency units
     */
    public Money cost(double units, List<Offer> offers, long periodMillis) {
        if (offers != given) {
            given = offers;
            cheapestFirst = new ArrayList<>(offers);
            cheapestFirst.sort(Comparator.comparingDouble(o -> (double) o.nanosPerHour() / o.weight()));
        }
        double left = units;
        double nanos = 0;
        for (Offer offer : cheapestFirst) {
            if (left <= 0) {
                break;
            }
            double taken = Math.min(left, (double) offer.machines() * offer.weight());
            nanos += taken * offer.nanosPerHour() / offer.weight();
            left -= taken;
        }
        return new Money((long) (nanos * (periodMillis / MILLIS_PER_HOUR)));
    }
}
