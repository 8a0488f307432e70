package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Password;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A checked request to add edge instances (ENS) to a managed edge cluster: the body of ScaleOutCluster. Made by
 * {@link ScaleOutCheck}.
 *
 * @param count how many instances, 1 or more
 * @param instanceType their type, such as {@code ens.sn1.tiny}
 * @param region the edge region
 * @param imageId the image
 * @param charge how the network is paid for
 * @param periodMonths the term of the subscription in months: 1, 2, 3, 6, 12, 24, 36, 48 or 60
 * @param password the password to log on, if given
 * @param keyPair the key pair to log on, if given; one of both is there
 * @param systemDiskGib the system disk in GiB, 20 to 100 in steps of 10
 * @param dataDiskGib the data disk in GiB, 0 for none or 20 to 200 in steps of 10
 * @param autoRenew whether the subscription is renewed by itself
 * @param renewPeriod the months that a renewal adds, 1 to 12; there if {@code autoRenew} is true
 * @param timeoutMinutes the minutes in which the instances must be added, 1 or more, if given
 */
public record ScaleOutRequest(
        long count,
        String instanceType,
        String region,
        String imageId,
        NetworkCharge charge,
        int periodMonths,
        Optional<Password> password,
        Optional<String> keyPair,
        int systemDiskGib,
        int dataDiskGib,
        boolean autoRenew,
        OptionalInt renewPeriod,
        OptionalLong timeoutMinutes) {
    /** How the network of edge instances is paid for. */
    public enum NetworkCharge {
        /** By the peak of each day. */
        BANDWIDTH_BY_DAY("BandwidthByDay"),
        /** By the 95th percentile of each month. */
        PERCENTILE_95_BY_MONTH("95BandwidthByMonth");

        private final String word;

        NetworkCharge(String word) {
            this.word = word;
        }

        /**
         * The provider's word.
         *
         * @return such as {@code BandwidthByDay}
         */
        public String word() {
            return word;
        }
    }

    public ScaleOutRequest {
        requireNonNull(instanceType, "instanceType");
        requireNonNull(region, "region");
        requireNonNull(imageId, "imageId");
        requireNonNull(charge, "charge");
        requireNonNull(password, "password");
        requireNonNull(keyPair, "keyPair");
        requireNonNull(renewPeriod, "renewPeriod");
        requireNonNull(timeoutMinutes, "timeoutMinutes");
    }

    /**
     * Whether adding the instances has failed because it takes too long.
     *
     * @param startedAt when it began
     * @param now the time now
     * @return true if there is a timeout and it is over
     */
    public boolean isOverdue(Instant startedAt, Instant now) {
        return timeoutMinutes.isPresent() && Duration.between(startedAt, now).toMinutes() >= timeoutMinutes.getAsLong();
    }
}
