package io.ess4j.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A part of a private network in one zone; a group launches into its switches (guide 1.5).
 *
 * @param id the id of the switch
 * @param zone where it lies
 * @param vpc the id of the private network that it belongs to
 */
public record VSwitch(String id, Zone zone, String vpc) {
    /** The most switches of a group (guide map G1.5-1). */
    public static final int MOST = 5;

    public VSwitch {
        requireNonNull(zone, "zone");
        if (id.isBlank() || vpc.isBlank()) {
            throw new IllegalArgumentException("id (" + id + ") and vpc (" + vpc + ") of a switch must not be blank");
        }
    }

    /**
     * The switches that count when a list and a single one are given: the list, if it has any (guide map G1.5-2).
     *
     * @param list the list, often empty
     * @param single the single one, if given
     * @return the switches, in order of preference
     * @throws IllegalArgumentException if there are more than {@link #MOST}, they belong to different private networks,
     *     or one is named twice
     */
    public static List<VSwitch> effective(List<VSwitch> list, Optional<VSwitch> single) {
        List<VSwitch> effective = list.isEmpty() ? single.map(List::of).orElse(List.of()) : List.copyOf(list);
        if (effective.size() > MOST) {
            throw new IllegalArgumentException("switches (" + effective.size() + ") must be at most " + MOST);
        }
        List<String> vpcs = effective.stream().map(VSwitch::vpc).distinct().toList();
        if (vpcs.size() > 1) {
            throw new IllegalArgumentException("switches must lie in one private network, but lie in " + vpcs);
        }
        List<String> ids = effective.stream().map(VSwitch::id).toList();
        if (ids.stream().distinct().count() < ids.size()) {
            throw new IllegalArgumentException("switches " + ids + " must be named only once");
        }
        return effective;
    }
}
