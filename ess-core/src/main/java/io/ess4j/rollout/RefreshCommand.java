package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What an instance refresh wants done now. */
public sealed interface RefreshCommand {
    /** What an instance is created from. */
    enum Source {
        /** What the refresh leads to. */
        TARGET,
        /** What is active in the group, to which a rollback leads. */
        ACTIVE
    }

    /**
     * Create instances.
     *
     * @param count how many, 1 or more
     * @param source from what
     */
    record Launch(int count, Source source) implements RefreshCommand {
        public Launch {
            requireNonNull(source, "source");
        }
    }

    /**
     * Remove instances from the group and release them.
     *
     * @param instances their ids
     */
    record Remove(List<String> instances) implements RefreshCommand {
        public Remove {
            instances = List.copyOf(instances);
        }
    }

    /**
     * Make what the refresh has led to the active configuration of the group.
     *
     * @param target what it has led to
     */
    record Activate(RefreshTarget target) implements RefreshCommand {
        public Activate {
            requireNonNull(target, "target");
        }
    }
}
