package io.ess4j.launch;

import java.util.Optional;

/** What can be wrong with a launch configuration in a group, how much it matters, and what helps. */
public enum LaunchProblem {
    /** Ranges of instance types in a group of the classic network. */
    RANGES_NEED_VPC(Severity.ERROR, "use a group in a VPC, or name the instance types"),
    /** Ranges of instance types beside weights of named ones. */
    RANGES_WITH_WEIGHTS(Severity.ERROR, "leave out the weights or the ranges"),
    /** vCPUs and memory instead of types, in a group that is not cost-optimised. */
    SIZE_NEEDS_COST_OPTIMIZED(Severity.ERROR, "use a cost-optimised group, or name the instance types"),
    /** More instance types than a configuration takes. */
    TOO_MANY_TYPES(Severity.ERROR, "name fewer instance types"),
    /** More tags than a configuration takes. */
    TOO_MANY_TAGS(Severity.ERROR, "leave out tags, or put some on the group"),
    /** More data disks than an instance takes. */
    TOO_MANY_DATA_DISKS(Severity.ERROR, "use fewer, larger disks"),
    /** None of a disk's categories can be had. */
    NO_DISK_CATEGORY(Severity.ERROR, "add a category that can be had as a fallback"),
    /** A key pair with an image of Windows. */
    KEY_PAIR_ON_WINDOWS(Severity.ERROR, "use a password"),
    /** A password that is too short, too long, too simple, or has a foreign character. */
    PASSWORD_NOT_ACCEPTED(Severity.ERROR, "use 8 to 30 characters of three classes"),
    /** An instance role in the classic network. */
    ROLE_NEEDS_VPC(Severity.ERROR, "use a group in a VPC"),
    /** An instance role that the compute service may not assume: no instance can be created. */
    ROLE_NOT_TRUSTED(Severity.ERROR, "allow ecs.aliyuncs.com to call sts:AssumeRole in the role's trust policy"),
    /** User data in the classic network. */
    USER_DATA_NEEDS_VPC(Severity.ERROR, "use a group in a VPC"),
    /** User data larger than the limit. */
    USER_DATA_TOO_LARGE(Severity.ERROR, "fetch the rest in the script"),
    /** A type has no spot price limit although limits are asked for. */
    SPOT_LIMIT_MISSING(Severity.ERROR, "give every named type a limit"),
    /** Something in the user data looks like a secret, and user data is not encrypted. */
    SECRET_IN_USER_DATA(Severity.WARNING, "encrypt it, or fetch it at start by the instance role"),
    /** A script for Linux whose first line ends in a carriage return: the interpreter is not found. */
    SCRIPT_WITH_CARRIAGE_RETURN(Severity.WARNING, "save the script with line feeds only"),
    /** A password beside a key pair, which switches passwords off. */
    PASSWORD_BESIDE_KEY_PAIR(Severity.WARNING, "leave one of them out"),
    /** Neither key pair nor password. */
    NO_LOGIN(Severity.WARNING, "set a key pair or a password, unless the image has its own"),
    /** Two tag keys that differ by case only; keys are case-sensitive. */
    TAG_KEYS_DIFFER_BY_CASE(Severity.WARNING, "write the key the same way everywhere"),
    /** Spot settings on a dedicated host, where they have no effect. */
    SPOT_IGNORED_ON_DEDICATED_HOST(Severity.WARNING, "leave out the spot settings or the host"),
    /** User data for Linux that does not begin with {@code #!}: it is handed over, not run. */
    USER_DATA_IS_NO_SCRIPT(Severity.NOTE, "begin the first line with #! if it should run");

    private final Severity severity;
    private final String remedy;

    LaunchProblem(Severity severity, String remedy) {
        this.severity = severity;
        this.remedy = remedy;
    }

    /**
     * How much it matters.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * What helps.
     *
     * @return a half sentence; not stable
     */
    public String remedy() {
        return remedy;
    }

    /**
     * The service's own code of the refusal (guide map C-16-4).
     *
     * @return such as {@code InvalidUserData.SizeExceeded}; empty where the documents have none
     */
    public Optional<String> code() {
        return switch (this) {
            case TOO_MANY_TAGS -> Optional.of("InvalidTags.ListSize");
            case KEY_PAIR_ON_WINDOWS -> Optional.of("InvalidParameter");
            case ROLE_NEEDS_VPC -> Optional.of("InvalidNetworkType.ForRAMRole");
            case USER_DATA_TOO_LARGE -> Optional.of("InvalidUserData.SizeExceeded");
            default -> Optional.empty();
        };
    }
}
