package io.ess4j.bench.peers;

import java.io.Serial;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;

/** An event of DSOL that does nothing; equal times are ordered by a serial number, as its own events are. */
final class PlainEvent implements SimEventInterface<Long> {
    @Serial
    private static final long serialVersionUID = 1;

    private static long created;

    private final long time;
    private final long id = ++created;

    PlainEvent(long time) {
        this.time = time;
    }

    @Override
    public void execute() {}

    @Override
    public Long getAbsoluteExecutionTime() {
        return time;
    }

    @Override
    public short getPriority() {
        return NORMAL_PRIORITY;
    }

    @Override
    public long getId() {
        return id;
    }
}
