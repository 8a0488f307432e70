package io.ess4j.rollout;

import io.ess4j.model.ConfigurationSource;
import java.util.Optional;

/** What instances are replaced by (guide map C-28-7, C-28-11). */
public sealed interface RefreshTarget {
    /**
     * Whether an instance was made from it already. Only ids are compared, never what stands behind them.
     *
     * @param source what the instance was launched from
     * @param active the id of the active configuration source of the group, if it has one
     * @return true if the ids are equal; false where an id does not tell
     */
    boolean isMatchedBy(ConfigurationSource source, Optional<String> active);

    /**
     * Whether a refresh to it can be rolled back.
     *
     * @return false for the template versions Default and Latest, of which nobody knows what they were
     */
    default boolean allowsRollback() {
        return true;
    }

    /** The configuration that is active already. */
    record Active() implements RefreshTarget {
        @Override
        public boolean isMatchedBy(ConfigurationSource source, Optional<String> active) {
            return active.filter(source.id()::equals).isPresent();
        }
    }

    /**
     * A scaling configuration, which becomes the active one.
     *
     * @param id its id
     */
    record Configuration(String id) implements RefreshTarget {
        public Configuration {
            RolloutChecks.name("id", id);
        }

        @Override
        public boolean isMatchedBy(ConfigurationSource source, Optional<String> active) {
            return source.templateVersion().isEmpty() && source.id().equals(id);
        }
    }

    /**
     * Another image for the active configuration; no instance has it yet.
     *
     * @param id its id
     */
    record Image(String id) implements RefreshTarget {
        public Image {
            RolloutChecks.name("id", id);
        }

        @Override
        public boolean isMatchedBy(ConfigurationSource source, Optional<String> active) {
            return false;
        }
    }

    /**
     * A version of a launch template, which becomes the active source.
     *
     * @param id the id of the template
     * @param version a number, {@code Default} or {@code Latest}; of the latter two no instance is known to be
     */
    record Template(String id, String version) implements RefreshTarget {
        public Template {
            RolloutChecks.name("id", id);
            RolloutChecks.name("version", version);
            boolean number = version.length() <= 9 && version.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!number && !isMoving(version)) {
                throw new IllegalArgumentException("version (" + version + ") must be a number, Default or Latest");
            }
        }

        @Override
        public boolean isMatchedBy(ConfigurationSource source, Optional<String> active) {
            return !isMoving(version)
                    && source.id().equals(id)
                    && source.templateVersion().orElse(0) == Integer.parseInt(version);
        }

        @Override
        public boolean allowsRollback() {
            return !isMoving(version);
        }

        private static boolean isMoving(String version) {
            return version.equals("Default") || version.equals("Latest");
        }
    }
}
