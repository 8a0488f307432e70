package io.ess4j.launch;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Password;
import io.ess4j.model.Tag;
import io.ess4j.model.text.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What new instances look like. Built by {@link #builder}; the canonical constructor gains components over time.
 *
 * @param image what they start from
 * @param types which instance types are launched
 * @param ranges how many ranges of instance types stand beside the named ones, 0 or more
 * @param systemDisk the system disk, if the configuration says something about it
 * @param dataDisks further disks
 * @param keyPair the key pair to log on, if any
 * @param password the password to log on, if any
 * @param role the role that instances take on, if any
 * @param userData what is handed over at the first start, if anything
 * @param tags the configuration's tags, each key once
 * @param loadBalancerWeight the weight behind a load balancer, 1 to 100
 * @param spot whether and how instances are bought on the spot market
 * @param dedicatedHost the dedicated host that instances run on, if any
 */
public record LaunchConfiguration(
        Image image,
        TypeChoice types,
        int ranges,
        Optional<Disk> systemDisk,
        List<Disk> dataDisks,
        Optional<String> keyPair,
        Optional<Password> password,
        Optional<InstanceRole> role,
        Optional<UserData> userData,
        List<Tag> tags,
        int loadBalancerWeight,
        SpotSettings spot,
        Optional<String> dedicatedHost) {
    /** The weight behind a load balancer when none is given. */
    public static final int DEFAULT_WEIGHT = 50;

    private static final int MAX_WEIGHT = 100;

    public LaunchConfiguration {
        requireNonNull(image, "image");
        requireNonNull(types, "types");
        requireNonNull(systemDisk, "systemDisk");
        dataDisks = List.copyOf(dataDisks);
        requireNonNull(password, "password");
        requireNonNull(role, "role");
        requireNonNull(userData, "userData");
        tags = List.copyOf(tags);
        requireNonNull(spot, "spot");
        keyPair.ifPresent(k -> Names.check("key pair", k));
        dedicatedHost.ifPresent(h -> Names.check("dedicated host", h));
        List<String> problems = new ArrayList<>();
        if (ranges < 0) {
            problems.add("ranges (" + ranges + ") must be >= 0");
        }
        if (loadBalancerWeight < 1 || loadBalancerWeight > MAX_WEIGHT) {
            problems.add("loadBalancerWeight (" + loadBalancerWeight + ") must lie in 1.." + MAX_WEIGHT);
        }
        Set<String> keys = new HashSet<>();
        for (Tag tag : tags) {
            if (!keys.add(tag.key())) {
                problems.add("tag key " + tag.key() + " must be given only once");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /**
     * Starts a configuration. One way of giving types must follow; the rest defaults to nothing, weight 50, on-demand.
     *
     * @param image what instances start from
     * @return a new builder
     */
    public static LaunchConfigurationBuilder builder(Image image) {
        return new LaunchConfigurationBuilder(image);
    }
}
