package io.ess4j.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The books of instances that go and others that come in their place.
 *
 * @param reference how many instances serve when all is well
 * @param others serving instances that stay
 * @param outgoing serving instances that are to go, in the order of going
 * @param leaving instances on their way out
 * @param arrived new instances that serve
 * @param launching how many new instances are on their way in
 * @param strayLaunching instances on their way in that are not wanted any more
 * @param strayLeaving instances on their way out that were to leave before the direction changed
 */
public record Exchange(
        int reference,
        int others,
        List<String> outgoing,
        List<String> leaving,
        List<String> arrived,
        int launching,
        int strayLaunching,
        List<String> strayLeaving) {
    public Exchange {
        outgoing = List.copyOf(outgoing);
        leaving = List.copyOf(leaving);
        arrived = List.copyOf(arrived);
        strayLeaving = List.copyOf(strayLeaving);
    }

    static Exchange of(int reference, List<String> outgoing) {
        return new Exchange(reference, reference - outgoing.size(), outgoing, List.of(), List.of(), 0, 0, List.of());
    }

    /** What was new goes, and what has gone or is leaving is to come again. */
    Exchange reversed() {
        return new Exchange(reference, others + outgoing.size(), arrived, List.of(), List.of(), 0, launching, leaving);
    }

    /**
     * How many new instances are wanted in all.
     *
     * @return what the instances that stay leave over
     */
    public int wanted() {
        return Math.max(0, reference - others);
    }

    /**
     * How many instances serve.
     *
     * @return those that stay, those that are still to go, and the new ones
     */
    public int serving() {
        return others + outgoing.size() + arrived.size();
    }

    /**
     * How many instances there are, on their way in and out included.
     *
     * @return the count
     */
    public int present() {
        return serving() + leaving.size() + launching + strayLaunching + strayLeaving.size();
    }

    boolean isInFlight() {
        return launching + strayLaunching > 0 || !leaving.isEmpty() || !strayLeaving.isEmpty();
    }

    /** How many new instances there are or will be. */
    int begun() {
        return arrived.size() + launching;
    }

    boolean isComplete() {
        return outgoing.isEmpty() && !isInFlight() && arrived.size() >= wanted();
    }

    /** Whether so many of the wanted have come and as many have gone, with nothing on its way. */
    boolean hasReached(int limit) {
        return begun() >= limit && outgoing.size() <= wanted() - limit && !isInFlight();
    }

    /**
     * Launches and removes as many as the bounds allow. At most {@code most} are present and at least {@code least}
     * serve; new instances stop at the limit, and as many old ones stay as the limit leaves over.
     *
     * <p>If least < most, least <= reference <= most and nothing is on its way, something happens until the limit is
     * reached: where no more may be launched, more serve than the reference allows without removing one.
     */
    Pace pace(int limit, int least, int most) {
        int in = Math.min(Math.min(limit, wanted()) - begun(), most - present());
        int kept = Math.max(0, wanted() - limit);
        int out = Math.min(outgoing.size() - kept, serving() - least);
        return new Pace(Math.max(0, in), Math.max(0, out));
    }

    /** Brings what was begun to an end: as many serve in the end as the reference says, if there are enough to go. */
    Pace evenOut(int least, int most) {
        int missing = reference - serving() - launching;
        int in = Math.min(missing, most - present());
        int out = Math.min(outgoing.size(), Math.min(-missing, serving() - least));
        return new Pace(Math.max(0, in), Math.max(0, out));
    }

    /** How many to launch and to remove now. */
    record Pace(int launched, int removed) {}

    Exchange after(Pace pace) {
        int out = pace.removed();
        return new Exchange(
                reference,
                others,
                outgoing.subList(out, outgoing.size()),
                plus(leaving, outgoing.subList(0, out)),
                arrived,
                launching + pace.launched(),
                strayLaunching,
                strayLeaving);
    }

    /** One that was wanted has come, or one that is not wanted any more and goes again. */
    Optional<Exchange> launched(String id, boolean stray) {
        List<String> one = List.of(id);
        boolean knows = outgoing.contains(id) || arrived.contains(id) || expects(id);
        return knows
                ? Optional.empty()
                : launchFailed(stray)
                        .map(e -> new Exchange(
                                reference,
                                others,
                                stray ? plus(outgoing, one) : outgoing,
                                leaving,
                                stray ? arrived : plus(arrived, one),
                                e.launching,
                                e.strayLaunching,
                                strayLeaving));
    }

    Optional<Exchange> launchFailed(boolean stray) {
        if ((stray ? strayLaunching : launching) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Exchange(
                reference,
                others,
                outgoing,
                leaving,
                arrived,
                launching - (stray ? 0 : 1),
                strayLaunching - (stray ? 1 : 0),
                strayLeaving));
    }

    Optional<Exchange> removed(String id) {
        return expects(id) ? Optional.of(notLeaving(id, others, outgoing)) : Optional.empty();
    }

    /**
     * One that did not leave goes to the end of the queue; one that need not leave any more stays instead of another
     * that would have been launched, if there is one.
     */
    Optional<Exchange> removeFailed(String id) {
        if (!expects(id)) {
            return Optional.empty();
        }
        boolean stays = strayLeaving.contains(id) && begun() < wanted();
        return Optional.of(
                stays ? notLeaving(id, others + 1, outgoing) : notLeaving(id, others, plus(outgoing, List.of(id))));
    }

    private Exchange notLeaving(String id, int nowOthers, List<String> nowOutgoing) {
        return new Exchange(
                reference,
                nowOthers,
                nowOutgoing,
                minus(leaving, id),
                arrived,
                launching,
                strayLaunching,
                minus(strayLeaving, id));
    }

    /** One has gone without being asked, and the group is smaller for it. */
    Optional<Exchange> left(String id) {
        if (expects(id)) {
            return removed(id);
        }
        boolean takesPart = outgoing.contains(id) || arrived.contains(id);
        if (!takesPart && others == 0) {
            return Optional.empty();
        }
        return Optional.of(new Exchange(
                reference - 1,
                others - (takesPart ? 0 : 1),
                minus(outgoing, id),
                leaving,
                minus(arrived, id),
                launching,
                strayLaunching,
                strayLeaving));
    }

    Exchange joined() {
        return new Exchange(
                reference + 1, others + 1, outgoing, leaving, arrived, launching, strayLaunching, strayLeaving);
    }

    private boolean expects(String id) {
        return leaving.contains(id) || strayLeaving.contains(id);
    }

    private static List<String> plus(List<String> ids, List<String> more) {
        List<String> all = new ArrayList<>(ids);
        all.addAll(more);
        return all;
    }

    private static List<String> minus(List<String> ids, String id) {
        List<String> all = new ArrayList<>(ids);
        all.remove(id);
        return all;
    }
}
