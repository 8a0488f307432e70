package io.ess4j.placement;

import io.ess4j.model.Instance;
import io.ess4j.model.Offering;
import io.ess4j.model.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may take the place of instances that are replaced to save money, by Karpenter's rules against replacing for
 * nothing (guide map C-20-5).
 */
public final class ReplacementOptions {
    /** How many cheaper types a single spot instance needs before another may take its place. */
    public static final int SPOT_FLEXIBILITY = 15;

    private static final Comparator<Offering> CHEAPEST = Comparator.comparing(Offering::price)
            .thenComparing(o -> o.type().name())
            .thenComparing(o -> o.zone().id());

    private ReplacementOptions() {}

    /**
     * Options that are worth it when one of them is of a type that leaves: such a type must become cheaper, or nothing
     * would be gained but the disruption. Of {@code 2xlarge}, {@code 2xlarge} and {@code small} that leave, the options
     * nano, small, xlarge and 2xlarge leave nano only: cheaper than small, the cheapest that leaves and is an option.
     *
     * @param leaving the instances that would leave
     * @param options what could take their place
     * @return the options cheaper than the cheapest instance that leaves and whose type is among them; all options if
     *     there is none. In their order
     */
    public static List<Offering> cheaperThanSameType(List<Instance> leaving, List<Offering> options) {
        // Membership only; the order of hashing is never seen.
        Set<String> types = options.stream().map(o -> o.type().name()).collect(Collectors.toSet());
        Optional<Price> bound = leaving.stream()
                .filter(i -> types.contains(i.type().name()))
                .map(Instance::price)
                .min(Comparator.naturalOrder());
        return options.stream()
                .filter(o -> bound.filter(b -> o.price().compareTo(b) >= 0).isEmpty())
                .toList();
    }

    /**
     * What may take the place of one spot instance: only if there is much to choose from, and then the cheapest, so
     * that instances do not move from the cheapest pool to the cheapest pool, each time nearer to an interruption.
     *
     * @param price what the instance costs
     * @param options spot offerings that could take its place
     * @param flexibility how many types must be cheaper, 1 or more; {@value #SPOT_FLEXIBILITY} is usual
     * @return the cheapest offering of each of that many types, cheapest first, equal prices by type and zone; empty if
     *     fewer types are cheaper
     * @throws IllegalArgumentException if the flexibility is below 1
     */
    public static List<Offering> ofSpot(Price price, List<Offering> options, int flexibility) {
        if (flexibility < 1) {
            throw new IllegalArgumentException("flexibility (" + flexibility + ") must be >= 1");
        }
        List<Offering> cheaper = options.stream()
                .filter(o -> o.price().compareTo(price) < 0)
                .sorted(CHEAPEST)
                .toList();
        List<Offering> ofEachType = new ArrayList<>();
        // Membership only; the order of hashing is never seen.
        Set<String> seen = new HashSet<>();
        for (Offering offering : cheaper) {
            if (seen.add(offering.type().name())) {
                ofEachType.add(offering);
            }
        }
        return ofEachType.size() < flexibility ? List.of() : List.copyOf(ofEachType.subList(0, flexibility));
    }
}
