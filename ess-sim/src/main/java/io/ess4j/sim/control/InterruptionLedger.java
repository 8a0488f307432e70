package io.ess4j.sim.control;

import io.ess4j.sim.metrics.Interruptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Notices that wait for an answer, and what became of the others. */
final class InterruptionLedger {
    /** Instances that will be taken back, in the order of their notices, until they are gone. */
    private final Set<String> open = new LinkedHashSet<>();

    private final Set<String> unanswered = new LinkedHashSet<>();
    private long noticed;
    private long inTime;
    private long late;
    private long unreplaced;
    private long broken;
    private long lostUnits;

    void noticed(String id, boolean isLeaving) {
        noticed++;
        open.add(id);
        if (!isLeaving) {
            unanswered.add(id);
        }
    }

    /** Those that no plan has answered yet. */
    List<String> unanswered() {
        return new ArrayList<>(unanswered);
    }

    void answered(List<String> ids) {
        ids.forEach(unanswered::remove);
    }

    /** An instance has left of itself; if it had a notice, that came in time. */
    void left(String id) {
        unanswered.remove(id);
        inTime += open.remove(id) ? 1 : 0;
    }

    void reclaimed(String id, boolean isAnswered, long servingUnits) {
        unanswered.remove(id);
        open.remove(id);
        if (!isAnswered) {
            unreplaced++;
        } else if (servingUnits > 0) {
            late++;
        } else {
            inTime++;
        }
        lostUnits += servingUnits;
    }

    /** Whether anything has broken in this run; as long as nothing has, nobody need be asked about health. */
    boolean hasBroken() {
        return broken > 0;
    }

    void broke(long units) {
        broken++;
        lostUnits += units;
    }

    Interruptions totals() {
        return new Interruptions(noticed, inTime, late, unreplaced, open.size(), broken, lostUnits);
    }
}
