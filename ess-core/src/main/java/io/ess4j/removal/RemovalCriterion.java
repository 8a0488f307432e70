package io.ess4j.removal;

/**
 * Which of the eligible instances leaves first. The first three are the documented ones (guide 4.2); the others are
 * rules of other systems under the same chain.
 */
public enum RemovalCriterion {
    /** The one that joined the group earliest. */
    OLDEST_INSTANCE,
    /** The one that joined the group latest. */
    NEWEST_INSTANCE,
    /**
     * The one whose configuration source was added to the group earliest; instances without a source (attached ones)
     * come after all others. When only such are left, this criterion holds them equal and the next stage decides;
     * chance chooses among what is still tied (guide map G4.2-5).
     */
    OLDEST_CONFIGURATION,
    /**
     * The one whose configuration source was added to the group latest; instances without a source come after all
     * others.
     */
    NEWEST_CONFIGURATION,
    /**
     * Instances of a plain configuration first, then those of the lowest template version; instances without a source
     * come after all others (AWS EC2 Auto Scaling).
     */
    OLDEST_TEMPLATE_VERSION,
    /**
     * Instances of the highest template version first, then those of a plain configuration; instances without a source
     * come after all others.
     */
    NEWEST_TEMPLATE_VERSION,
    /**
     * The one whose next billing hour is nearest: with hours counted from the time of joining, the one with the least
     * {@code 3600 s - (now - joined) mod 3600 s} left (AWS EC2 Auto Scaling). Needs the present time.
     */
    CLOSEST_TO_BILLING_HOUR,
    /** The one with the highest price per unit, see {@link UnitBasis}. */
    HIGHEST_UNIT_PRICE,
    /**
     * The one that the provider takes back soonest; instances without a notice come after all others. Needs the
     * notices.
     */
    EARLIEST_INTERRUPTION,
    /**
     * Instances that are not in service yet before those that are. With this criterion pending instances are eligible
     * too (Titus).
     */
    PENDING_FIRST
}
