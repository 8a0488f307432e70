package io.ess4j.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many hooks a group may have and how long an instance may be held (guide map C-17-8). The documents of different
 * years differ, so these are values; the newest are the default.
 *
 * @param mostHooks hooks in a group, 0 or more
 * @param mostMetadata characters of metadata, 0 or more
 * @param mostHeartbeats how often one wait may be extended, 0 or more
 * @param longestWait how long one wait may last with all extensions, at least the longest timeout
 */
public record HookLimits(int mostHooks, int mostMetadata, int mostHeartbeats, Duration longestWait) {
    /** 10 hooks, 4096 characters, 20 heartbeats, 6 hours. */
    public static final HookLimits DEFAULT = new HookLimits(10, 4096, 20, LifecycleHook.LONGEST);

    /** What is wrong with the hooks of a group. */
    public enum Problem {
        /** The group has more hooks than it may have. */
        TOO_MANY_HOOKS,
        /** An earlier hook has the same name. */
        NAME_REPEATS,
        /** The metadata is longer than it may be. */
        METADATA_TOO_LONG;

        /**
         * The service's own code of the refusal (guide map C-16-4).
         *
         * @return such as {@code QuotaExceeded.LifecycleHook}; empty where the documents have none
         */
        public Optional<String> code() {
            return switch (this) {
                case TOO_MANY_HOOKS -> Optional.of("QuotaExceeded.LifecycleHook");
                case NAME_REPEATS -> Optional.of("InvalidLifecycleHookName.Duplicate");
                case METADATA_TOO_LONG -> Optional.empty();
            };
        }
    }

    /**
     * One problem.
     *
     * @param hook the hook that is too much, repeats or talks too long
     * @param problem what is wrong
     */
    public record Finding(LifecycleHook hook, Problem problem) {}

    public HookLimits {
        LifecycleChecks.atLeast("mostHooks", mostHooks, 0);
        LifecycleChecks.atLeast("mostMetadata", mostMetadata, 0);
        LifecycleChecks.atLeast("mostHeartbeats", mostHeartbeats, 0);
        if (longestWait.compareTo(LifecycleHook.LONGEST) < 0) {
            throw new IllegalArgumentException("longestWait (" + longestWait + ") must be >= " + LifecycleHook.LONGEST);
        }
    }

    /**
     * What is wrong with the hooks of a group.
     *
     * @param hooks the hooks in the order of their creation
     * @return all problems in that order, empty if there are none
     */
    public List<Finding> check(List<LifecycleHook> hooks) {
        List<Finding> findings = new ArrayList<>();
        // Membership only; the order of hashing is never seen.
        Set<String> names = new HashSet<>();
        for (int i = 0; i < hooks.size(); i++) {
            LifecycleHook hook = hooks.get(i);
            if (i >= mostHooks) {
                findings.add(new Finding(hook, Problem.TOO_MANY_HOOKS));
            }
            if (!names.add(hook.name())) {
                findings.add(new Finding(hook, Problem.NAME_REPEATS));
            }
            if (hook.metadata().length() > mostMetadata) {
                findings.add(new Finding(hook, Problem.METADATA_TOO_LONG));
            }
        }
        return List.copyOf(findings);
    }
}
