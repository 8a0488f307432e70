package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What a rolling update does to each instance (guide 5.1 to 5.3, guide map C-28-16). */
public sealed interface UpdateAction {
    /**
     * What takes it back, unless a rollback names something else.
     *
     * @return the action of the rollback; empty if none was given
     */
    Optional<UpdateAction> rollback();

    /**
     * Replaces the system disk by an image, which restarts the instance, and afterwards the image of the active scaling
     * configuration.
     *
     * @param image the image to take
     * @param rollbackImage the image to go back to
     * @param configuration the active scaling configuration
     */
    record Image(String image, Optional<String> rollbackImage, String configuration) implements UpdateAction {
        public Image {
            RolloutChecks.name("image", image);
            requireNonNull(rollbackImage, "rollbackImage").ifPresent(i -> RolloutChecks.name("rollbackImage", i));
            RolloutChecks.name("configuration", configuration);
        }

        @Override
        public Optional<UpdateAction> rollback() {
            return rollbackImage.map(i -> new Image(i, Optional.empty(), configuration));
        }
    }

    /** The languages of scripts. */
    enum ScriptType {
        /** For the shell of Linux. */
        SHELL("RunShellScript"),
        /** For the command line of Windows. */
        BAT("RunBatScript"),
        /** For PowerShell. */
        POWER_SHELL("RunPowerShellScript");

        private final String word;

        ScriptType(String word) {
            this.word = word;
        }

        /** Returns the documented word, such as {@code RunShellScript}. */
        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * Runs a script; the instance is not restarted.
     *
     * @param type its language
     * @param script its text
     * @param rollbackScript the text that takes it back
     */
    record Script(ScriptType type, String script, Optional<String> rollbackScript) implements UpdateAction {
        public Script {
            requireNonNull(type, "type");
            RolloutChecks.text("script", script);
            requireNonNull(rollbackScript, "rollbackScript").ifPresent(s -> RolloutChecks.text("rollbackScript", s));
        }

        @Override
        public Optional<UpdateAction> rollback() {
            return rollbackScript.map(s -> new Script(type, s, Optional.empty()));
        }
    }

    /**
     * Installs or uninstalls a software package.
     *
     * @param name the name of the package
     * @param version its version
     * @param install whether to install it; otherwise it is uninstalled
     */
    record SoftwarePackage(String name, String version, boolean install) implements UpdateAction {
        public SoftwarePackage {
            RolloutChecks.name("name of the package", name);
            RolloutChecks.name("version of the package", version);
        }

        /** The same package and version: a rollback chooses another version, but no other package. */
        @Override
        public Optional<UpdateAction> rollback() {
            return Optional.of(this);
        }
    }

    /** How the containers of a group are updated. */
    enum ContainerUpdate {
        /** What is named is changed, the rest stays. */
        INCREMENTAL("IncrementalUpdate"),
        /** What is named takes the place of all that was there. */
        RENEW("RenewUpdate");

        private final String word;

        ContainerUpdate(String word) {
            this.word = word;
        }

        /** Returns the documented word, such as {@code IncrementalUpdate}. */
        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * Updates the containers of a container group, and afterwards those of the active scaling configuration.
     *
     * @param containers the configuration of the containers, as the JSON text that the service takes
     * @param rollbackContainers the configuration to go back to
     * @param configuration the active scaling configuration
     * @param how whether the rest of the containers stays
     */
    record ContainerGroup(
            String containers, Optional<String> rollbackContainers, String configuration, ContainerUpdate how)
            implements UpdateAction {
        public ContainerGroup {
            RolloutChecks.text("containers", containers);
            requireNonNull(rollbackContainers, "rollbackContainers")
                    .ifPresent(c -> RolloutChecks.text("rollbackContainers", c));
            RolloutChecks.name("configuration", configuration);
            requireNonNull(how, "how");
        }

        @Override
        public Optional<UpdateAction> rollback() {
            return rollbackContainers.map(c -> new ContainerGroup(c, Optional.empty(), configuration, how));
        }
    }
}
