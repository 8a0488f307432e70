package io.ess4j.placement;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may stand in where a group's own instance types and zones have no stock: the service's candidate mode (guide map
 * C-4-15).
 *
 * @param otherGenerations whether types of other generations may: {@code ecs.c6.large} and {@code ecs.c8.large} for
 *     {@code ecs.c7.large}
 * @param cidrBlocks the address blocks of switches in other zones, one for each zone that may be added, such as
 *     {@code 192.168.1.0/24}; empty to add no zone
 * @param maxPrice the most that an instance of another generation may cost per hour; absent for no limit
 */
public record CandidateOptions(boolean otherGenerations, List<String> cidrBlocks, Optional<Price> maxPrice) {
    /** Nothing stands in: the candidate mode is off. */
    public static final CandidateOptions OFF = new CandidateOptions(false, List.of(), Optional.empty());

    private static final int BYTES = 4;
    private static final int BITS = 32;

    public CandidateOptions {
        cidrBlocks = List.copyOf(cidrBlocks);
        requireNonNull(maxPrice, "maxPrice");
        List<String> problems = new ArrayList<>();
        for (String block : cidrBlocks) {
            if (!isBlock(block)) {
                problems.add("cidrBlock (" + block + ") must be an address block such as 192.168.1.0/24");
            }
        }
        if (cidrBlocks.stream().distinct().count() < cidrBlocks.size()) {
            problems.add("cidrBlocks " + cidrBlocks + " must be named only once");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private static boolean isBlock(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !isNumber(text.substring(slash + 1), BITS)) {
            return false;
        }
        String[] bytes = text.substring(0, slash).split("\\.", -1);
        for (String part : bytes) {
            if (!isNumber(part, 255)) {
                return false;
            }
        }
        return bytes.length == BYTES;
    }

    private static boolean isNumber(String text, int most) {
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Integer.parseInt(text) <= most;
    }

    /**
     * Types of other generations stand in, whatever they cost; no zone is added.
     *
     * @return the options
     */
    public static CandidateOptions ofOtherGenerations() {
        return new CandidateOptions(true, List.of(), Optional.empty());
    }

    /**
     * These options with a limit of the price of types of other generations.
     *
     * @param price the most per hour, itself included
     * @return a changed copy
     */
    public CandidateOptions atMost(Price price) {
        return new CandidateOptions(otherGenerations, cidrBlocks, Optional.of(price));
    }

    /**
     * These options with other zones.
     *
     * @param blocks the address blocks of the switches, one for each zone that may be added
     * @return a changed copy
     * @throws IllegalArgumentException if a text is no address block, or one is named twice
     */
    public CandidateOptions withOtherZones(List<String> blocks) {
        return new CandidateOptions(otherGenerations, blocks, maxPrice);
    }
}
