package io.ess4j.removal;

/** The first filter of a removal, which follows from how the group places its instances (guide 4.2). */
public enum RemovalScope {
    /** All eligible instances: groups that place by priority. */
    ALL,
    /**
     * The eligible instances of the zones with the most instances, counted anew after each removal: groups that balance
     * their zones. Zones that are tied compete together; a zone whose instances may not leave is passed over.
     */
    LARGEST_ZONES,
    /** The eligible instances of the highest price per unit: groups that place by cost. */
    DEAREST
}
