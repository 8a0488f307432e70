package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.ScalingProcess;
import java.util.List;

/** What a rolling update wants done now. */
public sealed interface UpdateCommand {
    /**
     * Suspend processes of the group.
     *
     * @param processes the processes
     */
    record Suspend(List<ScalingProcess> processes) implements UpdateCommand {
        public Suspend {
            processes = List.copyOf(processes);
        }
    }

    /**
     * Resume processes of the group.
     *
     * @param processes the processes
     */
    record Resume(List<ScalingProcess> processes) implements UpdateCommand {
        public Resume {
            processes = List.copyOf(processes);
        }
    }

    /**
     * Set instances aside.
     *
     * @param instances their ids
     */
    record EnterStandby(List<String> instances) implements UpdateCommand {
        public EnterStandby {
            instances = List.copyOf(instances);
        }
    }

    /**
     * Update an instance that is in standby.
     *
     * @param instance its id
     * @param action what to do to it
     */
    record Update(String instance, UpdateAction action) implements UpdateCommand {
        public Update {
            requireNonNull(instance, "instance");
            requireNonNull(action, "action");
        }
    }

    /**
     * Take an instance back into service.
     *
     * @param instance its id
     */
    record ExitStandby(String instance) implements UpdateCommand {
        public ExitStandby {
            requireNonNull(instance, "instance");
        }
    }

    /**
     * Put another image into a scaling configuration, so that new instances have it too.
     *
     * @param configuration the id of the configuration
     * @param image the id of the image
     */
    record RewriteImage(String configuration, String image) implements UpdateCommand {
        public RewriteImage {
            requireNonNull(configuration, "configuration");
            requireNonNull(image, "image");
        }
    }

    /**
     * Put other containers into a scaling configuration, so that new instances have them too.
     *
     * @param configuration the id of the configuration
     * @param containers the configuration of the containers, as JSON
     * @param how whether the rest of the containers stays
     */
    record RewriteContainers(String configuration, String containers, UpdateAction.ContainerUpdate how)
            implements UpdateCommand {
        public RewriteContainers {
            requireNonNull(configuration, "configuration");
            requireNonNull(containers, "containers");
            requireNonNull(how, "how");
        }
    }
}
