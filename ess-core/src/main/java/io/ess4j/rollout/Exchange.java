package io.ess4j.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The books of instances that go and others that come in their place.
 *
 * @param others serving instances that stay
 * @param outgoing serving instances that are to go, in the order of going
 * @param leaving instances on their way out
 * @param gone how many have gone
 * @param arrived new instances that serve
 * @param launching how many new instances are on their way in
 * @param wanted how many new instances are wanted in all
 * @param strayLaunching instances on their way in that are not wanted any more
 * @param strayLeaving instances on their way out that were to leave before the direction changed
 */
public record Exchange(
        int others,
        List<String> outgoing,
        List<String> leaving,
        int gone,
        List<String> arrived,
        int launching,
        int wanted,
        int strayLaunching,
        List<String> strayLeaving) {
    public Exchange {
        outgoing = List.copyOf(outgoing);
        leaving = List.copyOf(leaving);
        arrived = List.copyOf(arrived);
        strayLeaving = List.copyOf(strayLeaving);
    }

    static Exchange of(int others, List<String> outgoing) {
        return new Exchange(others, outgoing, List.of(), 0, List.of(), 0, outgoing.size(), 0, List.of());
    }

    /** What was new goes, and what has gone or is leaving is to come again. */
    Exchange reversed() {
        return new Exchange(
                others + outgoing.size(),
                arrived,
                List.of(),
                0,
                List.of(),
                0,
                gone + leaving.size(),
                launching,
                leaving);
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

    int begunIn() {
        return arrived.size() + launching;
    }

    int begunOut() {
        return gone + leaving.size();
    }

    boolean isComplete() {
        return outgoing.isEmpty() && !isInFlight() && arrived.size() >= wanted;
    }

    /** How many to launch so that at most {@code most} are present, and so many come in all as the limit says. */
    int toLaunch(int limit, int most) {
        return Math.max(0, Math.min(limit - begunIn(), most - present()));
    }

    /** How many to remove so that at least {@code least} serve, and so many go in all as the limit says. */
    int toRemove(int limit, int least) {
        return Math.max(0, Math.min(outgoing.size(), Math.min(limit - begunOut(), serving() - least)));
    }

    Exchange launch(int count) {
        return new Exchange(
                others, outgoing, leaving, gone, arrived, launching + count, wanted, strayLaunching, strayLeaving);
    }

    Exchange remove(int count) {
        return new Exchange(
                others,
                outgoing.subList(count, outgoing.size()),
                plus(leaving, outgoing.subList(0, count)),
                gone,
                arrived,
                launching,
                wanted,
                strayLaunching,
                strayLeaving);
    }

    /** One that was wanted has come, or one that is not wanted any more and goes again. */
    Optional<Exchange> launched(String id, boolean stray) {
        if (knows(id) || (stray ? strayLaunching : launching) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Exchange(
                others,
                stray ? plus(outgoing, List.of(id)) : outgoing,
                leaving,
                gone,
                stray ? arrived : plus(arrived, List.of(id)),
                launching - (stray ? 0 : 1),
                wanted,
                strayLaunching - (stray ? 1 : 0),
                strayLeaving));
    }

    Optional<Exchange> launchFailed(boolean stray) {
        if ((stray ? strayLaunching : launching) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Exchange(
                others,
                outgoing,
                leaving,
                gone,
                arrived,
                launching - (stray ? 0 : 1),
                wanted,
                strayLaunching - (stray ? 1 : 0),
                strayLeaving));
    }

    Optional<Exchange> removed(String id) {
        if (leaving.contains(id)) {
            return Optional.of(new Exchange(
                    others,
                    outgoing,
                    minus(leaving, id),
                    gone + 1,
                    arrived,
                    launching,
                    wanted,
                    strayLaunching,
                    strayLeaving));
        }
        return strayLeaving.contains(id) ? Optional.of(strayGone(id, 0)) : Optional.empty();
    }

    /** One that did not leave goes to the end of the queue; one that need not leave any more stays. */
    Optional<Exchange> removeFailed(String id) {
        if (leaving.contains(id)) {
            return Optional.of(new Exchange(
                    others,
                    plus(outgoing, List.of(id)),
                    minus(leaving, id),
                    gone,
                    arrived,
                    launching,
                    wanted,
                    strayLaunching,
                    strayLeaving));
        }
        return strayLeaving.contains(id) ? Optional.of(strayGone(id, 1)) : Optional.empty();
    }

    private Exchange strayGone(String id, int back) {
        return new Exchange(
                others + back,
                outgoing,
                leaving,
                gone,
                arrived,
                launching,
                wanted - Math.min(back, wanted - begunIn()),
                strayLaunching,
                minus(strayLeaving, id));
    }

    /** One has gone without being asked; one fewer is wanted, unless it is on its way already. */
    Optional<Exchange> left(String id) {
        if (leaving.contains(id) || strayLeaving.contains(id)) {
            return removed(id);
        }
        boolean was = outgoing.contains(id) || arrived.contains(id);
        if (!was && others == 0) {
            return Optional.empty();
        }
        int begun = begunIn() - (arrived.contains(id) ? 1 : 0);
        return Optional.of(new Exchange(
                others - (was ? 0 : 1),
                minus(outgoing, id),
                leaving,
                gone,
                minus(arrived, id),
                launching,
                was ? Math.max(wanted - 1, begun) : wanted,
                strayLaunching,
                strayLeaving));
    }

    Exchange joined() {
        return new Exchange(
                others + 1, outgoing, leaving, gone, arrived, launching, wanted, strayLaunching, strayLeaving);
    }

    /** Whether it expects that instance to leave: its going does not change what the group should have. */
    boolean expects(String id) {
        return leaving.contains(id) || strayLeaving.contains(id);
    }

    private boolean knows(String id) {
        return outgoing.contains(id) || arrived.contains(id) || expects(id);
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
