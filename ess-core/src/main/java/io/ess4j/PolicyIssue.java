package io.ess4j;

/** What can be known to be wrong or risky about a group before it runs, each with why it matters and what helps. */
public enum PolicyIssue {
    /** The name breaks the rule of the service (guide map C-1-3). */
    NAME(
            Severity.ERROR,
            "the service refuses the name",
            "use 2 to 64 letters, digits, Chinese characters, '_', '-' and '.', beginning with none of the last three"),
    /** The maximum exceeds the quota (guide map C-1-1). */
    MAXIMUM_ABOVE_QUOTA(Severity.ERROR, "the service refuses the maximum", "lower it, or ask for a larger quota"),
    /** The group names more zones than the service takes (guide map G1.5-1). */
    TOO_MANY_ZONES(Severity.ERROR, "the service refuses the zones", "keep the preferred ones"),
    /** The group names more instance types than the service takes (guide map G1.6-15). */
    TOO_MANY_TYPES(Severity.ERROR, "the service refuses the instance types", "keep the preferred ones"),
    /** A weight is beyond what the service takes (guide map C-3-3). */
    WEIGHT_OUT_OF_RANGE(Severity.ERROR, "the service refuses the weight", "count capacity in larger units"),
    /** The spot mix is beyond what the service takes (guide map C-1-4). */
    MIX_OUT_OF_RANGE(Severity.ERROR, "the service refuses the mix", "use a smaller base or fewer pools"),
    /** Types with local disks lose their data when they stop, and cannot be kept stopped (guide map G3.3-9). */
    RECYCLES_LOCAL_DISKS(
            Severity.ERROR,
            "instances with local disks cannot be kept stopped",
            "release them, or leave these types out"),
    /** A limited lifetime is for servers that are released (guide map C-22-2). */
    LIFETIME_NOT_LIMITED_HERE(
            Severity.ERROR,
            "the service limits the lifetime of servers only, and of none that are kept stopped",
            "leave the lifetime unlimited, or release instances"),
    /** One zone gives no protection against stock that runs out (guide map G1.5-6). */
    ONE_ZONE(Severity.WARNING, "when the zone has no stock, nothing can be created", "add a zone"),
    /** The largest weight is out of proportion to the smallest (guide map G1.6-14). */
    WEIGHTS_FAR_APART(
            Severity.WARNING,
            "one large instance decides over the capacity of many small ones",
            "choose types whose weights are nearer to each other"),
    /** The group is small beside its largest weight (guide map G1.6-13). */
    CAPACITY_NEAR_LARGEST_WEIGHT(
            Severity.WARNING,
            "up to the largest weight may stand idle, and scaling in waits for as much",
            "allow two to three times the largest weight, or leave that type out"),
    /** Fewer types than spot pools are asked for (guide map G1.2-12). */
    FEWER_TYPES_THAN_SPOT_POOLS(
            Severity.WARNING, "spot instances cannot be spread over so many types", "add instance types"),
    /** Few pools of stock: a scale-out may well fail (guide 1.7). */
    THIN_STRENGTH(Severity.WARNING, "few combinations of type and zone are sold", "add zones or types"),
    /** The minimum plus the stock cannot reach the maximum. */
    MAXIMUM_OUT_OF_REACH(
            Severity.WARNING, "the stock of all pools together is less than the maximum", "add zones or types"),
    /** Host names are spent before the group is full. */
    NAMES_RUN_OUT(Severity.WARNING, "instances beyond the last name are not created", "use more digits"),
    /** Host names that only some systems accept. */
    NAMES_NOT_FOR_WINDOWS(Severity.INFO, "Windows does not accept these host names", "shorten the pattern"),
    /** The cooldown ends before new instances work. */
    COOLDOWN_SHORTER_THAN_BOOT(
            Severity.WARNING,
            "an alarm may order again what is still starting",
            "make the cooldown longer than the start of an instance, or use a rule with a warm-up"),
    /** The warm-up of a rule ends before new instances work. */
    WARMUP_SHORTER_THAN_BOOT(
            Severity.WARNING, "instances that do not serve yet are counted as serving", "make the warm-up longer"),
    /** One metric value makes the group grow and shrink. */
    ALARMS_FIGHT(
            Severity.ERROR,
            "the same value runs a rule that adds and one that removes",
            "move the thresholds apart, with room for what one step changes"),
    /** An alarm or task runs a rule that the group does not have. */
    UNKNOWN_RULE(Severity.ERROR, "the rule cannot run", "name a rule of the group"),
    /** Policies over several zones are for private networks (guide map G4.1-8). */
    ZONES_NEED_VPC(Severity.ERROR, "the classic network knows no such placement", "place by priority in one zone"),
    /** A stop pool is for servers in private networks (guide map G3.3-8). */
    RECYCLING_NEEDS_VPC(
            Severity.ERROR, "stopped instances are kept of servers in a private network only", "release instances"),
    /** Groups of containers take placement by priority, and simple or target-tracking rules (guide map C-1-12). */
    CONTAINERS_TAKE_LESS(
            Severity.ERROR, "the service refuses it for containers", "use priority, simple and target-tracking rules"),
    /** Names that count over the whole group are for scaling configurations (guide map G2.3-30). */
    NAMES_NEED_CONFIGURATION(
            Severity.ERROR, "a launch template does not count over the group", "use a scaling configuration"),
    /** The network of a group stays what it is (guide map G3.1-5). */
    NETWORK_CHANGED(Severity.ERROR, "the network type cannot be changed", "create another group"),
    /** The reclaim mode of a group stays what it is (guide map G3.3-10). */
    RECLAIM_MODE_CHANGED(Severity.ERROR, "the reclaim mode cannot be changed", "create another group"),
    /** The guide forbids another placement, newer documents allow it (guide map G4.1-9). */
    PLACEMENT_CHANGED(
            Severity.WARNING, "the guide says that it cannot be changed", "see whether your service allows it"),
    /** With a desired capacity a task that sets not all three sizes may contradict the others (guide map G3.4-8). */
    TASK_WITHOUT_ALL_SIZES(Severity.WARNING, "what it leaves out may contradict what it sets", "give all three sizes"),
    /** A scheduled task runs a rule that only an alarm can run. */
    RULE_NOT_FOR_TASKS(Severity.ERROR, "every run will be refused", "schedule a simple rule"),
    /** Scheduled tasks get into each other's way. */
    TASKS_CONTRADICT(Severity.WARNING, "a run fails, waits or is dropped", "move one of them, or change its sizes"),
    /** A task sets a desired capacity in a group without one (guide map G3.4-7). */
    TASK_SETS_NO_DESIRED(Severity.ERROR, "the group has no desired capacity", "set minimum and maximum only"),
    /** A rule that can never change anything, as its total lies beyond the limits. */
    RULE_BEYOND_LIMITS(Severity.INFO, "the limits cut what the rule wants", "move the limits or the rule");

    /** How bad it is. */
    public enum Severity {
        /** Worth knowing. */
        INFO,
        /** It works, with a risk. */
        WARNING,
        /** The service refuses it, or it contradicts itself. */
        ERROR
    }

    private final Severity severity;
    private final String why;
    private final String remedy;

    PolicyIssue(Severity severity, String why, String remedy) {
        this.severity = severity;
        this.why = why;
        this.remedy = remedy;
    }

    /**
     * How bad it is.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * Why it matters.
     *
     * @return part of a sentence
     */
    public String why() {
        return why;
    }

    /**
     * What helps.
     *
     * @return part of a sentence
     */
    public String remedy() {
        return remedy;
    }
}
