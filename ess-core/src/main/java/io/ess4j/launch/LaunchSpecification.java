package io.ess4j.launch;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Tag;
import java.util.List;
import java.util.Optional;

/**
 * What every instance launched from a configuration in a group gets.
 *
 * @param image what it starts from
 * @param tags its tags, each key once
 * @param systemDiskCategory the category of its system disk, if the configuration says something about it
 * @param dataDiskCategories the categories of its data disks, in order
 * @param login how its owner logs on
 * @param roleName the role that it takes on, if any
 * @param userData what is handed to it at its first start, if anything
 * @param loadBalancerWeight its weight behind a load balancer, 1 to 100
 * @param spot whether and how it is bought on the spot market
 */
public record LaunchSpecification(
        Image image,
        List<Tag> tags,
        Optional<String> systemDiskCategory,
        List<String> dataDiskCategories,
        Login login,
        Optional<String> roleName,
        Optional<UserData> userData,
        int loadBalancerWeight,
        SpotSettings spot) {
    /** How an owner logs on. */
    public enum Login {
        /** By a key pair; passwords are switched off. */
        KEY_PAIR,
        /** By the password of the configuration. */
        PASSWORD,
        /** As the image provides. */
        AS_IMAGE
    }

    public LaunchSpecification {
        requireNonNull(image, "image");
        tags = List.copyOf(tags);
        requireNonNull(systemDiskCategory, "systemDiskCategory");
        dataDiskCategories = List.copyOf(dataDiskCategories);
        requireNonNull(login, "login");
        requireNonNull(roleName, "roleName");
        requireNonNull(userData, "userData");
        requireNonNull(spot, "spot");
    }
}
