package io.ess4j.launch;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Password;
import io.ess4j.model.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a {@link LaunchConfiguration}; {@link #build} reports every problem, one a line. Not
 * thread-safe.
 */
public final class LaunchConfigurationBuilder {
    private final Image image;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> ways = new LinkedHashSet<>();
    private @Nullable TypeChoice types;
    private int ranges;
    private Optional<Disk> systemDisk = Optional.empty();
    private final List<Disk> dataDisks = new ArrayList<>();
    private Optional<String> keyPair = Optional.empty();
    private Optional<Password> password = Optional.empty();
    private Optional<InstanceRole> role = Optional.empty();
    private Optional<UserData> userData = Optional.empty();
    private final List<Tag> tags = new ArrayList<>();
    private int loadBalancerWeight = LaunchConfiguration.DEFAULT_WEIGHT;
    private SpotSettings spot = SpotSettings.NONE;
    private Optional<String> dedicatedHost = Optional.empty();

    LaunchConfigurationBuilder(Image image) {
        this.image = requireNonNull(image, "image");
    }

    /**
     * Launches one type.
     *
     * @param name the type's name
     * @return this builder
     */
    public LaunchConfigurationBuilder type(String name) {
        return way("type", () -> new TypeChoice.One(name));
    }

    /**
     * Launches one of several types.
     *
     * @param names the preferred first, each once
     * @return this builder
     */
    public LaunchConfigurationBuilder types(String... names) {
        return way("types", () -> new TypeChoice.Several(List.of(names)));
    }

    /**
     * Launches one of several weighted types.
     *
     * @param weighted types and weights, each type once
     * @return this builder
     */
    public LaunchConfigurationBuilder weightedTypes(TypeChoice.WeightedName... weighted) {
        return way("weightedTypes", () -> new TypeChoice.Weighted(List.of(weighted)));
    }

    /**
     * Launches whatever has that size.
     *
     * @param vcpus virtual processors, 1 or more
     * @param memoryGib memory in GiB, 1 or more
     * @return this builder
     */
    public LaunchConfigurationBuilder size(int vcpus, int memoryGib) {
        return way("size", () -> new TypeChoice.Size(vcpus, memoryGib));
    }

    /**
     * Says how many ranges of instance types stand beside the named ones.
     *
     * @param count 0 or more
     * @return this builder
     */
    public LaunchConfigurationBuilder ranges(int count) {
        ranges = count;
        return this;
    }

    /**
     * Sets the system disk.
     *
     * @param disk the disk
     * @return this builder
     */
    public LaunchConfigurationBuilder systemDisk(Disk disk) {
        systemDisk = Optional.of(disk);
        return this;
    }

    /**
     * Adds a data disk.
     *
     * @param disk the disk
     * @return this builder
     */
    public LaunchConfigurationBuilder dataDisk(Disk disk) {
        dataDisks.add(requireNonNull(disk, "disk"));
        return this;
    }

    /**
     * Sets the key pair to log on.
     *
     * @param name its name
     * @return this builder
     */
    public LaunchConfigurationBuilder keyPair(String name) {
        keyPair = Optional.of(name);
        return this;
    }

    /**
     * Sets the password to log on.
     *
     * @param value the password
     * @return this builder
     */
    public LaunchConfigurationBuilder password(Password value) {
        password = Optional.of(value);
        return this;
    }

    /**
     * Sets the role that instances take on.
     *
     * @param value the role
     * @return this builder
     */
    public LaunchConfigurationBuilder role(InstanceRole value) {
        role = Optional.of(value);
        return this;
    }

    /**
     * Sets what is handed over at the first start.
     *
     * @param value the user data
     * @return this builder
     */
    public LaunchConfigurationBuilder userData(UserData value) {
        userData = Optional.of(value);
        return this;
    }

    /**
     * Sets what is handed over at the first start, as it stands in a configuration.
     *
     * @param base64 the text, as {@link UserData#parse} reads it
     * @return this builder
     */
    public LaunchConfigurationBuilder userData(String base64) {
        userData = Optional.ofNullable(attempt(() -> UserData.parse(base64)));
        return this;
    }

    /**
     * Adds a tag.
     *
     * @param key a key that no other tag has
     * @param value any text
     * @return this builder
     */
    public LaunchConfigurationBuilder tag(String key, String value) {
        Tag tag = attempt(() -> new Tag(key, value));
        if (tag != null) {
            tags.add(tag);
        }
        return this;
    }

    /**
     * Sets the weight behind a load balancer.
     *
     * @param weight 1 to 100
     * @return this builder
     */
    public LaunchConfigurationBuilder loadBalancerWeight(int weight) {
        loadBalancerWeight = weight;
        return this;
    }

    /**
     * Sets whether and how instances are bought on the spot market.
     *
     * @param settings the settings
     * @return this builder
     */
    public LaunchConfigurationBuilder spot(SpotSettings settings) {
        spot = requireNonNull(settings, "settings");
        return this;
    }

    /**
     * Puts instances on a dedicated host.
     *
     * @param id the host's id
     * @return this builder
     */
    public LaunchConfigurationBuilder dedicatedHost(String id) {
        dedicatedHost = Optional.of(id);
        return this;
    }

    /**
     * The configuration.
     *
     * @return a new configuration
     * @throws IllegalArgumentException if something is missing or out of range, or types are given in two ways; all
     *     problems at once, one a line
     */
    public LaunchConfiguration build() {
        List<String> all = new ArrayList<>(problems);
        if (ways.isEmpty()) {
            all.add("instance types must be given");
        } else if (ways.size() > 1) {
            all.add("instance types must be given in one way only, not by " + String.join(" and ", ways));
        }
        // A stand-in lets the remaining checks run, so that their problems are reported in the same breath.
        TypeChoice checkedTypes = types == null ? new TypeChoice.One("none") : types;
        LaunchConfiguration configuration = attempt(
                all,
                () -> new LaunchConfiguration(
                        image,
                        checkedTypes,
                        ranges,
                        systemDisk,
                        dataDisks,
                        keyPair,
                        password,
                        role,
                        userData,
                        tags,
                        loadBalancerWeight,
                        spot,
                        dedicatedHost));
        if (configuration == null || !all.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", all));
        }
        return configuration;
    }

    private LaunchConfigurationBuilder way(String name, Supplier<TypeChoice> choice) {
        ways.add(name);
        types = attempt(choice);
        return this;
    }

    private <T> @Nullable T attempt(Supplier<T> value) {
        return attempt(problems, value);
    }

    private static <T> @Nullable T attempt(List<String> problems, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return null;
        }
    }
}
